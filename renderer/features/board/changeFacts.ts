import { boardOf } from '../../../shared/board/boardOf.ts'
import { type DetailGroup, detailGroups, patientGroups } from '../../../shared/board/details.ts'
import { type Case, type Entry, EntryBody } from '../../../shared/case/entry.ts'
import type { Change } from '../../../shared/history/change.ts'
import { EntryId } from '../../../shared/ids.ts'
import { PatientDetails } from '../../../shared/patient/patient.ts'
import type { CutoffId } from '../../../shared/receptors/cutoffId.ts'
import { compareFacts } from '../../../shared/since/compareFacts.ts'

/** One line of a change: what it is called, and its words before and after; null where there was nothing. */
export type Difference = Readonly<{ label: string; before: string | null; after: string | null }>

type Reading = Readonly<{ cutoff: CutoffId; today: string }>

/**
 * What a change did, in the board's own words: the facts of the entry before it against those after it, both read in the
 * case as it is now.
 */
export function differencesOf(of: Case, change: Change, reading: Reading): Difference[] {
  const before = groupsOf(of, change, change.before, reading)
  const after = groupsOf(of, change, change.after, reading)
  return compareFacts(before, after).map(({ label, was, now }) => ({
    label,
    before: was?.text ?? null,
    after: now?.text ?? null,
  }))
}

function groupsOf(of: Case, change: Change, state: unknown, reading: Reading): DetailGroup[] {
  if (change.kind === 'patient') {
    const details = PatientDetails.safeParse(state)
    if (!details.success) return []
    const patient = { ...of.patient, details: details.data }
    return patientGroups(boardOf({ ...of, patient }, reading)).filter(({ facts }) =>
      facts.some(fact => fact.id.startsWith('patient.')),
    )
  }
  const body = EntryBody.safeParse(state)
  const id = EntryId.safeParse(change.entityId)
  if (!body.success || !id.success) return []
  const board = boardOf(withEntry(of, { id: id.data, revision: 1, body: body.data }), reading)
  return body.data.kind === 'context'
    ? patientGroups(board).filter(({ facts }) => facts.every(fact => !isIdentity(fact.id)))
    : detailGroups(board, id.data)
}

function isIdentity(factId: string): boolean {
  return factId.startsWith('patient.')
}

function withEntry(of: Case, entry: Entry): Case {
  const others = of.entries.filter(
    ({ id, body }) =>
      id !== entry.id && !(entry.body.kind === 'context' && body.kind === 'context'),
  )
  return { ...of, entries: [...others, entry] }
}
