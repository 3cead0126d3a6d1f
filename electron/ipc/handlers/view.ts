import type { Services } from '../../services/services.ts'
import type { HandlersOf } from '../handlers.ts'

export function viewHandlers({ views }: Services): HandlersOf<'view'> {
  return {
    'view:list': () => views.list(),
    'view:put': input => views.put(input),
    'view:delete': input => views.delete(input),
    'view:first': input => views.first(input),
  }
}
