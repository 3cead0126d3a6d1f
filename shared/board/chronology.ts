import { type Case, entriesOf } from '../case/entry.ts'
import { dayOf, daysInMonth } from '../dates/calendar.ts'
import type { When } from '../dates/when.ts'
import type { EntryId } from '../ids.ts'
import {
  comparePositions,
  type Position,
  positionOf,
  positionsOn,
  resolveTimes,
  type TimeKey,
  type Times,
} from '../time/resolve.ts'
import type { AxisId, EventKey, Place } from './axis.ts'
import type { CaseIndex } from './caseIndex.ts'
import { eventsOf } from './events.ts'

/** When everything was: order, places on each axis, and what the origin of an axis is by the calendar. */
export type Chronology = Readonly<{
  /** Orders entries by their beginning; what has no place comes last, in the order it was made. */
  order(a: string, b: string): number
  places(axis: AxisId): Readonly<Partial<Record<EventKey, Place>>>
  statements(key: EventKey): When
  originEntry(axis: AxisId): EntryId | null
  /** The origin of a months axis in calendar months since the year 0. */
  calendarOfOrigin(axis: AxisId): Readonly<{ low: number; high: number; stated: boolean }> | null
  hasCalendar: boolean
  /** More dates are stated as intervals from another event than by the calendar. */
  countsFromEvents: boolean
  /** Few enough stated dates to name each at the axis. */
  isSparse: boolean
}>

/** The first surgery on a primary; else the first surgery. Null where none is recorded. */
export function firstSurgery(of: Case): EntryId | null {
  const primaries = new Set<string>(
    entriesOf(of, 'site')
      .filter(site => site.body.role === 'primary')
      .map(site => site.id),
  )
  const surgeries = entriesOf(of, 'local').filter(entry => entry.body.modality === 'surgery')
  const onPrimary = surgeries.find(entry => entry.body.sites.some(site => primaries.has(site)))
  return (onPrimary ?? surgeries[0])?.id ?? null
}

/** The distant site that was seen first: a confirmed one, else a suspected one. */
export function firstDistantSite(of: Case, time: Pick<Chronology, 'order'>): EntryId | null {
  const distant = entriesOf(of, 'site')
    .filter(site => site.body.role === 'distant' && site.body.certainty !== 'excluded')
    .toSorted((a, b) => time.order(a.id, b.id))
  const confirmed = distant.find(site => site.body.certainty === 'confirmed')
  return (confirmed ?? distant[0])?.id ?? null
}

export function chronology(index: CaseIndex): Chronology {
  const events = eventsOf(index.of)
  const times = resolveTimes(
    events.map(({ key, when, endsAfter }) => ({
      key,
      when,
      ...(endsAfter === null ? {} : { endsAfter }),
    })),
  )
  const surgery = firstSurgery(index.of)
  const positions = (origin: EntryId | null) =>
    origin === null ? times.calendar : positionsOn({ origin: startOf(origin) }, times)
  const main = positions(surgery)
  const order = (a: string, b: string) =>
    comparePositions(positionOf(startOf(a), main), positionOf(startOf(b), main))
  const metastasis = firstDistantSite(index.of, { order })
  const originOf = (axis: AxisId) =>
    axis === 'surgery' ? surgery : axis === 'metastasis' ? metastasis : null
  const statements = new Map<string, When>(events.map(({ key, when }) => [key, when]))
  const counts = countStatements(events.map(({ when }) => when))
  return {
    order,
    places: axis =>
      axis === 'calendar'
        ? calendarPlaces(times, events)
        : monthPlaces(originOf(axis) === surgery ? main : positions(originOf(axis)), events),
    statements: key => statements.get(key) ?? [],
    originEntry: originOf,
    calendarOfOrigin: axis => {
      const origin = originOf(axis)
      return origin === null ? null : calendarMonths(positionOf(startOf(origin), times.calendar))
    },
    hasCalendar: counts.calendar > 0,
    countsFromEvents: surgery !== null && counts.relative > counts.calendar,
    isSparse: counts.calendar <= 16,
  }
}

function startOf(entry: string): TimeKey {
  return `${entry}:start`
}

function countStatements(whens: readonly When[]): { calendar: number; relative: number } {
  const statements = whens.flat()
  return {
    calendar: statements.filter(({ kind }) => kind === 'date' || kind === 'between').length,
    relative: statements.filter(({ kind }) => kind === 'relative').length,
  }
}

type Keyed = readonly Readonly<{ key: EventKey }>[]

function monthPlaces(
  positions: ReadonlyMap<TimeKey, Position>,
  events: Keyed,
): Partial<Record<EventKey, Place>> {
  return placesOf(events, key => {
    const { low, high, lowKnown, highKnown, derived } = positionOf(key, positions)
    return { low, high, lowKnown, highKnown, derived }
  })
}

function calendarPlaces(times: Times, events: Keyed): Partial<Record<EventKey, Place>> {
  return placesOf(events, key => {
    const position = positionOf(key, times.calendar)
    return {
      low: position.low === null ? null : monthOfDay(position.low),
      // The last day counts to its end.
      high: position.high === null ? null : monthOfDay(position.high + 1),
      lowKnown: position.lowKnown,
      highKnown: position.highKnown,
      derived: position.derived,
    }
  })
}

function placesOf(
  events: Keyed,
  placeOf: (key: EventKey) => Place,
): Partial<Record<EventKey, Place>> {
  const placed = events
    .map(({ key }) => [key, placeOf(key)] as const)
    .filter(([, place]) => place.low !== null || place.high !== null)
  return Object.fromEntries(placed)
}

/** A day number as months since the year 0, the days over as a part of their month. */
function monthOfDay(dayNumber: number): number {
  const day = dayOf(dayNumber)
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  return year * 12 + month - 1 + (Number(day.slice(8, 10)) - 1) / daysInMonth(year, month)
}

function calendarMonths(position: Position) {
  if (position.low === null || position.high === null) return null
  return {
    low: monthOfDay(position.low),
    high: monthOfDay(position.high + 1),
    stated: !position.derived,
  }
}
