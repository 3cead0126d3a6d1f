import { IHC_SCORES, type MarkerReading } from '../case/specimen.ts'
import { liesBelow, percentSpan, type Span } from './percentSpan.ts'

/** `open`: the values may be the same, or differ either way, as `>60` and `80`. */
export type ReadingDirection = 'up' | 'down' | 'same' | 'open'

/**
 * Which way a value went from one reading to another, compared as reported: percentages, then IHC scores, then total
 * scores, then equal words. Null where they are of different kinds and nothing can be said.
 */
export function directionBetween(from: MarkerReading, to: MarkerReading): ReadingDirection | null {
  if (from.percent !== null && to.percent !== null) {
    if (sameQuantity(from.percent, to.percent)) return 'same'
    return between(percentSpan(from.percent), percentSpan(to.percent))
  }
  if (from.percent !== null || to.percent !== null) return null
  if (from.ihc !== null && to.ihc !== null) return between(ihcSpan(from.ihc), ihcSpan(to.ihc), true)
  if (from.ihc !== null || to.ihc !== null) return null
  if (from.allred !== null && to.allred !== null) {
    return between(point(from.allred), point(to.allred))
  }
  if (from.hScore !== null && to.hScore !== null) {
    return between(point(from.hScore), point(to.hScore))
  }
  const onlyWords = from.allred === null && to.allred === null && from.hScore === to.hScore
  if (onlyWords && from.interpretation !== null && from.interpretation === to.interpretation) {
    return 'same'
  }
  return null
}

type Percent = NonNullable<MarkerReading['percent']>

function sameQuantity(a: Percent, b: Percent): boolean {
  return a.comparator === b.comparator && a.low === b.low && a.high === b.high
}

function point(value: number): Span {
  return { low: value, lowIn: true, high: value, highIn: true }
}

function ihcSpan(ihc: NonNullable<MarkerReading['ihc']>): Span {
  const low = IHC_SCORES.indexOf(ihc.low)
  const high = IHC_SCORES.indexOf(ihc.high ?? ihc.low)
  return { low: Math.min(low, high), lowIn: true, high: Math.max(low, high), highIn: true }
}

function between(
  from: Span | null,
  to: Span | null,
  equalBandsAreSame = false,
): ReadingDirection | null {
  if (from === null || to === null) return null
  const equal = from.low === to.low && from.high === to.high
  if (equal && (from.low === from.high || equalBandsAreSame)) return 'same'
  if (liesBelow(from, to)) return 'up'
  if (liesBelow(to, from)) return 'down'
  return 'open'
}
