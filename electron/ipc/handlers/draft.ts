import type { Services } from '../../services/services.ts'
import type { HandlersOf } from '../handlers.ts'

export function draftHandlers({ drafts }: Services): HandlersOf<'draft'> {
  return {
    'draft:put': input => drafts.put(input),
    'draft:delete': input => drafts.delete(input),
    'draft:list': input => drafts.list(input),
  }
}
