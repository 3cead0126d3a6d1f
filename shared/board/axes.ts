import { daysInMonth } from '../dates/calendar.ts'
import { formatOrdinal, formatPartialDate } from '../dates/formatDate.ts'
import type { PartialDate } from '../dates/when.ts'
import type { PatientMeetings } from '../meeting/patientMeetings.ts'
import type { Axis, AxisId, AxisTick, EventKey, Place } from './axis.ts'
import type { CaseIndex } from './caseIndex.ts'
import { type Chronology, firstDistantSite, firstSurgery } from './chronology.ts'
import { derived, reported } from './makeFact.ts'
import { entryOfMeeting } from './meetings.ts'

const LABEL = {
  surgery: 'Months since surgery',
  metastasis: 'Months since first metastasis',
  calendar: 'Calendar',
} as const satisfies Record<AxisId, string>

/** The ways in which time can be drawn, the one that more of the stated dates are in first. */
export function axesOf(index: CaseIndex, time: Chronology, meetings: PatientMeetings): Axis[] {
  const axisFor = (id: AxisId, unavailable: string | null) =>
    axisOf(index, time, meetings, id, unavailable)
  const axes: Axis[] = [
    axisFor('surgery', firstSurgery(index.of) === null ? 'no surgery is recorded' : null),
    axisFor(
      'metastasis',
      firstDistantSite(index.of, time) === null ? 'no distant site is recorded' : null,
    ),
    axisFor('calendar', time.hasCalendar ? null : 'no calendar date is recorded'),
  ]
  const preferred: AxisId = time.countsFromEvents ? 'surgery' : 'calendar'
  const rank = (axis: Axis) =>
    (axis.unavailable === null ? 0 : 10) +
    (axis.id === preferred ? 0 : axis.id === 'metastasis' ? 2 : 1)
  return axes.toSorted((a, b) => rank(a) - rank(b))
}

function axisOf(
  index: CaseIndex,
  time: Chronology,
  meetings: PatientMeetings,
  id: AxisId,
  unavailable: string | null,
): Axis {
  const places =
    unavailable === null ? { ...time.places(id), ...meetingPlaces(time, id, meetings) } : {}
  const { from, to } = extentOf(places)
  const keys = keyTicks(index, time, id, places)
  return {
    id,
    label: LABEL[id],
    unavailable,
    from,
    to,
    ticks:
      id === 'calendar'
        ? [...yearTicks(from, to), ...keys.calendar]
        : [...monthTicks(from, to), ...keys.months],
    lowerTicks:
      id === 'calendar' ? keys.months : [...derivedYearTicks(time, id, from, to), ...keys.calendar],
    lowerNote: lowerNote(time, id),
    bands: bandsOf(index, places),
    places,
    before: id === 'calendar' ? null : reported(`axis.${id}.before`, BEFORE[id]),
    after: null,
    calendarZero: calendarZero(time, id),
  }
}

function calendarZero(time: Chronology, id: AxisId): Axis['calendarZero'] {
  if (id === 'calendar') return { at: 0, about: false }
  const origin = time.calendarOfOrigin(id)
  if (origin === null) return null
  return { at: (origin.low + origin.high) / 2, about: origin.high - origin.low > 0.05 }
}

/** Where a day of the calendar, as `2026-11-22`, lies on an axis; null where its zero is not known by the calendar. */
export function monthsOfDay(axis: Axis, day: string): number | null {
  return axis.calendarZero === null ? null : calendarMonthsOf(day) - axis.calendarZero.at
}

/** A day in months since the year 0. */
function calendarMonthsOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return year * 12 + month - 1 + (date - 1) / daysInMonth(year, month)
}

/** Where meetings lie, whose days are known; on an axis whose zero the calendar does not know, nowhere. */
function meetingPlaces(time: Chronology, id: AxisId, meetings: PatientMeetings): Places {
  const origin = id === 'calendar' ? { low: 0, high: 0 } : time.calendarOfOrigin(id)
  if (origin === null) return {}
  return Object.fromEntries(
    meetings.map(({ meeting }): [EventKey, Place] => {
      const at = calendarMonthsOf(meeting.body.day)
      const known = { lowKnown: true, highKnown: true, derived: origin.high > origin.low }
      return [
        `${entryOfMeeting(meeting.id)}:start`,
        { low: at - origin.high, high: at - origin.low, ...known },
      ]
    }),
  )
}

const BEFORE = { surgery: 'before surgery', metastasis: 'before first metastasis' } as const

type Places = Axis['places']

/** From the first known bound (zero at the latest) to the last, with a margin for what is ongoing. */
function extentOf(places: Places): { from: number; to: number } {
  const known = Object.values(places).flatMap(place => [place?.low ?? null, place?.high ?? null])
  const numbers = known.filter(n => n !== null)
  if (numbers.length === 0) return { from: 0, to: 12 }
  const low = Math.min(...numbers)
  const high = Math.max(...numbers)
  return { from: Math.floor(low), to: Math.max(Math.ceil(high) + 1, Math.floor(low) + 6) }
}

/** Distance between grid ticks in months, so that there are at most about a dozen. */
function monthStep(from: number, to: number): number {
  return [1, 2, 3, 6, 12, 24, 36, 60, 120].find(step => (to - from) / step <= 10) ?? 240
}

function monthTicks(from: number, to: number): AxisTick[] {
  const step = monthStep(from, to)
  const ticks: AxisTick[] = []
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) {
    ticks.push({ at, label: String(at), weight: at === 0 ? 'key' : 'grid' })
  }
  return ticks
}

/** On the calendar axis a place is counted in months since the year 0. */
function yearTicks(from: number, to: number): AxisTick[] {
  const step = Math.max(1, Math.ceil(monthStep(from, to) / 12))
  const ticks: AxisTick[] = []
  for (let year = Math.ceil(from / 12); year * 12 <= to; year += 1) {
    if (year % step === 0) ticks.push({ at: year * 12, label: String(year), weight: 'grid' })
  }
  return ticks
}

/** "≈ Jan-2020" under the months, where a calendar date fixes the origin. */
function derivedYearTicks(time: Chronology, id: AxisId, from: number, to: number): AxisTick[] {
  const origin = calendarZero(time, id)
  if (origin === null) return []
  const about = origin.about ? '≈ ' : ''
  const zero = origin.at
  const step = Math.max(1, Math.ceil(monthStep(from, to) / 12))
  const ticks: AxisTick[] = []
  for (let year = Math.ceil((zero + from) / 12); year * 12 - zero <= to; year += 1) {
    if (year % step === 0) {
      ticks.push({ at: year * 12 - zero, label: `${about}Jan-${year}`, weight: 'grid' })
    }
  }
  return ticks
}

/** Ticks for what was stated: "11th", "32nd" over the months, "May-2022" over the calendar. */
function keyTicks(
  index: CaseIndex,
  time: Chronology,
  id: AxisId,
  places: Places,
): { months: AxisTick[]; calendar: AxisTick[] } {
  const months = new Map<string, AxisTick>()
  const calendar = new Map<string, AxisTick>()
  for (const entry of index.of.entries) {
    if (entry.body.kind === 'document') continue
    const place = places[`${entry.id}:start`]
    if (place === undefined || place.low === null || place.high === null) continue
    const at = (place.low + place.high) / 2
    for (const statement of time.statements(`${entry.id}:start`)) {
      if (statement.kind === 'date' && statement.date.length >= 7 && time.isSparse) {
        const label = formatPartialDate(monthOf(statement.date))
        calendar.set(label, { at, label, weight: 'key' })
      }
      if (
        statement.kind === 'relative' &&
        statement.offset.type === 'ordinal' &&
        statement.anchor.entry === time.originEntry(id)
      ) {
        const label = formatOrdinal(statement.offset.n)
        months.set(label, { at, label, weight: 'key' })
      }
    }
  }
  return { months: [...months.values()], calendar: [...calendar.values()] }
}

function monthOf(date: PartialDate): PartialDate {
  return date.slice(0, 7)
}

function lowerNote(time: Chronology, id: AxisId): Axis['lowerNote'] {
  if (id === 'calendar') return null
  const origin = time.calendarOfOrigin(id)
  if (origin === null) return reported(`axis.${id}.note`, 'no calendar date is recorded')
  if (origin.stated) return null
  return derived(`axis.${id}.note`, '≈ derived from what is stated by date and by interval')
}

/** Places as wide as the interval that a date was given as run through all lanes. */
function bandsOf(index: CaseIndex, places: Places): Axis['bands'] {
  return index.of.entries.flatMap(({ id, body }) => {
    const isBanded = body.kind === 'site' || body.kind === 'local'
    const place = places[`${id}:start`]
    return isBanded && place !== undefined && isNarrow(place)
      ? [{ from: place.low, to: place.high, entry: id }]
      : []
  })
}

function isNarrow(place: Place): place is Place & { low: number; high: number } {
  if (place.low === null || place.high === null || !place.lowKnown || !place.highKnown) return false
  const width = place.high - place.low
  return width > 0.2 && width <= 3.5
}
