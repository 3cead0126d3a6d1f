import { Button } from '../../components/Button.tsx'
import { sentenceOf } from '../session/session.ts'
import styles from './Outcome.module.css'
import type { Keeping } from './outcomeKeeper.ts'

type Props = Readonly<{
  keeping: Keeping
  onAgain: () => void
  /** Keeps what is typed here over what somebody else stored; null where nobody did. */
  onOverwrite: (() => void) | null
}>

/** Whether what is typed is kept, and what to do where it is not. */
export function KeepingLine({ keeping, onAgain, onOverwrite }: Props) {
  const { state, stored, error } = keeping
  if (state === 'failed')
    return (
      <div className={styles.failed} role="alert">
        <span>Not kept yet: {sentenceOf(error)} What was typed stays here.</span>
        {onOverwrite === null ? (
          <Button onPress={onAgain}>Try again</Button>
        ) : (
          <Button onPress={onOverwrite}>Keep what is typed here</Button>
        )}
      </div>
    )
  return (
    <p className={styles.keeping}>
      {(state !== 'kept' || stored !== null) && <span className={styles.draft}>DRAFT</span>}
      <span role="status">
        {state !== 'kept'
          ? 'keeping…'
          : stored === null
            ? 'nothing typed yet'
            : `kept ${clock(stored.savedAt)}, ${stored.savedBy}`}
      </span>
    </p>
  )
}

function clock(at: string): string {
  return new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}
