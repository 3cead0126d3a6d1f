import { formatPartialDate } from '../../../shared/dates/formatDate.ts'
import { formatIdentifierValue, formatName } from '../../../shared/patient/name.ts'
import type { Patient } from '../../../shared/patient/patient.ts'

/** The name as on every screen. */
export function nameOf({ details }: Patient): string {
  return formatName(details)
}

/** What tells two patients of one name apart, for lists: born and numbers. */
export function identityOf(patient: Patient): string {
  return identityParts(patient).join(' · ')
}

/** The same, part by part. */
export function identityParts({ details }: Patient): string[] {
  const born =
    details.born === null ? 'birth date not recorded' : `born ${formatPartialDate(details.born)}`
  const numbers = details.identifiers.map(
    identifier => `${identifier.label} ${formatIdentifierValue(identifier)}`,
  )
  return [born, ...numbers]
}

export const SEX_LABEL = {
  female: 'Female',
  male: 'Male',
  intersex: 'Intersex',
  unknown: 'Unknown',
  notRecorded: 'Not recorded',
} as const satisfies Record<Patient['details']['sex'], string>
