import { PatientDetails } from '../../shared/patient/patient.ts'

// Everything here is invented, and the same at every look.

export const TODAY = '2026-11-22'

/** The n-th of a fixed row of ids. */
export function idOf(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
}

/** A patient of whom nothing but a name is recorded. */
export function detailsOf(familyName: string): PatientDetails {
  return PatientDetails.parse({
    familyName,
    givenName: null,
    title: null,
    caseName: null,
    born: null,
    ageAsReported: null,
    gender: null,
    sex: 'notRecorded',
    identifiers: [],
    deceased: null,
  })
}
