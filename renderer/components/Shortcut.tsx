import styles from './Shortcut.module.css'

/** Keys as printed on a keyboard, such as "Ctrl K"; for the eye only, `aria-keyshortcuts` says them. */
export function Shortcut({ keys }: { keys: string }) {
  return (
    <span className={styles.keys} data-keys="" aria-hidden="true">
      {keys}
    </span>
  )
}
