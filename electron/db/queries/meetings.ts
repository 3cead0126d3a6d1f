import type { ReadableDb, WritableDb } from '../connection.ts'
import { fromJson, toJson } from '../json.ts'
import { RevisionConflict } from '../revisionConflict.ts'
import { prepared } from '../statements.ts'

/** A series as stored; `body` is parsed by the caller. */
export type StoredSeries = Readonly<{ id: string; revision: number; body: unknown }>

export function listSeries(db: ReadableDb): StoredSeries[] {
  return prepared<{ id: string; revision: number; body: string }>(
    db,
    `SELECT id, revision, body FROM meeting_series ORDER BY json_extract(body, '$.title'), id`,
  )
    .all()
    .map(row => ({ ...row, body: fromJson(row.body) }))
}

export function getSeries(db: ReadableDb, id: string): StoredSeries | null {
  const row = prepared<{ id: string; revision: number; body: string }>(
    db,
    'SELECT id, revision, body FROM meeting_series WHERE id = ?',
  ).get(id)
  return row === undefined ? null : { ...row, body: fromJson(row.body) }
}

export function insertSeries(db: WritableDb, id: string, body: unknown): void {
  prepared(db, 'INSERT INTO meeting_series (id, body, revision) VALUES (?, ?, 1)').run(
    id,
    toJson(body),
  )
}

/** Throws RevisionConflict. */
export function updateSeries(
  db: WritableDb,
  { id, expectedRevision, body }: Readonly<{ id: string; expectedRevision: number; body: unknown }>,
): void {
  const { changes } = prepared(
    db,
    'UPDATE meeting_series SET body = ?, revision = revision + 1 WHERE id = ? AND revision = ?',
  ).run(toJson(body), id, expectedRevision)
  if (changes !== 1) throw new RevisionConflict('series', id)
}

export type MeetingStatusName = 'planned' | 'held' | 'closed'

/** A meeting as stored; `body` is parsed by the caller. */
export type StoredMeeting = Readonly<{
  id: string
  revision: number
  status: MeetingStatusName
  removed: boolean
  body: unknown
}>

type MeetingRow = {
  id: string
  revision: number
  status: MeetingStatusName
  removed: number
  body: string
}

const COLUMNS = 'meetings.id, meetings.revision, meetings.status, meetings.removed, meetings.body'
/** Of one day: those without a time last. */
const BY_TIME = 'meetings.day, meetings.start IS NULL, meetings.start, meetings.id'

function toMeeting({ removed, body, ...row }: MeetingRow): StoredMeeting {
  return { ...row, removed: removed === 1, body: fromJson(body) }
}

/** A meeting, removed or not. */
export function getMeeting(db: ReadableDb, id: string): StoredMeeting | null {
  const row = prepared<MeetingRow>(db, `SELECT ${COLUMNS} FROM meetings WHERE id = ?`).get(id)
  return row === undefined ? null : toMeeting(row)
}

/** Meetings from one day to another, both included, earliest first. */
export function listMeetings(
  db: ReadableDb,
  { from, to }: Readonly<{ from: string; to: string }>,
): StoredMeeting[] {
  return prepared<MeetingRow>(
    db,
    `SELECT ${COLUMNS} FROM meetings WHERE removed = 0 AND day >= ? AND day <= ? ORDER BY ${BY_TIME}`,
  )
    .all(from, to)
    .map(toMeeting)
}

/** The first planned meeting after another one: of its series, or of any where `seriesId` is null. */
export function nextPlanned(
  db: ReadableDb,
  { after, seriesId }: Readonly<{ after: StoredMeeting; seriesId: string | null }>,
): StoredMeeting | null {
  const row = prepared<MeetingRow>(
    db,
    `SELECT ${COLUMNS} FROM meetings, meetings AS now
     WHERE now.id = @after AND meetings.removed = 0 AND meetings.status = 'planned'
       AND (@series IS NULL OR meetings.series_id = @series)
       AND (meetings.day, ifnull(meetings.start, '99')) > (now.day, ifnull(now.start, '99'))
     ORDER BY ${BY_TIME} LIMIT 1`,
  ).get({ after: after.id, series: seriesId })
  return row === undefined ? null : toMeeting(row)
}

/** The day of the last meeting of a series; null before its first. */
export function lastDayOfSeries(db: ReadableDb, seriesId: string): string | null {
  const row = prepared<{ last: string | null }>(
    db,
    'SELECT max(day) AS last FROM meetings WHERE series_id = ? AND removed = 0',
  ).get(seriesId)
  return row?.last ?? null
}

type Filed = Readonly<{ id: string; seriesId: string | null; day: string; start: string | null }>

/** Adds a planned meeting at revision 1. */
export function insertMeeting(
  db: WritableDb,
  { id, seriesId, day, start, body }: Filed & Readonly<{ body: unknown }>,
): void {
  prepared(
    db,
    `INSERT INTO meetings (id, series_id, day, start, status, body, revision, removed)
     VALUES (?, ?, ?, ?, 'planned', ?, 1, 0)`,
  ).run(id, seriesId, day, start, toJson(body))
}

/** Throws RevisionConflict. */
export function updateMeeting(
  db: WritableDb,
  {
    id,
    expectedRevision,
    seriesId,
    day,
    start,
    body,
  }: Filed & Readonly<{ expectedRevision: number; body: unknown }>,
): void {
  const { changes } = prepared(
    db,
    `UPDATE meetings SET series_id = ?, day = ?, start = ?, body = ?, revision = revision + 1
     WHERE id = ? AND revision = ?`,
  ).run(seriesId, day, start, toJson(body), id, expectedRevision)
  if (changes !== 1) throw new RevisionConflict('meeting', id)
}

/** Throws RevisionConflict. */
export function setMeetingStatus(
  db: WritableDb,
  {
    id,
    expectedRevision,
    status,
  }: Readonly<{ id: string; expectedRevision: number; status: MeetingStatusName }>,
): void {
  const { changes } = prepared(
    db,
    'UPDATE meetings SET status = ?, revision = revision + 1 WHERE id = ? AND revision = ?',
  ).run(status, id, expectedRevision)
  if (changes !== 1) throw new RevisionConflict('meeting', id)
}

/** Throws RevisionConflict. */
export function setMeetingRemoved(
  db: WritableDb,
  { id, expectedRevision }: Readonly<{ id: string; expectedRevision: number }>,
): void {
  const { changes } = prepared(
    db,
    'UPDATE meetings SET removed = 1, revision = revision + 1 WHERE id = ? AND revision = ?',
  ).run(id, expectedRevision)
  if (changes !== 1) throw new RevisionConflict('meeting', id)
}

/** The last meeting before a day that discussed each of these patients; of those that were held. */
export function lastDiscussedOf(
  db: ReadableDb,
  patientIds: readonly string[],
  before: string,
): ReadonlyMap<string, Readonly<{ meetingId: string; day: string; start: string | null }>> {
  const rows = prepared<{
    patient_id: string
    meeting_id: string
    day: string
    start: string | null
  }>(
    db,
    `SELECT list_items.patient_id, meetings.id AS meeting_id, meetings.day, meetings.start
     FROM list_items JOIN meetings ON meetings.id = list_items.meeting_id
     WHERE list_items.patient_id IN (SELECT value FROM json_each(?)) AND list_items.removed = 0
       AND meetings.removed = 0 AND meetings.status <> 'planned' AND meetings.day < ?
       AND json_extract(list_items.body, '$.state.state') = 'forDiscussion'
     ORDER BY meetings.day, meetings.start`,
  ).all(toJson(patientIds), before)
  // The last one of a patient takes the place of those before it.
  return new Map(
    rows.map(({ patient_id, meeting_id: meetingId, day, start }) => [
      patient_id,
      { meetingId, day, start },
    ]),
  )
}
