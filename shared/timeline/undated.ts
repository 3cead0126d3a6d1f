import { line } from './canvas.ts'
import { type Context, centreOfLine, pinned, reachFrom } from './context.ts'
import { type LaidLabel, nameColumn } from './labelColumn.ts'
import { layPieces, quietStyle, widthOfPieces, words } from './pieces.ts'
import { listEvents, markOf, markWidth, type PointEvent } from './pointEvent.ts'
import type { RowLayout } from './rowLayout.ts'

type Group = { events: { event: PointEvent; width: number }[]; width: number }

/** More than these are said by their number alone, until one is selected. */
const MOST_SPELLED = 12

/** "Not dated · 3" */
export function shelfWords(count: number): string {
  return `Not dated · ${count}`
}

/**
 * Events without any date, on a shelf of their own below the dated ones: any place on the axis would be invented. It says
 * how many they are, and stays in the window while time moves; as many words stand on a line as fit.
 */
export function drawUndated(
  lane: Context,
  row: RowLayout,
  top: number,
  events: readonly PointEvent[],
  firstLine: number,
  label: LaidLabel,
): void {
  if (events.length === 0) return
  const of = pinned(lane)
  const { metrics, scale, canvas } = of
  const shelf = [words(shelfWords(events.length), quietStyle(metrics))]
  const heading = widthOfPieces(shelf, metrics)
  const shelfX = shelfLeft(of, firstLine, label)
  const left = shelfX + heading + metrics.gap * 2
  const roomFrom = (x: number) => scale.right - 4 - x - 2 * tailOf(of)
  if (events.length > MOST_SPELLED) {
    drawShelf(drawCount(of, row, top, events, firstLine, left))
    return
  }
  const between = metrics.gap * 3
  const groups: Group[] = []
  // Below the shelf's own words the lines are as long as they can be.
  const below = of.reaches ? reachFrom(metrics) : left
  const roomOf = (group: number) => roomFrom(group === 0 ? left : below)
  for (const event of events) {
    const natural = markWidth(of, event) + metrics.gap + widthOfPieces(event.caption, metrics) + 1
    const last = groups.at(-1)
    if (last === undefined || last.width + between + natural > roomOf(groups.length - 1)) {
      const width = Math.min(natural, roomOf(groups.length))
      groups.push({ events: [{ event, width }], width })
    } else {
      last.events.push({ event, width: natural })
      last.width += between + natural
    }
  }
  groups.forEach((group, i) => {
    const lineIndex = drawGroup(of, row, top, group, between, {
      firstLine,
      left: i === 0 ? left : below,
    })
    // The first is the uppermost; the ones after it find the words before it taken.
    if (i === 0) drawShelf(lineIndex)
  })

  function drawShelf(lineIndex: number): void {
    const centre = centreOfLine(of, top, lineIndex)
    const place = { x: shelfX, centre, maxWidth: heading + 1, lineHeight: metrics.row }
    canvas.words.push(...layPieces(shelf, place, metrics, null).shapes)
    row.take(lineIndex, shelfX, shelfX + heading)
  }
}

/** The shelf begins with time; where words may leave their column, right behind the row's name or below it. */
function shelfLeft(of: Context, firstLine: number, { lines, nameEnd }: LaidLabel): number {
  if (of.reaches && firstLine >= lines) return nameColumn(of)
  return of.reaches && lines === 1 ? nameEnd + of.metrics.gap * 2 : of.scale.left + 6
}

/** Room for the line that fades on each side of undated words. */
function tailOf({ metrics, reaches }: Context): number {
  return metrics.mark * (reaches ? 1 : 2)
}

/** Too many to spell out: one mark with their number. Returns its line. */
function drawCount(
  of: Context,
  row: RowLayout,
  top: number,
  events: readonly PointEvent[],
  firstLine: number,
  left: number,
): number {
  const [first] = events
  if (first === undefined) return firstLine
  const width = markWidth(of, first, events.length)
  const placed = row.place(width, [{ x: left, side: 'right' }], true, firstLine)
  const y = centreOfLine(of, top, placed.line)
  of.canvas.marks.push(...markOf(of, events, placed.x + width / 2, y))
  listEvents(of, events, placed.x, width, top + placed.line * of.metrics.row, 1)
  return placed.line
}

function drawGroup(
  of: Context,
  row: RowLayout,
  top: number,
  group: Group,
  between: number,
  { firstLine, left }: Readonly<{ firstLine: number; left: number }>,
): number {
  const { metrics, scale, canvas } = of
  const right = scale.right - 4
  const end = right - tailOf(of)
  // Words of several lines begin below everything else, so that their further lines are free too.
  const isLong = group.events.some(({ event, width }) => {
    const mark = markWidth(of, event) + metrics.gap
    return widthOfPieces(event.caption, metrics) > width - mark
  })
  const { line: lineIndex, x } = isLong
    ? { line: row.lines(), x: Math.max(left, end - group.width) }
    : row.place(group.width, [{ x: end, side: 'left' }], true, firstLine)
  if (isLong) row.take(lineIndex, x, x + group.width)
  const y = centreOfLine(of, top, lineIndex)
  let cursor = x
  for (const { event, width } of group.events) {
    const mark = markWidth(of, event)
    canvas.marks.push(...markOf(of, [event], cursor + mark / 2, y))
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
  return lineIndex
}
