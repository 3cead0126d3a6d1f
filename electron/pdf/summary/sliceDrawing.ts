import type { Drawing, Shape, TextShape } from '../../../shared/timeline/shape.ts'

type Part = Pick<Drawing, 'width' | 'height' | 'shapes'>

/**
 * A drawing of the time axis in parts of at most a height, each under the same scale, so that a long one goes on over
 * several pages in its own size. Cut between two items only; one item that is taller than a page stays whole.
 */
export function sliceDrawing(drawing: Drawing, tallest: number): Part[] {
  const { width, height, headHeight, shapes } = drawing
  if (height <= tallest) return [drawing]
  const head = shapes.filter(shape => bottomOf(shape) <= headHeight + EPSILON)
  const body = shapes.filter(shape => bottomOf(shape) > headHeight + EPSILON)
  const cuts = cutsOf(drawing, tallest)
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i] ?? headHeight
    const shift = headHeight - from
    const inside = body.flatMap(shape => clip(shape, from, to)).map(shape => moved(shape, shift))
    return { width, height: headHeight + to - from, shapes: [...head, ...inside] }
  })
}

const EPSILON = 0.01

/** Heights at which the drawing is parted, its ends included. */
function cutsOf({ height, headHeight, lanes, rows, shapes }: Drawing, tallest: number): number[] {
  const words = shapes.filter(shape => shape.kind === 'text').map(lettersOf)
  const places = [...lanes.map(lane => lane.top), ...rows.map(row => row.top)]
    .filter(y => rows.every(row => y <= row.top + EPSILON || y >= row.top + row.height - EPSILON))
    // Words may run over more lines than their row is high.
    .filter(y => words.every(([top, bottom]) => y <= top || y >= bottom))
    .toSorted((a, b) => a - b)
  const cuts = [headHeight]
  let from = headHeight
  while (height - from > tallest - headHeight) {
    const limit = from + tallest - headHeight
    const next =
      places.findLast(y => y > from + EPSILON && y <= limit) ??
      places.find(y => y > limit) ??
      height
    if (next >= height) break
    cuts.push(next)
    from = next
  }
  return [...cuts, height]
}

/** The shape as far as it lies between two heights: what runs through is cut, what stands in one place stays whole. */
function clip(shape: Shape, from: number, to: number): Shape[] {
  if (shape.kind === 'rect' && RUNNING.has(shape.role)) {
    const y = Math.max(shape.y, from)
    const bottom = Math.min(shape.y + shape.height, to)
    return bottom <= y ? [] : [{ ...shape, y, height: bottom - y }]
  }
  if (shape.kind === 'line' && shape.x1 === shape.x2) {
    const y1 = Math.max(Math.min(shape.y1, shape.y2), from)
    const y2 = Math.min(Math.max(shape.y1, shape.y2), to)
    return y2 <= y1 ? [] : [{ ...shape, y1, y2 }]
  }
  if (shape.kind === 'path' && shape.role === 'bracket.together') {
    const points = shape.points.map(([x, y]) => [x, Math.min(Math.max(y, from), to)] as const)
    return extentOf(points.map(([, y]) => y)) <= EPSILON ? [] : [{ ...shape, points }]
  }
  if (shape.kind === 'path' && shape.role === 'fold.edge') {
    const points = shape.points.filter(([, y]) => y >= from && y <= to)
    return points.length < 2 ? [] : [{ ...shape, points }]
  }
  const middle = middleOf(shape)
  return middle >= from && middle < to ? [shape] : []
}

const RUNNING: ReadonlySet<string> = new Set([
  'zone',
  'band',
  'band.selected',
  'fold',
  'gutter',
  'surface',
])

function moved(shape: Shape, by: number): Shape {
  switch (shape.kind) {
    case 'rect':
      return { ...shape, y: shape.y + by }
    case 'line':
      return { ...shape, y1: shape.y1 + by, y2: shape.y2 + by }
    case 'path':
      return { ...shape, points: shape.points.map(([x, y]) => [x, y + by] as const) }
    case 'text':
      return { ...shape, spans: shape.spans.map(span => ({ ...span, y: span.y + by })) }
  }
}

function heightsOf(shape: Shape): number[] {
  switch (shape.kind) {
    case 'rect':
      return [shape.y, shape.y + shape.height]
    case 'line':
      return [shape.y1, shape.y2]
    case 'path':
      return shape.points.map(([, y]) => y)
    case 'text':
      // A text belongs where its letters stand, which is over the baseline.
      return shape.spans.map(span => span.y - shape.size * 0.4)
  }
}

/** From the top of the first line's letters to the foot of the last one's. */
function lettersOf({ spans, size }: TextShape): readonly [number, number] {
  const lines = spans.map(span => span.y)
  return [Math.min(...lines) - size * 0.75, Math.max(...lines) + size * 0.05]
}

function bottomOf(shape: Shape): number {
  return Math.max(...heightsOf(shape))
}

function middleOf(shape: Shape): number {
  const heights = heightsOf(shape)
  return (Math.min(...heights) + Math.max(...heights)) / 2
}

function extentOf(heights: readonly number[]): number {
  return Math.max(...heights) - Math.min(...heights)
}
