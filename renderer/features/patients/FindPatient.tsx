import { Shortcut } from '../../components/Shortcut.tsx'
import styles from './FindPatient.module.css'

/** Looks like the field that it opens: patients, commands and entries are found in one place. */
export function FindPatient({ onFind }: { onFind: () => void }) {
  return (
    <button
      type="button"
      className={styles.find}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K"
      onClick={onFind}
    >
      Find patient
      <Shortcut keys="Ctrl K" />
    </button>
  )
}
