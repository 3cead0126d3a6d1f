import {
  chosenPhotographs,
  type PrintedPhotograph,
  photographCaption,
} from '../../shared/board/printedPhotograph.ts'
import type { Case } from '../../shared/case/entry.ts'
import { formContext } from '../../shared/forms/anchors.ts'
import type { EntryId } from '../../shared/ids.ts'
import type { OpenSession } from './session.ts'
import { keptThumbnail, picturesOf } from './storedPicture.ts'

/** Wide enough for the widest place on paper at 300 dots an inch. */
const PRINTED_SIZE = 1600

/**
 * The photographs of a case that go on its paper; throws the refusal that says so where a picture is lost.
 * SECURITY: the pictures are small and upright, hold no metadata, and never lie readable on disk.
 */
export function printedPhotographs(
  open: OpenSession,
  of: Case,
  today: string,
): PrintedPhotograph[] {
  const chosen = chosenPhotographs(of)
  if (chosen.length === 0) return []
  const { nameOfAnchor } = formContext(of.entries, { today, self: null })
  const attachments = picturesOf(open)
  return chosen.map(entry => ({
    photograph: entry.id,
    lesion: entry.body.lesion ?? lesionOfNote(of, entry.body.skinNote),
    caption: photographCaption(entry, nameOfAnchor),
    jpeg: keptThumbnail(attachments, entry.body.picture.attachment, PRINTED_SIZE).bytes,
  }))
}

/** A photograph that was taken for a note is of the note's lesion. */
function lesionOfNote({ entries }: Case, note: EntryId | null): EntryId | null {
  const body = entries.find(({ id }) => id === note)?.body
  return body?.kind === 'skinNote' ? body.lesion : null
}
