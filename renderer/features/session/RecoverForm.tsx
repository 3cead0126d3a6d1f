import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { SessionState } from '../../../shared/ipc/contract.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { TextField } from '../../components/TextField.tsx'
import { FolderField } from './FolderField.tsx'
import { NewPassphrase } from './NewPassphrase.tsx'
import styles from './session.module.css'
import { type ClosedSession, type Host, sentenceOf } from './session.ts'

type Props = Readonly<{
  known: ClosedSession['known']
  host: Host
  /** Done when the workspace is on screen. */
  onOpened: (session: SessionState) => Promise<void>
  onCancel: () => void
}>

/** Opens a workspace with its recovery key and gives its user a new passphrase. */
export function RecoverForm({ known, host, onOpened, onCancel }: Props) {
  const [folder, setFolder] = useState(known[0]?.folder ?? '')
  const [userName, setUserName] = useState(known[0]?.users[0] ?? '')
  const [recoveryKey, setRecoveryKey] = useState('')
  const [newPassphrase, setNewPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [wasSent, setWasSent] = useState(false)
  const recover = useMutation({
    mutationFn: () =>
      api.invoke('workspace:recover', { folder, recoveryKey, userName, newPassphrase }),
    onSuccess: onOpened,
  })
  return (
    <section className={styles.card} aria-labelledby="recover">
      <h2 id="recover" className={styles.heading}>
        Open with the recovery key
      </h2>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          setWasSent(true)
          if (newPassphrase === again && !recover.isPending) recover.mutate()
        }}
      >
        <FolderField
          label="Workspace folder"
          description="The folder that holds the workspace."
          folder={folder}
          onChange={setFolder}
          host={host}
        />
        <TextField label="User" value={userName} onChange={setUserName} isRequired />
        <TextField
          label="Recovery key"
          value={recoveryKey}
          onChange={setRecoveryKey}
          isRequired
          autoFocus
          description="As it was written down; spaces, dashes and capitals do not matter."
        />
        <NewPassphrase
          first={newPassphrase}
          second={again}
          onFirst={setNewPassphrase}
          onSecond={setAgain}
          showDifference={wasSent}
        />
        {recover.error !== null && (
          <p className={styles.problem} role="alert">
            {sentenceOf(recover.error)}
          </p>
        )}
        <div className={styles.buttons}>
          <Button type="submit" look="primary" isDisabled={recover.isPending}>
            {recover.isPending ? 'Opening…' : 'Open and set the passphrase'}
          </Button>
          <Button look="plain" onPress={onCancel}>
            Back
          </Button>
        </div>
      </form>
    </section>
  )
}
