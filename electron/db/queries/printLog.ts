import type { ReadableDb, WritableDb } from '../connection.ts'
import { fromJson, toJson } from '../json.ts'
import { prepared } from '../statements.ts'

/** One thing that left the workspace for a meeting; `body` is parsed by the caller. */
export type StoredPrint = Readonly<{
  at: string
  userId: string
  userName: string
  meetingId: string
  kind: string
  action: 'print' | 'export' | 'open'
  /** The last change that the printed pages can know of. */
  upTo: number
  body: unknown
}>

export function insertPrint(db: WritableDb, print: StoredPrint): void {
  prepared(
    db,
    `INSERT INTO print_log (at, user_id, user_name, meeting_id, kind, action, up_to, body)
     VALUES (@at, @userId, @userName, @meetingId, @kind, @action, @upTo, @body)`,
  ).run({ ...print, body: toJson(print.body) })
}

type PrintRow = Omit<StoredPrint, 'body'> & Readonly<{ body: string }>

const COLUMNS = `at, user_id AS userId, user_name AS userName, meeting_id AS meetingId, kind, action,
  up_to AS upTo, body`

/** What was printed last of a kind for a meeting; null where nothing was. */
export function lastPrint(db: ReadableDb, meetingId: string, kind: string): StoredPrint | null {
  const row = prepared<PrintRow>(
    db,
    `SELECT ${COLUMNS} FROM print_log WHERE meeting_id = ? AND kind = ? ORDER BY id DESC LIMIT 1`,
  ).get(meetingId, kind)
  return row === undefined ? null : { ...row, body: fromJson(row.body) }
}

/** All that was printed for a meeting, newest first. */
export function listPrints(db: ReadableDb, meetingId: string): StoredPrint[] {
  return prepared<PrintRow>(
    db,
    `SELECT ${COLUMNS} FROM print_log WHERE meeting_id = ? ORDER BY id DESC`,
  )
    .all(meetingId)
    .map(row => ({ ...row, body: fromJson(row.body) }))
}

/** One document with pages of a patient that left the workspace, as the history has it. */
export type Departure = Pick<StoredPrint, 'at' | 'userName' | 'action' | 'body'>

/** More than anybody reads; older ones stay in the history. */
const MOST_DEPARTURES = 500

/** All that was printed, saved or opened of a patient, newest first; looks at the board and at photographs are none of it. */
export function listDepartures(db: ReadableDb, patientId: string): Departure[] {
  return prepared<Omit<Departure, 'body'> & Readonly<{ body: string }>>(
    db,
    `SELECT at, user_name AS userName, action, after AS body FROM changes
     WHERE patient_id = ? AND entity = 'patient' AND action IN ('print', 'export', 'open')
       AND after IS NOT NULL AND json_extract(after, '$.document') NOT IN ('board', 'photograph')
     ORDER BY seq DESC LIMIT ${MOST_DEPARTURES}`,
  )
    .all(patientId)
    .map(row => ({ ...row, body: fromJson(row.body) }))
}
