import { ToggleButton } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './ToggleField.module.css'

type Props = Readonly<{ label: string; value: boolean; onChange: (value: boolean) => void }>

/** A wish that is on or off, such as a filter; pressed means on. */
export function ToggleField({ label, value, onChange }: Props) {
  return (
    <ToggleButton className={cx(styles.toggle)} isSelected={value} onChange={onChange}>
      <svg viewBox="0 0 10 10" className={styles.tick} aria-hidden="true">
        {value && <path d="M1.5 5.5 4 8l4.5-6" />}
      </svg>
      {label}
    </ToggleButton>
  )
}
