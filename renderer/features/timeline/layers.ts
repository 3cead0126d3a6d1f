import type { Drawing, Role, Shape } from '../../../shared/timeline/shape.ts'

/**
 * What moves with time and what stays: `back`, `plot` and `words` move, clipped to the window of time; `under` and `over`
 * stay, and so do those of the head but its ticks.
 */
export const LAYERS = [
  'back',
  'under',
  'plot',
  'words',
  'over',
  'headUnder',
  'headPlot',
  'headOver',
] as const
export type Layer = (typeof LAYERS)[number]

const BACK: ReadonlySet<Role> = new Set(['zone', 'band', 'band.selected', 'fold', 'today'])
const GRID: ReadonlySet<Role> = new Set(['grid', 'grid.zero'])
const UNDER: ReadonlySet<Role> = new Set([
  'row.selected',
  'row.rule',
  'row.divider',
  'lane',
  'lane.head',
  'gutter',
  'gutter.edge',
])

/** What stands among words; no zigzag of a fold runs through them. */
const WORDS: ReadonlySet<Role> = new Set([
  'new',
  'new.dot',
  'conflictTag',
  'notEqual',
  'flag',
  'triangle',
  'triangle.flag',
  'missingBox',
  'missingLine',
  'letter',
  'letter.selected',
  'meter',
  'meter.empty',
  'meter.fill',
  'meter.open',
  'meter.cut',
])

/** A part of the drawing's height, whose shapes are painted when it comes into view. */
export type Chunk = Readonly<{ top: number; bottom: number; shapes: Map<Layer, Shape[]> }>

export type Layered = Readonly<{
  head: ReadonlyMap<Layer, readonly Shape[]>
  /** Lines of the scale through all lanes, which follow a zoom at once. */
  grid: readonly Shape[]
  /** Shapes that run through more than one chunk. */
  always: ReadonlyMap<Layer, readonly Shape[]>
  chunks: readonly Chunk[]
}>

export const CHUNK_HEIGHT = 40

/** A drawing in layers and chunks. */
export function layered(drawing: Drawing): Layered {
  const head = new Map<Layer, Shape[]>()
  const always = new Map<Layer, Shape[]>()
  const grid: Shape[] = []
  const count = Math.max(1, Math.ceil(drawing.height / CHUNK_HEIGHT))
  const chunks = Array.from({ length: count }, (_, i) => ({
    top: i * CHUNK_HEIGHT,
    bottom: (i + 1) * CHUNK_HEIGHT,
    shapes: new Map<Layer, Shape[]>(),
  }))
  drawing.shapes.forEach((shape, i) => {
    const [top, bottom] = heightsOf(shape)
    if (bottom <= drawing.headHeight + 0.5) {
      put(head, headLayer(shape, drawing), shape)
      return
    }
    if (GRID.has(shape.role)) {
      grid.push(shape)
      return
    }
    const layer = layerOf(shape, i, drawing)
    const chunk = chunks[Math.min(count - 1, Math.max(0, Math.floor(top / CHUNK_HEIGHT)))]
    const isLong = bottom - top > CHUNK_HEIGHT || chunk === undefined
    put(isLong ? always : chunk.shapes, layer, shape)
  })
  return { head, grid, always, chunks }
}

function put(into: Map<Layer, Shape[]>, layer: Layer, shape: Shape): void {
  const known = into.get(layer)
  if (known === undefined) into.set(layer, [shape])
  else known.push(shape)
}

function headLayer(shape: Shape, { labelWidth }: Drawing): Layer {
  if (shape.role === 'head' || shape.role === 'lane.head') return 'headUnder'
  return leftOf(shape) < labelWidth ? 'headOver' : 'headPlot'
}

function layerOf(shape: Shape, index: number, { labelWidth, pinnedFrom }: Drawing): Layer {
  if (index >= pinnedFrom) return 'over'
  if (BACK.has(shape.role)) return 'back'
  if (UNDER.has(shape.role)) return 'under'
  if (leftOf(shape) < labelWidth - 2) return 'over'
  return shape.kind === 'text' || WORDS.has(shape.role) ? 'words' : 'plot'
}

function leftOf(shape: Shape): number {
  switch (shape.kind) {
    case 'rect':
      return shape.x
    case 'line':
      return Math.min(shape.x1, shape.x2)
    case 'path':
      return Math.min(...shape.points.map(([x]) => x))
    case 'text':
      return Math.min(...shape.spans.map(span => span.x))
  }
}

function heightsOf(shape: Shape): readonly [top: number, bottom: number] {
  switch (shape.kind) {
    case 'rect':
      return [shape.y, shape.y + shape.height]
    case 'line':
      return [Math.min(shape.y1, shape.y2), Math.max(shape.y1, shape.y2)]
    case 'path': {
      let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
      for (const [, y] of shape.points) {
        if (y < top) top = y
        if (y > bottom) bottom = y
      }
      return [top, bottom]
    }
    case 'text': {
      // Letters are no wider than they are high, and run upwards when turned.
      const above = shape.turned ? shape.size : 0
      const tops = shape.spans.map(span => span.y - span.text.length * above)
      return [Math.min(...tops), Math.max(...shape.spans.map(span => span.y))]
    }
  }
}
