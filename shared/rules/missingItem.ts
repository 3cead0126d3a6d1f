import type { EntryKind } from '../case/entry.ts'
import type { EntryId } from '../ids.ts'
import type { Missing } from '../values/missing.ts'

/** Something that the minimum data set of a meeting lacks in this case, by name. */
export type MissingItem = Readonly<{
  /** Stable within the case: "question", "receptors.<entry>". */
  id: string
  label: string
  /** Which entries lack it, or how it is missing; null where the label says all. */
  detail: string | null
  /** Where it can be filled in: the entry, or null for one that is still to be made. */
  goTo: Readonly<{ kind: EntryKind | 'patient'; entry: EntryId | null; field: string }>
}>

/** "Not done" and "not assessable" answer the question; the other kinds leave it open. */
export function isAnswered(missing: Missing | null): boolean {
  return missing === 'notDone' || missing === 'notAssessable'
}
