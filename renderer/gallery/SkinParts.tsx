import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import type { EntryId } from '../../shared/ids.ts'
import { LesionContent } from '../features/skin/LesionContent.tsx'
import { LesionThumbnail } from '../features/skin/LesionThumbnail.tsx'
import { lesionPhotos } from '../features/skin/lesionPhotos.ts'
import { PhotoCompare } from '../features/skin/PhotoCompare.tsx'
import { PhotoPane } from '../features/skin/PhotoPane.tsx'
import { PhotoStrip, Thumbnail } from '../features/skin/PhotoStrip.tsx'
import { WHOLE } from '../features/skin/pictureView.ts'
import { SkinList } from '../features/tables/SkinList.tsx'
import styles from './Gallery.module.css'
import { TODAY } from './invented.ts'
import { Group, State } from './Specimens.tsx'
import { BOARD, LESIONS, OPEN, PHOTOGRAPHS } from './skinCase.ts'
import { clientWithPictures } from './skinPictures.ts'

const nothing = () => {}
const patientId = OPEN.case.patient.id

function photosOf(lesion: EntryId, forRoom = false) {
  return lesionPhotos(OPEN.case, BOARD, lesion, { today: TODAY, forRoom })
}

const WITH_PHOTOGRAPHS = [LESIONS.twoLooks, LESIONS.oneLook, LESIONS.withdrawn] as const
const ALL = WITH_PHOTOGRAPHS.flatMap(lesion => photosOf(lesion))
const FOR_ROOM = WITH_PHOTOGRAPHS.flatMap(lesion => photosOf(lesion, true))

const LARGE = [
  ...FOR_ROOM.map(photo => ({ name: photo.instead?.short ?? photo.title, photo })),
  ...ALL.filter(({ entry }) => entry === PHOTOGRAPHS.unreadable).map(photo => ({
    name: 'not readable',
    photo,
  })),
]

const SHEETS = [
  ['two looks, with a biopsy', LESIONS.twoLooks, true],
  ['two looks, to be read only', LESIONS.twoLooks, false],
  ['one look, consent not recorded', LESIONS.oneLook, true],
  ['consent withdrawn, not readable, on its way', LESIONS.withdrawn, true],
  ['one look, no photograph', LESIONS.noPicture, true],
  ['no note', LESIONS.noNote, true],
] as const

const COMPARED = [
  ['two looks', LESIONS.twoLooks, true],
  ['one of two looks', LESIONS.twoLooks, false],
  ['one look, consent not recorded', LESIONS.oneLook, true],
  ['consent withdrawn', LESIONS.withdrawn, false],
  ['consent withdrawn, beside one on its way', LESIONS.withdrawn, true],
] as const

/** What skin lesions and their photographs are made of. */
export function SkinParts() {
  const [client] = useState(clientWithPictures)
  return (
    <QueryClientProvider client={client}>
      <Lists />
      <Photographs />
      <Group title="One skin lesion" isWide>
        {SHEETS.map(([name, lesion, canWrite]) => (
          <State key={name} name={name}>
            <div className={styles.whole}>
              <Sheet lesion={lesion} canWrite={canWrite} />
            </div>
          </State>
        ))}
      </Group>
      <Group title="Photographs beside each other" isWide>
        {COMPARED.map(([name, lesion, isPair]) => (
          <State key={name} name={name}>
            <div className={styles.whole}>
              <Compared lesion={lesion} isPair={isPair} />
            </div>
          </State>
        ))}
      </Group>
    </QueryClientProvider>
  )
}

function Lists() {
  return (
    <Group title="Lists of skin lesions">
      {([null, LESIONS.twoLooks] as const).map(selected => (
        <State key={selected} name={selected === null ? 'of each kind' : 'one is selected'}>
          <div className={styles.whole}>
            <SkinList
              board={BOARD}
              selected={selected}
              onSelect={nothing}
              onOpen={nothing}
              thumbnail={lesion => <LesionThumbnail of={OPEN.case} board={BOARD} lesion={lesion} />}
            />
          </div>
        </State>
      ))}
    </Group>
  )
}

function Photographs() {
  return (
    <Group title="Photographs of the skin">
      <State name="in a strip; one is chosen">
        <PhotoStrip
          patientId={patientId}
          photos={ALL}
          chosen={[PHOTOGRAPHS.shown]}
          onOpen={nothing}
        />
      </State>
      <State name="in a list">
        {ALL.map(photo => (
          <Thumbnail key={photo.entry} patientId={patientId} photo={photo} place="list" />
        ))}
      </State>
      <State name="for a room">
        {FOR_ROOM.map(photo => (
          <Thumbnail key={photo.entry} patientId={patientId} photo={photo} place="room" />
        ))}
      </State>
      {LARGE.map(({ name, photo }, at) => (
        <State key={`${name} ${photo.entry}`} name={`large: ${name}`}>
          <div className={styles.picture}>
            <PhotoPane
              patientId={patientId}
              photo={photo}
              view={WHOLE}
              isActive={at === 0}
              onActive={nothing}
              onView={nothing}
            />
          </div>
        </State>
      ))}
    </Group>
  )
}

function Sheet({ lesion: id, canWrite }: Readonly<{ lesion: EntryId; canWrite: boolean }>) {
  const lesion = BOARD.lesions.find(({ entry }) => entry === id)
  if (lesion === undefined) throw new Error('the case has no such lesion')
  return (
    <LesionContent
      open={OPEN}
      board={BOARD}
      lesion={lesion}
      photos={photosOf(id)}
      canWrite={canWrite}
      onStep={nothing}
      onPhoto={nothing}
    />
  )
}

function Compared({ lesion, isPair }: Readonly<{ lesion: EntryId; isPair: boolean }>) {
  const photos = photosOf(lesion)
  const [first] = photos
  if (first === undefined) throw new Error('the lesion has no photograph')
  return (
    <PhotoCompare
      open={OPEN}
      photos={photos}
      first={first.entry}
      isPair={isPair}
      canWrite
      onEdit={nothing}
      onNone={nothing}
    />
  )
}
