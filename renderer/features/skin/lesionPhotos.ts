import type { Board } from '../../../shared/board/board.ts'
import {
  consentWords,
  type Instead,
  notPresentedWords,
  notShownWords,
  photographTitle,
  scaleWords,
  takenWords,
} from '../../../shared/board/photographWords.ts'
import type { Case, Entry } from '../../../shared/case/entry.ts'
import type { Photograph } from '../../../shared/case/photograph.ts'
import { formContext } from '../../../shared/forms/anchors.ts'
import type { EntryId } from '../../../shared/ids.ts'

/** A photograph of a lesion with its words. */
export type LesionPhoto = Readonly<{
  entry: EntryId
  revision: number
  body: Photograph
  /** "close-up, 22-Nov-2026" */
  title: string
  taken: string
  scale: string
  consent: string
  /** When the note that it belongs to was written; null without one. */
  noted: string | null
  /** In its place, where it may not be shown. */
  instead: Instead | null
}>

/**
 * The photographs of a lesion, newest note first, and within a note in the order in which they were added. A room sees
 * those alone to which the patient agreed for the tumour board.
 */
export function lesionPhotos(
  { entries }: Case,
  board: Board,
  lesion: EntryId,
  { today, forRoom = false }: Readonly<{ today: string; forRoom?: boolean }>,
): LesionPhoto[] {
  const { nameOfAnchor } = formContext(entries, { today, self: null })
  const notes = board.skinNotes.map(({ entry }) => entry)
  const rank = ({ skinNote }: Photograph) => (skinNote === null ? -1 : notes.indexOf(skinNote))
  const isOfLesion = (body: Photograph) =>
    body.lesion === lesion ||
    board.skinNotes.some(note => note.entry === body.skinNote && note.lesion === lesion)
  return entries
    .flatMap(({ id, revision, body }: Entry): LesionPhoto[] =>
      body.kind === 'photograph' && isOfLesion(body)
        ? [
            {
              entry: id,
              revision,
              body,
              title: photographTitle(body, nameOfAnchor),
              taken: takenWords(body, nameOfAnchor),
              scale: scaleWords(body),
              consent: consentWords(body.consent, nameOfAnchor),
              noted:
                board.skinNotes.find(({ entry }) => entry === body.skinNote)?.when.text ?? null,
              instead: forRoom ? notPresentedWords(body) : notShownWords(body),
            },
          ]
        : [],
    )
    .toSorted((a, b) => rank(b.body) - rank(a.body))
}

/** What two photographs are shown beside each other first: the one asked for, and the newest older one of the same view. */
function partnerOf(photos: readonly LesionPhoto[], first: EntryId): EntryId | null {
  const at = photos.findIndex(({ entry }) => entry === first)
  const shown = photos[at]
  if (shown === undefined) return null
  const others = [...photos.slice(at + 1), ...photos.slice(0, at).toReversed()].filter(
    ({ instead }) => instead === null,
  )
  const ofOtherNotes = others.filter(({ body }) => body.skinNote !== shown.body.skinNote)
  const alike = ofOtherNotes.find(({ body }) => body.view === shown.body.view)
  return (alike ?? ofOtherNotes[0] ?? others[0])?.entry ?? null
}

/** A photograph and what is shown beside it; the older of two on the left, as time runs. */
export function pairFrom(photos: readonly LesionPhoto[], first: EntryId): EntryId[] {
  const other = partnerOf(photos, first)
  if (other === null) return [first]
  const at = (id: EntryId) => photos.findIndex(({ entry }) => entry === id)
  return at(other) > at(first) ? [other, first] : [first, other]
}
