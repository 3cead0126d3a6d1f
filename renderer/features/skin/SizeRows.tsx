import { WAYS_MEASURED } from '../../../shared/codes/skin/appearance.ts'
import type { FormOf } from '../../../shared/forms/forms.ts'
import { BLANK_LESION_SIZE } from '../../../shared/forms/skinNoteForm.ts'
import { addRow, at, type Field, rowFields } from '../entry/field.ts'
import { LineInput, Pair } from '../entry/inputs.tsx'
import { QuantityInput, SizeInput } from '../entry/ValueInputs.tsx'
import styles from './skinForm.module.css'

/** Sizes as recorded, each with its elevation and with which of several it is. */
export function SizeRows({ field }: Readonly<{ field: Field<FormOf<'skinNote'>['sizes']> }>) {
  const rows = rowFields(field, BLANK_LESION_SIZE)
  return (
    <>
      {rows.map(({ key, field: row, remove }, index) => (
        <div key={key} className={styles.row}>
          <SizeInput
            field={at(row, 'measured')}
            label={rows.length > 1 ? `Size ${index + 1}` : 'Size with its unit'}
            methods={WAYS_MEASURED}
            autoFocus={key.startsWith('new ')}
            onRemove={rows.length > 1 ? remove : null}
            onAnother={
              index === rows.length - 1
                ? () => addRow(field, BLANK_LESION_SIZE, BLANK_LESION_SIZE)
                : null
            }
          />
          <Pair>
            <QuantityInput field={at(row, 'elevation')} label="Elevation" unit="mm" />
            <LineInput field={at(row, 'of')} label="Which of several" />
          </Pair>
        </div>
      ))}
    </>
  )
}
