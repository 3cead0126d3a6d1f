import type { Site } from '../case/site.ts'
import type { BodySite } from '../codes/bodySites/bodySite.ts'
import { bodySiteById, bodySiteByName } from '../codes/bodySites.ts'
import { foldCompact } from '../codes/fold.ts'
import { ok } from '../result.ts'
import { LONGEST_LINE } from '../text.ts'
import { type Codec, codec, under, wrong } from './codec.ts'
import { textProblem } from './textFields.ts'

export type Place = Pick<Site, 'bodySite' | 'asReported'>
/** The place as typed, the list's member that a person picked for it, and the report's own words where they say more. */
export type PlaceTyped = Readonly<{ text: string; picked: string; words: string }>

/** The listed place that a typed text names: the one picked, or the one of exactly this name. */
export function listedPlace({
  text,
  picked,
}: Pick<PlaceTyped, 'text' | 'picked'>): BodySite | null {
  return picked === '' ? bodySiteByName(text) : bodySiteById(picked)
}

function isItsName(text: string, { label, sidedLabel }: BodySite): boolean {
  return [label, sidedLabel].some(name => name !== null && foldCompact(name) === foldCompact(text))
}

/** A place of the body-site list or in free words; free words are kept and never corrected. */
export const place: Codec<Place, PlaceTyped> = codec<Place, PlaceTyped>({
  blank: { text: '', picked: '', words: '' },
  show({ bodySite, asReported }) {
    if (bodySite === null) {
      const picksItself = asReported !== null && bodySiteByName(asReported) !== null
      // The words name a listed place, and still nobody has placed them there.
      return { text: asReported ?? '', picked: picksItself ? UNLISTED : '', words: '' }
    }
    const text = bodySiteById(bodySite)?.label ?? bodySite
    const isNamed = bodySiteByName(text)?.id === bodySite
    return { text, picked: isNamed ? '' : bodySite, words: asReported ?? '' }
  },
  read(typed, was, _context, path) {
    const text = typed.text.trim()
    if (text === '') return wrong(under(path, 'text'), 'Type where it is.')
    const problem = textProblem(typed.text, LONGEST_LINE) ?? textProblem(typed.words, LONGEST_LINE)
    if (problem !== null) return wrong(under(path, 'text'), problem)
    const isPlaceSame =
      was !== null && typed.text === was.shown.text && typed.picked === was.shown.picked
    const words = typed.words.trim() === '' ? null : typed.words
    if (isPlaceSame && was.value.bodySite !== null)
      return ok({ bodySite: was.value.bodySite, asReported: words })
    const listed = typed.picked === UNLISTED ? null : listedPlace(typed)
    if (listed !== null) {
      const asReported = words ?? (isItsName(text, listed) ? null : typed.text)
      return ok({ bodySite: listed.id, asReported })
    }
    if (words !== null)
      return wrong(
        under(path, 'words'),
        'The place is not on the list, so it is kept in one text: put these words there.',
      )
    return ok({ bodySite: null, asReported: typed.text })
  },
  fits: (value: unknown): value is PlaceTyped =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 3 &&
    ['text', 'picked', 'words'].every(
      key => typeof (value as Record<string, unknown>)[key] === 'string',
    ),
})

/** In `picked`: the words stay words, even where the list has a place of that name. */
export const UNLISTED = 'unlisted'
