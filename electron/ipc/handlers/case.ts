import type { Services } from '../../services/services.ts'
import type { HandlersOf } from '../handlers.ts'

export function caseHandlers({ cases }: Services): HandlersOf<'case'> {
  return {
    'case:get': input => cases.get(input),
    'case:apply': input => cases.apply(input),
    'case:undo': input => cases.undo(input),
    'case:redo': input => cases.redo(input),
    'case:history': input => cases.history(input),
    'case:opened': input => cases.opened(input),
    'case:since': input => cases.since(input),
  }
}
