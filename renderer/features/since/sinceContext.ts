import { createContext, useContext } from 'react'
import type { EntryId } from '../../../shared/ids.ts'
import type { SinceChoice, SinceMoment } from '../../../shared/since/choice.ts'
import type { News, NewsChange, NewsItem } from '../../../shared/since/news.ts'

export type Since = Readonly<{
  choice: SinceChoice
  onChoose: (choice: SinceChoice) => void
  /** Null while nothing is marked. */
  news: News | null
  /** There is nothing to compare with: this user has not opened the patient before, or no meeting has discussed them. */
  isFirstLook: boolean
  /** Why what is new could not be found out. */
  error: Error | null
  byEntry: ReadonlyMap<EntryId, NewsItem>
  /** What was changed, by the board's fact that says it. */
  byFact: ReadonlyMap<string, Readonly<{ item: NewsItem; change: NewsChange }>>
  /** The entries that carry the mark, for drawings. */
  marked: ReadonlySet<EntryId>
  /** Shows the list of what is new, at this entry; null where there is none to show, as in a presentation. */
  onShow: ((entry: EntryId | null) => void) | null
}>

const NOTHING: Since = {
  choice: { from: 'off' },
  onChoose: () => {},
  news: null,
  isFirstLook: false,
  error: null,
  byEntry: new Map(),
  byFact: new Map(),
  marked: new Set(),
  onShow: null,
}

/** What is new on the board on screen; outside of one nothing is. */
export const SinceContext = createContext<Since>(NOTHING)

export function useSince(): Since {
  return useContext(SinceContext)
}

/** Under which answers about a patient are kept; a change of the case makes them out of date. */
export function sinceKey(patientId: string) {
  return ['since', patientId] as const
}

/** The moment to compare with; null while that is switched off. */
export function momentOf(choice: SinceChoice): SinceMoment | null {
  return choice.from === 'off' ? null : choice
}
