import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { cx } from './cx.ts'
import { Chevron, FieldLabel, FieldNotes } from './FieldFrame.tsx'
import { ariaProps, type FieldProps } from './fieldProps.ts'
import styles from './fields.module.css'

export type SelectOption<V extends string> = Readonly<{ value: V; label: string; detail?: string }>

type Props<V extends string> = FieldProps &
  Readonly<{
    value: V | null
    options: readonly SelectOption<V>[]
    onChange: (value: V) => void
    /** Shown while nothing is chosen. */
    placeholder?: string
  }>

/** One of a closed list; typing the first letters chooses. */
export function SelectField<V extends string>(props: Props<V>) {
  const { label, value, options, onChange, placeholder = 'choose…' } = props
  return (
    <Select
      {...ariaProps(props)}
      className={cx(styles.field, props.className)}
      placeholder={placeholder}
      value={value}
      onChange={key => {
        const chosen = options.find(option => option.value === key)
        if (chosen !== undefined) onChange(chosen.value)
      }}
    >
      <FieldLabel label={label} isRequired={props.isRequired ?? false} />
      <Button className={styles.select ?? ''}>
        <SelectValue>
          {({ selectedText, isPlaceholder }) => (isPlaceholder ? placeholder : selectedText)}
        </SelectValue>
        <Chevron />
      </Button>
      <FieldNotes description={props.description} error={props.error ?? null} />
      <Popover className={styles.popover ?? ''}>
        <ListBox className={styles.list ?? ''}>
          {options.map(option => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className={styles.option ?? ''}
            >
              {option.label}
              {option.detail !== undefined && (
                <span className={styles.detail}>{option.detail}</span>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
