import {
  COLOUR_LABEL,
  COLOURS,
  PRESENTATION_LABEL,
  PRESENTATIONS,
  WAYS_MEASURED,
} from '../../../shared/codes/skin/appearance.ts'
import type { FormOf } from '../../../shared/forms/forms.ts'
import {
  formatSkinSize,
  parseSkinSize,
  type SkinSizeTyped,
} from '../../../shared/forms/skinSize.ts'
import { TextField } from '../../components/TextField.tsx'
import { useScope } from '../entry/FormScope.tsx'
import { at, type Field } from '../entry/field.ts'
import { OfferedInput, Spot } from '../entry/inputs.tsx'
import { SomeChoice } from '../entry/SkinInputs.tsx'
import styles from './skinForm.module.css'

/** How it looks: the type of presentation and its colours. */
export function LookSection({
  form,
  carried = null,
}: Readonly<{
  form: Field<FormOf<'skinNote'>>
  /** Where it was carried over from, such as "as on 3 Oct 2026". */
  carried?: string | null
}>) {
  return (
    <>
      {carried !== null && <span className={styles.carriedTag}>{carried}:</span>}
      <SomeChoice
        field={at(form, 'presentations')}
        label="Presentation"
        members={PRESENTATIONS}
        labels={PRESENTATION_LABEL}
      />
      <SomeChoice
        field={at(form, 'colours')}
        label="Colour"
        members={COLOURS}
        labels={COLOUR_LABEL}
      />
    </>
  )
}

/** The size in one line; says beneath what was understood. */
export function SizeLine({
  field,
  last,
  autoFocus = false,
}: Readonly<{
  field: Field<SkinSizeTyped>
  /** The size before, as it was recorded. */
  last: string | null
  autoFocus?: boolean
}>) {
  const { errorAt } = useScope()
  const text = at(field, 'text')
  const error = errorAt(text.path, field.path)
  const read = text.value.trim() === '' ? null : parseSkinSize(text.value)
  const before =
    last === null ? 'such as 12 x 8, or 12 x 8 x 3 with the elevation' : `before: ${last}`
  const said = read === null ? before : read.ok ? formatSkinSize(read.value) : read.error
  return (
    <div className={styles.sizeLine}>
      <Spot path={text.path}>
        <TextField
          label="Size in mm"
          value={text.value}
          onChange={next => text.update(() => next)}
          error={error}
          autoFocus={autoFocus}
        />
        <span className={styles.echo} role="status">
          {error === null ? said : ''}
        </span>
      </Spot>
      <OfferedInput field={at(field, 'method')} label="Measured by" offers={WAYS_MEASURED} />
    </div>
  )
}
