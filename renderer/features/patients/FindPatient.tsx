import { useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { type PatientId, PatientId as PatientIdSchema } from '../../../shared/ids.ts'
import fieldStyles from '../../components/fields.module.css'
import { Shortcut } from '../../components/Shortcut.tsx'
import styles from './FindPatient.module.css'
import { usePatientPage, useSettled } from './patients.ts'
import { identityOf, nameOf } from './patientWords.ts'

const MOST_SHOWN = 8

/** Finds and opens a patient from the app bar, by name parts, numbers or date of birth. */
export function FindPatient({ onOpen }: { onOpen: (id: PatientId) => void }) {
  const [text, setText] = useState('')
  const query = useSettled(text)
  const found = usePatientPage({ query, archived: false }, 0, MOST_SHOWN)
  const patients = query.trim() === '' ? [] : (found.data?.patients ?? [])
  return (
    <ComboBox
      className={styles.find ?? ''}
      menuTrigger="input"
      allowsEmptyCollection={query.trim() !== ''}
      allowsCustomValue
      defaultFilter={() => true}
      items={patients.map(({ patient }) => ({ ...patient }))}
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={key => {
        if (key === null) return
        setText('')
        onOpen(PatientIdSchema.parse(key))
      }}
    >
      <Label className="visually-hidden">Find patient</Label>
      <Input
        id="find-patient"
        className={styles.input ?? ''}
        placeholder="Find patient"
        aria-keyshortcuts="Control+K"
        spellCheck="false"
      />
      <span className={styles.keys}>
        <Shortcut keys="Ctrl K" />
      </span>
      <Popover className={fieldStyles.popover ?? ''}>
        <ListBox<(typeof patients)[number]['patient']>
          className={fieldStyles.list ?? ''}
          renderEmptyState={() => (
            <div className={fieldStyles.none}>
              {found.isFetching ? 'searching…' : 'no patient of the current list fits'}
            </div>
          )}
        >
          {patient => (
            <ListBoxItem
              id={patient.id}
              textValue={nameOf(patient)}
              className={fieldStyles.option ?? ''}
            >
              {nameOf(patient)}
              <span className={fieldStyles.detail}>{identityOf(patient)}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
