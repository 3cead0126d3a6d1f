import { assertNever } from '../../../shared/assertNever.ts'
import type { Day } from '../../../shared/dates/calendar.ts'
import { formatPartialDate } from '../../../shared/dates/formatDate.ts'
import { type Awaited, DEFERRAL_LABEL, type ItemState } from '../../../shared/meeting/listItem.ts'
import type { Meeting, MeetingStatus } from '../../../shared/meeting/meeting.ts'

/** By the number of the day: 1 is Monday. */
export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

/** The day with its weekday, such as "Thu 26-Nov-2026". */
export function dayWords(day: Day): string {
  const at = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return `${(WEEKDAYS[at] ?? '').slice(0, 3)} ${formatPartialDate(day)}`
}

/** Day and time of a meeting. */
export function whenWords({ body }: Meeting): string {
  return body.start === null ? dayWords(body.day) : `${dayWords(body.day)}, ${body.start}`
}

export const STATUS_WORDS = {
  planned: 'planned',
  held: 'held',
  closed: 'closed',
} as const satisfies Record<MeetingStatus, string>

/** Whether and why a case is discussed; where a deferred one landed is said by its own part. */
export function stateWords(state: ItemState): string {
  switch (state.state) {
    case 'forDiscussion':
      return 'for discussion'
    case 'notDiscussed':
      return 'not discussed'
    case 'deferred':
      return `deferred: ${DEFERRAL_LABEL[state.cause]}`
    default:
      return assertNever(state)
  }
}

/** A result that is awaited, and from whom. */
export function awaitedWords({ what, from }: Awaited): string {
  return from === null ? what : `${what}, from ${from}`
}

/** Awaited beyond the day for which it was promised. */
export function isOverdue({ arrived, expected }: Awaited, today: Day): boolean {
  return arrived === null && expected !== null && expected < today
}

/** A number with its noun: "1 case", "12 cases". */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** How long a case was looked at, in whole minutes; null for none. */
export function minuteWords(seconds: number): string | null {
  return seconds === 0 ? null : `${Math.max(1, Math.round(seconds / 60))} min`
}
