import { foldCompact } from '../codes/fold.ts'
import type { PatientDetails } from './patient.ts'

/**
 * Whether two records may be of one person: a number of the same kind is the same, spaces and punctuation apart, or name
 * and birth date are. A birth date known less exactly agrees with one that it may be. A warning, never a proof.
 */
export function mayBeSamePatient(one: PatientDetails, other: PatientDetails): boolean {
  return haveSameNumber(one, other) || haveSameNameAndBirthDate(one, other)
}

function haveSameNumber(one: PatientDetails, other: PatientDetails): boolean {
  return one.identifiers.some(a =>
    other.identifiers.some(
      b =>
        a.kind === b.kind &&
        foldCompact(a.value) !== '' &&
        foldCompact(a.value) === foldCompact(b.value),
    ),
  )
}

function haveSameNameAndBirthDate(one: PatientDetails, other: PatientDetails): boolean {
  if (one.born === null || other.born === null) return false
  const mayAgree = one.born.startsWith(other.born) || other.born.startsWith(one.born)
  return mayAgree && nameKey(one) !== '' && nameKey(one) === nameKey(other)
}

function nameKey({ familyName, givenName }: PatientDetails): string {
  return familyName === null ? '' : foldCompact(`${familyName} ${givenName ?? ''}`)
}
