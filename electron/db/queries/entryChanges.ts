import type { ReadableDb } from '../connection.ts'
import { prepared } from '../statements.ts'
import { type Change, changesOfAct } from './changes.ts'

/** The changes of one record of a patient, newest first; `before` is the lowest number already shown, or null. */
export function listChangesOf(
  db: ReadableDb,
  { patientId, entityId }: Readonly<{ patientId: string; entityId: string }>,
  { limit, before }: Readonly<{ limit: number; before: number | null }>,
): Change[] {
  const rows = prepared<{ seq: number; act: string }>(
    db,
    `SELECT seq, act FROM changes WHERE entity_id = ? AND patient_id = ? AND seq < ?
     ORDER BY seq DESC LIMIT ?`,
  ).all(entityId, patientId, before ?? Number.MAX_SAFE_INTEGER, limit)
  const bySeq = new Map<number, Change>()
  for (const act of new Set(rows.map(row => row.act)))
    for (const change of changesOfAct(db, act)) bySeq.set(change.seq, change)
  return rows.flatMap(({ seq }) => bySeq.get(seq) ?? [])
}
