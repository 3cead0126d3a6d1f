import type { MeetingId, PatientId } from '../../shared/ids.ts'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import { NEW_ITEM } from '../../shared/meeting/deferral.ts'
import { type Outcome, OutcomeBody } from '../../shared/meeting/outcome.ts'
import { signingProblems, tidied } from '../../shared/meeting/signing.ts'
import { findItem } from '../db/queries/listItems.ts'
import {
  hasAddendum,
  insertAddendum,
  insertFollowUp,
  insertProgress,
  listFollowUps,
  listProgress,
  outcomeOfFollowUp,
  updateFollowUp,
  updateProgress,
} from '../db/queries/outcomeRecords.ts'
import { getOutcome, signOutcome } from '../db/queries/outcomes.ts'
import { getPatient } from '../db/queries/patients.ts'
import { signedHash } from '../db/signedContent.ts'
import type { Clock } from './clock.ts'
import { addItem, keepingOrder, type ListWriter } from './listEdits.ts'
import { createMeetingRecorder } from './meetingRecord.ts'
import { freezeQuestions, setStatus } from './meetingStatus.ts'
import { recordTyped } from './outcomeRecording.ts'
import { assertUnsigned } from './outcomes.ts'
import { changedInBetween, conflict, invalidInput, notFound } from './refusal.ts'
import type { Session } from './session.ts'
import { loadMeeting, toItem } from './storedMeeting.ts'
import { loadOutcome } from './storedOutcome.ts'

export type OutcomeSigning = ReturnType<typeof createOutcomeSigning>

/** Locking an outcome, and what may be recorded of it afterwards: addenda, agreement, delivery, actions done. */
export function createOutcomeSigning(session: Session, clock: Clock) {
  return {
    /** Locks an outcome for good: content, question, meeting and attendance as they are now; lists what is discussed again. */
    sign: ({ outcomeId, revision }: Parsed<'outcome:sign'>): Outcome => {
      const open = session.need('signOutcome')
      const { db } = open.workspace
      return db
        .transaction(() => {
          const stored = getOutcome(db, outcomeId)
          if (stored === null) throw notFound('outcome')
          assertUnsigned(stored)
          if (stored.revision !== revision) throw changedInBetween()
          const typed = OutcomeBody.parse(stored.body)
          const problems = signingProblems(typed)
          if (problems.length > 0)
            throw invalidInput(
              problems.map(({ path, message }) => ({ path: `body.${path}`, message })),
            )
          if (stored.recordedRevision < stored.revision) recordTyped(db, stored)
          const body = tidied(typed)
          const at = clock.now().toISOString()
          const recorder = createMeetingRecorder(open, { at })
          const writer = { db, recorder }
          const { meetingId, patientId } = loadOutcome(db, outcomeId)
          freezeQuestions(writer, meetingId, patientId)
          const meeting = loadMeeting(db, meetingId)
          if (meeting.status === 'planned') setStatus(writer, meeting, 'held')
          const item = findItem(db, meetingId, patientId)
          const { day, start, title, place, chair, attendance } = meeting.body
          const around = {
            at,
            userId: open.user.id,
            userName: open.user.name,
            meeting: { day, start, title, place, chair },
            attendance,
            question: item === null ? null : toItem(item).body.askedQuestion,
          }
          const sha256 = signedHash({ id: outcomeId, meetingId, patientId, body, around })
          const signature = { ...around, sha256 }
          signOutcome(db, {
            id: outcomeId,
            expectedRevision: revision,
            body,
            signedAt: at,
            signature,
          })
          recorder.record({
            entity: 'outcome',
            entityId: outcomeId,
            kind: 'outcome',
            action: 'sign',
            patientId,
            before: typed,
            after: { body, signature },
          })
          // An act of its own in the same transaction: taken back on that list, it leaves the signature as it is.
          const again = body.rediscussion?.meetingId ?? null
          if (again !== null)
            listAgain({ db, recorder: createMeetingRecorder(open, { at }) }, again, patientId)
          return loadOutcome(db, outcomeId)
        })
        .immediate()
    },

    /** Adds to a signed outcome; the old text stays before it. */
    addend: ({ outcomeId, id, text }: Parsed<'outcome:addend'>): Outcome => {
      const open = session.need('signOutcome')
      const { db } = open.workspace
      return db
        .transaction(() => {
          const { signed, patientId } = loadOutcome(db, outcomeId)
          if (signed === null)
            throw conflict(
              'The outcome is not signed yet. Nothing was changed; change the outcome itself.',
            )
          if (hasAddendum(db, id))
            throw conflict('This addendum was saved before. Nothing was changed.')
          const at = clock.now().toISOString()
          const addendum = { id, at, userName: open.user.name, text }
          insertAddendum(db, { ...addendum, outcomeId })
          createMeetingRecorder(open, { at }).record({
            entity: 'addendum',
            entityId: id,
            kind: 'addendum',
            action: 'create',
            patientId,
            before: null,
            after: { outcomeId, ...addendum },
          })
          return loadOutcome(db, outcomeId)
        })
        .immediate()
    },

    /** Records what was agreed with the patient or delivered; three records, none of which changes another. */
    followUp: ({ outcomeId, id, revision, body }: Parsed<'outcome:followUp'>): Outcome => {
      const open = session.need('writeOutcome')
      const { db } = open.workspace
      assertFollowUpReason(body)
      return db
        .transaction(() => {
          const outcome = loadOutcome(db, outcomeId)
          if (outcome.signed === null)
            throw conflict(
              'The outcome is not signed yet. Nothing was changed; sign it, then record what was agreed or delivered.',
            )
          const { recommendation } = body
          if (
            recommendation !== null &&
            outcome.body.recommendations.every(each => each.id !== recommendation)
          )
            throw invalidInput([
              { path: 'body.recommendation', message: 'names no recommendation of this outcome' },
            ])
          const owner = outcomeOfFollowUp(db, id)
          if (owner !== null && owner !== outcomeId) throw notFound('followUp')
          const stored = listFollowUps(db, outcomeId).find(each => each.id === id)
          if ((stored?.revision ?? null) !== revision) throw changedInBetween()
          const at = clock.now().toISOString()
          const { record } = createMeetingRecorder(open, { at })
          const told = {
            entity: 'followUp',
            entityId: id,
            kind: 'followUp',
            patientId: outcome.patientId,
          } as const
          const written = { id, body, at, userName: open.user.name }
          if (stored === undefined) {
            insertFollowUp(db, { ...written, outcomeId })
            record({ ...told, action: 'create', before: null, after: body })
          } else {
            updateFollowUp(db, { ...written, expectedRevision: stored.revision })
            record({ ...told, action: 'update', before: stored.body, after: body })
          }
          return loadOutcome(db, outcomeId)
        })
        .immediate()
    },

    /** Notes an action as done, or as open again. */
    done: ({
      outcomeId,
      actionId,
      revision,
      done,
    }: Parsed<'action:done'>): Output<'action:done'> => {
      const open = session.need('writeOutcome')
      const { db } = open.workspace
      return db
        .transaction(() => {
          const outcome = loadOutcome(db, outcomeId)
          if (outcome.body.actions.every(({ id }) => id !== actionId)) throw notFound('action')
          const stored = listProgress(db, outcomeId).find(each => each.actionId === actionId)
          if ((stored?.revision ?? null) !== revision) throw changedInBetween()
          const { record } = createMeetingRecorder(open, { at: clock.now().toISOString() })
          if (stored === undefined) insertProgress(db, { actionId, outcomeId, done })
          else updateProgress(db, { actionId, expectedRevision: stored.revision, done })
          record({
            entity: 'action',
            entityId: actionId,
            kind: 'action',
            action: stored === undefined ? 'create' : 'update',
            patientId: outcome.patientId,
            before: stored === undefined ? null : { done: stored.done },
            after: { done },
          })
          return loadOutcome(db, outcomeId)
        })
        .immediate()
    },
  }
}

/** Puts a case on the list of the meeting that discusses it again; there already, it keeps its place. */
function listAgain(writer: ListWriter, meetingId: MeetingId, patientId: PatientId): void {
  const { db } = writer
  const meeting = loadMeeting(db, meetingId)
  if (findItem(db, meetingId, patientId) !== null) return
  if (meeting.status === 'closed')
    throw conflict(
      'The meeting that is to discuss the case again is closed. Nothing was signed; choose another meeting, or none.',
    )
  if (getPatient(db, patientId)?.archived === true)
    throw conflict(
      'The patient is archived and cannot be listed again. Nothing was signed; take the patient back from the archive, or choose no meeting.',
    )
  keepingOrder(writer, meetingId, () => addItem(writer, meetingId, patientId, NEW_ITEM))
}

/** CLINICAL: a deviation from the recommendation has its reason (CLINICAL 5.1, 5.3; FEATURES O3). */
function assertFollowUpReason(body: Parsed<'outcome:followUp'>['body']): void {
  const isPlain = body.state === 'agreed' || body.state === 'asRecommended'
  if (!isPlain && body.reason === null)
    throw invalidInput([{ path: 'body.reason', message: 'give the reason' }])
}
