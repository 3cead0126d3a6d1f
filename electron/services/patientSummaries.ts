import type { PatientSummary } from '../../shared/ipc/contract.ts'
import { COUNTS_VERSION } from '../../shared/rules/caseCounts.ts'
import type { ReadableDb } from '../db/connection.ts'
import { listedDetails } from '../db/queries/patientList.ts'
import { getPatients } from '../db/queries/patients.ts'
import { toPatient } from './storedCase.ts'

/** What a list shows of these patients, in the order given; unknown ids are left out. */
export function summariesOf(db: ReadableDb, ids: readonly string[]): PatientSummary[] {
  const stored = new Map(getPatients(db, ids).map(each => [each.id, each]))
  const listed = listedDetails(db, ids, COUNTS_VERSION)
  return ids.flatMap(id => {
    const patient = stored.get(id)
    if (patient === undefined) return []
    const { createdAt, counts } = listed.get(id) ?? { createdAt: patient.updatedAt, counts: null }
    return [{ patient: toPatient(patient), createdAt, updatedAt: patient.updatedAt, counts }]
  })
}
