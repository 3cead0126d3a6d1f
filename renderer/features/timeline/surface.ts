import type { Axis } from '../../../shared/board/axis.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { drawScaleAt } from '../../../shared/timeline/drawTimeline.ts'
import type { Density } from '../../../shared/timeline/metrics.ts'
import { type Scale, scaleOf } from '../../../shared/timeline/scale.ts'
import type { Drawing, Shape } from '../../../shared/timeline/shape.ts'
import { carried, type View } from '../../../shared/timeline/view.ts'
import { LAYERS, type Layer, type Layered, layered } from './layers.ts'
import { anchorsOf, carrierOf, type Mover, moverOf, runsOf } from './motion.ts'
import { elementsOf, type Paint, paintShape, svg } from './paintShape.ts'
import styles from './shapes.module.css'

/** What is painted and how it was drawn. */
export type Shown = Readonly<{
  drawing: Drawing
  axis: Axis
  density: Density
  rowHeight: number
}>

type Painted = { movers: Mover[] | null; groups: Map<Layer, SVGElement> }

/** How much more than the window is painted in advance, so that a short scroll meets painted rows. */
const MARGIN = 160
/** How far letters reach above the line that they stand on. */
const LETTERS = 24

/**
 * Paints a drawing into the page without React: what is in view first, the rest as it comes into view. While time is
 * moved or zoomed, what is painted follows the hand; it is drawn anew when the hand rests.
 */
export class Surface {
  private readonly head: Element
  private readonly lanes: Element
  private readonly base: string
  private shown: Shown | null = null
  private layers: Layered | null = null
  private roots = new Map<Layer, SVGElement>()
  private movable: SVGElement[] = []
  private painted = new Map<number, Painted>()
  private paint: Paint | null = null
  private gridRoot: SVGElement | null = null
  private zoom = 1
  private window: readonly [number, number] = [0, 0]
  private anchorOf: (shape: Shape) => number = () => 0
  private scale: Scale | null = null

  constructor(head: Element, lanes: Element, base: string) {
    this.head = head
    this.lanes = lanes
    this.base = base
  }

  /** Paints a drawing as far as it lies between two heights. */
  show(shown: Shown, view: View, window: readonly [top: number, bottom: number]): void {
    const { drawing, axis } = shown
    this.shown = shown
    this.layers = layered(drawing)
    this.roots = new Map()
    this.movable = []
    this.painted = new Map()
    this.lastScales = null
    this.zoom = drawing.zoom
    const scale = scaleOf(drawing.time, drawing.zoom)
    this.scale = scale
    this.anchorOf = anchorsOf(axis, scale)
    const { width, height, headHeight } = drawing
    const head = sheet(width, headHeight)
    const lanes = sheet(width, height)
    const defs = svg('defs', {})
    lanes.append(defs)
    this.paint = { base: this.base, defs, made: new Set() }
    this.layer(head, 'headUnder', false, headHeight)
    this.layer(head, 'headPlot', true, headHeight)
    this.layer(head, 'headOver', false, headHeight)
    this.layer(lanes, 'back', true, height)
    this.layer(lanes, 'under', false, height)
    this.layer(lanes, 'plot', true, height)
    this.layer(lanes, 'words', true, height)
    this.layer(lanes, 'over', false, height)
    for (const layer of LAYERS) {
      const root = this.roots.get(layer)
      for (const shape of this.layers.head.get(layer) ?? []) this.add(root, shape)
    }
    this.gridRoot = svg('g', {})
    for (const shape of this.layers.grid) this.add(this.gridRoot, shape)
    this.paintAlways()
    this.move(view)
    this.see(window)
    this.head.replaceChildren(head)
    this.lanes.replaceChildren(lanes)
  }

  /** Paints what has come between two heights, and no more. */
  see(window: readonly [top: number, bottom: number]): void {
    this.reach(window, LETTERS)
  }

  /** Paints what has come between two heights or near them. */
  reach(window: readonly [top: number, bottom: number], margin = MARGIN): void {
    this.window = window
    this.layers?.chunks.forEach(({ top, bottom, shapes }, i) => {
      if (this.painted.has(i) || bottom < window[0] - MARGIN || top > window[1] + margin) return
      const groups = new Map<Layer, SVGElement>()
      for (const [layer, all] of shapes) {
        const group = svg('g', {})
        for (const shape of all) this.add(group, shape)
        const over = layer === 'plot' ? this.painted.get(ALWAYS)?.groups.get('plot') : undefined
        this.roots.get(layer)?.insertBefore(group, over ?? null)
        groups.set(layer, group)
      }
      this.painted.set(i, { movers: null, groups })
      if (this.zoom !== this.shown?.drawing.zoom) this.follow(i, this.zoom)
    })
  }

  /** Shows another part of the axis, or the same at another zoom. */
  move({ zoom, offset }: View): void {
    const { shown } = this
    if (shown === null) return
    const shift = `translate(${-offset} 0)`
    for (const element of this.movable) element.setAttribute('transform', shift)
    if (zoom === this.zoom) return
    this.zoom = zoom
    const { head, grid } = drawScaleAt(shown.drawing, shown, zoom)
    const inTime = head.filter(shape => isInTime(shape, shown.drawing))
    if (this.paint !== null) {
      repaint(this.roots.get('headPlot'), inTime, this.paint)
      repaint(this.gridRoot, grid, this.paint)
    }
    for (const at of this.painted.keys()) this.follow(at, zoom)
  }

  /** The stretch of the drawing that an entry takes in time; null where it has none there. */
  rangeOf(entry: EntryId): Readonly<{ from: number; to: number }> | null {
    const { shown, scale } = this
    if (shown === null || scale === null) return null
    const { axis } = shown
    const xs = (['start', 'end'] as const).flatMap(end => {
      const place = axis.places[`${entry}:${end}`]
      return [place?.low ?? null, place?.high ?? null].flatMap(at =>
        at === null ? [] : [scale.at(at)],
      )
    })
    return xs.length === 0 ? null : { from: Math.min(...xs), to: Math.max(...xs) }
  }

  private paintAlways(): void {
    const groups = new Map<Layer, SVGElement>()
    for (const layer of LAYERS) {
      const root = this.roots.get(layer)
      if (root === undefined) continue
      const group = svg('g', {})
      for (const shape of this.layers?.always.get(layer) ?? []) this.add(group, shape)
      root.append(group)
      if (layer === 'back' && this.gridRoot !== null) root.append(this.gridRoot)
      groups.set(layer, group)
    }
    this.painted.set(ALWAYS, { movers: null, groups })
  }

  private layer(into: SVGElement, layer: Layer, isMoving: boolean, height: number): void {
    const group = svg('g', {})
    this.roots.set(layer, group)
    const { shown } = this
    if (!isMoving || shown === null) {
      into.append(group)
      return
    }
    const { labelWidth, width } = shown.drawing
    const clip = svg('svg', {
      x: labelWidth,
      y: 0,
      width: Math.max(0, width - labelWidth),
      height,
      viewBox: `${labelWidth} 0 ${Math.max(0, width - labelWidth)} ${height}`,
    })
    clip.append(group)
    into.append(clip)
    this.movable.push(group)
  }

  private add(into: SVGElement | null | undefined, shape: Shape): void {
    if (this.paint === null || into === null || into === undefined) return
    into.append(...paintShape(shape, this.paint))
  }

  /** Brings a painted part to another zoom; parts out of view wait until they come into it. */
  private follow(at: number, zoom: number): void {
    const { shown, layers } = this
    const part = this.painted.get(at)
    if (shown === null || layers === null || part === undefined) return
    const chunk = layers.chunks[at]
    const [top, bottom] = this.window
    if (chunk !== undefined && (chunk.bottom < top - MARGIN || chunk.top > bottom + MARGIN)) return
    part.movers ??= this.moversOf(chunk?.shapes ?? layers.always, part.groups)
    const [from, to] = this.scales(shown.drawing, zoom)
    const known = new Map<number, number>()
    const carry = (x: number) => {
      const found = known.get(x)
      if (found !== undefined) return found
      const moved = Math.round(carried(x, from, to) * 100) / 100
      known.set(x, moved)
      return moved
    }
    for (const mover of part.movers) mover(carry)
  }

  private moversOf(
    shapes: ReadonlyMap<Layer, readonly Shape[]>,
    groups: ReadonlyMap<Layer, SVGElement>,
  ): Mover[] {
    return MOVING.flatMap(layer => {
      const elements = [...(groups.get(layer)?.children ?? [])]
      const take = (count: number) => elements.splice(0, count)
      return runsOf(shapes.get(layer) ?? [], this.anchorOf).flatMap(({ anchor, shapes: run }) => {
        if (anchor === null)
          return run.flatMap(shape => take(elementsOf(shape)).map(one => moverOf(shape, one)))
        // Marks and words of one date that follow each other move as one.
        const group = together(take(run.reduce((sum, shape) => sum + elementsOf(shape), 0)))
        return group === null ? [] : [carrierOf(group, anchor)]
      })
    })
  }

  private lastScales: Readonly<{ zoom: number; scales: readonly [Scale, Scale] }> | null = null

  private scales({ time, zoom: drawn }: Drawing, zoom: number): readonly [Scale, Scale] {
    if (this.lastScales?.zoom !== zoom)
      this.lastScales = { zoom, scales: [scaleOf(time, drawn), scaleOf(time, zoom)] }
    return this.lastScales.scales
  }
}

/** Puts neighbours into a group of their own, in their place. */
function together(elements: readonly Element[]): SVGElement | null {
  const [first] = elements
  if (first === undefined) return null
  const group = svg('g', {})
  first.replaceWith(group)
  group.append(...elements)
  return group
}

const ALWAYS = -1
const MOVING: readonly Layer[] = ['back', 'plot', 'words']

/** Puts shapes in the place of others, with the elements that are there as far as they are of the same kind. */
function repaint(
  root: SVGElement | null | undefined,
  shapes: readonly Shape[],
  paint: Paint,
): void {
  if (root === null || root === undefined) return
  const fresh = shapes.flatMap(shape => paintShape(shape, paint))
  fresh.forEach((element, i) => {
    const old = root.children[i]
    if (old === undefined) root.append(element)
    else if (!old.isEqualNode(element)) old.replaceWith(element)
  })
  while (root.children.length > fresh.length) root.lastElementChild?.remove()
}

function isInTime(shape: Shape, { labelWidth }: Drawing): boolean {
  if (shape.role === 'head' || shape.role === 'lane.head') return false
  return shape.kind !== 'text' || (shape.spans[0]?.x ?? 0) >= labelWidth
}

function sheet(width: number, height: number): SVGElement {
  const element = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}` })
  element.setAttribute('class', styles.svg ?? '')
  element.setAttribute('aria-hidden', 'true')
  element.setAttribute('focusable', 'false')
  return element
}
