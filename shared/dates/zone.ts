import { type Day, dayNumber } from './calendar.ts'
import { formatPartialDate } from './formatDate.ts'

/** How many minutes the clock on the wall is ahead of UTC at an instant in milliseconds since 1970. */
export type Zone = (atMs: number) => number

const MS_PER_MINUTE = 60_000
const MS_PER_DAY = 86_400_000

/** What the clock on the wall shows at an instant, as `2026-11-22T14:32:05.120` without a zone. */
function wall(atMs: number, zone: Zone): string {
  return new Date(atMs + zone(atMs) * MS_PER_MINUTE).toISOString().slice(0, -1)
}

/** The calendar day on which an instant fell where the clock on the wall goes by this zone. */
export function dayAt(atMs: number, zone: Zone): Day {
  return wall(atMs, zone).slice(0, 10)
}

/**
 * The first instant of a calendar day, in milliseconds since 1970. Where the clocks jump over midnight the day begins with
 * the jump; where midnight comes twice, with the first.
 */
export function startOfDay(day: Day, zone: Zone): number {
  const midnight = dayNumber(day) * MS_PER_DAY
  const offsets = [-1, 0, 1].map(days => zone(midnight + days * MS_PER_DAY))
  const starts = offsets
    .map(offset => midnight - offset * MS_PER_MINUTE)
    .filter(start => dayAt(start, zone) === day)
  // A zone that skipped the whole day, as Samoa did 30-Dec-2011, goes on with the next.
  return starts.length === 0 ? midnight - Math.min(...offsets) * MS_PER_MINUTE : Math.min(...starts)
}

/** The instant at which the clock on the wall shows a time such as `14:30` on a day; the earlier one where it does so twice. */
export function momentOf(day: Day, time: string, zone: Zone): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const shown = dayNumber(day) * MS_PER_DAY + (hours * 60 + minutes) * MS_PER_MINUTE
  const offsets = [shown - MS_PER_DAY, shown + MS_PER_DAY].map(zone)
  const instants = offsets.map(offset => shown - offset * MS_PER_MINUTE)
  const exact = instants.filter(at => at + zone(at) * MS_PER_MINUTE === shown)
  return Math.min(...(exact.length === 0 ? instants : exact))
}

/** `22-Nov-2026 14:32`, by the clock on the wall. */
export function formatMoment(at: string, zone: Zone): string {
  const local = wall(Date.parse(at), zone)
  return `${formatPartialDate(local.slice(0, 10))} ${local.slice(11, 16)}`
}
