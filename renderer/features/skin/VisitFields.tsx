import { useState } from 'react'
import type { Entry } from '../../../shared/case/entry.ts'
import type { SkinNote } from '../../../shared/case/skinNote.ts'
import { isSame } from '../../../shared/forms/codec.ts'
import { carriedFields } from '../../../shared/forms/followUpNote.ts'
import type { SkinVisitTyped } from '../../../shared/forms/skinVisit.ts'
import type { PatientId } from '../../../shared/ids.ts'
import { Button } from '../../components/Button.tsx'
import { WhenInput } from '../entry/DateInput.tsx'
import { at, type Field } from '../entry/field.ts'
import { LineInput, Pair, ProseInput } from '../entry/inputs.tsx'
import { CourseInput } from '../entry/SkinNoteFields.tsx'
import { LookSection, SizeLine } from './LookSection.tsx'
import { NoteFolds, SignsInput } from './NoteFolds.tsx'
import { type NotePart, PART_FIELDS } from './noteSaid.ts'
import { type FilesOnTheWay, PhotoSection } from './PhotoSection.tsx'
import { PlaceSection } from './PlaceSection.tsx'
import { LesionFolds, RelationRows } from './RelationRows.tsx'
import styles from './skinForm.module.css'

type Props = Readonly<{
  form: Field<SkinVisitTyped>
  patientId: PatientId
  lesion: Entry | null
  last: SkinNote | null
  /** When the last note was, and its size, in the words of the board. */
  lastWhen: string
  lastSize: string | null
  /** The note as it began: what is still the same of it was carried over. */
  carried: SkinVisitTyped['note']
  onReference: () => void
  onFiles: (files: FilesOnTheWay) => void
}>

/** The fields of one look at the skin, in the order in which they are met beside the patient. */
export function VisitFields(props: Props) {
  const { form, patientId, lesion, last, lastSize, carried, lastWhen } = props
  const note = at(form, 'note')
  const isNew = lesion === null
  // With its place known from the figure, the size is what is typed first.
  const [startsPinned] = useState(() => isNew && form.value.lesion.pin.plate !== '')
  const stays = last === null ? [] : carriedFields(last)
  /** Whether a part still says what the last note said. */
  const carriedFrom = (part: NotePart): string | null => {
    const names = PART_FIELDS[part].filter(name => stays.some(each => each === name))
    const isUntouched = names.some(name => isSame(note.value[name], carried[name]))
    return names.length > 0 && isUntouched ? `as on ${lastWhen}` : null
  }
  const isLookCarried = (['presentations', 'colours'] as const).some(
    name =>
      stays.includes(name) && isSame(note.value[name], carried[name]) && carried[name].length > 0,
  )
  return (
    <>
      {isNew && (
        <div className={styles.part}>
          <PlaceSection form={at(form, 'lesion')} autoFocus={!startsPinned} />
        </div>
      )}
      {!isNew && stays.length > 0 && (
        <p className={styles.carriedNote} role="note">
          What is marked “as on {lastWhen}” was carried over from the last note. Change what is
          different; saving says that you saw it so today.
        </p>
      )}
      <div className={styles.part}>
        <SizeLine field={at(form, 'size')} last={lastSize} autoFocus={!isNew || startsPinned} />
        {!isNew && <CourseInput form={note} />}
        <LookSection form={note} carried={isLookCarried ? `as on ${lastWhen}` : null} />
        {isNew && <RelationRows form={at(form, 'lesion')} />}
        {!isNew && <SignsInput form={note} />}
        <ProseInput field={at(note, 'text')} label="Note in words" rows={2} />
      </div>
      <PhotoSection form={form} patientId={patientId} onFiles={props.onFiles} />
      <div className={styles.part}>
        <Pair>
          <WhenInput field={at(note, 'when')} label="Seen on" />
          <LineInput field={at(note, 'author')} label="By" />
        </Pair>
      </div>
      <div>
        {isNew && <LesionFolds form={at(form, 'lesion')} />}
        <NoteFolds form={note} without={isNew ? [] : ['signs']} carriedFrom={carriedFrom} />
      </div>
      <Button look="plain" onPress={props.onReference}>
        Reference: presentations, mimics, benign or metastasis
      </Button>
    </>
  )
}
