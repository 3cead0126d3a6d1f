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

/** Bars and lines are as long as their time; marks and words keep their size and stay at their date. */
export function moverOf(shape: Shape, elements: readonly SVGElement[], anchor: number): Mover {
  const [element] = elements
  if (element === undefined) return () => undefined
  const isStretched = STRETCHED.has(shape.role) || shape.role.startsWith('bar.')
  if (isStretched && shape.kind === 'rect')
    return to => {
      const x = to(shape.x)
      element.setAttribute('x', String(x))
      element.setAttribute('width', String(Math.max(0, to(shape.x + shape.width) - x)))
    }
  if (isStretched && shape.kind === 'line' && shape.x1 !== shape.x2)
    return to => {
      element.setAttribute('x1', String(to(shape.x1)))
      element.setAttribute('x2', String(to(shape.x2)))
    }
  return to => {
    const move = `translate(${to(anchor) - anchor} 0)`
    for (const each of elements) each.setAttribute('transform', move)
  }
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
