import { FAILED_KIND_LABEL, FAILED_KINDS } from '../../../shared/codes/skin/assessment.ts'
import type { FormOf } from '../../../shared/forms/forms.ts'
import { addRow, at, type Field, rowFields } from '../entry/field.ts'
import { choices, LineInput, ListChoice, Pair, SmallButton } from '../entry/inputs.tsx'
import styles from './skinForm.module.css'

const BLANK = { treatment: '', words: '' } as const

/** Earlier treatment of the lesion that did not help, one to a row. */
export function FailedRows({ field }: Readonly<{ field: Field<FormOf<'skinNote'>['failed']> }>) {
  const rows = rowFields(field, BLANK)
  return (
    <>
      {rows.map(({ key, field: row, remove }, index) => (
        <div key={key} className={styles.row}>
          <Pair>
            <ListChoice
              field={at(row, 'treatment')}
              label={rows.length > 1 ? `Treatment ${index + 1}` : 'Treatment that did not help'}
              options={choices(FAILED_KINDS, FAILED_KIND_LABEL)}
              empty="nothing chosen"
            />
            <LineInput field={at(row, 'words')} label="Which" />
          </Pair>
          <div className={styles.rowButtons}>
            {index === rows.length - 1 && field.value.length > 0 && (
              <SmallButton
                label="Add a treatment that did not help"
                onPress={() => addRow(field, BLANK, BLANK)}
              >
                + treatment
              </SmallButton>
            )}
            {field.value.length > 0 && (
              <SmallButton
                label={`Take away treatment ${index + 1} that did not help`}
                onPress={remove}
              >
                take away
              </SmallButton>
            )}
          </div>
        </div>
      ))}
    </>
  )
}
