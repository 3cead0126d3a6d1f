import { nhsNumberProblem } from '../../shared/patient/nhsNumber.ts'
import type { PatientDetails } from '../../shared/patient/patient.ts'
import { invalidInput } from './refusal.ts'

/**
 * Throws invalidInput for a newly entered NHS number that is not one; `path` says where the details stand in the input.
 * CLINICAL: CUI NUM, check digit verified on entry. A number that was already on record is not questioned again.
 */
export function assertIdentifiers(
  details: PatientDetails,
  path: string,
  before: PatientDetails | null = null,
): void {
  const known = new Set(
    before?.identifiers.filter(({ kind }) => kind === 'nhs').map(({ value }) => value),
  )
  const issues = details.identifiers.flatMap(({ kind, value }, at) => {
    const problem = kind === 'nhs' && !known.has(value) ? nhsNumberProblem(value) : null
    return problem === null ? [] : [{ path: `${path}.identifiers[${at}].value`, message: problem }]
  })
  if (issues.length > 0) throw invalidInput(issues)
}
