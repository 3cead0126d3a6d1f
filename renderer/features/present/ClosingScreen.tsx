import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Button } from '../../components/Button.tsx'
import { Shortcut } from '../../components/Shortcut.tsx'
import { forgetPatients } from '../session/session.ts'
import styles from './ClosingScreen.module.css'

type Props = Readonly<{
  /** Where it goes on from here, in words. */
  backTo: string
  onBack: () => void
  onLock: () => void
}>

/** What a presentation leaves on the screen: nothing of any patient, for as long as nobody asks for more. */
export function ClosingScreen({ backTo, onBack, onLock }: Props) {
  const client = useQueryClient()
  useEffect(() => forgetPatients(client), [client])
  return (
    <main className={styles.screen} aria-label="Presentation ended">
      <h1>The presentation has ended</h1>
      <p>No patient is on this screen.</p>
      <div className={styles.buttons}>
        <Button look="primary" autoFocus onPress={onBack}>
          {backTo}
        </Button>
        <Button onPress={onLock} keyShortcuts="Control+L">
          Lock <Shortcut keys="Ctrl L" />
        </Button>
      </div>
    </main>
  )
}
