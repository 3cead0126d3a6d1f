import { keepPress } from './Button.tsx'
import { cx } from './cx.ts'
import styles from './ToggleField.module.css'

type Props = Readonly<{ label: string; value: boolean; onChange: (value: boolean) => void }>

/** A wish that is on or off, such as a filter; pressed means on. */
export function ToggleField({ label, value, onChange }: Props) {
  return (
    <button
      type="button"
      className={cx(styles.toggle)}
      aria-pressed={value}
      data-selected={value || undefined}
      onClick={() => onChange(!value)}
      onKeyDown={keepPress}
    >
      <svg viewBox="0 0 10 10" className={styles.tick} aria-hidden="true">
        <rect x="0.5" y="0.5" width="9" height="9" rx="1.5" className={styles.box} />
        {value && <path d="M2.4 5.3 4.2 7.2l3.4-4.6" />}
      </svg>
      {label}
    </button>
  )
}
