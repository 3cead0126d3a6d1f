import { useState } from 'react'
import type { Board } from '../../../shared/board/board.ts'
import type { Case } from '../../../shared/case/entry.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { FactText } from '../../components/FactText.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useKeys } from '../../components/shortcuts.ts'
import { lesionPhotos, pairFrom } from '../skin/lesionPhotos.ts'
import { PhotoPane } from '../skin/PhotoPane.tsx'
import { type PictureView, WHOLE, zoomed } from '../skin/pictureView.ts'
import { SizeTrend } from '../skin/SizeTrend.tsx'
import styles from './PresentPhotos.module.css'

type Props = Readonly<{ of: Case; board: Board; lesion: EntryId; today: string }>

/** The newest photograph of a lesion and one of an earlier look beside it, enlarged and moved together, for a room. */
export function PresentPhotos({ of, board, lesion: id, today }: Props) {
  const [view, setView] = useState<PictureView>(WHOLE)
  useKeys({
    '+': () => setView(before => zoomed(before, 1.5)),
    '=': () => setView(before => zoomed(before, 1.5)),
    '-': () => setView(before => zoomed(before, 1 / 1.5)),
    '0': () => setView(WHOLE),
  })
  const lesion = board.lesions.find(({ entry }) => entry === id)
  if (lesion === undefined) return null
  const photos = lesionPhotos(of, board, id, { today, forRoom: true })
  const first = photos.find(({ instead }) => instead === null) ?? photos[0]
  const shown = first === undefined ? [] : pairFrom(photos, first.entry)
  return (
    <Panel
      title={`Photographs of ${lesion.label}`}
      beside={<FactText fact={lesion.name} />}
      bodyClassName={styles.body}
      {...(photos.length > 0 ? {} : { empty: 'No photograph of this lesion is recorded.' })}
    >
      <div className={styles.panes} data-pair={shown.length > 1 ? '' : undefined}>
        {shown
          .flatMap(entry => photos.filter(photo => photo.entry === entry))
          .map((photo, pane) => (
            <PhotoPane
              // A pane keeps its place when another photograph is put in it.
              // biome-ignore lint/suspicious/noArrayIndexKey: panes have places, not names
              key={pane}
              patientId={of.patient.id}
              photo={photo}
              view={view}
              isActive={false}
              onActive={() => {}}
              onView={setView}
            />
          ))}
      </div>
      <p className={styles.said}>
        <SizeTrend points={lesion.sizePoints} />
        <FactText fact={lesion.sizes} />
        <FactText fact={lesion.course} />
      </p>
    </Panel>
  )
}
