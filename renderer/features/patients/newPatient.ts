import { z } from 'zod'
import { DATE_REFUSAL_TEXT } from '../../../shared/dates/dateRefusal.ts'
import { plainText } from '../../../shared/dates/dateWords.ts'
import { parseCalendarDate } from '../../../shared/dates/parseCalendarDate.ts'
import type { PartialDate } from '../../../shared/dates/when.ts'
import { nhsNumberDigits, nhsNumberProblem } from '../../../shared/patient/nhsNumber.ts'
import { type Identifier, PatientDetails, SEXES } from '../../../shared/patient/patient.ts'
import { ok, type Result, refuse } from '../../../shared/result.ts'

/** What stands in the form of a new patient, as typed. */
export const NewPatientFields = z.strictObject({
  familyName: z.string(),
  givenName: z.string(),
  title: z.string(),
  caseName: z.string(),
  born: z.string(),
  sex: z.enum(SEXES),
  nhs: z.string(),
  hospital: z.string(),
  otherLabel: z.string(),
  otherValue: z.string(),
  // Drafts that were kept before these fields were asked for lack them.
  gender: z.string().default(''),
  ageAsReported: z.string().default(''),
  isDeceased: z.boolean().default(false),
  diedOn: z.string().default(''),
})
export type NewPatientFields = z.infer<typeof NewPatientFields>
export type FieldName = keyof NewPatientFields

/** The fields that few patients need, folded until they hold something or are asked for. */
export const FOLDED_FIELDS = [
  'gender',
  'ageAsReported',
  'isDeceased',
  'diedOn',
] as const satisfies readonly FieldName[]

export const NO_FIELDS: NewPatientFields = {
  familyName: '',
  givenName: '',
  title: '',
  caseName: '',
  born: '',
  sex: 'notRecorded',
  nhs: '',
  hospital: '',
  otherLabel: '',
  otherValue: '',
  gender: '',
  ageAsReported: '',
  isDeceased: false,
  diedOn: '',
}

export type FieldErrors = Readonly<Partial<Record<FieldName, string>>>

/** The details that the fields state, or what is wrong with which field. An empty field is "not recorded". */
export function detailsOf(fields: NewPatientFields): Result<PatientDetails, FieldErrors> {
  const errors: Partial<Record<FieldName, string>> = {}
  const born = readDate(fields.born)
  if (!born.ok) errors.born = born.error
  const died = readDate(fields.diedOn)
  if (!died.ok) errors.diedOn = died.error
  else if (died.value !== null && !fields.isDeceased)
    errors.isDeceased = 'There is a date of death: tick this, or take the date away.'
  const nhsProblem = fields.nhs.trim() === '' ? null : nhsNumberProblem(fields.nhs)
  if (nhsProblem !== null) errors.nhs = `${sentence(nhsProblem)}.`
  if (isBlank(fields.familyName) && isBlank(fields.caseName))
    errors.familyName = 'A family name is needed, or below it what the case is called.'
  if (!isBlank(fields.otherValue) && isBlank(fields.otherLabel))
    errors.otherLabel = 'Say what this number is called.'
  if (Object.keys(errors).length > 0 || !born.ok || !died.ok) return refuse(errors)
  const parsed = PatientDetails.safeParse({
    familyName: orNull(fields.familyName),
    givenName: orNull(fields.givenName),
    caseName: orNull(fields.caseName),
    title: orNull(fields.title),
    born: born.value,
    ageAsReported: orNull(fields.ageAsReported),
    sex: fields.sex,
    gender: orNull(fields.gender),
    deceased: fields.isDeceased ? { on: died.value } : null,
    identifiers: identifiersOf(fields),
  })
  if (parsed.success) return ok(parsed.data)
  return refuse(errorsOf(parsed.error))
}

function readDate(typed: string): Result<PartialDate | null, string> {
  if (isBlank(typed)) return ok(null)
  const read = parseCalendarDate(plainText(typed))
  if (read === null) return refuse(DATE_REFUSAL_TEXT.notUnderstood)
  return read.ok ? ok(read.value) : refuse(DATE_REFUSAL_TEXT[read.error])
}

function identifiersOf(fields: NewPatientFields): Identifier[] {
  const { nhs, hospital, otherLabel, otherValue } = fields
  const identifiers: Identifier[] = []
  if (!isBlank(hospital))
    identifiers.push({ kind: 'hospital', label: 'Hospital No.', value: hospital.trim() })
  if (!isBlank(nhs))
    identifiers.push({ kind: 'nhs', label: 'NHS No.', value: nhsNumberDigits(nhs) ?? nhs.trim() })
  if (!isBlank(otherValue))
    identifiers.push({ kind: 'other', label: otherLabel.trim(), value: otherValue.trim() })
  return identifiers
}

function errorsOf(error: z.ZodError): FieldErrors {
  const errors: Partial<Record<FieldName, string>> = {}
  for (const issue of error.issues) {
    const [field] = issue.path
    if (field === 'deceased') {
      errors.diedOn = `${sentence(issue.message)}.`
      continue
    }
    const known = Object.keys(NO_FIELDS).find((name): name is FieldName => name === field)
    errors[known ?? 'familyName'] = `${sentence(issue.message)}.`
  }
  return errors
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}

function orNull(text: string): string | null {
  return isBlank(text) ? null : text.trim()
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
