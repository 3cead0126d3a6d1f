import type { PatientId } from '../../shared/ids.ts'
import type { PrintLogRow } from '../../shared/meeting/printLog.ts'
import { createRecorder } from './record.ts'
import type { OpenSession } from './session.ts'

type Departure = Readonly<{
  patientId: PatientId
  at: string
  action: PrintLogRow['action']
  /** What it was, and what is worth knowing of it later; no words of the case. */
  what: Readonly<{ document: PrintLogRow['document'] } & Record<string, unknown>>
}>

/** Puts on record that a document of one patient left the workspace. */
export function recordDeparture(
  open: OpenSession,
  { patientId, at, action, what }: Departure,
): void {
  createRecorder(open, { patientId, at }).record({
    entity: 'patient',
    entityId: patientId,
    kind: 'patient',
    action,
    before: null,
    after: what,
  })
}
