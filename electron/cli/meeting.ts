import { z } from 'zod'
import { wholeDay } from '../../shared/dates/wholeDay.ts'
import { dayAt } from '../../shared/dates/zone.ts'
import type { Meeting } from '../../shared/meeting/meeting.ts'
import { MACHINE_ZONE } from '../services/clock.ts'
import { CliRefusal, UsageError } from './command.ts'
import type { Ask } from './workspace.ts'

/** The meeting with an id, or the only one on a day; refuses when there is none or more than one. */
export async function meetingOf(ask: Ask, idOrDate: string): Promise<Meeting> {
  if (z.uuid().safeParse(idOrDate).success)
    return (await ask('meeting:get', { meetingId: idOrDate })).meeting
  const read = wholeDay(idOrDate, dayAt(Date.now(), MACHINE_ZONE))
  if (!read.ok) throw new UsageError(`--meeting: ${read.error}`)
  const day = read.value
  const { meetings } = await ask('meeting:list', { from: day, to: day })
  const [only] = meetings
  if (only === undefined) throw new CliRefusal('This workspace has no meeting on that day.')
  if (meetings.length > 1)
    throw new CliRefusal('There are several meetings on that day; give the id of one instead.')
  return only.meeting
}
