import type { ReadableDb, WritableDb } from '../connection.ts'
import { prepared } from '../statements.ts'

/** The place of the next entry of a patient, after every other, removed ones too. */
export function nextEntryPosition(db: ReadableDb, patientId: string): number {
  const row = prepared<{ last: number | null }>(
    db,
    'SELECT max(position) AS last FROM entries WHERE patient_id = ?',
  ).get(patientId)
  return (row?.last ?? 0) + 1
}

/** Notes when something of a patient's case was last changed; the patient's own revision stays. */
export function stampPatient(db: WritableDb, patientId: string, at: string): void {
  prepared(db, 'UPDATE patients SET updated_at = ? WHERE id = ?').run(at, patientId)
}
