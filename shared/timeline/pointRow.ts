import type { EntryId } from '../ids.ts'
import { line } from './canvas.ts'
import { type Context, centreOfLine, newRow, placeCaption, placeOf } from './context.ts'
import { type Extent, extentOf } from './extent.ts'
import { drawLabel, type LaidLabel, type RowLabel, takeLabel } from './labelColumn.ts'
import { bracket } from './marks.ts'
import { gapOf, layPieces, type Piece, widthOfPieces } from './pieces.ts'
import { listEvents, markOf, markWidth, type PointEvent } from './pointEvent.ts'
import { type PointSpot, settle, sidesWithFewestLines } from './pointPlan.ts'
import type { RowLayout } from './rowLayout.ts'
import type { Shape } from './shape.ts'
import { drawUndated } from './undated.ts'

type Stack = Readonly<{ events: PointEvent[]; at: Extent }>

/**
 * More events than these in a row are drawn as marks with counts, each as near to its time as its neighbours allow; their
 * words stand beside them where there is room, and at the event when it is selected.
 */
const MOST_SPELLED = 16

/**
 * Draws events on as many lines as they need, with the row's name, and returns the number. Those of one time share a mark
 * with their count.
 */
export function drawPointRow(
  lane: Context,
  top: number,
  events: readonly PointEvent[],
  name: RowLabel | null,
): number {
  const of = name === null ? { ...lane, reaches: false } : lane
  const label = name === null ? NO_LABEL : drawLabel(of, top, name)
  const fresh = () => {
    const row = newRow(of)
    takeLabel(of, row, label)
    return row
  }
  const row = fresh()
  const isDense = events.length > MOST_SPELLED
  const stacks = stacksOf(of, events, isDense)
  const dated = stacks.filter(({ at }) => at.kind !== 'unknown')
  if (isDense) drawDense(of, row, top, dated)
  else drawStacks(of, row, top, dated, fresh)
  const undated = stacks.filter(({ at }) => at.kind === 'unknown').flatMap(stack => stack.events)
  drawUndated(of, row, top, undated, dated.length > 0 ? row.lines() : 0, label)
  return Math.max(row.lines(), label.lines)
}

const NO_LABEL: LaidLabel = { lines: 0, nameEnd: 0 }

function stacksOf(of: Context, events: readonly PointEvent[], isDense: boolean): Stack[] {
  const byPlace = new Map<string, { events: PointEvent[]; at: Extent }>()
  for (const event of events) {
    const place = placeOf(of.axis, event.entry, 'start')
    const at = extentOf(place, of.scale)
    const { mark: own } = event
    const mark = own.type === 'letters' ? (isDense ? own.letters : event.entry) : own.type
    const key = `${mark} ${at.kind} ${'low' in at ? at.low : ''} ${'high' in at ? at.high : ''}`
    const known = byPlace.get(key)
    if (known === undefined) byPlace.set(key, { events: [event], at })
    else known.events.push(event)
  }
  const order = (at: Extent) => (at.kind === 'unknown' || at.kind === 'before' ? 0 : at.low)
  return [...byPlace.values()].toSorted((a, b) => order(a.at) - order(b.at))
}

function pointGeometry(centre: number, half: number): Geometry {
  return { centre, from: centre - half, to: centre + half, draw: () => [] }
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
      return pointGeometry((at.low + at.high) / 2, half)
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

/** Each mark with its words on the side that spares the row a line. */
function drawStacks(
  of: Context,
  row: RowLayout,
  top: number,
  stacks: readonly Stack[],
  fresh: () => RowLayout,
): void {
  const { gap } = of.metrics
  const placed = stacks.flatMap(stack => {
    const [first] = stack.events
    if (first === undefined) return []
    const { geometry } = clusterOf(of, stack, first)
    const widths = stack.events.map(({ caption }) => widthOfPieces(caption, of.metrics))
    const between = gap + 2 * gapOf(of.metrics)
    const box = { from: geometry.from, to: geometry.to, widths, between }
    return [{ stack, geometry, box, first }]
  })
  const boxes = placed.map(({ box }) => box)
  const sides = sidesWithFewestLines(boxes, fresh, gap, of.reaches)
  placed.forEach(({ stack, geometry, box, first }, i) => {
    const isLeftFirst = sides[i] === true
    const spot = settle(row, box, { gap, maySplit: of.reaches, isLeftFirst })
    drawStack(of, row, top, { stack, geometry, first }, spot)
  })
}

function drawStack(
  of: Context,
  row: RowLayout,
  top: number,
  { stack, geometry, first }: Readonly<{ stack: Stack; geometry: Geometry; first: PointEvent }>,
  { line: lineIndex, words }: PointSpot,
): void {
  const { metrics, canvas } = of
  const { events } = stack
  const y = centreOfLine(of, top, lineIndex)
  canvas.marks.push(...geometry.draw(y))
  canvas.marks.push(...markOf(of, events, geometry.centre, y))
  const itemTop = top + lineIndex * metrics.row
  if (words !== null) {
    for (const { x, width, first: from, end } of words) {
      const place = { x, centre: y, maxWidth: width + 1, lineHeight: metrics.row }
      const pieces = captionOf(of, events.slice(from, end))
      canvas.words.push(...layPieces(pieces, place, metrics, first.entry).shapes)
    }
    const from = Math.min(geometry.from, ...words.map(({ x }) => x))
    const to = Math.max(geometry.to, ...words.map(({ x, width }) => x + width))
    listEvents(of, events, from, to - from, itemTop, 1)
    return
  }
  const linesBefore = row.lines()
  const beside = [{ x: geometry.to + metrics.gap, side: 'right' }] as const
  const pieces = captionOf(of, events)
  placeCaption(of, row, top, pieces, beside, { entry: first.entry, mayStray: false })
  const lines = row.lines() > linesBefore ? row.lines() - lineIndex : 1
  listEvents(of, events, geometry.from, geometry.to - geometry.from, itemTop, lines)
}

/** How far a mark at the very edge moves inwards so that none of it is cut. */
function shiftInside({ from, to }: Geometry, scale: Context['scale']): number {
  if (from < scale.left + 2) return scale.left + 2 - from
  return to > scale.right - 2 ? scale.right - 2 - to : 0
}

type Cluster = Readonly<{ stack: Stack; geometry: Geometry; half: number }>

/** Marks first, those that would touch as one with the count of both; then the words for which there is room. */
function drawDense(of: Context, row: RowLayout, top: number, stacks: readonly Stack[]): void {
  const { metrics, canvas } = of
  const drawn = clustersOf(of, stacks).map(({ stack, geometry }) => {
    let lineIndex = 0
    while (lineIndex < row.lines() && !row.isFree(lineIndex, geometry.from, geometry.to))
      lineIndex += 1
    const [first] = stack.events
    const y = centreOfLine(of, top, lineIndex)
    canvas.marks.push(...geometry.draw(y), ...markOf(of, stack.events, geometry.centre, y))
    row.take(lineIndex, geometry.from, geometry.to)
    return { stack, geometry, lineIndex, first, y }
  })
  for (const { stack, geometry, lineIndex, first, y } of drawn) {
    const itemTop = top + lineIndex * metrics.row
    const { from, to } = geometry
    const pieces = stack.events.length === 1 ? captionOf(of, stack.events) : []
    const width = widthOfPieces(pieces, metrics)
    const x = to + metrics.gap
    const isRoom =
      pieces.length > 0 &&
      x + width <= of.scale.right - 3 &&
      row.isOpen(x, x + width) &&
      row.isFree(lineIndex, x, x + width)
    if (isRoom && first !== undefined) {
      const place = { x, centre: y, maxWidth: width + 1, lineHeight: metrics.row }
      canvas.words.push(...layPieces(pieces, place, metrics, first.entry).shapes)
      row.take(lineIndex, x, x + width)
    }
    listEvents(of, stack.events, from, (isRoom ? x + width : to) - from, itemTop, 1)
  }
}

/** Sharp dates whose marks would touch become one; what is imprecise keeps its own interval. */
function clustersOf(of: Context, stacks: readonly Stack[]): Cluster[] {
  const clusters: Cluster[] = []
  const last = new Map<string, number>()
  for (const stack of stacks) {
    const [first] = stack.events
    if (first === undefined) continue
    const kind = first.mark.type === 'letters' ? first.mark.letters : first.mark.type
    const made = clusterOf(of, stack, first)
    const at = last.get(kind)
    const before = at === undefined ? undefined : clusters[at]
    const isSharp = stack.at.kind === 'point' || stack.at.kind === 'interval'
    if (
      at !== undefined &&
      before !== undefined &&
      isSharp &&
      made.geometry.from < before.geometry.to + of.metrics.gap * 0.5
    ) {
      const { events } = before.stack
      events.push(...stack.events)
      clusters[at] = clusterOf(of, { events, at: hullOf(before.stack.at, stack.at) }, first)
      continue
    }
    if (isSharp) last.set(kind, clusters.length)
    clusters.push(made)
  }
  return clusters
}

function clusterOf(of: Context, stack: Stack, first: PointEvent): Cluster {
  const half = markWidth(of, first, stack.events.length) / 2
  const free = geometryOf(of, stack.at, half, first.entry)
  const shift = shiftInside(free, of.scale)
  const geometry = {
    centre: free.centre + shift,
    from: free.from + shift,
    to: free.to + shift,
    draw: shift === 0 ? free.draw : () => [],
  }
  return { stack, half, geometry }
}

function hullOf(a: Extent, b: Extent): Extent {
  if (!('low' in a && 'high' in a && 'low' in b && 'high' in b)) return a
  return { kind: 'point', low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) }
}

function captionOf({ metrics }: Context, events: readonly PointEvent[]): Piece[] {
  const between: Piece = { kind: 'space', width: metrics.gap }
  return events.flatMap((event, i) => (i === 0 ? event.caption : [between, ...event.caption]))
}
