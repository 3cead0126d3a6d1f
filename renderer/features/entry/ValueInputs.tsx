import { useState } from 'react'
import type { Row } from '../../../shared/forms/groups.ts'
import { echoQuantity, type QuantityTyped } from '../../../shared/forms/quantityFields.ts'
import {
  formatSize,
  parseSize,
  type SizeTyped,
  sizeReading,
} from '../../../shared/forms/sizeFields.ts'
import { type StatedTyped, statedText } from '../../../shared/forms/sourceFields.ts'
import { TextField } from '../../components/TextField.tsx'
import { WhenInput } from './DateInput.tsx'
import { useScope } from './FormScope.tsx'
import { addRow, at, type Field, rowFields } from './field.ts'
import {
  LineInput,
  OfferedInput,
  Pair,
  ProseInput,
  RowButtons,
  SmallButton,
  Spot,
} from './inputs.tsx'
import { memoInput } from './memoInput.ts'
import { FoldedSource } from './SourceInput.tsx'
import { saysTheSame } from './saysTheSame.ts'
import styles from './ValueInputs.module.css'

/** A number as reported; says beneath what was understood. */
export const QuantityInput = memoInput(function QuantityInput({
  field,
  label,
  unit,
  description,
}: Readonly<{
  field: Field<QuantityTyped>
  label: string
  /** The field's own unit, used where none is typed. */
  unit: string | null
  description?: string
}>) {
  const { errorAt } = useScope()
  const [isOpen, setIsOpen] = useState(false)
  const text = at(field, 'text')
  const error = errorAt(text.path, field.path)
  const read = text.value.trim() === '' ? null : echoQuantity(text.value, unit)
  const said = read === null ? null : read.ok ? read.value : read.error
  const hasWords = field.value.words !== '' || errorAt(`${field.path}.words`) !== null
  return (
    <Spot path={text.path}>
      <TextField
        label={label}
        value={text.value}
        onChange={next => text.update(() => next)}
        error={error}
        {...(description === undefined ? {} : { description })}
      />
      <div className={styles.under}>
        <span className={read?.ok === false ? styles.open : styles.echo} role="status">
          {error !== null || said === null || saysTheSame(said, text.value) ? '' : said}
        </span>
        {text.value.trim() !== '' && !hasWords && (
          <SmallButton
            label={`${label}: the report’s words`}
            isExpanded={isOpen}
            onPress={() => setIsOpen(!isOpen)}
          >
            words
          </SmallButton>
        )}
      </div>
      {(isOpen || hasWords) && (
        <LineInput field={at(field, 'words')} label="In the report’s words" />
      )}
    </Spot>
  )
})

/** Statements about one question, each with its source. */
export const StatedInput = memoInput(function StatedInput({
  field,
  label,
  what = 'statement',
  isRequired = false,
  autoFocus = false,
  offers,
  rows = 1,
}: Readonly<{
  field: Field<readonly Row<StatedTyped>[]>
  label: string
  what?: string
  isRequired?: boolean
  autoFocus?: boolean
  offers?: readonly string[]
  rows?: number
}>) {
  const each = rowFields(field, statedText.blank)
  return (
    <fieldset className={styles.several} aria-label={label}>
      {each.map(({ key, field: row, remove }, index) => {
        const common = {
          label: each.length > 1 ? `${label} ${index + 1}` : label,
          field: at(row, 'text'),
          also: [`${field.path}.${index}`],
          isRequired: isRequired && index === 0,
          autoFocus: (autoFocus && index === 0) || key.startsWith('new '),
        }
        const isLast = index === each.length - 1
        return (
          <div key={key} className={styles.stated}>
            {offers === undefined ? (
              <ProseInput {...common} rows={rows} />
            ) : (
              <OfferedInput {...common} offers={offers} />
            )}
            <div className={styles.under}>
              <span className={styles.grow}>
                <FoldedSource field={at(row, 'source')} />
              </span>
              <RowButtons
                label={common.label}
                add={`${label}: add another ${what}`}
                what={what}
                onAnother={isLast ? () => addRow(field, statedText.blank, statedText.blank) : null}
                onRemove={each.length > 1 ? remove : null}
              />
            </div>
          </div>
        )
      })}
    </fieldset>
  )
})

const METHODS = ['examination', 'MRI', 'ultrasound', 'CT', 'mammography', 'pathology', 'PET/CT']

/** Measured sizes, each with its method, its date and its source. */
export const SizesInput = memoInput(function SizesInput({
  field,
  label,
}: Readonly<{ field: Field<readonly Row<SizeTyped>[]>; label: string }>) {
  const rows = rowFields(field, sizeReading.blank)
  return (
    <fieldset className={styles.several} aria-label={label}>
      {rows.map(({ key, field: row, remove }, index) => (
        <SizeInput
          key={key}
          field={row}
          label={rows.length > 1 ? `Size ${index + 1}` : 'Size'}
          autoFocus={key.startsWith('new ')}
          onRemove={rows.length > 1 ? remove : null}
          onAnother={
            index === rows.length - 1
              ? () => addRow(field, sizeReading.blank, sizeReading.blank)
              : null
          }
        />
      ))}
    </fieldset>
  )
})

/** One size, with how it was measured. */
export function SizeInput({
  field,
  label,
  methods = METHODS,
  autoFocus,
  onRemove,
  onAnother,
}: Readonly<{
  field: Field<SizeTyped>
  label: string
  methods?: readonly string[]
  autoFocus: boolean
  onRemove: (() => void) | null
  onAnother: (() => void) | null
}>) {
  const { errorAt, hasErrorUnder } = useScope()
  const [isOpen, setIsOpen] = useState(false)
  const text = at(field, 'text')
  const read = text.value.trim() === '' ? null : parseSize(text.value)
  const said = read === null ? null : read.ok ? formatSize(read.value) : read.error
  const error = errorAt(text.path)
  const { words, when } = field.value
  const hasMore = words !== '' || when.length > 0 || hasErrorUnder(`${field.path}.when`)
  const isExpanded = isOpen || hasMore
  // The next row comes after all of this one.
  const rowButtons = (
    <RowButtons
      label={label}
      add="Add another size"
      what="size"
      onAnother={onAnother}
      onRemove={onRemove}
    />
  )
  return (
    <div className={styles.stated}>
      <Pair>
        <Spot path={text.path}>
          <TextField
            label={label}
            autoFocus={autoFocus}
            value={text.value}
            onChange={next => text.update(() => next)}
            error={error}
          />
          <span className={read?.ok === false ? styles.open : styles.echo} role="status">
            {error !== null || said === null || saysTheSame(said, text.value) ? '' : said}
          </span>
        </Spot>
        <OfferedInput field={at(field, 'method')} label="By" offers={methods} />
      </Pair>
      <div className={styles.under}>
        <span className={styles.grow}>
          <FoldedSource field={at(field, 'source')} />
        </span>
        {!hasMore && (
          <SmallButton
            label={`${label}: the report’s words and the date`}
            isExpanded={isOpen}
            onPress={() => setIsOpen(!isOpen)}
          >
            words, date
          </SmallButton>
        )}
        {!isExpanded && rowButtons}
      </div>
      {isExpanded && (
        <>
          <LineInput field={at(field, 'words')} label="In the report’s words" />
          <WhenInput field={at(field, 'when')} label="Measured on" />
          <div className={styles.under}>{rowButtons}</div>
        </>
      )}
    </div>
  )
}
