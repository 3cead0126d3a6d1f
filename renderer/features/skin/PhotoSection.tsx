import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { CONSENT_PURPOSES } from '../../../shared/case/photograph.ts'
import { CONSENT_PURPOSE_LABEL } from '../../../shared/codes/photographWords.ts'
import { blankForm } from '../../../shared/forms/forms.ts'
import { pictureTyped } from '../../../shared/forms/photographForm.ts'
import type { SkinVisitTyped } from '../../../shared/forms/skinVisit.ts'
import type { PatientId } from '../../../shared/ids.ts'
import type { ImportedPicture } from '../../../shared/ipc/photoContract.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { today } from '../board/today.ts'
import { WhenInput } from '../entry/DateInput.tsx'
import { at, type Field, rowFields } from '../entry/field.ts'
import { LineInput, Pair } from '../entry/inputs.tsx'
import { SomeChoice } from '../entry/SkinInputs.tsx'
import { CameraDialog } from './CameraDialog.tsx'
import { JobLine } from './JobLine.tsx'
import { NewPhoto, type PictureNews } from './NewPhoto.tsx'
import styles from './PhotoSection.module.css'
import { stagedQuery } from './photos.ts'
import formStyles from './skinForm.module.css'
import { useDroppedFiles } from './useDroppedFiles.ts'
import { useMayPhotograph } from './useMayPhotograph.ts'
import { usePictureImport } from './usePictureImport.ts'
import { dayTyped } from './visit.ts'

const ACCEPT = '.jpg,.jpeg,.png,.webp,.heic,.heif,image/*'

/** How many files are on their way in, and how many could not be taken. */
export type FilesOnTheWay = Readonly<{ coming: number; refused: number }>

type Props = Readonly<{
  form: Field<SkinVisitTyped>
  patientId: PatientId
  /** Has to stay the same function. */
  onFiles: (files: FilesOnTheWay) => void
}>

/** The photographs of a look, or that who is signed in may add none. */
export function PhotoSection(props: Props) {
  if (useMayPhotograph()) return <PhotoInputs {...props} />
  return (
    <section className={formStyles.part} aria-label="Photographs">
      <h3 className={formStyles.heading}>Photographs</h3>
      <span className={formStyles.hint}>Your role may not add photographs.</span>
    </section>
  )
}

/** By file, dropped, pasted or taken with the camera; and the consent to all of them. */
function PhotoInputs({ form, patientId, onFiles }: Props) {
  const client = useQueryClient()
  const photographs = at(form, 'photographs')
  const chooser = useRef<HTMLInputElement>(null)
  const [isCamera, setIsCamera] = useState(false)
  const [news, setNews] = useState<Readonly<Record<string, PictureNews>>>({})
  const { jobs, add, forget } = usePictureImport(patientId, takeIn)
  useEffect(() => {
    const refused = jobs.filter(({ refusal }) => refusal !== null).length
    onFiles({ coming: jobs.length - refused, refused })
  }, [jobs, onFiles])
  const isOver = useDroppedFiles(add)
  const rows = rowFields(photographs)

  function takeIn(imported: ImportedPicture, isFromCamera: boolean): void {
    const { picture, thumbnail, takenSuggestion, remarks, alreadyIn } = imported
    const { attachment } = picture
    client.setQueryData(stagedQuery(attachment).queryKey, { picture, thumbnail })
    const taken = isFromCamera ? today() : takenSuggestion
    setNews(before => ({
      ...before,
      [attachment]: { remarks, alreadyIn, isDateFromFile: !isFromCamera && taken !== null },
    }))
    photographs.update(before => [
      ...before,
      {
        key: `new ${crypto.randomUUID()}`,
        value: {
          ...blankForm('photograph'),
          picture: pictureTyped(picture),
          // By order alone, and said so beside it: a look from afar comes first, then the lesion itself.
          view: before.length === 0 ? 'overview' : 'closeUp',
          taken: taken === null ? [] : dayTyped(taken),
        },
      },
    ])
  }

  function remove(key: string): void {
    const row = photographs.value.find(each => each.key === key)
    const attachment = row?.value.picture.attachment
    photographs.update(before => before.filter(each => each.key !== key))
    const isElsewhere = photographs.value.some(
      each => each.key !== key && each.value.picture.attachment === attachment,
    )
    // One that stays behind is swept away at the next opening.
    if (attachment !== undefined && !isElsewhere)
      api.invoke('photo:discard', { attachment }).catch(() => {})
  }

  return (
    <section className={formStyles.part} aria-label="Photographs" data-path={photographs.path}>
      <div className={styles.drop} data-over={isOver ? '' : undefined}>
        <h3 className={formStyles.heading}>Photographs</h3>
        <Button onPress={() => chooser.current?.click()}>Choose files…</Button>
        <Button onPress={() => setIsCamera(true)}>Camera…</Button>
        <span className={formStyles.hint}>
          {isOver ? 'Drop them now' : 'or drop or paste them'}
        </span>
        <input
          ref={chooser}
          type="file"
          multiple
          accept={ACCEPT}
          hidden
          aria-label="Files of photographs"
          onChange={event => {
            add([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </div>
      {rows.length > 0 && (
        <ol className={styles.photos} aria-label="Photographs of this look">
          {rows.map(({ key, field }, index) => (
            <NewPhoto
              key={key}
              field={field}
              number={index + 1}
              news={news[field.value.picture.attachment] ?? null}
              onRemove={() => remove(key)}
            />
          ))}
        </ol>
      )}
      {jobs.length > 0 && (
        <ul className={styles.jobs}>
          {jobs.map(job => (
            <JobLine key={job.id} job={job} onForget={() => forget(job.id)} />
          ))}
        </ul>
      )}
      {rows.length > 0 && <ConsentToAll form={form} count={rows.length} />}
      {isCamera && (
        <CameraDialog onTaken={file => add([file], true)} onClose={() => setIsCamera(false)} />
      )}
    </section>
  )
}

/** One consent for all photographs of this look. Pressing what it is for is what records it. */
function ConsentToAll({ form, count }: Readonly<{ form: Field<SkinVisitTyped>; count: number }>) {
  const consent = at(form, 'consent')
  const isGiven = consent.value.purposes.length > 0
  return (
    <div className={styles.consent}>
      <SomeChoice
        field={at(consent, 'purposes')}
        label={`The patient agrees that ${count === 1 ? 'this photograph is' : `these ${count} photographs are`} used for`}
        members={CONSENT_PURPOSES}
        labels={CONSENT_PURPOSE_LABEL}
      />
      {isGiven ? (
        <Pair>
          <WhenInput field={at(consent, 'given')} label="Agreed on" />
          <LineInput field={at(consent, 'by')} label="Recorded by" />
        </Pair>
      ) : (
        <span className={formStyles.hint}>Nothing pressed: consent not recorded.</span>
      )}
    </div>
  )
}
