import type { ReadableDb, WritableDb } from '../connection.ts'
import { fromJson, fromNullableJson, toJson } from '../json.ts'
import { RevisionConflict } from '../revisionConflict.ts'
import { prepared } from '../statements.ts'

/** An outcome as stored; `body` and `signature` are parsed by the caller. */
export type StoredOutcome = Readonly<{
  id: string
  meetingId: string
  patientId: string
  revision: number
  savedAt: string
  savedBy: string
  savedByName: string
  /** The revision that the history has last. */
  recordedRevision: number
  body: unknown
  signature: unknown
}>

type OutcomeRow = {
  id: string
  meeting_id: string
  patient_id: string
  revision: number
  saved_at: string
  saved_by: string
  saved_by_name: string
  recorded_revision: number
  body: string
  signature: string | null
}

const COLUMNS = `id, meeting_id, patient_id, revision, saved_at, saved_by, saved_by_name, recorded_revision, body,
  signature`

function toOutcome(row: OutcomeRow): StoredOutcome {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    patientId: row.patient_id,
    revision: row.revision,
    savedAt: row.saved_at,
    savedBy: row.saved_by,
    savedByName: row.saved_by_name,
    recordedRevision: row.recorded_revision,
    body: fromJson(row.body),
    signature: fromNullableJson(row.signature),
  }
}

export function getOutcome(db: ReadableDb, id: string): StoredOutcome | null {
  const row = prepared<OutcomeRow>(db, `SELECT ${COLUMNS} FROM outcomes WHERE id = ?`).get(id)
  return row === undefined ? null : toOutcome(row)
}

export function findOutcome(
  db: ReadableDb,
  meetingId: string,
  patientId: string,
): StoredOutcome | null {
  const row = prepared<OutcomeRow>(
    db,
    `SELECT ${COLUMNS} FROM outcomes WHERE meeting_id = ? AND patient_id = ?`,
  ).get(meetingId, patientId)
  return row === undefined ? null : toOutcome(row)
}

/** Every outcome of a patient. */
export function outcomesOfPatient(db: ReadableDb, patientId: string): StoredOutcome[] {
  return prepared<OutcomeRow>(db, `SELECT ${COLUMNS} FROM outcomes WHERE patient_id = ?`)
    .all(patientId)
    .map(toOutcome)
}

/** How far the outcomes of a meeting are, by patient. */
export function outcomeStates(
  db: ReadableDb,
  meetingId: string,
): ReadonlyMap<string, Readonly<{ id: string; signed: boolean; decision: unknown }>> {
  const rows = prepared<{
    id: string
    patient_id: string
    signed: number
    decision: string | null
  }>(
    db,
    `SELECT id, patient_id, signed_at IS NOT NULL AS signed, json_extract(body, '$.decision') AS decision
     FROM outcomes WHERE meeting_id = ?`,
  ).all(meetingId)
  return new Map(
    rows.map(({ id, patient_id, signed, decision }) => [
      patient_id,
      { id, signed: signed === 1, decision },
    ]),
  )
}

type Saved = Readonly<{
  id: string
  body: unknown
  at: string
  userId: string
  userName: string
}>

/** Adds an outcome at revision 1, which is put on record in the same transaction. */
export function insertOutcome(
  db: WritableDb,
  {
    id,
    meetingId,
    patientId,
    body,
    at,
    userId,
    userName,
  }: Saved & Readonly<{ meetingId: string; patientId: string }>,
): void {
  prepared(
    db,
    `INSERT INTO outcomes (id, meeting_id, patient_id, body, revision, saved_at, saved_by, saved_by_name,
       recorded_revision, signed_at, signature) VALUES (?, ?, ?, ?, 1, ?, ?, ?, 1, NULL, NULL)`,
  ).run(id, meetingId, patientId, toJson(body), at, userId, userName)
}

/** Keeps what was typed; `recorded` says that it is put on record in the same transaction. Throws RevisionConflict. */
export function updateOutcome(
  db: WritableDb,
  {
    id,
    expectedRevision,
    body,
    at,
    userId,
    userName,
    recorded,
  }: Saved & Readonly<{ expectedRevision: number; recorded: boolean }>,
): void {
  const { changes } = prepared(
    db,
    `UPDATE outcomes SET body = @body, revision = revision + 1, saved_at = @at, saved_by = @userId,
       saved_by_name = @userName,
       recorded_revision = CASE WHEN @recorded THEN revision + 1 ELSE recorded_revision END
     WHERE id = @id AND revision = @expectedRevision`,
  ).run({
    id,
    expectedRevision,
    body: toJson(body),
    at,
    userId,
    userName,
    recorded: recorded ? 1 : 0,
  })
  if (changes !== 1) throw new RevisionConflict('outcome', id)
}

/** Notes that the history has what is there now. */
export function markRecorded(db: WritableDb, id: string): void {
  prepared(db, 'UPDATE outcomes SET recorded_revision = revision WHERE id = ?').run(id)
}

/** Outcomes with something typed that the history has not yet. */
export function unrecordedOutcomes(db: ReadableDb): StoredOutcome[] {
  return prepared<OutcomeRow>(
    db,
    `SELECT ${COLUMNS} FROM outcomes WHERE recorded_revision < revision ORDER BY id`,
  )
    .all()
    .map(toOutcome)
}

/** What the history has last of an outcome, and when it took it. */
export function lastRecorded(
  db: ReadableDb,
  id: string,
): Readonly<{ at: string; userId: string; body: unknown }> | null {
  const row = prepared<{ at: string; user_id: string; after: string | null }>(
    db,
    `SELECT at, user_id, after FROM changes
     WHERE entity_id = ? AND entity = 'outcome' AND action IN ('create', 'update')
     ORDER BY seq DESC LIMIT 1`,
  ).get(id)
  return row === undefined
    ? null
    : { at: row.at, userId: row.user_id, body: fromNullableJson(row.after) }
}

/** Locks an outcome; from then on the database refuses every change of its row. Throws RevisionConflict. */
export function signOutcome(
  db: WritableDb,
  {
    id,
    expectedRevision,
    body,
    signedAt,
    signature,
  }: Readonly<{
    id: string
    expectedRevision: number
    body: unknown
    signedAt: string
    signature: unknown
  }>,
): void {
  const { changes } = prepared(
    db,
    `UPDATE outcomes SET body = ?, revision = revision + 1, recorded_revision = revision + 1, signed_at = ?,
       signature = ? WHERE id = ? AND revision = ?`,
  ).run(toJson(body), signedAt, toJson(signature), id, expectedRevision)
  if (changes !== 1) throw new RevisionConflict('outcome', id)
}

/** Every signed outcome, one after the other. */
export function* signedOutcomes(db: ReadableDb): Generator<StoredOutcome> {
  const rows = db.prepare<[], OutcomeRow>(
    `SELECT ${COLUMNS} FROM outcomes WHERE signed_at IS NOT NULL ORDER BY id`,
  )
  for (const row of rows.iterate()) yield toOutcome(row)
}
