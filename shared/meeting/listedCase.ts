import { z } from 'zod'
import { type Case, entriesOf } from '../case/entry.ts'
import { EntryId } from '../ids.ts'
import { missingForMeeting } from '../rules/missing.ts'
import { Prose } from '../text.ts'
import { MissingRecord } from './readiness.ts'

/** What the list of a meeting says of a case, kept so that a list of sixty reads none of their entries. */
export const ListedCase = z.strictObject({
  question: Prose.nullable(),
  /** The patient's context, where the question is written. */
  contextEntry: EntryId.nullable(),
  missing: z.array(MissingRecord),
})
export type ListedCase = Readonly<z.infer<typeof ListedCase>>

/** The question of a case, where it is written, and what the case lacks. */
export function listedCase(of: Case): ListedCase {
  const [context] = entriesOf(of, 'context')
  return {
    question: context?.body.question ?? null,
    contextEntry: context?.id ?? null,
    missing: missingForMeeting(of),
  }
}
