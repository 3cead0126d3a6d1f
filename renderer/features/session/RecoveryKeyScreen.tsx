import { useState } from 'react'
import { Button } from '../../components/Button.tsx'
import { CheckField } from '../../components/CheckField.tsx'
import styles from './session.module.css'

/** Shows the recovery key of a new workspace, this once. */
export function RecoveryKeyScreen({
  recoveryKey,
  onDone,
}: {
  recoveryKey: string
  onDone: () => void
}) {
  const [isWritten, setIsWritten] = useState(false)
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const copy = () => {
    navigator.clipboard.writeText(recoveryKey).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    )
  }
  return (
    <main className={styles.screen}>
      <h1 className={styles.title}>The recovery key</h1>
      <section className={styles.card} aria-label="Recovery key">
        <p>
          It opens the workspace when the passphrase is lost. It is shown this once and is stored
          nowhere: without passphrase and recovery key nobody can read the workspace again.
        </p>
        <p className={styles.key} data-testid="recovery-key">
          {recoveryKey}
        </p>
        <p className={styles.quiet}>
          Write it down, or print this page, and keep it away from this machine.
        </p>
        <div className={styles.buttons}>
          <Button onPress={copy}>Copy</Button>
          <Button onPress={() => window.print()}>Print</Button>
          <span role="status">
            {copied === 'yes' && 'Copied. Clear the clipboard once it is kept.'}
            {copied === 'failed' && 'It could not be copied; write it down.'}
          </span>
        </div>
        <CheckField label="I have written it down" value={isWritten} onChange={setIsWritten} />
        <div className={styles.buttons}>
          <Button look="primary" isDisabled={!isWritten} onPress={onDone}>
            Open the workspace
          </Button>
        </div>
      </section>
    </main>
  )
}
