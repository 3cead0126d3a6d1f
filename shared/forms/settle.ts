import type { Conflict, Settlement } from '../case/conflict.ts'
import type { Entry } from '../case/entry.ts'
import type { ChangeRequest } from '../history/change.ts'
import type { EntryId } from '../ids.ts'
import { ok } from '../result.ts'
import type { CaseConflict } from '../rules/conflicts.ts'
import { type FieldError, type Reading, under } from './codec.ts'
import { nextConflictLabel } from './newEntry.ts'

/** The form of a settlement: which statement holds ("0", "1", …, or "none"), and why. */
export type SettleTyped = Readonly<{ holds: string; reason: string }>
export const NONE_HOLDS = 'none'

export function settleForm(settlement: Settlement | null): SettleTyped {
  if (settlement === null) return { holds: '', reason: '' }
  return { holds: String(settlement.holds ?? NONE_HOLDS), reason: settlement.reason }
}

type Who = Readonly<{ by: string; at: string; newId: EntryId }>

/**
 * The changes that settle a conflict. One that the readings themselves show is first written down as a conflict of its
 * own, with its statements as they are, in the same act.
 */
export function settleChanges(
  conflict: CaseConflict,
  entries: readonly Entry[],
  { holds, reason }: SettleTyped,
  { by, at, newId }: Who,
): Reading<ChangeRequest[]> {
  const errors: FieldError[] = []
  const index = holds === NONE_HOLDS ? null : Number(holds)
  const isChosen =
    holds === NONE_HOLDS ||
    (holds !== '' && index !== null && conflict.statements[index] !== undefined)
  if (!isChosen)
    errors.push({ path: 'holds', message: 'Choose the statement that holds, or none of them.' })
  if (reason.trim() === '')
    errors.push({ path: 'reason', message: 'Give the reason: it stays beside both statements.' })
  if (errors.length > 0) return { ok: false, error: errors }
  return withSettlement(conflict, entries, { holds: index, reason, by, at }, newId)
}

/** The changes that open a settled conflict again. */
export function unsettleChanges(
  conflict: CaseConflict,
  entries: readonly Entry[],
): Reading<ChangeRequest[]> {
  return withSettlement(conflict, entries, null, null)
}

function withSettlement(
  conflict: CaseConflict,
  entries: readonly Entry[],
  settlement: Settlement | null,
  newId: EntryId | null,
): Reading<ChangeRequest[]> {
  const stored = entries.find(({ id }) => id === conflict.entry)
  if (stored?.body.kind === 'conflict') {
    const { id, revision, body } = stored
    return ok([{ do: 'update', id, revision, body: { ...body, settlement } }])
  }
  if (newId === null)
    return { ok: false, error: [{ path: under('', 'holds'), message: 'It is not settled.' }] }
  const body: Conflict = {
    kind: 'conflict',
    label: nextConflictLabel(entries),
    title: conflict.title,
    about: [...conflict.about],
    statements: [...conflict.statements],
    settlement,
    sources: [],
    note: null,
  }
  return ok([{ do: 'create', id: newId, body }])
}
