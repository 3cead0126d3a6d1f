import type { ReadableDb, WritableDb } from '../connection.ts'
import { fromJson, toJson } from '../json.ts'
import { RevisionConflict } from '../revisionConflict.ts'
import { prepared } from '../statements.ts'

type EntryRow = {
  id: string
  patient_id: string
  kind: string
  body: string
  revision: number
  removed: number
  position: number
}

/** One fact of a case as stored; `body` is parsed by the caller. */
export type StoredEntry = Readonly<{
  id: string
  patientId: string
  kind: string
  body: unknown
  revision: number
  removed: boolean
  position: number
}>

const COLUMNS = 'id, patient_id, kind, body, revision, removed, position'

function toEntry(row: EntryRow): StoredEntry {
  return {
    id: row.id,
    patientId: row.patient_id,
    kind: row.kind,
    body: fromJson(row.body),
    revision: row.revision,
    removed: row.removed === 1,
    position: row.position,
  }
}

/** Adds an entry at revision 1; its patient must exist. */
export function insertEntry(
  db: WritableDb,
  {
    id,
    patientId,
    kind,
    body,
    position,
  }: Readonly<{ id: string; patientId: string; kind: string; body: unknown; position: number }>,
): void {
  prepared(
    db,
    `INSERT INTO entries (id, patient_id, kind, body, revision, removed, position)
     VALUES (?, ?, ?, ?, 1, 0, ?)`,
  ).run(id, patientId, kind, toJson(body), position)
}

/** Changes an entry's body and position and returns the new revision; throws RevisionConflict. */
export function updateEntry(
  db: WritableDb,
  {
    id,
    expectedRevision,
    body,
    position,
  }: Readonly<{ id: string; expectedRevision: number; body: unknown; position: number }>,
): number {
  const { changes } = prepared(
    db,
    `UPDATE entries SET body = ?, position = ?, revision = revision + 1
     WHERE id = ? AND revision = ?`,
  ).run(toJson(body), position, id, expectedRevision)
  if (changes !== 1) throw new RevisionConflict('entry', id)
  return expectedRevision + 1
}

/** Removes an entry or takes it back, keeping its body; returns the new revision, throws RevisionConflict. */
export function setEntryRemoved(
  db: WritableDb,
  {
    id,
    expectedRevision,
    removed,
  }: Readonly<{ id: string; expectedRevision: number; removed: boolean }>,
): number {
  const { changes } = prepared(
    db,
    'UPDATE entries SET removed = ?, revision = revision + 1 WHERE id = ? AND revision = ?',
  ).run(removed ? 1 : 0, id, expectedRevision)
  if (changes !== 1) throw new RevisionConflict('entry', id)
  return expectedRevision + 1
}

/** An entry, removed or not. */
export function getEntry(db: ReadableDb, id: string): StoredEntry | null {
  const row = prepared<EntryRow>(db, `SELECT ${COLUMNS} FROM entries WHERE id = ?`).get(id)
  return row === undefined ? null : toEntry(row)
}

/** All entries of a patient that are not removed, by position. */
export function listEntries(db: ReadableDb, patientId: string): StoredEntry[] {
  return prepared<EntryRow>(
    db,
    `SELECT ${COLUMNS} FROM entries WHERE patient_id = ? AND removed = 0 ORDER BY position, id`,
  )
    .all(patientId)
    .map(toEntry)
}
