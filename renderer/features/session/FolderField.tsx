import { useMutation } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { TextField } from '../../components/TextField.tsx'
import styles from './session.module.css'
import type { Host } from './session.ts'

type Props = Readonly<{
  label: string
  description: string
  folder: string
  onChange: (folder: string) => void
  host: Host
}>

/** A folder as its full path, typed or, where the host can, chosen. */
export function FolderField({ label, description, folder, onChange, host }: Props) {
  const choose = useMutation({
    mutationFn: () => api.invoke('host:chooseFolder', {}),
    onSuccess: ({ folder: chosen }) => {
      if (chosen !== null) onChange(chosen)
    },
  })
  return (
    <div className={styles.folder}>
      <TextField
        label={label}
        description={description}
        value={folder}
        onChange={onChange}
        isRequired
      />
      {host.canChooseFolder && (
        <Button look="plain" className={styles.choose} onPress={() => choose.mutate()}>
          Choose…
        </Button>
      )}
    </div>
  )
}
