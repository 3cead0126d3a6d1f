import { type ReactNode, useId } from 'react'
import { Button } from '../../components/Button.tsx'
import { Choices } from '../../components/Choices.tsx'
import { ComboField, type ComboOption } from '../../components/ComboField.tsx'
import { cx } from '../../components/cx.ts'
import { SelectField } from '../../components/SelectField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { useScope } from './FormScope.tsx'
import type { Field } from './field.ts'
import styles from './inputs.module.css'
import { memoInput } from './memoInput.ts'

type Labelled = Readonly<{
  label: string
  description?: string
  isRequired?: boolean
  autoFocus?: boolean
  /** Paths under which an error of this field may also stand. */
  also?: readonly string[]
}>

/** Marks where a field stands, so that an error can lead to it. */
export function Spot({
  path,
  children,
  className,
}: Readonly<{ path: string; children: ReactNode; className?: string | undefined }>) {
  return (
    <div data-path={path} className={cx(styles.spot, className)}>
      {children}
    </div>
  )
}

function useFieldProps(
  { path }: Pick<Field<unknown>, 'path'>,
  { label, also = [], ...rest }: Labelled,
) {
  const { errorAt } = useScope()
  return {
    label,
    error: errorAt(path, ...also),
    ...(rest.description === undefined ? {} : { description: rest.description }),
    ...(rest.isRequired === undefined ? {} : { isRequired: rest.isRequired }),
    ...(rest.autoFocus === undefined ? {} : { autoFocus: rest.autoFocus }),
  }
}

/** One line of text. */
export const LineInput = memoInput(function LineInput({
  field,
  ...rest
}: Labelled & Readonly<{ field: Field<string> }>) {
  const props = useFieldProps(field, rest)
  return (
    <Spot path={field.path}>
      <TextField {...props} value={field.value} onChange={text => field.update(() => text)} />
    </Spot>
  )
})

/** Any number of lines. */
export const ProseInput = memoInput(function ProseInput({
  field,
  rows = 2,
  ...rest
}: Labelled & Readonly<{ field: Field<string>; rows?: number }>) {
  const props = useFieldProps(field, rest)
  return (
    <Spot path={field.path}>
      <TextField
        {...props}
        multiline
        rows={rows}
        spellCheck
        value={field.value}
        onChange={text => field.update(() => text)}
      />
    </Spot>
  )
})

/** One line of text with words offered for it; any other words are kept. */
export const OfferedInput = memoInput(function OfferedInput({
  field,
  offers,
  ...rest
}: Labelled & Readonly<{ field: Field<string>; offers: readonly string[] }>) {
  const props = useFieldProps(field, rest)
  const typed = field.value.trim().toLowerCase()
  const options = offers
    .filter(offer => typed === '' || offer.toLowerCase().includes(typed))
    .map(offer => ({ id: offer, label: offer }))
  return (
    <Spot path={field.path}>
      <ComboField
        {...props}
        text={field.value}
        onText={text => field.update(() => text)}
        options={options}
        onPick={(option: ComboOption) => field.update(() => option.label)}
        nothing="kept as typed"
      />
    </Spot>
  )
})

export type Choice<V extends string> = Readonly<{ value: V; label: string; detail?: string }>

/** The members of a closed list with their words. */
export function choices<V extends string>(
  members: readonly V[],
  label: Readonly<Record<V, string>>,
): Choice<V>[] {
  return members.map(value => ({ value, label: label[value] }))
}

/** No member of any list is called this: an empty key cannot be chosen, so nothing has a key of its own. */
const NOTHING = '(nothing)'

/** One of a closed list that opens; `empty` words the choice of nothing where there is one. */
export const ListChoice = memoInput(function ListChoice<V extends string>({
  field,
  options,
  empty,
  ...rest
}: Labelled &
  Readonly<{
    field: Field<V>
    options: readonly Choice<NoInfer<V>>[]
    empty?: string | undefined
  }>) {
  const props = useFieldProps(field, rest)
  const none: readonly Choice<string>[] =
    empty === undefined ? [] : [{ value: NOTHING, label: empty }]
  return (
    <Spot path={field.path}>
      <SelectField<string>
        {...props}
        value={field.value === '' ? (empty === undefined ? null : NOTHING) : field.value}
        options={[...none, ...options]}
        onChange={next => {
          const chosen = options.find(({ value }) => value === next)
          // Nothing can only be chosen where the field has an empty member.
          field.update(() => chosen?.value ?? ('' as V))
        }}
      />
    </Spot>
  )
})

/** One of a few, all in view; arrow keys move, Enter or Space chooses. */
export const RowChoice = memoInput(function RowChoice<V extends string>({
  field,
  options,
  ...rest
}: Labelled & Readonly<{ field: Field<V>; options: readonly Choice<V>[] }>) {
  const { label, error } = useFieldProps(field, rest)
  const name = useId()
  const note = useId()
  return (
    <Spot path={field.path}>
      <span id={name} className={styles.label}>
        {label}
        {rest.isRequired === true && <span className={styles.required}> (required)</span>}
      </span>
      <Choices
        mode="one"
        aria-labelledby={name}
        aria-describedby={note}
        className={cx(styles.choices, error !== null && styles.wrong)}
        choiceClassName={cx(styles.choice)}
        chosen={[field.value]}
        choices={options}
        autoFocus={rest.autoFocus === true}
        onPress={value => field.update(() => value)}
      />
      <span id={note} className={styles.error}>
        {error}
      </span>
    </Spot>
  )
})

/** Several of a few, all in view. */
export const SeveralChoice = memoInput(function SeveralChoice({
  field,
  options,
  none,
  ...rest
}: Labelled &
  Readonly<{ field: Field<readonly string[]>; options: readonly Choice<string>[]; none: string }>) {
  const { label, error } = useFieldProps(field, rest)
  const name = useId()
  return (
    <Spot path={field.path}>
      <span id={name} className={styles.label}>
        {label}
      </span>
      {options.length === 0 ? (
        <span className={styles.quiet}>{none}</span>
      ) : (
        <Choices
          mode="several"
          aria-labelledby={name}
          className={cx(styles.several)}
          choiceClassName={cx(styles.chip)}
          chosen={field.value}
          choices={options}
          onPress={value =>
            field.update(before =>
              before.includes(value) ? before.filter(one => one !== value) : [...before, value],
            )
          }
        />
      )}
      {error !== null && <span className={styles.error}>{error}</span>}
    </Spot>
  )
})

/** A quiet button that adds a row or opens a detail. */
export function SmallButton({
  children,
  label,
  onPress,
  isExpanded,
}: Readonly<{
  children: ReactNode
  label: string
  onPress: () => void
  isExpanded?: boolean
}>) {
  return (
    <button
      type="button"
      className={styles.small}
      aria-label={label}
      onClick={onPress}
      {...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded })}
    >
      {children}
    </button>
  )
}

/** Below a row: adds the next one, takes this one away; null for what cannot be done here. */
export function RowButtons({
  label,
  add,
  what,
  onAnother,
  onRemove,
}: Readonly<{
  /** The row, as its field is called. */
  label: string
  /** What the button that adds is called, and the word that it shows. */
  add: string
  what: string
  onAnother: (() => void) | null
  onRemove: (() => void) | null
}>) {
  return (
    <>
      {onAnother !== null && (
        <SmallButton label={add} onPress={onAnother}>
          + {what}
        </SmallButton>
      )}
      {onRemove !== null && (
        <SmallButton label={`Take away ${label}`} onPress={onRemove}>
          take away
        </SmallButton>
      )}
    </>
  )
}

/** Takes a row away. */
export function RemoveButton({ what, onPress }: Readonly<{ what: string; onPress: () => void }>) {
  return (
    <Button look="plain" label={`Take away ${what}`} onPress={onPress}>
      Take away
    </Button>
  )
}

/** Several fields under one heading. */
export function Group({
  title,
  children,
  actions,
}: Readonly<{ title: string; children: ReactNode; actions?: ReactNode }>) {
  const heading = useId()
  return (
    <fieldset className={styles.group} aria-labelledby={heading}>
      <div className={styles.groupHead}>
        <span id={heading} className={styles.label}>
          {title}
        </span>
        {actions !== undefined && <span className={styles.groupActions}>{actions}</span>}
      </div>
      {children}
    </fieldset>
  )
}

/** The fields of one row of a list, below each other. */
export function RowFields({ children }: Readonly<{ children: ReactNode }>) {
  return <div className={styles.row}>{children}</div>
}

/** Fields side by side. */
export function Pair({
  children,
  wide = false,
}: Readonly<{ children: ReactNode; wide?: boolean }>) {
  return <div className={cx(styles.pair, wide && styles.firstWide)}>{children}</div>
}
