import type { Fact } from '../board/fact.ts'
import type { EntryKind } from '../case/entry.ts'
import type { EntryId } from '../ids.ts'

/** What happened to an entry since: `settled` is a conflict that a person has settled. */
export const NEWS_KINDS = ['new', 'changed', 'settled', 'removed'] as const
export type NewsKind = (typeof NEWS_KINDS)[number]

/** One thing that is said otherwise than then, both in the board's own words. */
export type NewsChange = Readonly<{
  /** Id of the board's fact, such as `specimen.<id>.ER.value`. */
  of: string
  label: string
  now: Fact | null
  was: Fact | null
}>

/** One entry, or the patient's own details, that is not as it was. */
export type NewsItem = Readonly<{
  /** Null for the patient's details; for an outcome that under which the board selects its meeting. */
  entry: EntryId | null
  what: EntryKind | 'patient' | 'outcome'
  kind: NewsKind
  word: Fact
  name: Fact
  changes: readonly NewsChange[]
  /** Why there is nothing to compare, where there is nothing: "The board does not show what was changed." */
  remark: Fact | null
  /** "22-Nov-2026 14:32, Dr Testa" */
  who: Fact
}>

/** What is new in a case since an earlier moment. Screen and paper print its words and add none. */
export type News = Readonly<{
  /** ISO date and time. */
  from: string
  /** "12-Nov-2026" */
  since: string
  /** "New since 12-Nov-2026" */
  title: Fact
  /** "2 new, 1 changed, 1 removed" */
  counts: Fact
  /** Said instead of a list where everything is new: the case itself was recorded since. */
  whole: Fact | null
  /** In the order of the board. */
  items: readonly NewsItem[]
  /** The entries of the board that carry the mark. */
  marked: ReadonlySet<EntryId>
}>
