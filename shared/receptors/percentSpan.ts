import { assertNever } from '../assertNever.ts'
import type { Quantity } from '../values/quantity.ts'

/** A set of possible percentages: from low to high, each end itself in the set or not. */
export type Span = Readonly<{ low: number; lowIn: boolean; high: number; highIn: boolean }>

/** So little that it only decides on which side of a boundary an approximate value may lie. */
const NUDGE = 1e-6

/**
 * The percentages that a reported value can stand for: `<10` is 0 up to but not 10, `>60` is above 60 up to 100, `~10`
 * lies a little to either side of 10. Null for what is no percentage at all (below 0, above 100).
 */
export function percentSpan(quantity: Quantity): Span | null {
  const { comparator, low } = quantity
  const high = quantity.high ?? low
  if (low < 0 || high > 100) return null
  switch (comparator) {
    case '=':
      return { low, lowIn: true, high, highIn: true }
    case '~':
      return {
        low: Math.max(0, low - NUDGE),
        lowIn: true,
        high: Math.min(100, high + NUDGE),
        highIn: true,
      }
    case '<':
      return low === 0 ? null : { low: 0, lowIn: true, high: low, highIn: false }
    case '<=':
      return { low: 0, lowIn: true, high: low, highIn: true }
    case '>':
      return low === 100 ? null : { low, lowIn: false, high: 100, highIn: true }
    case '>=':
      return { low, lowIn: true, high: 100, highIn: true }
    default:
      return assertNever(comparator)
  }
}

/** Nuclei stained, by Allred proportion score 0 to 5. CLINICAL: CLINICAL 3.1, citing the CAP template. */
const ALLRED_PROPORTION: readonly Span[] = [
  { low: 0, lowIn: true, high: 0, highIn: true },
  { low: 0, lowIn: false, high: 1, highIn: false },
  { low: 1, lowIn: true, high: 10, highIn: true },
  { low: 10, lowIn: false, high: 33, highIn: true },
  { low: 33, lowIn: false, high: 66, highIn: true },
  { low: 66, lowIn: false, high: 100, highIn: true },
]

/**
 * The percentages that an Allred total can stand for. CLINICAL: a total is proportion 1-5 plus intensity 1-3, so most
 * totals leave several proportions open; none is picked (CLINICAL 3.1).
 */
export function allredSpan(total: number): Span | null {
  const lowest = ALLRED_PROPORTION[total === 0 ? 0 : Math.max(1, total - 3)]
  const highest = ALLRED_PROPORTION[total === 0 ? 0 : Math.min(5, total - 1)]
  if (lowest === undefined || highest === undefined) return null
  return { low: lowest.low, lowIn: lowest.lowIn, high: highest.high, highIn: highest.highIn }
}

export function overlap(a: Span, b: Span): boolean {
  return !liesBelow(a, b) && !liesBelow(b, a)
}

/** Whether every value of `a` is smaller than every value of `b`. */
export function liesBelow(a: Span, b: Span): boolean {
  return a.high < b.low || (a.high === b.low && !(a.highIn && b.lowIn))
}
