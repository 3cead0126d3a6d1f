import type { Place } from '../board/axis.ts'
import type { Scale } from './scale.ts'

/**
 * How a date lies on the axis: `point` is sharp; `interval` is a stated month or "32nd month", narrow enough for one mark;
 * `span` is wider, with both bounds recorded; `before` and `after` have one; `unknown` has none.
 */
export type Extent =
  | Readonly<{ kind: 'point'; low: number; high: number }>
  | Readonly<{ kind: 'interval'; low: number; high: number }>
  | Readonly<{ kind: 'span'; low: number; high: number }>
  | Readonly<{ kind: 'before'; high: number }>
  | Readonly<{ kind: 'after'; low: number }>
  | Readonly<{ kind: 'unknown' }>

/** The longest interval that is drawn as one mark on a band, in months. */
const LONGEST_INTERVAL_MONTHS = 3.5

/** Narrower than this, in the unit of the drawing, both bounds would be drawn over each other. */
const NARROWEST = 2.5

/** Positions of a place on a scale. A bound that was not recorded is left out, so that nothing can be drawn at it. */
export function extentOf(place: Place | undefined, scale: Scale): Extent {
  const low = place?.lowKnown === true ? place.low : null
  const high = place?.highKnown === true ? place.high : null
  if (low !== null && high !== null) {
    const [first, last] = [Math.min(low, high), Math.max(low, high)]
    const bounds = { low: scale.at(first), high: scale.at(last) }
    // A day is an interval too, but on a scale of years it is a point.
    if (bounds.high - bounds.low < NARROWEST) return { kind: 'point', ...bounds }
    return last - first <= LONGEST_INTERVAL_MONTHS
      ? { kind: 'interval', ...bounds }
      : { kind: 'span', ...bounds }
  }
  if (high !== null) return { kind: 'before', high: scale.at(high) }
  if (low !== null) return { kind: 'after', low: scale.at(low) }
  return { kind: 'unknown' }
}

/** The first position at which it can have been; null where nothing bounds it. */
export function earliest(extent: Extent): number | null {
  return extent.kind === 'unknown' || extent.kind === 'before' ? null : extent.low
}

/** The position from which it certainly had happened; null where nothing bounds it. */
export function latest(extent: Extent): number | null {
  return extent.kind === 'unknown' || extent.kind === 'after' ? null : extent.high
}
