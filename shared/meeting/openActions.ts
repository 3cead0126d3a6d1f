import { z } from 'zod'
import { Day } from '../dates/when.ts'
import { MeetingId, OutcomeId } from '../ids.ts'
import { Patient } from '../patient/patient.ts'
import { Action, ActionProgress } from './outcome.ts'

/** Which actions of all patients a list holds; every wish that is given narrows it. */
export const ActionFilter = z.strictObject({
  /** `open` are those that nobody has noted as done. */
  state: z.enum(['open', 'done', 'all']),
  /** Exactly this owner, letter case aside; null takes any. */
  owner: z.string().max(500).nullable(),
  /** Owned by the name of the user who asks. */
  mine: z.boolean(),
  /** Due before today and still open. */
  overdue: z.boolean(),
})
export type ActionFilter = Readonly<z.infer<typeof ActionFilter>>

export const ActionRow = z.strictObject({
  action: Action,
  progress: ActionProgress.nullable(),
  outcomeId: OutcomeId,
  meetingId: MeetingId,
  meetingDay: Day,
  /** The outcome is locked: the action's words stay. */
  signed: z.boolean(),
  patient: Patient,
})
export type ActionRow = Readonly<z.infer<typeof ActionRow>>
