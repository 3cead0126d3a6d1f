import { useId, useRef, useState } from 'react'
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  ComboBox,
  Dialog,
  DialogTrigger,
  Heading,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components'
import { formatPartialDate } from '../../../shared/dates/formatDate.ts'
import {
  dateStatement,
  echoDate,
  type StatementTyped,
  type WhenTyped,
} from '../../../shared/forms/dateFields.ts'
import { FieldLabel, FieldNotes } from '../../components/FieldFrame.tsx'
import fieldStyles from '../../components/fields.module.css'
import styles from './DateInput.module.css'
import { eventOffers } from './eventOffers.ts'
import { useScope } from './FormScope.tsx'
import { addRow, at, type Field, rowFields } from './field.ts'
import { LineInput, RowButtons, SmallButton, Spot } from './inputs.tsx'
import { memoInput } from './memoInput.ts'
import { FoldedSource } from './SourceInput.tsx'
import { saysTheSame } from './saysTheSame.ts'

type Props = Readonly<{
  field: Field<WhenTyped>
  label: string
  autoFocus?: boolean
  description?: string
}>

/** When something was: as many statements as were made of it, each in its own words. */
export const WhenInput = memoInput(function WhenInput({
  field,
  label,
  autoFocus = false,
  description,
}: Props) {
  const rows = rowFields(field, dateStatement.blank)
  return (
    <Spot path={field.path}>
      {rows.map(({ key, field: row, remove }, index) => (
        <StatementInput
          key={key}
          field={row}
          label={index === 0 ? label : `${label}, statement ${index + 1}`}
          // The button that adds a row goes with it: the row takes the keyboard over.
          autoFocus={(autoFocus && index === 0) || key.startsWith('new ')}
          {...(description !== undefined && index === 0 ? { description } : {})}
          onRemove={rows.length > 1 ? remove : null}
          onAnother={
            index === rows.length - 1 && row.value.text.trim() !== ''
              ? () => addRow(field, dateStatement.blank, dateStatement.blank)
              : null
          }
        />
      ))}
    </Spot>
  )
})

function StatementInput({
  field,
  label,
  autoFocus,
  description,
  onRemove,
  onAnother,
}: Readonly<{
  field: Field<StatementTyped>
  label: string
  autoFocus: boolean
  description?: string
  onRemove: (() => void) | null
  onAnother: (() => void) | null
}>) {
  const { context, errorAt, warningAt, hasErrorUnder } = useScope()
  const [isOpen, setIsOpen] = useState(false)
  const echo = useId()
  const text = at(field, 'text')
  const { words, source } = field.value
  const hasMore = words !== '' || source.document !== '' || hasErrorUnder(`${field.path}.words`)
  const isExpanded = isOpen || hasMore
  const error = errorAt(text.path)
  const read = text.value.trim() === '' ? null : echoDate(text.value, context)
  const said = read === null ? '' : read.ok ? read.value : read.error
  // The path of a warning counts statements, not rows of the form.
  const warning = warningAt(field.path.replace(/\.value$/, ''))
  // The next statement comes after all of this one.
  const rowButtons = (
    <RowButtons
      label={label}
      add={`${label}: add another statement`}
      what="statement"
      onAnother={onAnother}
      onRemove={onRemove}
    />
  )
  return (
    <Spot path={text.path} className={styles.statement}>
      <DateCombo
        label={label}
        text={text.value}
        onText={next => text.update(() => next)}
        error={error}
        autoFocus={autoFocus}
        {...(description === undefined ? {} : { description })}
        echo={echo}
      />
      <div className={styles.under} hidden={text.value === '' && onRemove === null}>
        <span id={echo} className={read?.ok === false ? styles.open : styles.echo} role="status">
          {error === null && !saysTheSame(said, text.value) ? said : ''}
        </span>
        <span className={styles.buttons}>
          {text.value.trim() !== '' && !hasMore && (
            <SmallButton
              label={`${label}: the report’s words and the source`}
              isExpanded={isExpanded}
              onPress={() => setIsOpen(!isOpen)}
            >
              words, source
            </SmallButton>
          )}
          {!isExpanded && rowButtons}
        </span>
      </div>
      {warning !== null && <span className={styles.warning}>{warning}</span>}
      {isExpanded && (
        <div className={styles.more}>
          <LineInput
            field={at(field, 'words')}
            label="In the report’s words, where they say it otherwise"
          />
          <FoldedSource field={at(field, 'source')} />
          <span className={styles.buttons}>{rowButtons}</span>
        </div>
      )}
    </Spot>
  )
}

/** A text for a date, with the events of the case offered once it says "after" or "before", and a calendar. */
export function DateCombo({
  label,
  text,
  onText,
  error,
  description,
  autoFocus = false,
  isRequired = false,
  echo,
}: Readonly<{
  label: string
  text: string
  onText: (text: string) => void
  error: string | null
  description?: string
  autoFocus?: boolean
  isRequired?: boolean
  echo?: string
}>) {
  const { context } = useScope()
  const [isCalendarOpen, setIsCalendarOpen] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const offers = eventOffers(
    text,
    context.anchors.map(({ name }) => name),
  ).map(offer => ({ id: offer }))
  return (
    <ComboBox
      className={fieldStyles.field ?? ''}
      allowsCustomValue
      menuTrigger="input"
      items={offers}
      defaultFilter={() => true}
      inputValue={text}
      onInputChange={next => {
        if (next !== text) onText(next)
      }}
      value={null}
      onChange={key => {
        if (typeof key === 'string') onText(key)
      }}
      isInvalid={error !== null}
      isRequired={isRequired}
      validationBehavior="aria"
      autoFocus={autoFocus}
      onKeyDown={event => {
        if (event.key === 'ArrowDown' && event.altKey) setIsCalendarOpen(true)
      }}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <div className={styles.combo}>
        <Input
          ref={input}
          className={fieldStyles.input ?? ''}
          {...(echo === undefined ? {} : { 'aria-describedby': echo })}
        />
        <DialogTrigger isOpen={isCalendarOpen} onOpenChange={setIsCalendarOpen}>
          <AriaButton
            slot={null}
            className={styles.calendarButton ?? ''}
            aria-label={`${label}: calendar`}
            excludeFromTabOrder
          >
            <svg className={styles.glyph} viewBox="0 0 14 14" aria-hidden="true">
              <path
                d="M1.5 3h11v9.5h-11zM1.5 6h11M4.5 1v3M9.5 1v3"
                stroke="currentColor"
                fill="none"
              />
            </svg>
          </AriaButton>
          <Popover className={styles.popover ?? ''} placement="bottom end">
            <Dialog className={styles.dialog ?? ''} aria-label={`${label}: calendar`}>
              {({ close }) => (
                <Calendar
                  aria-label={label}
                  autoFocus
                  firstDayOfWeek="mon"
                  onChange={day => {
                    onText(formatPartialDate(day.toString()))
                    close()
                    input.current?.focus()
                  }}
                >
                  <header className={styles.head}>
                    <AriaButton slot="previous" className={styles.turn ?? ''}>
                      ‹
                    </AriaButton>
                    <Heading className={styles.month ?? ''} />
                    <AriaButton slot="next" className={styles.turn ?? ''}>
                      ›
                    </AriaButton>
                  </header>
                  <CalendarGrid className={styles.grid ?? ''}>
                    {day => <CalendarCell date={day} className={styles.day ?? ''} />}
                  </CalendarGrid>
                </Calendar>
              )}
            </Dialog>
          </Popover>
        </DialogTrigger>
      </div>
      <FieldNotes description={description} error={error} />
      <Popover className={fieldStyles.popover ?? ''}>
        <ListBox<{ id: string }> className={fieldStyles.list ?? ''}>
          {offer => (
            <ListBoxItem id={offer.id} textValue={offer.id} className={fieldStyles.option ?? ''}>
              {offer.id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
