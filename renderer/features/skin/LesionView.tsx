import { useMemo, useState } from 'react'
import type { Board } from '../../../shared/board/board.ts'
import type { EntryId } from '../../../shared/ids.ts'
import type { OpenCase } from '../../../shared/ipc/contract.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FactText } from '../../components/FactText.tsx'
import { today } from '../board/today.ts'
import { LesionLinks } from './LesionLinks.tsx'
import styles from './LesionView.module.css'
import { lesionPhotos } from './lesionPhotos.ts'
import type { LesionStep } from './lesionStep.ts'
import { NoteSeries } from './NoteSeries.tsx'
import { PhotoStrip } from './PhotoStrip.tsx'
import { PhotoViewer } from './PhotoViewer.tsx'
import { SizeChart } from './SizeChart.tsx'
import { useMayPhotograph } from './useMayPhotograph.ts'

type Props = Readonly<{
  open: OpenCase
  board: Board
  lesion: EntryId
  canWrite: boolean
  canPrint: boolean
  onStep: (step: LesionStep) => void
  onClose: () => void
}>

type Viewed = Readonly<{ first: EntryId; isPair: boolean }>

/** All of one skin lesion: what it is linked to, its sizes over time, its notes and its photographs. */
export function LesionView({
  open,
  board,
  lesion: id,
  canWrite,
  canPrint,
  onStep,
  onClose,
}: Props) {
  const [viewed, setViewed] = useState<Viewed | null>(null)
  const mayPhotograph = useMayPhotograph()
  const lesion = board.lesions.find(({ entry }) => entry === id)
  const day = today()
  const photos = useMemo(
    () => lesionPhotos(open.case, board, id, { today: day }),
    [open, board, id, day],
  )
  if (lesion === undefined) return null
  const patientId = open.case.patient.id
  const [newest] = photos
  const openPhoto = (first: EntryId) => setViewed({ first, isPair: false })
  return (
    <Dialog
      title={`Skin lesion ${lesion.label}: ${lesion.name.text}`}
      onClose={onClose}
      width="full"
      actions={
        <>
          {newest !== undefined && photos.length > 1 && (
            <Button onPress={() => setViewed({ first: newest.entry, isPair: true })}>
              Photographs side by side
            </Button>
          )}
          {canWrite && (
            <>
              <Button look="primary" onPress={() => onStep({ to: 'note', lesion: id })}>
                Follow-up note
              </Button>
              <Button onPress={() => onStep({ to: 'edit', entry: id })}>Edit the lesion</Button>
            </>
          )}
          {canPrint && (
            <Button onPress={() => onStep({ to: 'report', lesion: id })}>Report as PDF…</Button>
          )}
          <Button onPress={onClose}>Close</Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.column}>
          <section>
            <h3 className={styles.heading}>Linked</h3>
            <LesionLinks
              open={open}
              board={board}
              lesion={lesion}
              canWrite={canWrite}
              onStep={onStep}
            />
          </section>
          <section>
            <h3 className={styles.heading}>Recorded</h3>
            <dl className={styles.facts}>
              <dt>First seen</dt>
              <dd>
                <FactText fact={lesion.firstSeen} />
              </dd>
              <dt>Context</dt>
              <dd>
                <FactText fact={lesion.context} />
              </dd>
              {lesion.details.length > 0 && (
                <>
                  <dt>Place</dt>
                  <dd>
                    <ul>
                      {lesion.details.map(fact => (
                        <li key={fact.id}>
                          <FactText fact={fact} />
                        </li>
                      ))}
                    </ul>
                  </dd>
                </>
              )}
              <dt>Course</dt>
              <dd>
                <FactText fact={lesion.course} />
              </dd>
              {lesion.signs.length > 0 && (
                <>
                  <dt>Signs</dt>
                  <dd>
                    <ul>
                      {lesion.signs.map(fact => (
                        <li key={fact.id}>
                          <FactText fact={fact} />
                        </li>
                      ))}
                    </ul>
                  </dd>
                </>
              )}
              {lesion.photographs !== null && (
                <>
                  <dt>Photographs</dt>
                  <dd>
                    <FactText fact={lesion.photographs.fact} />
                  </dd>
                </>
              )}
              {lesion.source !== null && (
                <>
                  <dt>Source</dt>
                  <dd>
                    <FactText fact={lesion.source} />
                  </dd>
                </>
              )}
            </dl>
          </section>
          <section>
            <h3 className={styles.heading}>Size over time</h3>
            <SizeChart board={board} lesion={lesion} />
          </section>
        </div>
        <section className={styles.column}>
          <h3 className={styles.heading}>Notes, newest first</h3>
          {photos.some(({ body }) => body.skinNote === null) && (
            <PhotoStrip
              patientId={patientId}
              photos={photos.filter(({ body }) => body.skinNote === null)}
              onOpen={openPhoto}
            />
          )}
          <NoteSeries
            board={board}
            lesion={lesion}
            onEdit={canWrite ? entry => onStep({ to: 'edit', entry }) : null}
            beside={note => {
              const own = photos.filter(({ body }) => body.skinNote === note)
              return own.length === 0 ? null : (
                <PhotoStrip patientId={patientId} photos={own} onOpen={openPhoto} />
              )
            }}
          />
        </section>
      </div>
      {viewed !== null && photos.length > 0 && (
        <PhotoViewer
          open={open}
          title={`Photographs of skin lesion ${lesion.label}`}
          photos={photos}
          {...viewed}
          canWrite={canWrite && mayPhotograph}
          onEdit={entry => onStep({ to: 'edit', entry })}
          onClose={() => setViewed(null)}
        />
      )}
    </Dialog>
  )
}
