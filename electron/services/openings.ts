import type { EntryId, PatientId } from '../../shared/ids.ts'
import { lastLookAt, lastOpenings } from '../db/queries/changesSince.ts'
import { getPatient } from '../db/queries/patients.ts'
import { asWorkspaceError } from '../vault/workspaceError.ts'
import { createRecorder, type Told } from './record.ts'
import { notFound } from './refusal.ts'
import type { OpenSession } from './session.ts'

/** Within so many minutes of the last, a look at the same patient is still the same look. */
const SAME_LOOK_MINUTES = 30

/**
 * Puts on record that this user opened a patient's board, once for each look. On a full disk nothing can be put on record,
 * and a patient in the meeting must still be readable.
 */
export function recordOpening(open: OpenSession, patientId: PatientId, now: Date): void {
  const { workspace, user } = open
  if (getPatient(workspace.db, patientId) === null) throw notFound('patient')
  const [last] = lastOpenings(workspace.db, { patientId, userId: user.id, limit: 1 })
  if (isSameLook(last?.at, now)) return
  recordQuietly(
    open,
    { patientId, now },
    {
      entity: 'patient',
      entityId: patientId,
      kind: 'patient',
      action: 'open',
      before: null,
      after: { document: 'board' },
    },
  )
}

/** Puts on record that this user looked at a photograph larger than it is on the board, once for each look. */
export function recordLook(
  open: OpenSession,
  {
    patientId,
    photograph,
    now,
  }: Readonly<{ patientId: PatientId; photograph: EntryId; now: Date }>,
): void {
  const { workspace, user } = open
  const last = lastLookAt(workspace.db, { entityId: photograph, userId: user.id })
  if (isSameLook(last, now)) return
  recordQuietly(
    open,
    { patientId, now },
    {
      entity: 'entry',
      entityId: photograph,
      kind: 'photograph',
      action: 'open',
      before: null,
      after: { document: 'photograph' },
    },
  )
}

/** A look that lies in the future was recorded by a clock that was wrong. */
function isSameLook(last: string | undefined, now: Date): boolean {
  if (last === undefined) return false
  const minutes = (now.getTime() - Date.parse(last)) / 60_000
  return minutes >= 0 && minutes < SAME_LOOK_MINUTES
}

function recordQuietly(
  open: OpenSession,
  { patientId, now }: Readonly<{ patientId: PatientId; now: Date }>,
  told: Told,
): void {
  try {
    open.workspace.db
      .transaction(() => {
        createRecorder(open, { patientId, at: now.toISOString() }).record(told)
      })
      .immediate()
  } catch (error) {
    if (asWorkspaceError(error)?.code !== 'diskFull') throw error
  }
}
