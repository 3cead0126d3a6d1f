import type { ReadableDb, WritableDb } from '../connection.ts'
import { fromJson, toJson } from '../json.ts'
import { prepared } from '../statements.ts'

/** Stores what a meeting's list says of a case; valid while the patient's counts are. */
export function storeReadiness(db: WritableDb, patientId: string, body: unknown): void {
  prepared(
    db,
    `INSERT INTO case_readiness (patient_id, body) VALUES (?, ?)
     ON CONFLICT (patient_id) DO UPDATE SET body = excluded.body`,
  ).run(patientId, toJson(body))
}

/** What is stored of these patients and still holds by this release of the rules; the caller parses it. */
export function readinessStored(
  db: ReadableDb,
  patientIds: readonly string[],
  version: number,
): ReadonlyMap<string, unknown> {
  const rows = prepared<{ patient_id: string; body: string }>(
    db,
    `SELECT patient_id, body FROM case_readiness
     JOIN patient_list ON patient_list.id = case_readiness.patient_id AND patient_list.counted = ?
     WHERE patient_id IN (SELECT value FROM json_each(?))`,
  ).all(version, toJson(patientIds))
  return new Map(rows.map(({ patient_id, body }) => [patient_id, fromJson(body)]))
}
