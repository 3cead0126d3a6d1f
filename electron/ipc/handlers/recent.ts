import type { Services } from '../../services/services.ts'
import type { HandlersOf } from '../handlers.ts'

export function recentHandlers({ recents }: Services): HandlersOf<'recent'> {
  return {
    'recent:list': () => recents.list(),
    'recent:add': input => recents.add(input),
  }
}
