import type { Services } from '../../services/services.ts'
import type { HandlersOf } from '../handlers.ts'

export function patientHandlers({ patients }: Services): HandlersOf<'patient'> {
  return {
    'patient:list': input => patients.list(input),
    'patient:order': input => patients.order(input),
    'patient:place': input => patients.place(input),
    'patient:create': input => patients.create(input),
    'patient:duplicates': input => patients.duplicates(input),
    'patient:archive': input => patients.archive(input),
  }
}
