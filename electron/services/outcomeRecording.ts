import { randomUUID } from 'node:crypto'
import type { WritableDb } from '../db/connection.ts'
import { toJson } from '../db/json.ts'
import { appendChange } from '../db/queries/changes.ts'
import {
  lastRecorded,
  markRecorded,
  type StoredOutcome,
  unrecordedOutcomes,
} from '../db/queries/outcomes.ts'
import type { Log } from './log.ts'
import type { Session } from './session.ts'

/** What one person types within so many minutes is one change in the history, however often it is saved. */
const ONE_CHANGE_MS = 5 * 60_000

/** Whether what this user saves now is to be put on record: not if their own last change is still young. */
export function isRecordedNow(
  db: WritableDb,
  id: string,
  { userId, at }: Readonly<{ userId: string; at: string }>,
): boolean {
  const last = lastRecorded(db, id)
  if (last === null || last.userId !== userId) return true
  const age = Date.parse(at) - Date.parse(last.at)
  return age < 0 || age >= ONE_CHANGE_MS
}

/** Puts what was typed since the last change of an outcome on record, by whoever typed it; part of a transaction. */
export function recordTyped(db: WritableDb, stored: StoredOutcome): void {
  const { id, patientId, savedAt, savedBy, savedByName, body } = stored
  const before = lastRecorded(db, id)?.body ?? null
  if (toJson(before) !== toJson(body))
    appendChange(db, {
      at: savedAt,
      userId: savedBy,
      userName: savedByName,
      patientId,
      entity: 'outcome',
      entityId: id,
      kind: 'outcome',
      action: 'update',
      before,
      after: body,
      act: randomUUID(),
      undoes: null,
    })
  markRecorded(db, id)
}

/** Before each lock, and after an opening that a crash preceded, the history takes what was typed last. */
export function keepRecording(session: Session, log: Log): void {
  const recordAll = (db: WritableDb | null) => {
    if (db === null) return
    try {
      db.transaction(() => {
        for (const outcome of unrecordedOutcomes(db)) recordTyped(db, outcome)
      }).immediate()
    } catch (error) {
      // The text itself is safe; the next opening tries again.
      log.bug('recording outcomes', error)
    }
  }
  session.onOpen(() => recordAll(session.openDb()))
  session.onClose(recordAll)
}
