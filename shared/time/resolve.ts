import { type Day, dayOf, isDayNumber, monthsBetween, shiftDayNumber } from '../dates/calendar.ts'
import { calendarBounds } from '../dates/formatDate.ts'
import type { DateStatement, TimeUnit } from '../dates/when.ts'
import { canonicalKey, type Graph, graphOf, type TimedEvent, type TimeKey } from './links.ts'
import { type Frame, type Solution, solve } from './solve.ts'
import { asDerived, type Bound, meets, NOWHERE, type Span } from './span.ts'

export { type TimedEvent, type TimeKey, timeKey } from './links.ts'

/** The calendar, in day numbers, or months since an event. */
export type TimeAxis = 'calendar' | Readonly<{ origin: TimeKey }>

/** Where an event lies on an axis. */
export type Position = Readonly<{
  /** The earliest and the latest it can be, both included; null where that bound is not recorded. */
  low: number | null
  high: number | null
  /** The bound is recorded, and no "about" weakens it. */
  lowKnown: boolean
  highKnown: boolean
  /** A bound was reached through another event, not stated for this axis: shown with ≈. */
  derived: boolean
  /** The statements cannot all be true; the first one is drawn. */
  conflicting: boolean
  /** Not placed, because events count from each other in a circle. */
  circular: boolean
}>

/** The events of a case, ready to be placed on any axis. */
export type Times = Readonly<{
  graph: Graph
  /** Where each event lies by the calendar, in day numbers. */
  calendar: ReadonlyMap<TimeKey, Position>
  calendarSpans: ReadonlyMap<TimeKey, Span>
}>

const DAYS_PER_MONTH = 146_097 / 4_800
const UNPLACED: Position = {
  low: null,
  high: null,
  lowKnown: false,
  highKnown: false,
  derived: false,
  conflicting: false,
  circular: false,
}

function positionsFrom(
  graph: Graph,
  { spans, conflicting }: Solution,
): ReadonlyMap<TimeKey, Position> {
  return new Map(
    [...graph.clauses.keys()].map(key => {
      const { low, high } = spans.get(key) ?? NOWHERE
      const position: Position = {
        low: low?.value ?? null,
        high: high?.value ?? null,
        lowKnown: low?.soft === false,
        highKnown: high?.soft === false,
        derived: low?.derived === true || high?.derived === true,
        conflicting: conflicting.has(key),
        circular: low === null && high === null && graph.circular.has(key),
      }
      return [key, position]
    }),
  )
}

function calendarSpan(statement: DateStatement): Span | null {
  const bounds = calendarBounds(statement)
  if (bounds === null) return null
  const bound = (value: number | null): Bound | null =>
    value === null ? null : { value, soft: false, derived: false }
  return { low: bound(bounds.first), high: bound(bounds.last) }
}

const CALENDAR: Frame = {
  shift: (day, amount, unit, toward) =>
    shiftDayNumber(day, amount, unit, toward === 'low' ? 'down' : 'up'),
  spanOfDate: calendarSpan,
  origin: null,
}

/** The fewest or the most calendar months that so many days can be, whichever months they lie in. */
function monthsOfDays(days: number, toward: 'low' | 'high'): number {
  if (days < 0) return -monthsOfDays(-days, toward === 'low' ? 'high' : 'low')
  // Months never stray from their mean length by three days in sum, or by two more in a hundred years.
  const stray = 3 + days / 18_000
  return toward === 'low'
    ? Math.max(days / 31, (days - stray) / DAYS_PER_MONTH)
    : Math.min(days / 28, (days + stray) / DAYS_PER_MONTH)
}

function shiftMonths(
  months: number,
  amount: number,
  unit: TimeUnit,
  toward: 'low' | 'high',
): number {
  switch (unit) {
    case 'day':
    case 'week':
      return months + monthsOfDays(amount * (unit === 'week' ? 7 : 1), toward)
    case 'month':
      return months + amount
    case 'year':
      return months + amount * 12
  }
}

function monthsFrom(from: Bound | null, to: Bound | null): Bound | null {
  if (from === null || to === null || !isDayNumber(from.value) || !isDayNumber(to.value))
    return null
  return {
    value: monthsBetween(dayOf(from.value), dayOf(to.value)),
    soft: from.soft || to.soft,
    derived: from.derived || to.derived,
  }
}

/** How far one span of days lies from another, in months. */
function monthsSince(origin: Span, span: Span): Span {
  return { low: monthsFrom(origin.high, span.low), high: monthsFrom(origin.low, span.high) }
}

/** Where every event lies by the calendar; see `positionsOn` for the months since an event. */
export function resolveTimes(events: readonly TimedEvent[]): Times {
  const graph = graphOf(events)
  const solution = solve(graph, CALENDAR)
  return { graph, calendar: positionsFrom(graph, solution), calendarSpans: solution.spans }
}

/** The calendar of an event fills what months cannot say of it, where both it and the origin have one. */
function fillFromCalendar(times: Times, origin: TimeKey, solution: Solution): Solution {
  const from = times.calendarSpans.get(origin) ?? NOWHERE
  const spans = new Map(
    [...solution.spans].map(([key, span]): [TimeKey, Span] => {
      if (span.low !== null && span.high !== null) return [key, span]
      const given = asDerived(monthsSince(from, times.calendarSpans.get(key) ?? NOWHERE))
      if (!meets(span, given)) return [key, span]
      return [key, { low: span.low ?? given.low, high: span.high ?? given.high }]
    }),
  )
  return { ...solution, spans }
}

/**
 * Where every event lies on an axis: by the calendar, or in months since an event (the same day next month is 1). What
 * is stated for the axis is kept; what only another event's place tells is `derived`; what nothing tells is not placed.
 */
export function positionsOn(axis: TimeAxis, times: Times): ReadonlyMap<TimeKey, Position> {
  if (axis === 'calendar') return times.calendar
  const { graph } = times
  const origin = canonicalKey(axis.origin, new Set(graph.clauses.keys()))
  const day = times.calendarSpans.get(origin) ?? NOWHERE
  const isStated = day.low?.derived !== true && day.high?.derived !== true
  const solution = solve(graph, {
    shift: shiftMonths,
    spanOfDate: statement => {
      const span = calendarSpan(statement)
      return span === null || !isStated ? null : monthsSince(day, span)
    },
    origin,
  })
  return positionsFrom(graph, fillFromCalendar(times, origin, solution))
}

/** The position of one event among those of an axis; not placed for an event that is not there. */
export function positionOf(key: TimeKey, positions: ReadonlyMap<TimeKey, Position>): Position {
  return positions.get(key) ?? UNPLACED
}

export function isOnAxis(position: Position): boolean {
  return position.low !== null || position.high !== null
}

/** The first and the last day of a position on the calendar. */
export function daysOf(position: Position): { first: Day | null; last: Day | null } {
  return {
    first: position.low === null ? null : dayOf(position.low),
    last: position.high === null ? null : dayOf(position.high),
  }
}

/**
 * Orders positions of one axis: by the earliest they can be, then by the latest. "Before" a time stands just before it,
 * "after" it just behind, and what is not placed last. Equal positions keep their order in a stable sort.
 */
export function comparePositions(a: Position, b: Position): number {
  const rank = (p: Position): readonly number[] => [
    p.low ?? p.high ?? Number.POSITIVE_INFINITY,
    p.low === null ? 0 : 1,
    p.high ?? Number.POSITIVE_INFINITY,
  ]
  const [x, y] = [rank(a), rank(b)]
  for (const [i, value] of x.entries()) {
    const other = y[i] ?? 0
    if (value !== other) return value < other ? -1 : 1
  }
  return 0
}
