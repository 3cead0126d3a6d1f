import type { AxisId, Place } from './axis.ts'
import type { BoardSpecimen } from './board.ts'
import type { Chronology } from './chronology.ts'
import type { Fact } from './fact.ts'
import { absent, derived } from './makeFact.ts'

/** Differences smaller than this are the rounding of calendar months, in months. */
const ROUNDING = 1e-6

/**
 * How long lies between the collection of two specimens, in whole months, from bounds that were recorded and no others:
 * "between 31 and 32 months", "at least 31 months". Without such bounds only the order is said, or that it is unknown.
 */
export function timeBetween(time: Chronology, first: BoardSpecimen, second: BoardSpecimen): Fact {
  const id = 'comparison.between'
  const conflicts = [...new Set([...first.collected.conflicts, ...second.collected.conflicts])]
  const undated = [first, second].filter(({ collected }) => collected.tone === 'missing')
  if (undated.length > 0) {
    const names = undated.map(({ label }) => label).join(', ')
    return absent(id, 'notRecorded', `time between them not evaluable: date of ${names}`, conflicts)
  }
  const spans = AXES.map(axis => spanBetween(time, axis, first, second)).filter(s => s !== null)
  // The axis that leaves the least open; what is stated on it, and not what was derived from it.
  const [span] = spans.toSorted((a, b) => width(a) - width(b))
  if (span === undefined) {
    return derived(
      id,
      `time between them not evaluable: ${lacking(time, [first, second])}`,
      conflicts,
    )
  }
  const isBackwards = span.high <= ROUNDING && span.low < -ROUNDING
  const [low, high] = isBackwards ? [-span.high, -span.low] : [span.low, span.high]
  const [before, after] = isBackwards ? [second, first] : [first, second]
  return derived(id, words(low, high, before.label, after.label), conflicts)
}

const AXES: readonly AxisId[] = ['surgery', 'calendar']

type Span = Readonly<{ low: number; high: number }>

function width({ low, high }: Span): number {
  return high - low
}

/** Months from one to the other; null where neither bound follows from what was recorded. */
function spanBetween(
  time: Chronology,
  axis: AxisId,
  first: BoardSpecimen,
  second: BoardSpecimen,
): Span | null {
  const places = time.places(axis)
  const from = bounds(places[`${first.entry}:start`])
  const to = bounds(places[`${second.entry}:start`])
  const low = to.low - from.high
  const high = to.high - from.low
  return Number.isFinite(low) || Number.isFinite(high) ? { low, high } : null
}

function bounds(place: Place | undefined): Span {
  return {
    low: place?.lowKnown === true && place.low !== null ? place.low : Number.NEGATIVE_INFINITY,
    high: place?.highKnown === true && place.high !== null ? place.high : Number.POSITIVE_INFINITY,
  }
}

/** The bounds for want of which nothing follows: "no latest date of D, E recorded". */
function lacking(time: Chronology, both: readonly BoardSpecimen[]): string {
  const places = AXES.map(axis => time.places(axis))
  const without = (bound: keyof Span) =>
    both
      .filter(({ entry }) =>
        places.every(of => !Number.isFinite(bounds(of[`${entry}:start`])[bound])),
      )
      .map(({ label }) => label)
      .join(', ')
  const [latest, earliest] = [without('high'), without('low')]
  return [
    latest === '' ? null : `no latest date of ${latest} recorded`,
    earliest === '' ? null : `no earliest date of ${earliest} recorded`,
  ]
    .filter(part => part !== null)
    .join(', ')
}

function words(low: number, high: number, before: string, after: string): string {
  if (Math.abs(low) <= ROUNDING && Math.abs(high) <= ROUNDING) return 'taken at the same time'
  const least = Math.floor(low + ROUNDING)
  const most = Math.ceil(high - ROUNDING)
  if (low < -ROUNDING) {
    // Either may have come first.
    if (!Number.isFinite(high))
      return `order not evaluable: ${after} at most ${-least} months before ${before}`
    if (!Number.isFinite(low))
      return `order not evaluable: ${after} at most ${months(most)} after ${before}`
    return `order not evaluable: ${after} from ${months(-least)} before to ${months(most)} after ${before}`
  }
  const lead = `${after} after ${before}`
  if (!Number.isFinite(high)) {
    return least < 1
      ? `${lead}; how long after is not recorded`
      : `${lead} by at least ${months(least)}`
  }
  if (most <= 1 && least < 1) return `${lead} by less than a month`
  return least === most
    ? `${lead} by ${months(least)}`
    : least < 1
      ? `${lead} by at most ${months(most)}`
      : `${lead} by ${least} to ${months(most)}`
}

function months(count: number): string {
  return count === 1 ? '1 month' : `${count} months`
}
