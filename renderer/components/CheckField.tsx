import { useId } from 'react'
import { Checkbox } from 'react-aria-components'
import { cx } from './cx.ts'
import type { FieldProps } from './fieldProps.ts'
import styles from './fields.module.css'

type Props = Omit<FieldProps, 'isRequired'> &
  Readonly<{ value: boolean; onChange: (value: boolean) => void }>

/** Yes or no. */
export function CheckField({
  label,
  value,
  onChange,
  description,
  error = null,
  isDisabled = false,
  autoFocus = false,
  className,
}: Props) {
  const notes = useId()
  return (
    <div className={cx(styles.field, className)}>
      <Checkbox
        className={styles.check ?? ''}
        isSelected={value}
        onChange={onChange}
        isDisabled={isDisabled}
        isInvalid={error !== null}
        autoFocus={autoFocus}
        aria-describedby={notes}
      >
        <span className={styles.tickBox} aria-hidden="true">
          <svg className={styles.tick} viewBox="0 0 12 12" aria-hidden="true">
            <path d="M2 6.5 5 9.5 10 3" stroke="currentColor" strokeWidth="2" fill="none" />
          </svg>
        </span>
        {label}
      </Checkbox>
      <span id={notes}>
        {description !== undefined && <span className={styles.description}>{description}</span>}
        {error !== null && <span className={styles.error}>{error}</span>}
      </span>
    </div>
  )
}
