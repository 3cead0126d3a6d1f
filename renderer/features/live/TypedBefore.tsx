import { Button } from '../../components/Button.tsx'
import styles from './TypedBefore.module.css'

/** What was typed into this form before and not saved is back. */
export function TypedBefore({ onDiscard }: { onDiscard: () => unknown }) {
  return (
    <p className={styles.restored} role="status">
      What was typed before is back.{' '}
      <Button look="plain" onPress={() => void onDiscard()}>
        Start empty
      </Button>
    </p>
  )
}
