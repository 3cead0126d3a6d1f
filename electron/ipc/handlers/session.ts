import type { Services } from '../../services/services.ts'
import type { HandlersOf } from '../handlers.ts'

export function sessionHandlers({ session }: Services): HandlersOf<'session'> {
  return {
    'session:state': () => session.state(),
    'session:touch': () => {
      session.touch()
      return {}
    },
  }
}
