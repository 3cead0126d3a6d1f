import { type Case, type EntryOf, entriesOf } from '../case/entry.ts'
import { mayBePrinted } from '../case/photograph.ts'
import type { NameOfAnchor } from '../dates/formatDate.ts'
import type { EntryId } from '../ids.ts'
import { consentWords, photographTitle, scaleWords } from './photographWords.ts'

/** A photograph on paper: its picture, upright, as JPEG, and the words below it. */
export type PrintedPhotograph = Readonly<{
  photograph: EntryId
  lesion: EntryId | null
  caption: string
  jpeg: Uint8Array
}>

/** The photographs that were chosen for the paper one by one, but for those whose consent was withdrawn or is for other purposes. */
export function chosenPhotographs(of: Case): EntryOf<'photograph'>[] {
  return entriesOf(of, 'photograph').filter(({ body }) => body.chosen && mayBePrinted(body))
}

/**
 * "close-up, 22-Nov-2026; scale in the picture; “left of the scar”": what stands below a printed photograph, and that no
 * consent is recorded where none is.
 */
export function photographCaption(
  { body }: EntryOf<'photograph'>,
  nameOfAnchor: NameOfAnchor,
): string {
  const { caption, consent } = body
  return [
    photographTitle(body, nameOfAnchor),
    scaleWords(body),
    caption === null ? null : `“${caption}”`,
    consent === null ? consentWords(consent, nameOfAnchor) : null,
  ]
    .filter(part => part !== null)
    .join('; ')
}
