import { line } from './canvas.ts'
import { type Context, centreOfLine } from './context.ts'
import { layPieces, widthOfPieces } from './pieces.ts'
import { listEvents, type PointEvent } from './pointEvent.ts'
import type { RowLayout } from './rowLayout.ts'
import type { Shape } from './shape.ts'

/** How the caller draws an event's mark. */
type Marks = Readonly<{
  width: (of: Context, event: PointEvent) => number
  draw: (of: Context, event: PointEvent, count: number, centre: number, y: number) => Shape[]
}>

type Group = { events: { event: PointEvent; width: number }[]; width: number }

/**
 * Events without any date: words in a line that fades at both ends, since any place on the axis would be invented. As
 * many stand on a line as fit.
 */
export function drawUndated(
  of: Context,
  row: RowLayout,
  top: number,
  events: readonly PointEvent[],
  marks: Marks,
): void {
  const { metrics, scale } = of
  const [left, right] = [scale.left + 4, scale.right - 4]
  const room = right - left - metrics.mark * 4
  const between = metrics.gap * 3
  const groups: Group[] = []
  for (const event of events) {
    const mark = marks.width(of, event) + metrics.gap
    const width = mark + Math.min(widthOfPieces(event.caption, metrics) + 1, room - mark)
    const last = groups.at(-1)
    if (last === undefined || last.width + between + width > room) {
      groups.push({ events: [{ event, width }], width })
    } else {
      last.events.push({ event, width })
      last.width += between + width
    }
  }
  for (const group of groups) drawGroup(of, row, top, group, between, marks)
}

function drawGroup(
  of: Context,
  row: RowLayout,
  top: number,
  group: Group,
  between: number,
  marks: Marks,
): void {
  const { metrics, scale, canvas } = of
  const [left, right] = [scale.left + 4, scale.right - 4]
  const end = right - metrics.mark * 2
  // Words of several lines begin below everything else, so that their further lines are free too.
  const isLong = group.events.some(({ event, width }) => {
    const mark = marks.width(of, event) + metrics.gap
    return widthOfPieces(event.caption, metrics) > width - mark
  })
  const { line: lineIndex, x } = isLong
    ? { line: row.lines(), x: Math.max(left, end - group.width) }
    : row.place(group.width, [{ x: end, side: 'left' }], true)
  if (isLong) row.take(lineIndex, x, x + group.width)
  const y = centreOfLine(of, top, lineIndex)
  let cursor = x
  for (const { event, width } of group.events) {
    const mark = marks.width(of, event)
    canvas.marks.push(...marks.draw(of, event, 1, cursor + mark / 2, y))
    const from = cursor + mark + metrics.gap
    const place = {
      x: from,
      centre: y,
      maxWidth: width - mark - metrics.gap,
      lineHeight: metrics.row,
    }
    const laid = layPieces(event.caption, place, metrics, event.entry)
    canvas.words.push(...laid.shapes)
    for (let i = 1; i < laid.lines; i += 1) row.take(lineIndex + i, x, x + group.width)
    listEvents(of, [event], cursor, width, top + lineIndex * metrics.row, laid.lines)
    cursor += width + between
  }
  // The line on both sides fades at once: how far it is drawn means nothing.
  const reach = metrics.mark * 5
  const before = Math.min(reach, x - metrics.gap - left)
  const from = x - metrics.gap - before
  if (before >= metrics.mark && row.isFree(lineIndex, from, x - 2 * metrics.gap)) {
    const fade = { left: before, right: 0 }
    canvas.marks.push(line('possible', [from, y], [from + before, y], null, fade))
    row.take(lineIndex, from, x - metrics.gap)
  }
  const rest = x + group.width + metrics.gap
  const after = Math.min(reach, right - rest)
  if (after >= metrics.mark && row.isFree(lineIndex, rest + metrics.gap, rest + after)) {
    const fade = { left: 0, right: after }
    canvas.marks.push(line('possible', [rest, y], [rest + after, y], null, fade))
    row.take(lineIndex, rest, rest + after)
  }
}
