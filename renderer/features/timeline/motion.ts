import type { Axis } from '../../../shared/board/axis.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { extentOf } from '../../../shared/timeline/extent.ts'
import type { Scale } from '../../../shared/timeline/scale.ts'
import type { Role, Shape } from '../../../shared/timeline/shape.ts'

/** Moves a painted shape to where it lies on another scale; `to` says where a position of the drawing goes. */
export type Mover = (to: (x: number) => number) => void

const STRETCHED: ReadonlySet<Role> = new Set([
  'zone',
  'band',
  'band.selected',
  'hatch',
  'possible',
  'interval',
  'collected',
  'leader',
])

/** Shapes that follow each other and move as one; those that stretch have no anchor and move each by itself. */
export type ShapeRun = Readonly<{ anchor: number | null; shapes: readonly Shape[] }>

export function runsOf(shapes: readonly Shape[], anchorOf: (shape: Shape) => number): ShapeRun[] {
  const runs: { anchor: number | null; shapes: Shape[] }[] = []
  for (const shape of shapes) {
    const anchor = isStretched(shape) ? null : anchorOf(shape)
    const last = runs.at(-1)
    if (last !== undefined && last.anchor === anchor) last.shapes.push(shape)
    else runs.push({ anchor, shapes: [shape] })
  }
  return runs
}

function isStretched(shape: Shape): boolean {
  const isLong = STRETCHED.has(shape.role) || shape.role.startsWith('bar.')
  return isLong && (shape.kind === 'rect' || (shape.kind === 'line' && shape.x1 !== shape.x2))
}

/** Marks and words keep their size and stay at their date. */
export function carrierOf(element: SVGElement, anchor: number): Mover {
  return to => element.setAttribute('transform', `translate(${to(anchor) - anchor} 0)`)
}

/** Bars and lines are as long as their time. */
export function moverOf(shape: Shape, element: Element): Mover {
  if (shape.kind === 'rect')
    return to => {
      const x = to(shape.x)
      element.setAttribute('x', String(x))
      element.setAttribute('width', String(Math.max(0, to(shape.x + shape.width) - x)))
    }
  if (shape.kind === 'line')
    return to => {
      element.setAttribute('x1', String(to(shape.x1)))
      element.setAttribute('x2', String(to(shape.x2)))
    }
  return () => undefined
}

/** Finds the date that a shape belongs to: of the dates of its entry the nearest, else where it stands itself. */
export function anchorsOf(axis: Axis, scale: Scale): (shape: Shape) => number {
  const known = new Map<EntryId, readonly number[]>()
  const of = (entry: EntryId): readonly number[] => {
    const found = known.get(entry)
    if (found !== undefined) return found
    const ends = (['start', 'end'] as const).flatMap(end => {
      const extent = extentOf(axis.places[`${entry}:${end}`], scale)
      return [...('low' in extent ? [extent.low] : []), ...('high' in extent ? [extent.high] : [])]
    })
    known.set(entry, ends)
    return ends
  }
  return shape => {
    const x = middleOf(shape)
    const dates = shape.entry === null ? [] : of(shape.entry)
    return dates.reduce(
      (best, date) => (Math.abs(date - x) < Math.abs(best - x) ? date : best),
      dates[0] ?? x,
    )
  }
}

function middleOf(shape: Shape): number {
  switch (shape.kind) {
    case 'rect':
      return shape.x + shape.width / 2
    case 'line':
      return (shape.x1 + shape.x2) / 2
    case 'path':
      return shape.points.reduce((sum, [x]) => sum + x, 0) / Math.max(1, shape.points.length)
    case 'text':
      return shape.spans[0]?.x ?? 0
  }
}
