import type { Services } from '../../services/services.ts'
import type { HandlersOf } from '../handlers.ts'

export function printHandlers({ printLog }: Services): HandlersOf<'print'> {
  return { 'print:list': input => printLog.list(input) }
}
