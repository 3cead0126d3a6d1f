import type { PatientId } from '../../../shared/ids.ts'
import type { LesionPhoto } from './lesionPhotos.ts'
import styles from './PhotoCompare.module.css'
import { PictureStage } from './PictureStage.tsx'
import { usePhoto } from './photos.ts'
import { NEEDS_ORIGINAL, type PictureView } from './pictureView.ts'

type Props = Readonly<{
  patientId: PatientId
  photo: LesionPhoto
  view: PictureView
  isActive: boolean
  onActive: () => void
  onView: (change: (view: PictureView) => PictureView) => void
}>

/** The longer side of the largest small picture. */
const SCREEN = 1600

/** One photograph in its pane: small at once, then as large as the screen, and the original once it is enlarged beyond that. */
export function PhotoPane({ patientId, photo, view, isActive, onActive, onView }: Props) {
  const isShown = photo.instead === null
  const { picture } = photo.body
  const isLarger = Math.max(picture.width, picture.height) > SCREEN
  const wantsOriginal = isShown && isLarger && view.zoom >= NEEDS_ORIGINAL
  const small = usePhoto(patientId, photo.entry, 320, isShown)
  const screen = usePhoto(patientId, photo.entry, 1600, isShown)
  const original = usePhoto(patientId, photo.entry, 'original', wantsOriginal)
  const url = original.url ?? screen.url ?? small.url
  return (
    <div
      className={styles.pane}
      data-active={isActive ? '' : undefined}
      onFocusCapture={onActive}
      onPointerDownCapture={onActive}
    >
      <p className={styles.paneHead}>
        <span>
          <b>{photo.title}</b>
          {photo.noted !== null && <span className={styles.quiet}> · note of {photo.noted}</span>}
        </span>
        <span className={styles.quiet}>
          {original.url !== null ? 'original' : wantsOriginal ? 'fetching the original…' : ''}
        </span>
      </p>
      <PictureStage
        url={url}
        label={`Photograph: ${photo.title}`}
        instead={photo.instead?.text ?? (url === null ? (screen.error?.message ?? null) : null)}
        view={view}
        onView={onView}
      />
    </div>
  )
}
