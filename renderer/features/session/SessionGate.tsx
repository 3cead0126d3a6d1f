import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { ClosedScreen } from './ClosedScreen.tsx'
import type { Created } from './CreateWorkspaceForm.tsx'
import { RecoveryKeyScreen } from './RecoveryKeyScreen.tsx'
import styles from './session.module.css'
import {
  type ClosedSession,
  type OpenSession,
  sentenceOf,
  takeSession,
  useHost,
  useSession,
} from './session.ts'

/** Shows what is behind it only while a workspace is open and its recovery key has been seen. */
export function SessionGate({ children }: { children: (session: OpenSession) => ReactNode }) {
  const client = useQueryClient()
  const session = useSession()
  const host = useHost()
  const [isCreating, setIsCreating] = useState(false)
  const last = useRef<string | null>(null)
  const [created, setCreated] = useState<Created | null>(null)

  if (created !== null)
    return (
      <RecoveryKeyScreen
        recoveryKey={created.recoveryKey}
        onDone={() => {
          setCreated(null)
          setIsCreating(false)
          takeSession(client, created.session)
        }}
      />
    )
  const error = session.error ?? host.error
  if (error !== null)
    return (
      <main className={styles.screen}>
        <h1 className={styles.title}>MetBoard</h1>
        <p role="alert">{sentenceOf(error)}</p>
      </main>
    )
  if (session.data === undefined || host.data === undefined) return null
  if (session.data.state === 'open') last.current = session.data.workspace.folder
  // While a workspace is being made it opens before its recovery key has arrived.
  if (session.data.state === 'open' && !isCreating) return children(session.data)
  const known = session.data.state === 'closed' ? session.data.known : []
  return (
    <ClosedScreen
      known={lastFirst(known, last.current)}
      host={host.data}
      onCreating={setIsCreating}
      onCreated={setCreated}
      onOpened={state => takeSession(client, state)}
    />
  )
}

/** The workspace that was just locked heads the list. */
function lastFirst(known: ClosedSession['known'], last: string | null): ClosedSession['known'] {
  return known.toSorted((a, b) => Number(b.folder === last) - Number(a.folder === last))
}
