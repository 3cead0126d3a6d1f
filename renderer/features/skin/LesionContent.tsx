import type { Board, BoardLesion } from '../../../shared/board/board.ts'
import type { EntryId } from '../../../shared/ids.ts'
import type { OpenCase } from '../../../shared/ipc/contract.ts'
import { FactText } from '../../components/FactText.tsx'
import styles from './LesionContent.module.css'
import { LesionLinks } from './LesionLinks.tsx'
import type { LesionPhoto } from './lesionPhotos.ts'
import type { LesionStep } from './lesionStep.ts'
import { NoteSeries } from './NoteSeries.tsx'
import { PhotoStrip } from './PhotoStrip.tsx'
import { SizeChart } from './SizeChart.tsx'

type Props = Readonly<{
  open: OpenCase
  board: Board
  lesion: BoardLesion
  photos: readonly LesionPhoto[]
  canWrite: boolean
  onStep: (step: LesionStep) => void
  onPhoto: (photograph: EntryId) => void
}>

/** What a skin lesion is linked to, what is recorded of it, its sizes over time, its notes and its photographs. */
export function LesionContent(props: Props) {
  const { open, board, lesion, photos, canWrite, onStep, onPhoto } = props
  const patientId = open.case.patient.id
  return (
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
            onOpen={onPhoto}
          />
        )}
        <NoteSeries
          board={board}
          lesion={lesion}
          onEdit={canWrite ? entry => onStep({ to: 'edit', entry }) : null}
          beside={note => {
            const own = photos.filter(({ body }) => body.skinNote === note)
            return own.length === 0 ? null : (
              <PhotoStrip patientId={patientId} photos={own} onOpen={onPhoto} />
            )
          }}
        />
      </section>
    </div>
  )
}
