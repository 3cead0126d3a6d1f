import type { ReadableDb } from '../connection.ts'
import { fromNullableJson, toJson } from '../json.ts'
import { prepared } from '../statements.ts'
import type { ChangeAction, ChangeEntity } from './changes.ts'

/** A change without what it held: who, when, and to which record what was done. */
export type ChangeHead = Readonly<{
  seq: number
  at: string
  userName: string
  entity: ChangeEntity
  entityId: string
  action: ChangeAction
}>

type HeadRow = {
  seq: number
  at: string
  user_name: string
  entity: ChangeEntity
  entity_id: string
  action: ChangeAction
}

/**
 * The number of a patient's first change that was recorded at a moment or later; null where there is none. A clock that
 * was set back in between makes more of the history new, never less.
 */
export function firstChangeAt(db: ReadableDb, patientId: string, from: string): number | null {
  const row = prepared<{ first: number | null }>(
    db,
    'SELECT min(seq) AS first FROM changes WHERE patient_id = ? AND at >= ?',
  ).get(patientId, from)
  return row?.first ?? null
}

/** The changes of a patient's records from a number on, oldest first; what was only looked at or printed is left out. */
export function changeHeads(db: ReadableDb, patientId: string, first: number): ChangeHead[] {
  return prepared<HeadRow>(
    db,
    `SELECT seq, at, user_name, entity, entity_id, action FROM changes
     WHERE patient_id = ? AND seq >= ? AND action NOT IN ('print', 'export', 'open')
     ORDER BY seq`,
  )
    .all(patientId, first)
    .map(({ user_name: userName, entity_id: entityId, ...head }) => ({
      ...head,
      userName,
      entityId,
    }))
}

/** What was there before each of these changes, by their numbers. */
export function beforeChanges(
  db: ReadableDb,
  numbers: readonly number[],
): ReadonlyMap<number, unknown> {
  const rows = prepared<{ seq: number; before: string | null }>(
    db,
    'SELECT seq, before FROM changes WHERE seq IN (SELECT value FROM json_each(?))',
  ).all(toJson(numbers))
  return new Map(rows.map(({ seq, before }) => [seq, fromNullableJson(before)]))
}

/** Who changed a record last before a change, and when; null where nobody did. */
export function lastBefore(
  db: ReadableDb,
  entityId: string,
  seq: number,
): Pick<ChangeHead, 'at' | 'userName'> | null {
  const row = prepared<{ at: string; user_name: string }>(
    db,
    'SELECT at, user_name FROM changes WHERE entity_id = ? AND seq < ? ORDER BY seq DESC LIMIT 1',
  ).get(entityId, seq)
  return row === undefined ? null : { at: row.at, userName: row.user_name }
}

/** Every entry that a patient ever had, removed ones too, in their order. */
export function everyEntry(
  db: ReadableDb,
  patientId: string,
): Readonly<{ id: string; revision: number; removed: boolean }>[] {
  return prepared<{ id: string; revision: number; removed: number }>(
    db,
    'SELECT id, revision, removed FROM entries WHERE patient_id = ? ORDER BY position, id',
  )
    .all(patientId)
    .map(({ id, revision, removed }) => ({ id, revision, removed: removed === 1 }))
}

/** The last times that a user opened a patient's board, newest first. */
export function lastOpenings(
  db: ReadableDb,
  { patientId, userId, limit }: Readonly<{ patientId: string; userId: string; limit: number }>,
): Readonly<{ seq: number; at: string }>[] {
  return prepared<{ seq: number; at: string }>(
    db,
    `SELECT seq, at FROM changes
     WHERE patient_id = ? AND user_id = ? AND action = 'open'
       AND json_extract(after, '$.document') = 'board'
     ORDER BY seq DESC LIMIT ?`,
  ).all(patientId, userId, limit)
}

/** When a user last looked at one entry, such as a photograph; undefined for never. */
export function lastLookAt(
  db: ReadableDb,
  { entityId, userId }: Readonly<{ entityId: string; userId: string }>,
): string | undefined {
  return prepared<{ at: string }>(
    db,
    `SELECT at FROM changes WHERE entity_id = ? AND user_id = ? AND action = 'open'
     ORDER BY seq DESC LIMIT 1`,
  ).get(entityId, userId)?.at
}
