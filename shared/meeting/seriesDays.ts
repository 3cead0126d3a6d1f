import { type Day, dayNumber, dayOf } from '../dates/calendar.ts'
import type { SeriesBody } from './meeting.ts'

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: Day): number {
  // 1 January 1970 was a Thursday.
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** The day of the next meeting of a series: in its rhythm after the last one, and never before today. */
export function nextDayOf(
  { weekday, everyWeeks }: Pick<SeriesBody, 'weekday' | 'everyWeeks'>,
  last: Day | null,
  today: Day,
): Day {
  const now = dayNumber(today)
  const soonest = now + ((weekday - weekdayOf(today) + 7) % 7)
  if (last === null) return dayOf(soonest)
  const step = everyWeeks * 7
  // A meeting that was moved within its week leaves the rhythm as it is.
  const lastInRhythm = dayNumber(last) + (weekday - weekdayOf(last))
  const steps = Math.max(1, Math.ceil((now - lastInRhythm) / step))
  return dayOf(lastInRhythm + steps * step)
}
