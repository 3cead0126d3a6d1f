import { createHash } from 'node:crypto'
import type { ReadableDb, WritableDb } from '../connection.ts'
import { fromNullableJson, toJson } from '../json.ts'
import { prepared } from '../statements.ts'
import { type Act, redoableAct, undoableAct } from '../undoHistory.ts'

export const CHANGE_ENTITIES = [
  'patient',
  'entry',
  'workspace',
  'series',
  'meeting',
  'listItem',
  'outcome',
  'addendum',
  'followUp',
  'action',
] as const
export type ChangeEntity = (typeof CHANGE_ENTITIES)[number]

export const CHANGE_ACTIONS = [
  'create',
  'update',
  'remove',
  'restore',
  'archive',
  'unarchive',
  'print',
  'export',
  'open',
  'sign',
] as const
export type ChangeAction = (typeof CHANGE_ACTIONS)[number]

/**
 * What one user act did to one record. After `create`, `update` and `restore`, `after` is the body
 * as it is stored then; that is what `verifyWorkspace` holds the records against.
 */
export type NewChange = Readonly<{
  at: string
  userId: string
  userName: string
  patientId: string | null
  entity: ChangeEntity
  entityId: string
  kind: string
  action: ChangeAction
  before: unknown
  after: unknown
  /** The act of the user that this row belongs to. */
  act: string
  /** The act that this act undoes; null for an act of its own. */
  undoes: string | null
}>
export type Change = NewChange & Readonly<{ seq: number }>

type ChangeRow = {
  seq: number
  at: string
  user_id: string
  user_name: string
  patient_id: string | null
  entity: ChangeEntity
  entity_id: string
  kind: string
  action: ChangeAction
  before: string | null
  after: string | null
  act: string
  undoes: string | null
  hash: string
}

const COLUMNS = `seq, at, user_id, user_name, patient_id, entity, entity_id, kind, action,
  before, after, act, undoes, hash`

function toChange(row: ChangeRow): Change {
  return {
    seq: row.seq,
    at: row.at,
    userId: row.user_id,
    userName: row.user_name,
    patientId: row.patient_id,
    entity: row.entity,
    entityId: row.entity_id,
    kind: row.kind,
    action: row.action,
    before: fromNullableJson(row.before),
    after: fromNullableJson(row.after),
    act: row.act,
    undoes: row.undoes,
  }
}

/** The hash before the first row. */
const FIRST_HASH = '0'.repeat(64)

function hashOf(previous: string, row: Omit<ChangeRow, 'hash'>): string {
  const text = JSON.stringify([
    previous,
    row.seq,
    row.at,
    row.user_id,
    row.user_name,
    row.patient_id,
    row.entity,
    row.entity_id,
    row.kind,
    row.action,
    row.before,
    row.after,
    row.act,
    row.undoes,
  ])
  return createHash('sha256').update(text).digest('hex')
}

function toNullableJson(value: unknown): string | null {
  return value === null ? null : toJson(value)
}

/** Adds a change to the end of the history and returns its number; part of the act's transaction. */
export function appendChange(db: WritableDb, change: NewChange): number {
  const last = prepared<{ seq: number; hash: string }>(
    db,
    'SELECT seq, hash FROM changes ORDER BY seq DESC LIMIT 1',
  ).get()
  const row: Omit<ChangeRow, 'hash'> = {
    seq: (last?.seq ?? 0) + 1,
    at: change.at,
    user_id: change.userId,
    user_name: change.userName,
    patient_id: change.patientId,
    entity: change.entity,
    entity_id: change.entityId,
    kind: change.kind,
    action: change.action,
    before: toNullableJson(change.before),
    after: toNullableJson(change.after),
    act: change.act,
    undoes: change.undoes,
  }
  prepared(
    db,
    `INSERT INTO changes (${COLUMNS}) VALUES (@seq, @at, @user_id, @user_name, @patient_id, @entity,
     @entity_id, @kind, @action, @before, @after, @act, @undoes, @hash)`,
  ).run({ ...row, hash: hashOf(last?.hash ?? FIRST_HASH, row) })
  return row.seq
}

/**
 * A patient's changes, newest first; `before` is the lowest number already shown, or null. That somebody looked at the
 * board or at a photograph is no change, and would bury what is.
 */
export function listChanges(
  db: ReadableDb,
  patientId: string,
  { limit, before }: Readonly<{ limit: number; before: number | null }>,
): Change[] {
  return prepared<ChangeRow>(
    db,
    `SELECT ${COLUMNS} FROM changes WHERE patient_id = ? AND seq < ?
       AND NOT (action = 'open' AND json_extract(after, '$.document') IN ('board', 'photograph'))
     ORDER BY seq DESC LIMIT ?`,
  )
    .all(patientId, before ?? Number.MAX_SAFE_INTEGER, limit)
    .map(toChange)
}

/** The changes of one act, in the order in which they were made. */
export function changesOfAct(db: ReadableDb, act: string): Change[] {
  return prepared<ChangeRow>(db, `SELECT ${COLUMNS} FROM changes WHERE act = ? ORDER BY seq`)
    .all(act)
    .map(toChange)
}

/**
 * The acts of a user that changed a patient's record, oldest first. Without those that touched a photograph which was
 * removed with its bytes: neither the removal nor what was done to it before can be taken back.
 */
function listActs(db: ReadableDb, userId: string, patientId: string): Act[] {
  return prepared<{ act: string; undoes: string | null }>(
    db,
    `SELECT act, undoes, min(seq) AS first FROM changes
     WHERE patient_id = ? AND user_id = ? AND entity IN ('patient', 'entry')
       AND action NOT IN ('print', 'export', 'open')
       AND act NOT IN (
         SELECT touching.act FROM changes AS removal
         JOIN changes AS touching ON touching.entity_id = removal.entity_id
         WHERE removal.patient_id = ? AND removal.kind = 'photograph'
           AND removal.action = 'remove' AND removal.undoes IS NULL)
     GROUP BY act ORDER BY first`,
  )
    .all(patientId, userId, patientId)
    .map(({ act, undoes }) => ({ id: act, undoes }))
}

/** The act that "undo" takes back for this user on this patient; null when there is none. */
export function lastUndoableAct(db: ReadableDb, userId: string, patientId: string): string | null {
  return undoableAct(listActs(db, userId, patientId))
}

/** The undoing act that "redo" takes back for this user on this patient; null when there is none. */
export function lastRedoableAct(db: ReadableDb, userId: string, patientId: string): string | null {
  return redoableAct(listActs(db, userId, patientId))
}

/**
 * The number of the first change that is missing, out of order or not as it was written; null when
 * the whole history holds, up to the last change ever appended.
 */
export function verifyChain(db: ReadableDb): number | null {
  let hash = FIRST_HASH
  let expected = 1
  const rows = db.prepare<[], ChangeRow>(`SELECT ${COLUMNS} FROM changes ORDER BY seq`)
  for (const row of rows.iterate()) {
    hash = hashOf(hash, row)
    if (row.seq !== expected || row.hash !== hash) return expected
    expected++
  }
  const last = db
    .prepare<[], { seq: number }>(`SELECT seq FROM sqlite_sequence WHERE name = 'changes'`)
    .get()
  return (last?.seq ?? 0) === expected - 1 ? null : expected
}
