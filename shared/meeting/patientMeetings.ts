import { z } from 'zod'
import { Prose } from '../text.ts'
import { ListItem } from './listItem.ts'
import { Meeting } from './meeting.ts'
import { Outcome } from './outcome.ts'

/** One meeting of a patient: how it listed the case, what was asked, what it decided. */
export const PatientMeeting = z.strictObject({
  meeting: Meeting,
  item: ListItem,
  /** As signed or as asked; of a meeting to come the case's own question. */
  question: Prose.nullable(),
  outcome: Outcome.nullable(),
})
export type PatientMeeting = Readonly<z.infer<typeof PatientMeeting>>

/** Every meeting that has the patient on its list, newest first. */
export const PatientMeetings = z.array(PatientMeeting)
export type PatientMeetings = readonly PatientMeeting[]

/** Of a case that no workspace holds. */
export const NO_MEETINGS: PatientMeetings = []
