import { useQueryClient } from '@tanstack/react-query'
import type { SessionState } from '../../../shared/ipc/contract.ts'
import { SESSION_KEY } from '../session/session.ts'

/** The name of who is signed in, as an author; blank while nobody is. */
export function useUserName(): string {
  const session = useQueryClient().getQueryData<SessionState>(SESSION_KEY)
  return session?.state === 'open' ? session.user.name : ''
}
