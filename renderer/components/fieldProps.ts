/** What every field has: a label that stays, a description, and an error in its place. */
export type FieldProps = Readonly<{
  label: string
  description?: string | undefined
  /** What is wrong and how to put it right; null while nothing is. */
  error?: string | null
  isRequired?: boolean
  isDisabled?: boolean
  autoFocus?: boolean
  className?: string | undefined
  onBlur?: () => void
}>

/** The part of the props that React Aria's fields share. */
export function ariaProps({ error = null, isRequired, isDisabled, autoFocus, onBlur }: FieldProps) {
  return {
    isInvalid: error !== null,
    isRequired: isRequired ?? false,
    isDisabled: isDisabled ?? false,
    autoFocus: autoFocus ?? false,
    validationBehavior: 'aria' as const,
    ...(onBlur === undefined ? {} : { onBlur }),
  }
}
