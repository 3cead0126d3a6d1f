import type { Board } from '../../../shared/board/board.ts'
import type { EntryId } from '../../../shared/ids.ts'
import type { OpenCase } from '../../../shared/ipc/contract.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FactText } from '../../components/FactText.tsx'
import { LesionLinks } from './LesionLinks.tsx'
import styles from './LesionView.module.css'
import type { LesionStep } from './lesionStep.ts'
import { NoteSeries } from './NoteSeries.tsx'
import { SizeChart } from './SizeChart.tsx'

type Props = Readonly<{
  open: OpenCase
  board: Board
  lesion: EntryId
  canWrite: boolean
  onStep: (step: LesionStep) => void
  onClose: () => void
}>

/** All of one skin lesion: what it is linked to, its sizes over time, its notes and its photographs. */
export function LesionView({ open, board, lesion: id, canWrite, onStep, onClose }: Props) {
  const lesion = board.lesions.find(({ entry }) => entry === id)
  if (lesion === undefined) return null
  return (
    <Dialog
      title={`Skin lesion ${lesion.label}: ${lesion.name.text}`}
      onClose={onClose}
      width="full"
      actions={
        <>
          {canWrite && (
            <>
              <Button look="primary" onPress={() => onStep({ to: 'note', lesion: id })}>
                Follow-up note
              </Button>
              <Button onPress={() => onStep({ to: 'edit', entry: id })}>Edit the lesion</Button>
            </>
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
          <NoteSeries
            board={board}
            lesion={lesion}
            onEdit={canWrite ? entry => onStep({ to: 'edit', entry }) : null}
            beside={() => null}
          />
        </section>
      </div>
    </Dialog>
  )
}
