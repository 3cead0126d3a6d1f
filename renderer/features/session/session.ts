import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Output, SessionState } from '../../../shared/ipc/contract.ts'
import { api, onEvent } from '../../api/client.ts'

export const SESSION_KEY = ['session'] as const
export const HOST_KEY = ['host'] as const
const KEPT_WHEN_LOCKED: readonly unknown[] = [SESSION_KEY[0], HOST_KEY[0]]

export type OpenSession = Extract<SessionState, { state: 'open' }>
export type ClosedSession = Extract<SessionState, { state: 'closed' }>
export type Host = Output<'host:info'>

/** The session as the services see it; follows a lock or an unlock from wherever it comes, and tells of an unlock first. */
export function useSession(onOpen?: (client: QueryClient) => void) {
  const client = useQueryClient()
  useEffect(
    () =>
      onEvent('session:changed', state => {
        if (state.state === 'open') onOpen?.(client)
        takeSession(client, state)
      }),
    [client, onOpen],
  )
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: async () => {
      const state = await api.invoke('session:state', {})
      if (state.state === 'closed') forgetCases(client)
      return state
    },
  })
}

/** Puts a session that a service answered with in the place of the one on screen. */
export function takeSession(client: QueryClient, state: SessionState): void {
  if (state.state === 'closed') forgetCases(client)
  client.setQueryData(SESSION_KEY, state)
}

/** SECURITY: nothing of a patient stays in the window's memory once the workspace is locked. */
function forgetCases(client: QueryClient): void {
  client.removeQueries({ predicate: query => !KEPT_WHEN_LOCKED.includes(query.queryKey[0]) })
  client.getMutationCache().clear()
}

/** SECURITY: nothing of a patient stays in the window's memory behind a neutral screen; the open session and its settings do. */
export function forgetPatients(client: QueryClient): void {
  const kept = [...KEPT_WHEN_LOCKED, 'settings']
  client.removeQueries({ predicate: query => !kept.includes(query.queryKey[0]) })
  client.getMutationCache().clear()
}

/** What this program runs in: Electron's window or a browser. */
export function useHost() {
  return useQuery({ queryKey: HOST_KEY, queryFn: () => api.invoke('host:info', {}) })
}

/** The theme of this machine's screens while no workspace is open, and how to choose another; it shows at once. */
export function useMachineTheme() {
  const client = useQueryClient()
  const { data } = useHost()
  return {
    theme: data?.theme ?? 'system',
    choose: (theme: Host['theme']) => {
      client.setQueryData<Host>(HOST_KEY, before => before && { ...before, theme })
      // A choice that could not be kept holds until MetBoard is closed.
      api.invoke('host:theme', { theme }).catch(() => {})
    },
  }
}

/** The sentence of an error; a bug that is not the service's own says so. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error && error.name === 'ApiError'
    ? error.message
    : 'Something went wrong inside MetBoard. What was saved is kept; try again.'
}
