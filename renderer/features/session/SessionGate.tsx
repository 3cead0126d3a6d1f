import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { type Part, usePart } from '../../components/part.ts'
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

type Props<T> = Readonly<{
  /** The code of what is behind the gate. */
  part: Part<T>
  /** Called as soon as a workspace is open, before anything of it is drawn. */
  onOpen: (client: QueryClient) => void
  children: (session: OpenSession, code: T) => ReactNode
}>

/**
 * Shows what is behind it only while a workspace is open and its recovery key has been seen. Until the code for that is
 * read, the screen stays on which the workspace was opened.
 */
export function SessionGate<T>({ part, onOpen, children }: Props<T>) {
  const client = useQueryClient()
  const session = useSession(onOpen)
  const host = useHost()
  const [isCreating, setIsCreating] = useState(false)
  const last = useRef<string | null>(null)
  const lastKnown = useRef<ClosedSession['known'] | null>(null)
  const code = usePart(part, session.data?.state === 'open')
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
  const isOpen = session.data.state === 'open' && !isCreating
  if (session.data.state === 'open' && isOpen && code !== null) return children(session.data, code)
  if (session.data.state === 'closed')
    lastKnown.current = lastFirst(session.data.known, last.current)
  // The page was loaded anew while a workspace is open: there was no screen that could stay.
  if (isOpen && lastKnown.current === null) return null
  return (
    <ClosedScreen
      known={lastKnown.current ?? []}
      host={host.data}
      onCreating={setIsCreating}
      onCreated={setCreated}
      onOpened={async state => {
        await part.load()
        takeSession(client, state)
      }}
    />
  )
}

/** The workspace that was just locked heads the list. */
function lastFirst(known: ClosedSession['known'], last: string | null): ClosedSession['known'] {
  return known.toSorted((a, b) => Number(b.folder === last) - Number(a.folder === last))
}
