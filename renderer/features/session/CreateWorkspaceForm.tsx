import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ROLE_LABEL, ROLES, type Role } from '../../../shared/access/role.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { FolderField } from './FolderField.tsx'
import { NewPassphrase } from './NewPassphrase.tsx'
import styles from './session.module.css'
import { type Host, sentenceOf } from './session.ts'

export type Created = Output<'workspace:create'>

type Props = Readonly<{
  host: Host
  onBusy: (isBusy: boolean) => void
  onCreated: (created: Created) => void
  onCancel: () => void
}>

/** The first user of a new workspace must be able to enter a case. */
const FIRST_ROLES: readonly Role[] = ROLES.filter(role => role !== 'readOnly')

/** An own workspace: where, who, and a passphrase. */
export function CreateWorkspaceForm({ host, onBusy, onCreated, onCancel }: Props) {
  const [folder, setFolder] = useState(() => inFolder(host.workspacesFolder, 'My workspace'))
  const [userName, setUserName] = useState('')
  const [role, setRole] = useState<Role>('oncologist')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [wasSent, setWasSent] = useState(false)
  const create = useMutation({
    mutationFn: () => api.invoke('workspace:create', { folder, userName, role, passphrase }),
    onMutate: () => onBusy(true),
    onSuccess: onCreated,
    onError: () => onBusy(false),
  })
  return (
    <section className={styles.card} aria-labelledby="create">
      <h2 id="create" className={styles.heading}>
        Create a workspace
      </h2>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          setWasSent(true)
          if (passphrase !== again || create.isPending || userName.trim() === '') return
          create.mutate()
        }}
      >
        <FolderField
          label="Folder"
          description="A folder that does not exist yet, or an empty one."
          folder={folder}
          onChange={setFolder}
          host={host}
        />
        <TextField
          label="Your name"
          value={userName}
          onChange={setUserName}
          isRequired
          autoFocus
          description="As it shall stand beside every change and on every print."
          error={wasSent && userName.trim() === '' ? 'Your name is needed.' : null}
        />
        <SelectField
          label="Your role"
          value={role}
          options={FIRST_ROLES.map(value => ({ value, label: ROLE_LABEL[value] }))}
          onChange={setRole}
        />
        <NewPassphrase
          first={passphrase}
          second={again}
          onFirst={setPassphrase}
          onSecond={setAgain}
          showDifference={wasSent}
        />
        {create.error !== null && (
          <p className={styles.problem} role="alert">
            {sentenceOf(create.error)}
          </p>
        )}
        <div className={styles.buttons}>
          <Button type="submit" look="primary" isDisabled={create.isPending}>
            {create.isPending ? 'Creating…' : 'Create'}
          </Button>
          <Button look="plain" onPress={onCancel} isDisabled={create.isPending}>
            Back
          </Button>
        </div>
      </form>
    </section>
  )
}

function inFolder(folder: string, name: string): string {
  const separator = folder.includes('\\') ? '\\' : '/'
  return `${folder.replace(/[\\/]+$/, '')}${separator}${name}`
}
