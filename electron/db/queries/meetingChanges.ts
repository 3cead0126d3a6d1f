import type { ReadableDb } from '../connection.ts'
import { prepared } from '../statements.ts'
import { type Act, redoableAct, undoableAct } from '../undoHistory.ts'

/** The acts of a user that edited a meeting or its list, oldest first. Its making and its status are not taken back. */
function listActs(db: ReadableDb, userId: string, meetingId: string): Act[] {
  return prepared<{ act: string; undoes: string | null }>(
    db,
    `SELECT act, undoes, min(seq) AS first FROM (
       SELECT act, undoes, seq, user_id FROM changes
       WHERE entity_id = @meetingId AND entity = 'meeting' AND kind IN ('meeting', 'order')
         AND action = 'update'
       UNION ALL
       SELECT act, undoes, seq, user_id FROM changes
       WHERE entity_id IN (SELECT id FROM list_items WHERE meeting_id = @meetingId)
         AND entity = 'listItem' AND kind = 'listItem' AND action NOT IN ('print', 'export', 'open'))
     WHERE user_id = @userId GROUP BY act ORDER BY first`,
  )
    .all({ meetingId, userId })
    .map(({ act, undoes }) => ({ id: act, undoes }))
}

/** What "undo" and "redo" take back for this user on this list; null where there is nothing. */
export function takeableActs(
  db: ReadableDb,
  userId: string,
  meetingId: string,
): Readonly<{ undo: string | null; redo: string | null }> {
  const acts = listActs(db, userId, meetingId)
  return { undo: undoableAct(acts), redo: redoableAct(acts) }
}

/** The number of the last change of all. */
export function lastChange(db: ReadableDb): number {
  const row = prepared<{ last: number | null }>(db, 'SELECT max(seq) AS last FROM changes').get()
  return row?.last ?? 0
}

/** The patients whose records, lists or outcomes were changed after a number; what was only looked at or printed is no change. */
export function patientsChangedAfter(db: ReadableDb, seq: number): ReadonlySet<string> {
  const rows = prepared<{ patient_id: string }>(
    db,
    `SELECT DISTINCT patient_id FROM changes
     WHERE seq > ? AND patient_id IS NOT NULL AND action NOT IN ('print', 'export', 'open')`,
  ).all(seq)
  return new Set(rows.map(({ patient_id }) => patient_id))
}
