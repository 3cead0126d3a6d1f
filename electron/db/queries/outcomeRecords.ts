import type { ReadableDb, WritableDb } from '../connection.ts'
import { fromJson, fromNullableJson, toJson } from '../json.ts'
import { RevisionConflict } from '../revisionConflict.ts'
import { prepared } from '../statements.ts'

export type StoredAddendum = Readonly<{ id: string; at: string; userName: string; text: string }>

/** The addenda of an outcome, oldest first. */
export function listAddenda(db: ReadableDb, outcomeId: string): StoredAddendum[] {
  return prepared<{ id: string; at: string; user_name: string; text: string }>(
    db,
    'SELECT id, at, user_name, text FROM outcome_addenda WHERE outcome_id = ? ORDER BY position',
  )
    .all(outcomeId)
    .map(({ user_name: userName, ...rest }) => ({ ...rest, userName }))
}

export function hasAddendum(db: ReadableDb, id: string): boolean {
  return prepared(db, 'SELECT 1 FROM outcome_addenda WHERE id = ?').get(id) !== undefined
}

/** Adds an addendum after the others. */
export function insertAddendum(
  db: WritableDb,
  { id, outcomeId, at, userName, text }: StoredAddendum & Readonly<{ outcomeId: string }>,
): void {
  prepared(
    db,
    `INSERT INTO outcome_addenda (id, outcome_id, position, at, user_name, text)
     SELECT @id, @outcomeId, count(*) + 1, @at, @userName, @text
     FROM outcome_addenda WHERE outcome_id = @outcomeId`,
  ).run({ id, outcomeId, at, userName, text })
}

/** What was agreed or delivered as stored; `body` is parsed by the caller. */
export type StoredFollowUp = Readonly<{
  id: string
  revision: number
  at: string
  userName: string
  body: unknown
}>

type FollowUpRow = { id: string; revision: number; at: string; user_name: string; body: string }

/** The records of an outcome, oldest first. */
export function listFollowUps(db: ReadableDb, outcomeId: string): StoredFollowUp[] {
  return prepared<FollowUpRow>(
    db,
    `SELECT id, revision, at, user_name, body FROM outcome_follow_ups
     WHERE outcome_id = ? ORDER BY position`,
  )
    .all(outcomeId)
    .map(({ user_name: userName, body, ...rest }) => ({ ...rest, userName, body: fromJson(body) }))
}

/** Which outcome a record belongs to; null where there is no such record. */
export function outcomeOfFollowUp(db: ReadableDb, id: string): string | null {
  const row = prepared<{ outcome_id: string }>(
    db,
    'SELECT outcome_id FROM outcome_follow_ups WHERE id = ?',
  ).get(id)
  return row?.outcome_id ?? null
}

type Written = Readonly<{ id: string; body: unknown; at: string; userName: string }>

export function insertFollowUp(
  db: WritableDb,
  { id, outcomeId, body, at, userName }: Written & Readonly<{ outcomeId: string }>,
): void {
  prepared(
    db,
    `INSERT INTO outcome_follow_ups (id, outcome_id, position, body, revision, at, user_name)
     SELECT @id, @outcomeId, count(*) + 1, @body, 1, @at, @userName
     FROM outcome_follow_ups WHERE outcome_id = @outcomeId`,
  ).run({ id, outcomeId, body: toJson(body), at, userName })
}

/** Throws RevisionConflict. */
export function updateFollowUp(
  db: WritableDb,
  { id, expectedRevision, body, at, userName }: Written & Readonly<{ expectedRevision: number }>,
): void {
  const { changes } = prepared(
    db,
    `UPDATE outcome_follow_ups SET body = ?, at = ?, user_name = ?, revision = revision + 1
     WHERE id = ? AND revision = ?`,
  ).run(toJson(body), at, userName, id, expectedRevision)
  if (changes !== 1) throw new RevisionConflict('followUp', id)
}

/** What became of an action as stored; `done` is parsed by the caller. */
export type StoredProgress = Readonly<{ actionId: string; revision: number; done: unknown }>

type ProgressRow = { action_id: string; revision: number; done: string | null }

/** What became of the actions of an outcome. */
export function listProgress(db: ReadableDb, outcomeId: string): StoredProgress[] {
  return prepared<ProgressRow>(
    db,
    'SELECT action_id, revision, done FROM action_progress WHERE outcome_id = ? ORDER BY action_id',
  )
    .all(outcomeId)
    .map(({ action_id: actionId, revision, done }) => ({
      actionId,
      revision,
      done: fromNullableJson(done),
    }))
}

export function insertProgress(
  db: WritableDb,
  { actionId, outcomeId, done }: Readonly<{ actionId: string; outcomeId: string; done: unknown }>,
): void {
  prepared(
    db,
    'INSERT INTO action_progress (action_id, outcome_id, done, revision) VALUES (?, ?, ?, 1)',
  ).run(actionId, outcomeId, done === null ? null : toJson(done))
}

/** Throws RevisionConflict. */
export function updateProgress(
  db: WritableDb,
  {
    actionId,
    expectedRevision,
    done,
  }: Readonly<{ actionId: string; expectedRevision: number; done: unknown }>,
): void {
  const { changes } = prepared(
    db,
    'UPDATE action_progress SET done = ?, revision = revision + 1 WHERE action_id = ? AND revision = ?',
  ).run(done === null ? null : toJson(done), actionId, expectedRevision)
  if (changes !== 1) throw new RevisionConflict('action', actionId)
}
