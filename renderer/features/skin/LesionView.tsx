import { useMemo, useState } from 'react'
import type { Board } from '../../../shared/board/board.ts'
import type { EntryId } from '../../../shared/ids.ts'
import type { OpenCase } from '../../../shared/ipc/contract.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { today } from '../board/today.ts'
import { LesionContent } from './LesionContent.tsx'
import { lesionPhotos } from './lesionPhotos.ts'
import type { LesionStep } from './lesionStep.ts'
import { PhotoViewer } from './PhotoViewer.tsx'
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

/** All of one skin lesion over the board, and what can be done with it. */
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
  const [newest] = photos
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
      <LesionContent
        open={open}
        board={board}
        lesion={lesion}
        photos={photos}
        canWrite={canWrite}
        onStep={onStep}
        onPhoto={first => setViewed({ first, isPair: false })}
      />
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
