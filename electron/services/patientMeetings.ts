import { type Case, entriesOf } from '../../shared/case/entry.ts'
import type { PatientId } from '../../shared/ids.ts'
import type { PatientMeeting, PatientMeetings } from '../../shared/meeting/patientMeetings.ts'
import type { ReadableDb } from '../db/connection.ts'
import { itemsOfPatient } from '../db/queries/listItems.ts'
import { getMeeting } from '../db/queries/meetings.ts'
import { outcomesOfPatient } from '../db/queries/outcomes.ts'
import { toItem, toMeeting } from './storedMeeting.ts'
import { toOutcome } from './storedOutcome.ts'

/** Every meeting that has a case on its list, newest first, with the outcomes. */
export function patientMeetings(db: ReadableDb, of: Case): PatientMeetings {
  const patientId: PatientId = of.patient.id
  const items = itemsOfPatient(db, patientId)
  if (items.length === 0) return []
  const outcomes = new Map(
    outcomesOfPatient(db, patientId).map(each => [each.meetingId, toOutcome(db, each)]),
  )
  const question = entriesOf(of, 'context')[0]?.body.question ?? null
  return items
    .flatMap((stored): PatientMeeting[] => {
      const meeting = getMeeting(db, stored.meetingId)
      if (meeting === null || meeting.removed) return []
      const item = toItem(stored)
      const outcome = outcomes.get(stored.meetingId) ?? null
      return [
        {
          meeting: toMeeting(meeting),
          item,
          question:
            outcome?.signed == null
              ? (item.body.askedQuestion ?? question)
              : outcome.signed.question,
          outcome,
        },
      ]
    })
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1))
}

function keyOf({ meeting }: PatientMeeting): string {
  return `${meeting.body.day} ${meeting.body.start ?? ''} ${meeting.id}`
}
