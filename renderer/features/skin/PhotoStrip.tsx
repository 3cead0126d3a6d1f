import type { EntryId, PatientId } from '../../../shared/ids.ts'
import type { LesionPhoto } from './lesionPhotos.ts'
import styles from './PhotoStrip.module.css'
import { usePhoto } from './photos.ts'

type Props = Readonly<{
  patientId: PatientId
  photos: readonly LesionPhoto[]
  chosen?: readonly EntryId[]
  onOpen: (photograph: EntryId) => void
}>

/** Small pictures that open large, each with what it shows and what there is to know before it is shown or printed. */
export function PhotoStrip({ patientId, photos, chosen = [], onOpen }: Props) {
  return (
    <ul className={styles.strip} aria-label="Photographs">
      {photos.map(photo => (
        <li key={photo.entry}>
          <button
            type="button"
            className={styles.photo}
            aria-label={`Open: ${photo.title}; ${photo.consent}`}
            aria-current={chosen.includes(photo.entry) ? 'true' : undefined}
            onClick={() => onOpen(photo.entry)}
          >
            <Thumbnail patientId={patientId} photo={photo} />
            <span className={styles.title}>{photo.title}</span>
            {photo.body.consent === null && (
              <span className={styles.tag}>consent not recorded</span>
            )}
            {photo.body.chosen && <span className={styles.tag}>on the paper</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** A small picture, or the words in its place. In a list it is a small square, in a room a larger one. */
export function Thumbnail({
  patientId,
  photo,
  place = 'strip',
}: Readonly<{
  patientId: PatientId
  photo: LesionPhoto
  place?: 'strip' | 'list' | 'room'
}>) {
  const size = place === 'list' ? 96 : 320
  const { url, error } = usePhoto(patientId, photo.entry, size, photo.instead === null)
  return (
    <span className={styles.frame} data-place={place}>
      {url !== null && (
        // In a strip its button says what it is.
        <img src={url} alt={place === 'strip' ? '' : `Photograph: ${photo.title}`} />
      )}
      {photo.instead !== null && <span className={styles.words}>{photo.instead.short}</span>}
      {photo.instead === null && error !== null && (
        <span className={styles.words}>not readable</span>
      )}
    </span>
  )
}
