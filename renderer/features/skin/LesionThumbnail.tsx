import { useMemo } from 'react'
import type { Board } from '../../../shared/board/board.ts'
import type { Case } from '../../../shared/case/entry.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { today } from '../board/today.ts'
import { lesionPhotos } from './lesionPhotos.ts'
import { Thumbnail } from './PhotoStrip.tsx'

/** The newest photograph of a lesion, small; nothing where there is none. */
export function LesionThumbnail({
  of,
  board,
  lesion,
  forRoom = false,
}: Readonly<{
  of: Case
  board: Board
  lesion: EntryId
  /** Larger, and only what the patient agreed to show to the tumour board. */
  forRoom?: boolean
}>) {
  const day = today()
  const photos = useMemo(
    () => lesionPhotos(of, board, lesion, { today: day, forRoom }),
    [of, board, lesion, day, forRoom],
  )
  const newest = photos.find(({ instead }) => instead === null) ?? photos[0]
  if (newest === undefined) return null
  return <Thumbnail patientId={of.patient.id} photo={newest} place={forRoom ? 'room' : 'list'} />
}
