import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Consent, mayBePrinted, type Photograph } from '../../../shared/case/photograph.ts'
import type { OpenCase } from '../../../shared/ipc/contract.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { CheckField } from '../../components/CheckField.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { useNotify } from '../../components/notices.tsx'
import { today } from '../board/today.ts'
import { useTakeCase } from '../board/useCase.ts'
import { sentenceOf } from '../session/session.ts'
import { useLinks } from './LesionLinks.tsx'
import type { LesionPhoto } from './lesionPhotos.ts'
import styles from './PhotoCompare.module.css'
import { useUserName } from './useUserName.ts'

type Props = Readonly<{
  open: OpenCase
  photo: LesionPhoto
  canWrite: boolean
  onEdit: () => void
  onRemoved: () => void
}>

const NOT_RECORDED: Consent = { purposes: [], asStated: null, given: [], by: null, withdrawn: null }

/** What is recorded of a photograph, and what can be done with it: print it, withdraw its consent, remove it for good. */
export function PhotoFacts({ open, photo, canWrite, onEdit, onRemoved }: Props) {
  const change = useLinks(open)
  const [isAsking, setIsAsking] = useState(false)
  const by = useUserName()
  const { body, entry, taken, scale, consent, title } = photo
  const put = (next: (photograph: Photograph) => Photograph) =>
    change(entry, was => (was.kind === 'photograph' ? next(was) : was))
  const isWithdrawn = body.consent !== null && body.consent.withdrawn !== null

  function withdraw(): void {
    const when: Consent['given'] = [
      { kind: 'date', date: today(), approximate: false, verbatim: null, source: null },
    ]
    const withdrawn = { when, by: by === '' ? null : by }
    // Consent that was never recorded can be refused all the same.
    put(was => ({
      ...was,
      chosen: false,
      consent: { ...(was.consent ?? NOT_RECORDED), withdrawn },
    }))
  }

  return (
    <>
      <dl className={styles.facts}>
        <dt>Shows</dt>
        <dd>{title}</dd>
        <dt>Taken</dt>
        <dd>{taken}</dd>
        {photo.noted !== null && (
          <>
            <dt>Note of</dt>
            <dd>{photo.noted}</dd>
          </>
        )}
        <dt>Scale</dt>
        <dd>{scale}</dd>
        {body.caption !== null && (
          <>
            <dt>Caption</dt>
            <dd>{body.caption}</dd>
          </>
        )}
        <dt>Size</dt>
        <dd>
          {body.picture.width} × {body.picture.height}
        </dd>
        <dt>Consent</dt>
        <dd>{consent}</dd>
      </dl>
      {canWrite && (
        <div className={styles.acts}>
          <CheckField
            label={
              isWithdrawn || mayBePrinted(body)
                ? 'Print it with the summary'
                : 'Print it with the summary: the consent is for other purposes'
            }
            value={body.chosen}
            isDisabled={!mayBePrinted(body) && !body.chosen}
            onChange={chosen => put(was => ({ ...was, chosen }))}
          />
          <Button onPress={onEdit}>Edit what is said of it</Button>
          {isWithdrawn ? (
            <Button
              onPress={() =>
                put(was => ({
                  ...was,
                  consent: was.consent === null ? null : { ...was.consent, withdrawn: null },
                }))
              }
            >
              Take the withdrawal back
            </Button>
          ) : (
            <Button onPress={withdraw}>Consent withdrawn</Button>
          )}
          <Button look="plain" onPress={() => setIsAsking(true)}>
            Remove for good…
          </Button>
        </div>
      )}
      {isAsking && (
        <RemoveQuestion
          open={open}
          photo={photo}
          onClose={() => setIsAsking(false)}
          onRemoved={() => {
            setIsAsking(false)
            onRemoved()
          }}
        />
      )}
    </>
  )
}

/** Asked before anything is deleted: this cannot be undone. */
function RemoveQuestion({
  open,
  photo,
  onClose,
  onRemoved,
}: Readonly<{ open: OpenCase; photo: LesionPhoto; onClose: () => void; onRemoved: () => void }>) {
  const take = useTakeCase()
  const notify = useNotify()
  const patientId = open.case.patient.id
  const remove = useMutation({
    mutationFn: () =>
      api.invoke('photo:remove', {
        patientId,
        photograph: photo.entry,
        revision: photo.revision,
      }),
    onSuccess: after => {
      take(patientId, after)
      notify({ text: `Removed for good: photograph, ${photo.title}.`, tone: 'done' })
      onRemoved()
    },
  })
  return (
    <Dialog
      title="Remove this photograph for good?"
      onClose={onClose}
      needsAnswer
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            Keep it
          </Button>
          <Button look="primary" isDisabled={remove.isPending} onPress={() => remove.mutate()}>
            Remove for good
          </Button>
        </>
      }
    >
      <p>
        {photo.title}. Its bytes and its small pictures are deleted from the workspace at once. This
        cannot be undone. That it was removed, by whom and when, stays in the history.
      </p>
      {remove.error !== null && <p role="alert">{sentenceOf(remove.error)}</p>}
    </Dialog>
  )
}
