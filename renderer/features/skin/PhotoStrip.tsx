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

/** A small picture, or the words in its place. */
export function Thumbnail({
  patientId,
  photo,
  size = 320,
}: Readonly<{ patientId: PatientId; photo: LesionPhoto; size?: 96 | 320 }>) {
  const { url, error } = usePhoto(patientId, photo.entry, size, photo.instead === null)
  return (
    <span className={styles.frame} data-size={size}>
      {url !== null && <img src={url} alt="" />}
      {photo.instead !== null && <span className={styles.words}>consent withdrawn</span>}
      {photo.instead === null && error !== null && (
        <span className={styles.words}>not readable</span>
      )}
    </span>
  )
}
