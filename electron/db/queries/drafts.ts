import type { ReadableDb, WritableDb } from '../connection.ts'
import { fromJson, toJson } from '../json.ts'
import { prepared } from '../statements.ts'

type DraftRow = {
  user_id: string
  key: string
  patient_id: string | null
  body: string
  at: string
}

/** What a user has typed and not yet saved; `body` is parsed by the caller. */
export type Draft = Readonly<{
  userId: string
  /** Which form it belongs to. */
  key: string
  patientId: string | null
  body: unknown
  at: string
}>

function toDraft(row: DraftRow): Draft {
  return {
    userId: row.user_id,
    key: row.key,
    patientId: row.patient_id,
    body: fromJson(row.body),
    at: row.at,
  }
}

/** Keeps a draft in place of the one this user had under the key. */
export function putDraft(db: WritableDb, { userId, key, patientId, body, at }: Draft): void {
  prepared(
    db,
    `INSERT INTO drafts (user_id, key, patient_id, body, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (user_id, key) DO UPDATE
     SET patient_id = excluded.patient_id, body = excluded.body, at = excluded.at`,
  ).run(userId, key, patientId, toJson(body), at)
}

export function getDraft(db: ReadableDb, userId: string, key: string): Draft | null {
  const row = prepared<DraftRow>(
    db,
    'SELECT user_id, key, patient_id, body, at FROM drafts WHERE user_id = ? AND key = ?',
  ).get(userId, key)
  return row === undefined ? null : toDraft(row)
}

/** Forgets a draft, if there is one. */
export function deleteDraft(db: WritableDb, userId: string, key: string): void {
  prepared(db, 'DELETE FROM drafts WHERE user_id = ? AND key = ?').run(userId, key)
}

/** All drafts of a user, newest first. */
export function listDrafts(db: ReadableDb, userId: string): Draft[] {
  return prepared<DraftRow>(
    db,
    `SELECT user_id, key, patient_id, body, at FROM drafts WHERE user_id = ? ORDER BY at DESC, key`,
  )
    .all(userId)
    .map(toDraft)
}
