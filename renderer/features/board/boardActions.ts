import type { EntryKind } from '../../../shared/case/entry.ts'

/** What the panels of the board can ask for. */
export type BoardActions = Readonly<{
  canWrite: boolean
  /** The kind of what is selected, so that its panel shows what can be done with it. */
  selectedKind: EntryKind | null
  add: (kind: EntryKind) => void
  edit: () => void
  showDetails: () => void
}>
