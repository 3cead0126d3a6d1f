import type { ReadableDb, WritableDb } from '../connection.ts'
import { fromJson, toJson } from '../json.ts'
import { RevisionConflict } from '../revisionConflict.ts'
import { prepared } from '../statements.ts'
import { deleteSearchText, insertSearchText, nextSearchRow } from './patientSearch.ts'

type PatientRow = {
  id: string
  body: string
  sort_name: string
  born: string | null
  revision: number
  archived: number
  updated_at: string
}

/** A patient as stored; `body` is parsed by the caller. */
export type StoredPatient = Readonly<{
  id: string
  body: unknown
  sortName: string
  /** Birth date as text, for lists; null when it is not recorded. */
  born: string | null
  revision: number
  archived: boolean
  updatedAt: string
}>

/** What the caller says of a patient besides the body; `searchText` is never shown. */
export type PatientContent = Readonly<{
  body: unknown
  /** The name as lists sort it, in the form that `foldForSearch` gives. */
  sortName: string
  born: string | null
  /** All a person may search by: names, numbers, birth date in the usual forms. */
  searchText: string
  updatedAt: string
}>

const COLUMNS = 'id, body, sort_name, born, revision, archived, updated_at'

function toPatient(row: PatientRow): StoredPatient {
  return {
    id: row.id,
    body: fromJson(row.body),
    sortName: row.sort_name,
    born: row.born,
    revision: row.revision,
    archived: row.archived === 1,
    updatedAt: row.updated_at,
  }
}

/** Adds a patient at revision 1. */
export function insertPatient(
  db: WritableDb,
  { id, body, sortName, born, searchText, updatedAt }: PatientContent & Readonly<{ id: string }>,
): void {
  db.transaction(() => {
    const row = nextSearchRow(db)
    prepared(
      db,
      `INSERT INTO patients (id, body, sort_name, born, revision, archived, updated_at, search_row)
       VALUES (?, ?, ?, ?, 1, 0, ?, ?)`,
    ).run(id, toJson(body), sortName, born, updatedAt, row)
    insertSearchText(db, row, id, searchText)
  })()
}

/** Changes a patient and returns the new revision; throws RevisionConflict. */
export function updatePatient(
  db: WritableDb,
  {
    id,
    expectedRevision,
    body,
    sortName,
    born,
    searchText,
    updatedAt,
  }: PatientContent & Readonly<{ id: string; expectedRevision: number }>,
): number {
  return db.transaction(() => {
    const changed = prepared<{ search_row: number }>(
      db,
      `UPDATE patients SET body = ?, sort_name = ?, born = ?, updated_at = ?, revision = revision + 1
       WHERE id = ? AND revision = ? RETURNING search_row`,
    ).get(toJson(body), sortName, born, updatedAt, id, expectedRevision)
    if (changed === undefined) throw new RevisionConflict('patient', id)
    deleteSearchText(db, changed.search_row)
    insertSearchText(db, changed.search_row, id, searchText)
    return expectedRevision + 1
  })()
}

/** Archives a patient or takes one back, and returns the new revision; throws RevisionConflict. */
export function setPatientArchived(
  db: WritableDb,
  {
    id,
    expectedRevision,
    archived,
    updatedAt,
  }: Readonly<{ id: string; expectedRevision: number; archived: boolean; updatedAt: string }>,
): number {
  const { changes } = prepared(
    db,
    `UPDATE patients SET archived = ?, updated_at = ?, revision = revision + 1
     WHERE id = ? AND revision = ?`,
  ).run(archived ? 1 : 0, updatedAt, id, expectedRevision)
  if (changes !== 1) throw new RevisionConflict('patient', id)
  return expectedRevision + 1
}

export function getPatient(db: ReadableDb, id: string): StoredPatient | null {
  const row = prepared<PatientRow>(db, `SELECT ${COLUMNS} FROM patients WHERE id = ?`).get(id)
  return row === undefined ? null : toPatient(row)
}

/** One page of the patients, in the order of their names. */
export function listPatients(
  db: ReadableDb,
  { archived, limit, offset }: Readonly<{ archived: boolean; limit: number; offset: number }>,
): StoredPatient[] {
  return prepared<PatientRow>(
    db,
    `SELECT ${COLUMNS} FROM patients WHERE archived = ? ORDER BY sort_name, id LIMIT ? OFFSET ?`,
  )
    .all(archived ? 1 : 0, limit, offset)
    .map(toPatient)
}

export function countPatients(
  db: ReadableDb,
  { archived }: Readonly<{ archived: boolean }>,
): number {
  const row = prepared<{ n: number }>(
    db,
    'SELECT count(*) AS n FROM patients WHERE archived = ?',
  ).get(archived ? 1 : 0)
  return row?.n ?? 0
}

/** The patients with these ids, in no particular order; unknown ids are left out. */
export function getPatients(db: ReadableDb, ids: readonly string[]): StoredPatient[] {
  return prepared<PatientRow>(
    db,
    `SELECT ${COLUMNS} FROM patients WHERE id IN (SELECT value FROM json_each(?))`,
  )
    .all(toJson(ids))
    .map(toPatient)
}
