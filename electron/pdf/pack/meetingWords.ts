import { formatPartialDate } from '../../../shared/dates/formatDate.ts'
import type { MeetingBody } from '../../../shared/meeting/meeting.ts'
import type { PackKind } from '../../../shared/meeting/pack.ts'

export const PACK_NAME = {
  pack: 'Meeting pack',
  agenda: 'Agenda',
  supplement: 'Supplement to the meeting pack',
  letter: 'Outcome letters',
} as const satisfies Record<PackKind, string>

/** "26-Nov-2026, 14:00" */
export function momentOf({ day, start }: Pick<MeetingBody, 'day' | 'start'>): string {
  return [formatPartialDate(day), start].filter(part => part !== null).join(', ')
}

/** "Metastatic breast board, 26-Nov-2026, 14:00" */
export function meetingName(body: Pick<MeetingBody, 'title' | 'day' | 'start'>): string {
  return `${body.title}, ${momentOf(body)}`
}
