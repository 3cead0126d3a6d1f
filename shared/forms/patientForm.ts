import { nhsNumberProblem } from '../patient/nhsNumber.ts'
import {
  IDENTIFIER_KINDS,
  type Identifier,
  type PatientDetails,
  SEXES,
} from '../patient/patient.ts'
import { ok } from '../result.ts'
import { type Codec, codec, type FieldError, isSame, type TypedOf, under } from './codec.ts'
import { optionalPartialDate } from './dateFields.ts'
import { fields, keyOfStored, type Row } from './groups.ts'
import { choiceFrom, neededLine, optionalLine } from './textFields.ts'

const identifier = fields({
  kind: choiceFrom(IDENTIFIER_KINDS, 'other'),
  label: neededLine('Say what this number is called.'),
  value: neededLine('Type the number, or take this row away.'),
})
export type IdentifierTyped = TypedOf<typeof identifier>

/** The rows of a new patient's numbers. */
export const USUAL_IDENTIFIERS: readonly IdentifierTyped[] = [
  { kind: 'hospital', label: 'Hospital No.', value: '' },
  { kind: 'nhs', label: 'NHS No.', value: '' },
]

type IdentifierRows = readonly Row<IdentifierTyped>[]

function rowsLacking(stored: readonly Pick<Identifier, 'kind'>[]): IdentifierRows {
  return USUAL_IDENTIFIERS.filter(usual => !stored.some(({ kind }) => kind === usual.kind)).map(
    value => ({ key: `usual ${value.kind}`, value }),
  )
}

function isRow(row: unknown): row is Row<IdentifierTyped> {
  return (
    typeof row === 'object' &&
    row !== null &&
    'key' in row &&
    typeof row.key === 'string' &&
    'value' in row &&
    identifier.fits(row.value)
  )
}

/** Every number, and an empty row for each usual one that is not recorded. An empty number is not recorded. */
const identifiers: Codec<Identifier[], IdentifierRows> = codec<Identifier[], IdentifierRows>({
  blank: rowsLacking([]),
  show: (value, context) => [
    ...value.map((each, at) => ({ key: keyOfStored(at), value: identifier.show(each, context) })),
    ...rowsLacking(value),
  ],
  read(typed, was, context, path) {
    const errors: FieldError[] = []
    const found: Identifier[] = []
    typed.forEach(({ key, value }, at) => {
      if (value.value.trim() === '') return
      const here = under(path, `${at}.value`)
      const index = was?.shown.findIndex(row => row.key === key) ?? -1
      const stored = was?.value[index]
      const shown = was?.shown[index]?.value
      const before = stored === undefined || shown === undefined ? null : { value: stored, shown }
      const read = identifier.read(value, before, context, here)
      if (!read.ok) {
        errors.push(...read.error)
        return
      }
      const isTouched = before === null || !isSame(value, before.shown)
      const problem =
        read.value.kind === 'nhs' && isTouched ? nhsNumberProblem(read.value.value) : null
      if (problem === null) found.push(read.value)
      else
        errors.push({
          path: under(here, 'value'),
          message: `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`,
        })
    })
    return errors.length > 0 ? { ok: false, error: errors } : ok(found)
  },
  fits: (value: unknown): value is IdentifierRows => Array.isArray(value) && value.every(isRow),
})

const deceased = codec<PatientDetails['deceased'], Readonly<{ isDeceased: boolean; on: string }>>({
  blank: { isDeceased: false, on: '' },
  show: (value, context) => ({
    isDeceased: value !== null,
    on: optionalPartialDate.show(value?.on ?? null, context),
  }),
  read(typed, was, context, path) {
    if (!typed.isDeceased && typed.on.trim() === '') return ok(null)
    if (!typed.isDeceased)
      return {
        ok: false,
        error: [{ path, message: 'There is a date of death: tick this, or take the date away.' }],
      }
    const before =
      was === null || was.value === null ? null : { value: was.value.on, shown: was.shown.on }
    const on = optionalPartialDate.read(typed.on, before, context, under(path, 'on'))
    return on.ok ? ok({ on: on.value }) : on
  },
  fits: (value: unknown): value is Readonly<{ isDeceased: boolean; on: string }> =>
    typeof value === 'object' &&
    value !== null &&
    'isDeceased' in value &&
    typeof value.isDeceased === 'boolean' &&
    'on' in value &&
    typeof value.on === 'string',
})

const inner = fields({
  familyName: optionalLine,
  givenName: optionalLine,
  title: optionalLine,
  caseName: optionalLine,
  born: optionalPartialDate,
  ageAsReported: optionalLine,
  sex: choiceFrom(SEXES, 'notRecorded'),
  gender: optionalLine,
  identifiers,
  deceased,
})
export type PatientTyped = TypedOf<typeof inner>

/** Who the patient is, as a form. */
export const patientForm: Codec<PatientDetails, PatientTyped> = codec<PatientDetails, PatientTyped>(
  {
    ...inner,
    read(typed, was, context, path) {
      const read = inner.read(typed, was, context, path)
      const isNameless = typed.familyName.trim() === '' && typed.caseName.trim() === ''
      const nameless: FieldError[] = isNameless
        ? [{ path: 'familyName', message: 'Type the family name, or what the case is called.' }]
        : []
      if (!read.ok) return { ok: false, error: [...nameless, ...read.error] }
      return isNameless ? { ok: false, error: nameless } : read
    },
  },
)
