import { useQueryClient } from '@tanstack/react-query'
import { hasRight } from '../../../shared/access/role.ts'
import type { SessionState } from '../../../shared/ipc/contract.ts'
import { SESSION_KEY } from '../session/session.ts'

/** Whether who is signed in may add photographs, say what they show, and remove them. */
export function useMayPhotograph(): boolean {
  const session = useQueryClient().getQueryData<SessionState>(SESSION_KEY)
  return session?.state === 'open' && hasRight(session.user.role, 'photograph')
}
