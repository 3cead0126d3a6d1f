import type { SkinVisitTyped } from '../../../shared/forms/skinVisit.ts'
import type { PatientId } from '../../../shared/ids.ts'
import type { Field } from '../entry/field.ts'

/** The photographs of a look. */
export function PhotoSection(_: Readonly<{ form: Field<SkinVisitTyped>; patientId: PatientId }>) {
  return null
}
