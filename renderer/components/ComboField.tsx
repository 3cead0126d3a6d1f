import { useState } from 'react'
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { cx } from './cx.ts'
import { Chevron, FieldLabel, FieldNotes } from './FieldFrame.tsx'
import { ariaProps, type FieldProps } from './fieldProps.ts'
import styles from './fields.module.css'

export type ComboOption = Readonly<{ id: string; label: string; detail?: string | undefined }>

type Props = FieldProps &
  Readonly<{
    /** The text in the field, as typed or as picked. */
    text: string
    onText: (text: string) => void
    /** What fits the text, best first: the caller searches. */
    options: readonly ComboOption[]
    onPick: (option: ComboOption) => void
    /** Said in the list where nothing fits, such as "not in the list; kept as typed". */
    nothing?: string
  }>

/** Free text with suggestions: what is not in the list is kept as typed. */
export function ComboField(props: Props) {
  const { label, text, onText, options, onPick, nothing = 'not in the list; kept as typed' } = props
  // The list closes when an option becomes the value; typing on makes it free text again.
  const [picked, setPicked] = useState<string | null>(null)
  return (
    <ComboBox
      {...ariaProps(props)}
      className={cx(styles.field, props.className)}
      allowsCustomValue
      allowsEmptyCollection={text.trim() !== ''}
      menuTrigger="input"
      items={options}
      defaultFilter={() => true}
      inputValue={text}
      onInputChange={next => {
        if (next === text) return
        setPicked(null)
        onText(next)
      }}
      value={picked}
      onChange={key => {
        const option = options.find(({ id }) => id === key)
        setPicked(option?.id ?? null)
        if (option !== undefined) onPick(option)
      }}
    >
      <FieldLabel label={label} isRequired={props.isRequired ?? false} />
      <div className={styles.combo}>
        <Input className={styles.input ?? ''} />
        <Button className={styles.opener ?? ''} aria-label={`Show the list for ${label}`}>
          <Chevron />
        </Button>
      </div>
      <FieldNotes description={props.description} error={props.error ?? null} />
      <Popover className={styles.popover ?? ''}>
        <ListBox<ComboOption>
          className={styles.list ?? ''}
          renderEmptyState={() => <div className={styles.none}>{nothing}</div>}
        >
          {option => (
            <ListBoxItem id={option.id} textValue={option.label} className={styles.option ?? ''}>
              {option.label}
              {option.detail !== undefined && (
                <span className={styles.detail}>{option.detail}</span>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
