import { z } from 'zod'
import { type Case, Entry } from '../case/entry.ts'
import { EntryId, MeetingId } from '../ids.ts'
import { Outcome } from '../meeting/outcome.ts'
import { Patient } from '../patient/patient.ts'

/** Who changed a record last, and when; how often it was changed since the earlier moment. */
export const Touch = z.strictObject({
  at: z.iso.datetime(),
  userName: z.string(),
  times: z.int().min(1),
})
export type Touch = Readonly<z.infer<typeof Touch>>

/** A case as it was at an earlier moment, told by what was touched since; everything else is as it is now. */
export const EarlierCase = z.strictObject({
  /** The moment: what was recorded at it or later is new. */
  from: z.iso.datetime(),
  /**
   * A whole day was meant, the moment at which the same user opened the case before, the beginning of its last
   * meeting, or when the pack of a meeting was printed.
   */
  by: z.enum(['day', 'lastOpened', 'lastMeeting', 'printed']),
  /** False for a case that was recorded since: then nothing was there. */
  existed: z.boolean(),
  /** The patient as recorded then, where the record was touched since. */
  patient: z.strictObject({ past: Patient.nullable(), touch: Touch }).nullable(),
  /** The entries that were there, in their order. */
  order: z.array(EntryId),
  /** Every entry that was touched since. */
  touched: z.array(
    z.strictObject({
      id: EntryId,
      /** What it was then: there; absent, because it was added or taken back since; or in a form that cannot be read now. */
      was: z.enum(['there', 'absent', 'unreadable']),
      past: Entry.nullable(),
      touch: Touch,
    }),
  ),
  /** What meetings decided, where it is signed now and anything of it was recorded since; null where it was not there. */
  outcomes: z.array(
    z.strictObject({ meetingId: MeetingId, past: Outcome.nullable(), touch: Touch }),
  ),
})
export type EarlierCase = Readonly<z.infer<typeof EarlierCase>>

/** The whole case as it was; null where it did not exist. An entry that cannot be read in its earlier form stays as it is. */
export function caseThen(now: Case, earlier: EarlierCase): Case | null {
  if (!earlier.existed) return null
  const entries = new Map(now.entries.map(entry => [entry.id, entry]))
  for (const { id, past } of earlier.touched) if (past !== null) entries.set(id, past)
  return {
    patient: earlier.patient?.past ?? now.patient,
    entries: earlier.order.flatMap(id => entries.get(id) ?? []),
  }
}
