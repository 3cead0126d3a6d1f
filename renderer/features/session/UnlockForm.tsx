import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { SessionState } from '../../../shared/ipc/contract.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextField } from '../../components/TextField.tsx'
import styles from './session.module.css'
import { type ClosedSession, sentenceOf } from './session.ts'

type Props = Readonly<{
  known: ClosedSession['known']
  /** Done when the workspace is on screen. */
  onOpened: (session: SessionState) => Promise<void>
  onRecover: () => void
}>

/** Opens a workspace that this machine knows with its user's passphrase. */
export function UnlockForm({ known, onOpened, onRecover }: Props) {
  const [folder, setFolder] = useState(known[0]?.folder ?? '')
  const workspace = known.find(one => one.folder === folder) ?? known[0]
  const users = workspace?.users ?? []
  const [user, setUser] = useState('')
  const userName = users.includes(user) ? user : (users[0] ?? user)
  const [passphrase, setPassphrase] = useState('')
  const unlock = useMutation({
    mutationFn: () => api.invoke('workspace:unlock', { folder, userName, passphrase }),
    onSuccess: onOpened,
  })
  return (
    <section className={styles.card} aria-labelledby="unlock">
      <h2 id="unlock" className={styles.heading}>
        Unlock
      </h2>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          if (passphrase !== '' && !unlock.isPending) unlock.mutate()
        }}
      >
        {known.length > 1 ? (
          <SelectField
            label="Workspace"
            value={folder}
            options={known.map(one => ({ value: one.folder, label: one.name, detail: one.folder }))}
            onChange={setFolder}
          />
        ) : (
          <p className={styles.where}>
            <strong>{workspace?.name}</strong>{' '}
            <span className={styles.path}>{workspace?.folder}</span>
          </p>
        )}
        {users.length > 1 && (
          <SelectField
            label="User"
            value={userName}
            options={users.map(name => ({ value: name, label: name }))}
            onChange={setUser}
          />
        )}
        {users.length === 1 && (
          <p className={styles.where}>
            User <strong>{users[0]}</strong>
          </p>
        )}
        {users.length === 0 && <TextField label="User" value={user} onChange={setUser} />}
        <TextField
          label="Passphrase"
          type="password"
          autoComplete="current-password"
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
          error={unlock.error === null ? null : sentenceOf(unlock.error)}
        />
        <div className={styles.buttons}>
          <Button type="submit" look="primary" isDisabled={unlock.isPending}>
            {unlock.isPending ? 'Unlocking…' : 'Unlock'}
          </Button>
          <Button look="plain" onPress={onRecover}>
            Use the recovery key
          </Button>
        </div>
      </form>
    </section>
  )
}
