import type { HTMLInputTypeAttribute, Ref } from 'react'
import { TextField as AriaTextField, Input, TextArea } from 'react-aria-components'
import { cx } from './cx.ts'
import { FieldLabel, FieldNotes } from './FieldFrame.tsx'
import { ariaProps, type FieldProps } from './fieldProps.ts'
import styles from './fields.module.css'

type Props = FieldProps &
  Readonly<{
    value: string
    onChange: (value: string) => void
    /** Several lines; Enter makes a new one. */
    multiline?: boolean
    rows?: number
    type?: HTMLInputTypeAttribute
    autoComplete?: string
    name?: string
    maxLength?: number
    inputRef?: Ref<HTMLInputElement>
    spellCheck?: boolean
    /** Enter is pressed in it. */
    onEnter?: () => void
  }>

/** Text as typed. */
export function TextField(props: Props) {
  const { label, value, onChange, multiline = false, rows = 3, type = 'text' } = props
  return (
    <AriaTextField
      {...ariaProps(props)}
      className={cx(styles.field, props.className)}
      value={value}
      onChange={onChange}
      autoComplete={props.autoComplete ?? 'off'}
      spellCheck={props.spellCheck === true ? 'true' : 'false'}
      {...(multiline ? {} : { type })}
      {...(props.onEnter === undefined
        ? {}
        : {
            onKeyDown: event => {
              if (event.key === 'Enter') props.onEnter?.()
              event.continuePropagation()
            },
          })}
      {...(props.name === undefined ? {} : { name: props.name })}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
    >
      <FieldLabel label={label} isRequired={props.isRequired ?? false} />
      {multiline ? (
        <TextArea className={cx(styles.input, styles.prose)} rows={rows} />
      ) : (
        <Input
          className={styles.input ?? ''}
          {...(props.inputRef === undefined ? {} : { ref: props.inputRef })}
        />
      )}
      <FieldNotes description={props.description} error={props.error ?? null} />
    </AriaTextField>
  )
}
