import type { Services } from '../../services/services.ts'
import type { HandlersOf } from '../handlers.ts'

export function workspaceHandlers({ session, verification }: Services): HandlersOf<'workspace'> {
  return {
    'workspace:create': input => session.create(input),
    'workspace:openDemo': () => session.openDemo(),
    'workspace:unlock': input => session.unlock(input),
    'workspace:recover': input => session.recover(input),
    'workspace:lock': () => session.lock(),
    'workspace:verify': () => verification.run(),
  }
}
