import { FieldError, Label, Text } from 'react-aria-components'
import type { FieldProps } from './fieldProps.ts'
import styles from './fields.module.css'

/** The label of a field; says "required" in words. */
export function FieldLabel({
  label,
  isRequired = false,
}: Pick<FieldProps, 'label' | 'isRequired'>) {
  return (
    <Label className={styles.label ?? ''}>
      {label}
      {isRequired && <span className={styles.required}> (required)</span>}
    </Label>
  )
}

/** What stands under a field: its description, and its error where there is one. */
export function FieldNotes({ description, error }: Pick<FieldProps, 'description' | 'error'>) {
  return (
    <>
      {description !== undefined && (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </>
  )
}

/** The drawn arrow of what opens a list. */
export function Chevron() {
  return (
    <svg className={styles.chevron} viewBox="0 0 10 10" aria-hidden="true">
      <path d="M1 3 5 7.5 9 3" stroke="currentColor" strokeWidth="1.5" fill="none" />
    </svg>
  )
}
