import type { BoardMissing } from '../../../shared/board/board.ts'
import { type Case, ENTRY_KINDS, type Entry, type EntryKind } from '../../../shared/case/entry.ts'
import type { EntryId } from '../../../shared/ids.ts'

/** What the form beside the board is opened for. */
export type EntryTarget =
  | Readonly<{ mode: 'add'; kind: EntryKind }>
  | Readonly<{ mode: 'edit'; entry: EntryId }>
  | Readonly<{ mode: 'settle'; conflict: EntryId }>
  | Readonly<{ mode: 'patient' }>
  | Readonly<{ mode: 'question' }>

/** What can be added, in the order of the menu. */
export const ADDABLE = [
  { key: 'site', label: 'Site' },
  { key: 'specimen', label: 'Specimen' },
  { key: 'systemic', label: 'Systemic treatment' },
  { key: 'local', label: 'Local treatment' },
  { key: 'imaging', label: 'Imaging' },
  { key: 'assessment', label: 'Assessment' },
  { key: 'document', label: 'Document' },
  { key: 'conflict', label: 'Conflict' },
  { key: 'context', label: 'Context' },
] as const satisfies readonly { key: EntryKind; label: string }[]

/** The entry with this id, or null. */
export function entryOf(of: Case, id: EntryId | null): Entry | null {
  return of.entries.find(entry => entry.id === id) ?? null
}

/** There is one context a case: adding to it means editing it. */
export function targetToAdd(of: Case, kind: EntryKind): EntryTarget {
  const existing =
    kind === 'context' ? of.entries.find(({ body }) => body.kind === kind) : undefined
  return existing === undefined ? { mode: 'add', kind } : { mode: 'edit', entry: existing.id }
}

/** The form in which something missing can be filled in. */
export function targetForMissing(of: Case, { goTo }: BoardMissing): EntryTarget {
  if (goTo.kind === 'context' && goTo.field === 'question') return { mode: 'question' }
  if (goTo.entry !== null) return { mode: 'edit', entry: goTo.entry }
  const kind = ENTRY_KINDS.find(one => one === goTo.kind)
  return kind === undefined ? { mode: 'patient' } : targetToAdd(of, kind)
}
