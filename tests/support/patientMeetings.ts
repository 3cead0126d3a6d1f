import type { Day } from '../../shared/dates/calendar.ts'
import { ListItem } from '../../shared/meeting/listItem.ts'
import { Outcome } from '../../shared/meeting/outcome.ts'
import type { PatientMeeting } from '../../shared/meeting/patientMeetings.ts'
import { patientId } from './builders.ts'
import { buildMeeting, buildOutcome, meetingId, partId } from './meetings.ts'

// Everything here is invented, valid, and the same at every run.

const ITEM = {
  state: { state: 'forDiscussion' },
  presenter: null,
  awaited: [],
  note: null,
  cameFrom: null,
  askedQuestion: null,
}

/** The n-th meeting of a patient, with what is said of its item and of its outcome; null for none. */
export function meetingOn(
  n: number,
  day: Day,
  item: object = {},
  outcome: object | null = null,
): PatientMeeting {
  const ids = { meetingId: meetingId(n), patientId: patientId(1) }
  const body = buildMeeting({ day })
  return {
    meeting: { id: meetingId(n), revision: 1, status: 'held', body },
    item: ListItem.parse({
      id: partId(n),
      revision: 1,
      position: 1,
      ...ids,
      body: { ...ITEM, ...item },
    }),
    question: 'What next?',
    outcome:
      outcome === null
        ? null
        : Outcome.parse({
            id: partId(50 + n),
            ...ids,
            revision: 2,
            savedAt: '2026-11-19T14:20:00.000Z',
            savedBy: 'Dr Testa',
            body: buildOutcome(),
            signed: null,
            addenda: [],
            followUps: [],
            progress: [],
            ...outcome,
          }),
  }
}

const { day, start, title, place, chair, attendance } = buildMeeting({ day: '2026-11-19' })
/** A signature of 19-Nov-2026. */
export const SIGNED = {
  at: '2026-11-19T14:20:00.000Z',
  userId: partId(90),
  userName: 'Dr Testa',
  sha256: '0'.repeat(64),
  meeting: { day, start, title, place, chair },
  attendance,
  question: 'What next?',
}
