import type { OutcomeId } from '../../shared/ids.ts'
import { Outcome } from '../../shared/meeting/outcome.ts'
import type { ReadableDb } from '../db/connection.ts'
import { listAddenda, listFollowUps, listProgress } from '../db/queries/outcomeRecords.ts'
import { getOutcome, type StoredOutcome } from '../db/queries/outcomes.ts'
import { notFound } from './refusal.ts'

/** A stored outcome with its addenda and with what became of it; throws when a record cannot be read. */
export function toOutcome(db: ReadableDb, stored: StoredOutcome): Outcome {
  const { id, meetingId, patientId, revision, savedAt, savedByName, body, signature } = stored
  return Outcome.parse({
    id,
    meetingId,
    patientId,
    revision,
    savedAt,
    savedBy: savedByName,
    body,
    signed: signature,
    addenda: listAddenda(db, id),
    followUps: listFollowUps(db, id),
    progress: listProgress(db, id),
  })
}

/** Throws notFound. */
export function loadOutcome(db: ReadableDb, id: OutcomeId): Outcome {
  const stored = getOutcome(db, id)
  if (stored === null) throw notFound('outcome')
  return toOutcome(db, stored)
}
