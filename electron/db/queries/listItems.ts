import type { ReadableDb, WritableDb } from '../connection.ts'
import { fromJson, toJson } from '../json.ts'
import { RevisionConflict } from '../revisionConflict.ts'
import { prepared } from '../statements.ts'

/** A patient on a list as stored; `body` is parsed by the caller. */
export type StoredItem = Readonly<{
  id: string
  meetingId: string
  patientId: string
  position: number
  revision: number
  removed: boolean
  body: unknown
}>

type ItemRow = {
  id: string
  meeting_id: string
  patient_id: string
  position: number
  revision: number
  removed: number
  body: string
}

const COLUMNS = 'id, meeting_id, patient_id, position, revision, removed, body'

function toItem(row: ItemRow): StoredItem {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    patientId: row.patient_id,
    position: row.position,
    revision: row.revision,
    removed: row.removed === 1,
    body: fromJson(row.body),
  }
}

/** The list of a meeting in its order. */
export function listItems(db: ReadableDb, meetingId: string): StoredItem[] {
  return prepared<ItemRow>(
    db,
    `SELECT ${COLUMNS} FROM list_items WHERE meeting_id = ? AND removed = 0 ORDER BY position`,
  )
    .all(meetingId)
    .map(toItem)
}

/** The items of a patient that are on a list. */
export function itemsOfPatient(db: ReadableDb, patientId: string): StoredItem[] {
  return prepared<ItemRow>(
    db,
    `SELECT ${COLUMNS} FROM list_items WHERE patient_id = ? AND removed = 0`,
  )
    .all(patientId)
    .map(toItem)
}

/** An item, removed or not. */
export function getItem(db: ReadableDb, id: string): StoredItem | null {
  const row = prepared<ItemRow>(db, `SELECT ${COLUMNS} FROM list_items WHERE id = ?`).get(id)
  return row === undefined ? null : toItem(row)
}

/** A patient's place on a list; null where the list has them not. */
export function findItem(db: ReadableDb, meetingId: string, patientId: string): StoredItem | null {
  const row = prepared<ItemRow>(
    db,
    `SELECT ${COLUMNS} FROM list_items WHERE meeting_id = ? AND patient_id = ? AND removed = 0`,
  ).get(meetingId, patientId)
  return row === undefined ? null : toItem(row)
}

/** Adds an item at revision 1 to the end of a list. */
export function insertItem(
  db: WritableDb,
  { id, meetingId, patientId, body }: Pick<StoredItem, 'id' | 'meetingId' | 'patientId' | 'body'>,
): void {
  prepared(
    db,
    `INSERT INTO list_items (id, meeting_id, patient_id, position, body, revision, removed)
     SELECT @id, @meetingId, @patientId, ifnull(max(position), 0) + 1, @body, 1, 0
     FROM list_items WHERE meeting_id = @meetingId AND removed = 0`,
  ).run({ id, meetingId, patientId, body: toJson(body) })
}

type Expected = Readonly<{ id: string; expectedRevision: number }>

/** Throws RevisionConflict. */
export function updateItem(
  db: WritableDb,
  { id, expectedRevision, body }: Expected & Readonly<{ body: unknown }>,
): void {
  const { changes } = prepared(
    db,
    'UPDATE list_items SET body = ?, revision = revision + 1 WHERE id = ? AND revision = ?',
  ).run(toJson(body), id, expectedRevision)
  if (changes !== 1) throw new RevisionConflict('listItem', id)
}

/** Takes an item off its list or puts it back to the end; the others keep their order. Throws RevisionConflict. */
export function setItemRemoved(
  db: WritableDb,
  { id, expectedRevision, removed }: Expected & Readonly<{ removed: boolean }>,
): void {
  const { changes } = prepared(
    db,
    `UPDATE list_items SET removed = @removed, revision = revision + 1,
       position = (SELECT ifnull(max(other.position), 0) + 1 FROM list_items AS other
                   WHERE other.meeting_id = list_items.meeting_id AND other.removed = 0)
     WHERE id = @id AND revision = @expectedRevision`,
  ).run({ id, expectedRevision, removed: removed ? 1 : 0 })
  if (changes !== 1) throw new RevisionConflict('listItem', id)
}

/** The ids of a list in its order. */
export function orderOf(db: ReadableDb, meetingId: string): string[] {
  return prepared<{ id: string }>(
    db,
    'SELECT id FROM list_items WHERE meeting_id = ? AND removed = 0 ORDER BY position',
  )
    .all(meetingId)
    .map(({ id }) => id)
}

/** Numbers a list anew, from 1: `order` holds every id of it, once. */
export function setOrder(db: WritableDb, meetingId: string, order: readonly string[]): void {
  // Out of the way first: no two may have one place, not even for a moment.
  prepared(
    db,
    'UPDATE list_items SET position = -id_place.place FROM (SELECT key + 1 AS place, value FROM json_each(?)) AS id_place WHERE id = id_place.value AND meeting_id = ? AND removed = 0',
  ).run(toJson(order), meetingId)
  prepared(
    db,
    'UPDATE list_items SET position = -position WHERE meeting_id = ? AND removed = 0 AND position < 0',
  ).run(meetingId)
}

/** Notes that a case is on the screen of its meeting: goes on with the time that ended at most `gapMs` ago, or begins one. */
export function keepTime(
  db: WritableDb,
  { itemId, at, gapMs }: Readonly<{ itemId: string; at: string; gapMs: number }>,
): void {
  const since = new Date(Date.parse(at) - gapMs).toISOString()
  const { changes } = prepared(
    db,
    `UPDATE item_times SET to_at = @at WHERE item_id = @itemId AND to_at >= @since AND to_at <= @at
       AND from_at = (SELECT max(from_at) FROM item_times WHERE item_id = @itemId)`,
  ).run({ itemId, at, since })
  if (changes === 0)
    prepared(db, 'INSERT OR IGNORE INTO item_times (item_id, from_at, to_at) VALUES (?, ?, ?)').run(
      itemId,
      at,
      at,
    )
}

/** For how many seconds each case of a list was shown, by item. */
export function secondsOf(db: ReadableDb, meetingId: string): ReadonlyMap<string, number> {
  const rows = prepared<{ item_id: string; seconds: number }>(
    db,
    `SELECT item_id, sum(unixepoch(to_at, 'subsec') - unixepoch(from_at, 'subsec')) AS seconds
     FROM item_times WHERE item_id IN (SELECT id FROM list_items WHERE meeting_id = ?)
     GROUP BY item_id`,
  ).all(meetingId)
  return new Map(rows.map(({ item_id, seconds }) => [item_id, Math.round(seconds)]))
}

/** How many of each list are in which state, and how many outcomes are signed, for many meetings at once. */
export function countLists(
  db: ReadableDb,
  meetingIds: readonly string[],
): ReadonlyMap<string, Readonly<Record<string, number>>> {
  const rows = prepared<{ meeting_id: string; state: string; n: number }>(
    db,
    `SELECT meeting_id, json_extract(body, '$.state.state') AS state, count(*) AS n
     FROM list_items WHERE removed = 0 AND meeting_id IN (SELECT value FROM json_each(@ids))
     GROUP BY 1, 2
     UNION ALL
     SELECT outcomes.meeting_id, 'signed', count(*) FROM outcomes
     WHERE signed_at IS NOT NULL AND meeting_id IN (SELECT value FROM json_each(@ids)) GROUP BY 1`,
  ).all({ ids: toJson(meetingIds) })
  const counts = new Map<string, Record<string, number>>()
  for (const { meeting_id, state, n } of rows)
    counts.set(meeting_id, { ...counts.get(meeting_id), [state]: n })
  return counts
}
