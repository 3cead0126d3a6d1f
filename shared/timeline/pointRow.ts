import type { EntryId } from '../ids.ts'
import { baseline, line, rect, text } from './canvas.ts'
import { type Context, centreOfLine, newRow, placeCaption, placeOf } from './context.ts'
import { type Extent, extentOf } from './extent.ts'
import { bracket } from './marks.ts'
import { widthOf } from './metrics.ts'
import { layPieces, type Piece, widthOfPieces } from './pieces.ts'
import { listEvents, type PointEvent } from './pointEvent.ts'
import type { RowLayout } from './rowLayout.ts'
import type { Shape } from './shape.ts'
import { drawUndated } from './undated.ts'

type Stack = Readonly<{ events: readonly PointEvent[]; at: Extent }>

/** Draws events on as many lines as they need and returns the number. Those of one time share a mark with their count. */
export function drawPointRow(of: Context, top: number, events: readonly PointEvent[]): number {
  const row = newRow(of)
  const stacks = stacksOf(of, events)
  for (const stack of stacks.filter(({ at }) => at.kind !== 'unknown')) {
    drawStack(of, row, top, stack)
  }
  const undated = stacks.filter(({ at }) => at.kind === 'unknown').flatMap(stack => stack.events)
  drawUndated(of, row, top, undated, { width: markWidth, draw: markOf })
  return row.lines()
}

function stacksOf(of: Context, events: readonly PointEvent[]): Stack[] {
  const byPlace = new Map<string, { events: PointEvent[]; at: Extent }>()
  for (const event of events) {
    const place = placeOf(of.axis, event.entry, 'start')
    const at = extentOf(place, of.scale)
    const mark = event.mark.type === 'letters' ? event.entry : event.mark.type
    const key = `${mark} ${JSON.stringify(at)}`
    const known = byPlace.get(key)
    if (known === undefined) byPlace.set(key, { events: [event], at })
    else known.events.push(event)
  }
  const order = (at: Extent) => (at.kind === 'unknown' || at.kind === 'before' ? 0 : at.low)
  return [...byPlace.values()].toSorted((a, b) => order(a.at) - order(b.at))
}

type Geometry = Readonly<{
  centre: number
  from: number
  to: number
  draw: (y: number) => readonly Shape[]
}>

/** Mark, brackets and dashes of a date, and the positions they take. */
function geometryOf(of: Context, at: Extent, half: number, entry: EntryId): Geometry {
  const { metrics, scale } = of
  const reach = metrics.row / 2 - metrics.barInset * 0.5
  const upright = (opens: 'left' | 'right', x: number, y: number) =>
    bracket(opens, x, [y - reach, y + reach], metrics, entry)
  const dashed = (from: number, to: number, y: number, left: number, right: number) =>
    line('possible', [from, y], [to, y], entry, { left, right })
  switch (at.kind) {
    case 'point':
      return { centre: at.low, from: at.low - half, to: at.low + half, draw: () => [] }
    case 'interval': {
      const centre = (at.low + at.high) / 2
      const isWide = at.high - at.low > 2 * half + metrics.mark
      const draw = (y: number) =>
        isWide ? [upright('right', at.low, y), upright('left', at.high, y)] : []
      const from = isWide ? at.low : centre - half
      return { centre, from, to: isWide ? at.high : centre + half, draw }
    }
    case 'span': {
      const centre = Math.max(at.low + half + 5, at.high)
      const draw = (y: number) => [
        dashed(at.low, centre - half, y, 0, 0),
        upright('right', at.low, y),
      ]
      return { centre, from: at.low, to: centre + half, draw }
    }
    case 'before': {
      const isZone = at.high <= scale.from + 1
      const from = isZone ? scale.left + 4 : Math.max(scale.left + 4, at.high - metrics.mark * 5)
      const centre = isZone ? from + metrics.mark * 1.2 : at.high - half - 5
      const draw = (y: number) =>
        isZone
          ? []
          : [dashed(from, centre - half, y, centre - half - from, 0), upright('left', at.high, y)]
      return {
        centre,
        from: isZone ? centre - half : from,
        to: isZone ? centre + half : at.high,
        draw,
      }
    }
    case 'after': {
      const centre = at.low + half + 6
      const to = Math.min(scale.right - 4, centre + half + metrics.mark * 1.4)
      const draw = (y: number) => [
        upright('right', at.low, y),
        dashed(centre + half, to, y, 0, to - centre - half),
      ]
      return { centre, from: at.low, to: Math.max(to, centre + half), draw }
    }
    case 'unknown':
      return { centre: scale.left, from: scale.left, to: scale.left, draw: () => [] }
  }
}

function drawStack(of: Context, row: RowLayout, top: number, { events, at }: Stack): void {
  const { metrics, canvas, scale } = of
  const [first] = events
  if (first === undefined) return
  const half = markWidth(of, first) / 2
  const free = geometryOf(of, at, half, first.entry)
  const shift = shiftInside(free, scale)
  const geometry = {
    ...free,
    centre: free.centre + shift,
    from: free.from + shift,
    to: free.to + shift,
  }
  const pieces = captionOf(of, events)
  const width = widthOfPieces(pieces, metrics)
  const starts = [geometry.to + metrics.gap, geometry.from - metrics.gap - width]
  const isInside = (x: number) => x >= scale.left + 3 && x + width <= scale.right - 3
  let lineIndex = 0
  const fitsOn = (i: number) =>
    row.isFree(i, geometry.from, geometry.to) &&
    (!starts.some(isInside) || starts.some(x => isInside(x) && row.isFree(i, x, x + width)))
  while (lineIndex < row.lines() && !fitsOn(lineIndex)) lineIndex += 1
  const y = centreOfLine(of, top, lineIndex)
  if (shift === 0) canvas.marks.push(...geometry.draw(y))
  canvas.marks.push(...markOf(of, first, events.length, geometry.centre, y))
  row.take(lineIndex, geometry.from, geometry.to)
  const x = starts.find(start => isInside(start) && row.isFree(lineIndex, start, start + width))
  const itemTop = top + lineIndex * metrics.row
  if (x !== undefined) {
    const place = { x, centre: y, maxWidth: width + 1, lineHeight: metrics.row }
    canvas.words.push(...layPieces(pieces, place, metrics, first.entry).shapes)
    row.take(lineIndex, x, x + width)
    const from = Math.min(x, geometry.from)
    listEvents(of, events, from, Math.max(x + width, geometry.to) - from, itemTop, 1)
    return
  }
  const linesBefore = row.lines()
  const beside = [{ x: geometry.to + metrics.gap, side: 'right' }] as const
  placeCaption(of, row, top, pieces, beside, { entry: first.entry, mayStray: false })
  const lines = row.lines() > linesBefore ? row.lines() - lineIndex : 1
  listEvents(of, events, geometry.from, geometry.to - geometry.from, itemTop, lines)
}

/** How far a mark at the very edge moves inwards so that none of it is cut. */
function shiftInside({ from, to }: Geometry, scale: Context['scale']): number {
  if (from < scale.left + 2) return scale.left + 2 - from
  return to > scale.right - 2 ? scale.right - 2 - to : 0
}

function captionOf({ metrics }: Context, events: readonly PointEvent[]): Piece[] {
  const between: Piece = { kind: 'space', width: metrics.gap }
  return events.flatMap((event, i) => (i === 0 ? event.caption : [between, ...event.caption]))
}

function markWidth({ metrics }: Context, event: PointEvent): number {
  const { mark } = event
  if (mark.type !== 'letters') return metrics.mark * (mark.type === 'tick' ? 0.3 : 0.8)
  const size = lettersSize(metrics.mark)
  return Math.max(metrics.mark * 1.07, widthOf(metrics, mark.letters, size, 700) + size * 0.55)
}

function lettersSize(mark: number): number {
  return mark * 0.72
}

function markOf(of: Context, event: PointEvent, count: number, centre: number, y: number): Shape[] {
  const { metrics } = of
  const { mark, entry } = event
  const width = markWidth(of, event)
  if (mark.type === 'tick' && count === 1) {
    const reach = metrics.row / 2 - metrics.barInset * 0.8
    return [line('assessment', [centre, y - reach], [centre, y + reach], entry)]
  }
  const height = mark.type === 'letters' ? metrics.mark * 1.07 : metrics.mark * 0.8
  const size = mark.type === 'letters' ? lettersSize(metrics.mark) : metrics.mark * 0.64
  const boxWidth = mark.type === 'tick' ? metrics.mark * 0.8 : width
  const box = { x: centre - boxWidth / 2, y: y - height / 2, width: boxWidth, height }
  const isFilled = mark.type === 'letters' && mark.isFilled
  const role = mark.type === 'letters' ? (isFilled ? 'box.surgery' : 'box.local') : 'square'
  const letters = mark.type === 'letters' ? mark.letters : count > 1 ? String(count) : ''
  const shape = rect(role, box, entry, { radius: metrics.rule })
  if (letters === '') return [shape]
  const x = centre - widthOf(metrics, letters, size, 700) / 2
  const content = text(letters, [{ x, y: baseline(y, size), text: letters }], {
    role: isFilled ? 'text.mark.inverse' : 'text.mark',
    size,
    weight: 700,
    entry,
  })
  return [shape, content]
}
