import { z } from 'zod'
import { ENTRY_KINDS, EntryBody } from '../case/entry.ts'
import { ActId, EntryId, PatientId } from '../ids.ts'
import { PatientDetails } from '../patient/patient.ts'

/** One change that a user asks for. Changes asked for together are one act: all of them or none, undone together. */
export const ChangeRequest = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('create'), id: EntryId, body: EntryBody }),
  z.strictObject({
    do: z.literal('update'),
    id: EntryId,
    revision: z.int().min(1),
    body: EntryBody,
  }),
  z.strictObject({ do: z.literal('remove'), id: EntryId, revision: z.int().min(1) }),
  z.strictObject({
    do: z.literal('details'),
    revision: z.int().min(1),
    details: PatientDetails,
  }),
])
export type ChangeRequest = Readonly<z.infer<typeof ChangeRequest>>

export const CHANGE_ACTIONS = [
  'create',
  'update',
  'remove',
  'restore',
  'archive',
  'unarchive',
  'print',
  'export',
  'open',
  'sign',
] as const

/** What the history of a patient holds besides the patient and the entries. `asked` is the question as it was asked. */
export const MEETING_RECORDS = [
  'listItem',
  'asked',
  'outcome',
  'addendum',
  'followUp',
  'action',
] as const

/** What each of them is called in the history. */
export const MEETING_RECORD_NAME = {
  listItem: 'place on the list of a meeting',
  asked: 'question as asked in a meeting',
  outcome: 'outcome of a meeting',
  addendum: 'addendum to an outcome',
  followUp: 'what became of an outcome',
  action: 'state of an action',
} as const satisfies Record<(typeof MEETING_RECORDS)[number], string>

/** Whether a change is of a meeting's list or outcome. */
export function isOfMeeting(kind: Change['kind']): kind is (typeof MEETING_RECORDS)[number] {
  return (MEETING_RECORDS as readonly string[]).includes(kind)
}

/** A change as kept for ever: who, when, what was there before and after. */
export const Change = z.strictObject({
  seq: z.int().min(1),
  at: z.iso.datetime(),
  userName: z.string(),
  act: ActId,
  undoes: ActId.nullable(),
  action: z.enum(CHANGE_ACTIONS),
  kind: z.enum([...ENTRY_KINDS, 'patient', 'workspace', ...MEETING_RECORDS]),
  patientId: PatientId.nullable(),
  entityId: z.string(),
  before: z.unknown(),
  after: z.unknown(),
})
export type Change = Readonly<z.infer<typeof Change>>
