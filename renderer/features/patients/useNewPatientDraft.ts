import { useKeptForm } from '../live/useKeptForm.ts'
import { NewPatientFields, NO_FIELDS } from './newPatient.ts'

/** The fields of a new patient, as they were typed last. */
export function useNewPatientDraft() {
  const { change, ...form } = useKeptForm('patient:new', NewPatientFields, NO_FIELDS)
  return {
    ...form,
    change: (part: Partial<NewPatientFields>) => change(before => ({ ...before, ...part })),
  }
}
