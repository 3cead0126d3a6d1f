import { dayAt } from '../../shared/dates/zone.ts'
import type { SinceMoment } from '../../shared/since/choice.ts'
import { sinceDay } from '../../shared/since/sinceDay.ts'
import { MACHINE_ZONE } from '../services/clock.ts'
import { textOf, UsageError, type Values } from './command.ts'

/** What `--since` names: a day, from whose beginning on everything is new, or the last meeting; null where it was not given. */
export function sinceOf(values: Values): SinceMoment | null {
  const text = textOf(values, 'since')
  if (text === null) return null
  if (text === 'last-meeting') return { from: 'lastMeeting' }
  const day = sinceDay(text, dayAt(Date.now(), MACHINE_ZONE))
  if (!day.ok) throw new UsageError(`--since: ${day.error}`)
  return { from: 'day', day: day.value }
}
