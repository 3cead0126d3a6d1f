import type { BoardMissing } from '../../../shared/board/board.ts'
import { type Case, ENTRY_KINDS, type Entry, type EntryKind } from '../../../shared/case/entry.ts'
import { ASSESSMENT_TYPES } from '../../../shared/case/investigation.ts'
import type { EntryId } from '../../../shared/ids.ts'
import type { EntryTarget } from '../entry/EntryPanel.tsx'

/** `reportedLesion` is a lesion that was read of: nobody looked at it today, so it comes without a note. */
export type Addable = EntryKind | 'reportedLesion'

/** What can be added, in the order of the menu. */
export const ADDABLE = [
  { key: 'site', label: 'Site' },
  { key: 'specimen', label: 'Specimen' },
  { key: 'systemic', label: 'Systemic treatment' },
  { key: 'local', label: 'Local treatment' },
  { key: 'imaging', label: 'Imaging' },
  { key: 'assessment', label: 'Assessment' },
  { key: 'document', label: 'Document' },
  { key: 'lesion', label: 'Skin lesion' },
  { key: 'reportedLesion', label: 'Skin lesion from a report' },
  { key: 'skinNote', label: 'Skin note' },
  { key: 'conflict', label: 'Conflict' },
  { key: 'context', label: 'Context' },
] as const satisfies readonly { key: Addable; label: string }[]

/** The entry with this id, or null. */
export function entryOf(of: Case, id: EntryId | null): Entry | null {
  return of.entries.find(entry => entry.id === id) ?? null
}

/** There is one context a case: adding to it means editing it. A note is about the lesion, where there is only one. */
export function targetToAdd(of: Case, kind: EntryKind): EntryTarget {
  const [lesion, ...more] = of.entries.filter(({ body }) => body.kind === 'lesion')
  if (kind === 'skinNote' && lesion !== undefined && more.length === 0)
    return { mode: 'add', kind, preset: { lesion: lesion.id } }
  const existing =
    kind === 'context' ? of.entries.find(({ body }) => body.kind === kind) : undefined
  return existing === undefined ? { mode: 'add', kind } : { mode: 'edit', entry: existing.id }
}

/** Where something missing is filled in. */
export type GoTo = BoardMissing['goTo']

/** The form in which something missing can be filled in, at its field. */
export function targetForMissing(of: Case, { goTo }: Pick<BoardMissing, 'goTo'>): EntryTarget {
  const { kind: wanted, entry, field } = goTo
  if (wanted === 'context' && field === 'question') return { mode: 'question' }
  const kind = ENTRY_KINDS.find(one => one === wanted)
  if (kind === undefined) return { mode: 'patient' }
  const target = entry === null ? targetToAdd(of, kind) : ({ mode: 'edit', entry } as const)
  if (target.mode === 'edit') return field === null ? target : { ...target, field }
  const type = ASSESSMENT_TYPES.find(one => one === field)
  if (kind === 'assessment' && type !== undefined) return { mode: 'add', kind, preset: { type } }
  return target
}
