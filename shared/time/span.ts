/** One end of where an event lies, in the units of an axis. */
export type Bound = Readonly<{
  value: number
  /** The words weaken it ("about"). */
  soft: boolean
  /** Reached through another event, not stated for this axis. */
  derived: boolean
}>
/** Where an event lies; a null bound is not recorded. */
export type Span = Readonly<{ low: Bound | null; high: Bound | null }>
/** A span as its words place it, and as far as the same words could still be true. */
export type Reach = Readonly<{ span: Span; wide: Span }>

export const NOWHERE: Span = { low: null, high: null }

/** Binary fractions of months differ in the last digits: less than this is the same instant. */
const SAME = 1e-9

export function isPlaced(span: Span): boolean {
  return span.low !== null || span.high !== null
}

function equal(a: Bound, b: Bound): Bound {
  return { value: a.value, soft: a.soft && b.soft, derived: a.derived && b.derived }
}

function later(a: Bound | null, b: Bound | null): Bound | null {
  if (a === null || b === null) return a ?? b
  if (Math.abs(a.value - b.value) <= SAME) return equal(a, b)
  return a.value > b.value ? a : b
}

function earlier(a: Bound | null, b: Bound | null): Bound | null {
  if (a === null || b === null) return a ?? b
  if (Math.abs(a.value - b.value) <= SAME) return equal(a, b)
  return a.value < b.value ? a : b
}

/** What all of them allow; null where that is nothing. */
export function intersection(spans: readonly Span[]): Span | null {
  const low = spans.map(span => span.low).reduce(later, null)
  const high = spans.map(span => span.high).reduce(earlier, null)
  if (low === null || high === null || low.value <= high.value) return { low, high }
  return low.value > high.value + SAME ? null : { low, high: { ...high, value: low.value } }
}

export function meets(a: Span, b: Span): boolean {
  return intersection([a, b]) !== null
}

/** What any of them allows. */
export function hull(spans: readonly Span[]): Span {
  const lows = spans.map(span => span.low)
  const highs = spans.map(span => span.high)
  return {
    low: lows.includes(null) ? null : lows.reduce(earlier, null),
    high: highs.includes(null) ? null : highs.reduce(later, null),
  }
}

export function asDerived(span: Span): Span {
  return {
    low: span.low && { ...span.low, derived: true },
    high: span.high && { ...span.high, derived: true },
  }
}

export function asSoft(span: Span): Span {
  return {
    low: span.low && { ...span.low, soft: true },
    high: span.high && { ...span.high, soft: true },
  }
}
