import type { PatientId } from '../../shared/ids.ts'
import { lastOpenings } from '../db/queries/changesSince.ts'
import { getPatient } from '../db/queries/patients.ts'
import { asWorkspaceError } from '../vault/workspaceError.ts'
import { createRecorder } from './record.ts'
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
  const minutes = last === undefined ? null : (now.getTime() - Date.parse(last.at)) / 60_000
  // A look that lies in the future was recorded by a clock that was wrong.
  if (minutes !== null && minutes >= 0 && minutes < SAME_LOOK_MINUTES) return
  try {
    workspace.db
      .transaction(() => {
        createRecorder(open, { patientId, at: now.toISOString() }).record({
          entity: 'patient',
          entityId: patientId,
          kind: 'patient',
          action: 'open',
          before: null,
          after: { document: 'board' },
        })
      })
      .immediate()
  } catch (error) {
    if (asWorkspaceError(error)?.code !== 'diskFull') throw error
  }
}
