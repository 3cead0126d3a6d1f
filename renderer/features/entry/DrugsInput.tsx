import { useState } from 'react'
import { DRUG_FAMILY_LABEL, DRUG_ROLE_LABEL } from '../../../shared/codes/drugs/drug.ts'
import { findDrugs } from '../../../shared/codes/drugs.ts'
import { type DrugTyped, drugCourse, listedDrug } from '../../../shared/forms/drugFields.ts'
import type { Row } from '../../../shared/forms/groups.ts'
import { UNLISTED } from '../../../shared/forms/placeField.ts'
import { ComboField } from '../../components/ComboField.tsx'
import { WhenInput } from './DateInput.tsx'
import { EndInput } from './EndInput.tsx'
import { useScope } from './FormScope.tsx'
import { addRow, at, type Field, rowFields } from './field.ts'
import { LineInput, RowButtons, SmallButton, Spot } from './inputs.tsx'
import { memoInput } from './memoInput.ts'
import styles from './ValueInputs.module.css'

type Rows = readonly Row<DrugTyped>[]

/** The drugs of one treatment. A misspelling is offered the list's name and kept as typed until a person takes it. */
export const DrugsInput = memoInput(function DrugsInput({
  field,
  autoFocus = false,
}: Readonly<{ field: Field<Rows>; autoFocus?: boolean }>) {
  const rows = rowFields(field, drugCourse.blank)
  return (
    <fieldset className={styles.several} aria-label="Drugs">
      {rows.map(({ key, field: row, remove }, index) => (
        <DrugInput
          key={key}
          field={row}
          label={rows.length > 1 ? `Drug ${index + 1}` : 'Drug'}
          isFirst={index === 0}
          // Each new row is there to be typed into.
          autoFocus={(autoFocus && index === 0) || key.startsWith('new ')}
          onRemove={rows.length > 1 ? remove : null}
          onAnother={
            index === rows.length - 1
              ? () => addRow(field, drugCourse.blank, drugCourse.blank)
              : null
          }
        />
      ))}
    </fieldset>
  )
})

function DrugInput({
  field,
  label,
  isFirst,
  autoFocus,
  onRemove,
  onAnother,
}: Readonly<{
  field: Field<DrugTyped>
  label: string
  isFirst: boolean
  autoFocus: boolean
  onRemove: (() => void) | null
  onAnother: (() => void) | null
}>) {
  const { errorAt, hasErrorUnder } = useScope()
  const [isOpen, setIsOpen] = useState(false)
  const { name, picked, started, ended, dose } = field.value
  const listed = listedDrug(field.value)
  const options = (name.trim() === '' ? [] : findDrugs(name, 8)).map(
    ({ item, matchedBy, matchedName }) => ({
      id: item.id,
      label: item.displayName,
      detail:
        matchedBy === 'misspelling'
          ? `did you mean this? ${item.drugClass}`
          : matchedName === item.displayName
            ? item.drugClass
            : `${matchedName}: ${item.drugClass}`,
    }),
  )
  const hasOwn =
    started.length > 0 ||
    ended.when.length > 0 ||
    ended.status !== 'notRecorded' ||
    dose !== '' ||
    hasErrorUnder(`${field.path}.started`)
  const isExpanded = isOpen || hasOwn
  // The next drug comes after all of this one.
  const rowButtons = (
    <RowButtons
      label={label}
      add="Add another drug"
      what="drug"
      onAnother={onAnother}
      onRemove={onRemove}
    />
  )
  return (
    <Spot path={`${field.path}.name`}>
      <ComboField
        label={label}
        isRequired={isFirst}
        autoFocus={autoFocus}
        text={name}
        onText={next => field.update(drug => ({ ...drug, name: next, picked: '' }))}
        options={options}
        onPick={option =>
          field.update(drug => ({ ...drug, name: option.label, picked: option.id }))
        }
        error={errorAt(`${field.path}.name`, field.path.replace(/\.value$/, ''))}
      />
      <div className={styles.under}>
        <span className={styles.echo} role="status">
          {drugWords(name, listed)}
        </span>
        {listed !== null && picked === '' && (
          <SmallButton
            label={`${label}: keep the name as words only`}
            onPress={() => field.update(drug => ({ ...drug, picked: UNLISTED }))}
          >
            as words only
          </SmallButton>
        )}
        <SmallButton
          label={`${label}: dates and dose of its own`}
          isExpanded={isExpanded}
          onPress={() => setIsOpen(!isOpen)}
        >
          own dates, dose
        </SmallButton>
        {!isExpanded && rowButtons}
      </div>
      {isExpanded && (
        <>
          <LineInput field={at(field, 'dose')} label={`${label}: dose`} />
          <WhenInput
            field={at(field, 'started')}
            label={`${label}: started, if not with the treatment`}
          />
          <EndInput
            field={at(field, 'ended')}
            label={`${label}: ended, if not with the treatment`}
          />
          <div className={styles.under}>{rowButtons}</div>
        </>
      )}
    </Spot>
  )
}

function drugWords(name: string, listed: ReturnType<typeof listedDrug>): string {
  if (name.trim() === '') return ''
  if (listed === null) return 'kept in these words; not coded'
  const { displayName, drugClass, role, family, atc } = listed
  const code = atc === null ? '' : `, ATC ${atc}`
  const never =
    role === 'antiCancer' ? '' : `; ${DRUG_ROLE_LABEL[role].toLowerCase()}, never a line`
  const words = drugClass === '' ? DRUG_FAMILY_LABEL[family] : drugClass
  return `${displayName}: ${words}${code}${never}`
}
