import { randomUUID } from 'node:crypto'
import { type MeetingId, OutcomeId, type PatientId } from '../../shared/ids.ts'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import type { Outcome, OutcomeBody } from '../../shared/meeting/outcome.ts'
import { toJson } from '../db/json.ts'
import {
  findOutcome,
  insertOutcome,
  lastRecorded,
  type StoredOutcome,
  updateOutcome,
} from '../db/queries/outcomes.ts'
import type { Clock } from './clock.ts'
import { createMeetingRecorder } from './meetingRecord.ts'
import { isRecordedNow, recordTyped } from './outcomeRecording.ts'
import { changedInBetween, conflict, invalidInput } from './refusal.ts'
import type { OpenSession, Session } from './session.ts'
import { loadItem, loadMeeting } from './storedMeeting.ts'
import { loadOutcome, toOutcome } from './storedOutcome.ts'

export type Outcomes = ReturnType<typeof createOutcomes>

/** What is typed in a meeting: safe on disk with each answer, until it is signed. */
export function createOutcomes(session: Session, clock: Clock) {
  return {
    get: ({ meetingId, patientId }: Parsed<'outcome:get'>): Output<'outcome:get'> => {
      const { db } = session.need('read').workspace
      loadMeeting(db, meetingId)
      const stored = findOutcome(db, meetingId, patientId)
      return { outcome: stored === null ? null : toOutcome(db, stored) }
    },

    /**
     * Keeps what is typed. Every save is a revision on disk; the history takes the first of a person, then at most one in
     * five minutes, and what is left at the signature, at the lock, or when another person goes on.
     */
    save: ({ meetingId, patientId, revision, body }: Parsed<'outcome:save'>): Outcome => {
      const open = session.need('writeOutcome')
      const { db } = open.workspace
      assertOwnIds(body)
      const at = clock.now().toISOString()
      return db
        .transaction(() => {
          loadMeeting(db, meetingId)
          const stored = findOutcome(db, meetingId, patientId)
          if (stored === null) return begin(open, { meetingId, patientId, revision, body, at })
          assertUnsigned(stored)
          if (stored.revision !== revision) throw changedInBetween()
          if (toJson(stored.body) !== toJson(body)) change(open, stored, body, at)
          return loadOutcome(db, OutcomeId.parse(stored.id))
        })
        .immediate()
    },
  }
}

function begin(
  open: OpenSession,
  {
    meetingId,
    patientId,
    revision,
    body,
    at,
  }: Readonly<{
    meetingId: MeetingId
    patientId: PatientId
    revision: number | null
    body: OutcomeBody
    at: string
  }>,
): Outcome {
  const { db } = open.workspace
  if (revision !== null) throw changedInBetween()
  loadItem(db, meetingId, patientId)
  const id = OutcomeId.parse(randomUUID())
  const { id: userId, name: userName } = open.user
  insertOutcome(db, { id, meetingId, patientId, body, at, userId, userName })
  recordOutcome(open, { id, patientId, before: null, after: body, at })
  return loadOutcome(db, id)
}

function change(open: OpenSession, stored: StoredOutcome, body: OutcomeBody, at: string): void {
  const { db } = open.workspace
  const { id, patientId, revision, recordedRevision, savedBy } = stored
  const { id: userId, name: userName } = open.user
  // What another person typed goes on record under that person's name before it is typed over.
  if (recordedRevision < revision && savedBy !== userId) recordTyped(db, stored)
  const recorded = isRecordedNow(db, id, { userId, at })
  // What the same person typed since the last change is part of this one.
  const before = recorded ? (lastRecorded(db, id)?.body ?? stored.body) : null
  updateOutcome(db, { id, expectedRevision: revision, body, at, userId, userName, recorded })
  if (recorded) recordOutcome(open, { id, patientId, before, after: body, at })
}

function recordOutcome(
  open: OpenSession,
  {
    id,
    patientId,
    before,
    after,
    at,
  }: Readonly<{ id: string; patientId: string; before: unknown; after: unknown; at: string }>,
): void {
  createMeetingRecorder(open, { at }).record({
    entity: 'outcome',
    entityId: id,
    kind: 'outcome',
    action: before === null ? 'create' : 'update',
    patientId,
    before,
    after,
  })
}

/** Throws conflict once an outcome is locked. */
export function assertUnsigned({ signature }: StoredOutcome): void {
  if (signature !== null)
    throw conflict(
      'The outcome is signed and stays as it is. Nothing was changed; add an addendum instead.',
    )
}

/** Every recommendation and action has an id of its own, by which follow-up names it. */
function assertOwnIds({ recommendations, actions }: OutcomeBody): void {
  const ids = [...recommendations, ...actions].map(({ id }) => id)
  if (new Set(ids).size < ids.length)
    throw invalidInput([
      { path: 'body.actions', message: 'each recommendation and action has an id of its own' },
    ])
}
