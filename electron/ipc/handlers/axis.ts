import type { Services } from '../../services/services.ts'
import type { HandlersOf } from '../handlers.ts'

export function axisHandlers({ axisFiles }: Services): HandlersOf<'axis'> {
  return {
    'axis:save': input => axisFiles.save(input),
    'axis:record': input => axisFiles.record(input),
  }
}
