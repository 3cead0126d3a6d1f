import { Button } from '../../components/Button.tsx'
import styles from './PhotoSection.module.css'
import type { PictureJob } from './usePictureImport.ts'

/** A file on its way in with how far it is, or the sentence why it was not taken. */
export function JobLine({ job, onForget }: Readonly<{ job: PictureJob; onForget: () => void }>) {
  const { name, done, refusal } = job
  const what = name === '' ? 'The picture' : name
  if (refusal !== null)
    return (
      <li className={styles.refused} role="alert">
        <span>
          <b>{what}</b> was not taken. {refusal}
        </span>
        <Button look="plain" size="small" label={`Close: ${what}`} onPress={onForget}>
          Close
        </Button>
      </li>
    )
  return (
    <li className={styles.job}>
      <span>{what}</span>
      <progress aria-label={`${what} on its way in`} value={done} />
      <Button look="plain" size="small" label={`Stop: ${what}`} onPress={onForget}>
        Stop
      </Button>
    </li>
  )
}
