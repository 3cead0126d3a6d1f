import { z } from 'zod'
import { Day } from '../dates/when.ts'
import { ActId, EntryId, MeetingId, OutcomeId } from '../ids.ts'
import { Patient } from '../patient/patient.ts'
import { CaseCounts } from '../patient/patientList.ts'
import { Prose } from '../text.ts'
import { ListItem } from './listItem.ts'
import { Meeting } from './meeting.ts'
import { Decision } from './outcome.ts'
import { MinimumDataSet, Readiness } from './readiness.ts'

/** How far the outcome of a listed case is. */
export const OUTCOME_STATES = ['none', 'draft', 'signed'] as const

/** One line of a meeting's list: the item, who it is, what is asked and what is lacking. */
export const MeetingRow = z.strictObject({
  item: ListItem,
  patient: Patient,
  /** As asked once the meeting is closed; before, the case's own. */
  question: Prose.nullable(),
  /** The patient's context, where the question is written; null where there is none yet. */
  contextEntry: EntryId.nullable(),
  counts: CaseCounts.nullable(),
  readiness: Readiness,
  outcome: z.strictObject({
    state: z.enum(OUTCOME_STATES),
    id: OutcomeId.nullable(),
    decision: Decision.nullable(),
  }),
  /** The last meeting before this one that discussed the case; null where none did. */
  lastDiscussed: z.strictObject({ meetingId: MeetingId, day: Day }).nullable(),
  /** Seconds for which the case was shown in this meeting. */
  seconds: z.int().min(0),
})
export type MeetingRow = Readonly<z.infer<typeof MeetingRow>>

const Taken = z.strictObject({ act: ActId, label: z.string() })

/** A meeting with its whole list in its order, and what can be undone and redone on it. */
export const MeetingList = z.strictObject({
  meeting: Meeting,
  rows: z.array(MeetingRow),
  minimum: MinimumDataSet,
  /** The usual size of a list of its series; null where none is set. */
  listSize: z.int().min(1).nullable(),
  undo: Taken.nullable(),
  redo: Taken.nullable(),
})
export type MeetingList = Readonly<z.infer<typeof MeetingList>>

/** A meeting among others. */
export const MeetingSummary = z.strictObject({
  meeting: Meeting,
  forDiscussion: z.int().min(0),
  notDiscussed: z.int().min(0),
  deferred: z.int().min(0),
  signed: z.int().min(0),
})
export type MeetingSummary = Readonly<z.infer<typeof MeetingSummary>>
