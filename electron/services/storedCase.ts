import { type Case, Entry } from '../../shared/case/entry.ts'
import type { PatientId } from '../../shared/ids.ts'
import { Patient, type PatientDetails } from '../../shared/patient/patient.ts'
import { patientSearchText, patientSortName } from '../../shared/patient/searchText.ts'
import type { ReadableDb } from '../db/connection.ts'
import { listEntries } from '../db/queries/entries.ts'
import { foldForSearch } from '../db/queries/patientSearch.ts'
import { getPatient, type PatientContent, type StoredPatient } from '../db/queries/patients.ts'
import { notFound } from './refusal.ts'

/** A stored patient as the domain has one; throws when the record cannot be read. */
export function toPatient({ id, revision, archived, body }: StoredPatient): Patient {
  return Patient.parse({ id, revision, archived, details: body })
}

/** A patient with every entry that is not removed, as stored; throws notFound. */
export function loadCase(db: ReadableDb, patientId: PatientId): Case {
  const stored = getPatient(db, patientId)
  if (stored === null) throw notFound('patient')
  return {
    patient: toPatient(stored),
    entries: listEntries(db, patientId).map(({ id, revision, body }) =>
      Entry.parse({ id, revision, body }),
    ),
  }
}

/** What the database keeps of a patient besides the details: how lists sort it and what finds it. */
export function patientContent(details: PatientDetails, updatedAt: string): PatientContent {
  return {
    body: details,
    sortName: foldForSearch(patientSortName(details)),
    born: details.born,
    searchText: patientSearchText(details),
    updatedAt,
  }
}
