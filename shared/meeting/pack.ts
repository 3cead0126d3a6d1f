import { z } from 'zod'
import type { Role } from '../access/role.ts'
import type { PrintedPhotograph } from '../board/printedPhotograph.ts'
import type { Case } from '../case/entry.ts'
import type { Day } from '../dates/calendar.ts'
import type { EarlierCase } from '../history/earlierCase.ts'
import { MeetingId, PatientId } from '../ids.ts'
import { CutoffId } from '../receptors/cutoffId.ts'
import { SinceMoment } from '../since/choice.ts'
import type { ItemState, ListItem } from './listItem.ts'
import type { Meeting } from './meeting.ts'
import type { Outcome } from './outcome.ts'
import type { PatientMeetings } from './patientMeetings.ts'
import type { Readiness } from './readiness.ts'

/**
 * What is printed of a meeting: the whole pack, the agenda alone, what changed since the pack was printed, or the letters
 * that tell an outcome to the family doctor and the record.
 */
export const PACK_KINDS = ['pack', 'agenda', 'supplement', 'letter'] as const
export const PackKind = z.enum(PACK_KINDS)
export type PackKind = z.infer<typeof PackKind>

export const PackOptions = z.strictObject({
  meetingId: MeetingId,
  kind: PackKind,
  /** Whose sections or letters; null is everybody on the list, in its order. */
  patientIds: z.array(PatientId).min(1).max(5000).nullable(),
  cutoff: CutoffId,
  paper: z.enum(['A4', 'LETTER']),
  /** From when on what is new is marked in each section; null marks nothing. */
  since: SinceMoment.nullable(),
  /** A sheet to write on after the section of a case that has no outcome yet. */
  outcomeSheets: z.boolean(),
  /** Opens the file; null leaves it unprotected. */
  password: z.string().min(4).max(200).nullable(),
})
export type PackOptions = Readonly<z.infer<typeof PackOptions>>

/** What a line of the agenda says. */
export type PackLine = Readonly<{
  item: ListItem
  patient: Case['patient']
  question: string | null
  readiness: Readiness
  outcome: 'none' | 'draft' | 'signed'
}>

/** The pack that was printed last, and what the list has become since. */
export type PackPrinted = Readonly<{
  /** ISO date and time. */
  at: string
  userName: string
  /** The last change that its pages knew of. */
  upTo: number
  /** What is not as it was printed, in the order of the list; who was dropped comes last. */
  changes: readonly PackChange[]
}>

export type PackChange = Readonly<{
  patient: Case['patient']
  /** `case` is a case whose record changed. One patient may have several. */
  kind: 'added' | 'dropped' | 'moved' | 'state' | 'case' | 'outcome'
  /** The place in the list as printed and now; null where it was not or is not on it. */
  was: number | null
  now: number | null
  stateWas: ItemState | null
  stateNow: ItemState | null
}>

/** Everything that is said once of a pack: small, whatever the number of patients. */
export type PackHead = Readonly<{
  options: PackOptions
  meeting: Meeting
  /** The whole list in its order, whoever has a section. */
  lines: readonly PackLine[]
  /** Who gets a section or letter, in order. */
  sections: readonly PatientId[]
  /** For a supplement; null where no pack of this meeting was printed, and for the other kinds. */
  printed: PackPrinted | null
  printedBy: Readonly<{ name: string; role: Role }>
  /** ISO date and time in UTC. */
  printedAt: string
  /** The day of that, where it is printed. */
  today: Day
  /** The last change that the pages can know of. */
  upTo: number
}>

/** SHA-256 of what a section said, so that a later supplement can tell what is no longer so. */
export type PackDigest = Readonly<{ case: string; outcome: string | null }>

/** One patient's part of a pack, read when its turn comes. */
export type PackSection = Readonly<{
  item: ListItem
  case: Case
  /** Earlier meetings with their outcomes, and this one. */
  meetings: PatientMeetings
  /** Those of its photographs that were chosen for the paper. */
  photographs: readonly PrintedPhotograph[]
  question: string | null
  readiness: Readiness
  /** Of this meeting. */
  outcome: Outcome | null
  /** The case as it was when what is new begins; for a supplement when the pack was printed. */
  earlier: EarlierCase | null
  /** For `recordPack`. */
  digest: PackDigest
}>
