import type { SkinNote } from '../case/skinNote.ts'
import type { FormContext } from './codec.ts'
import { toForm } from './forms.ts'
import type { Preset } from './newEntry.ts'

/** What a next note starts with from the one before. The rest is of one day, and starts empty. */
const CARRIED = [
  'lesion',
  'count',
  'presentations',
  'patterns',
  'colours',
  'descriptors',
  'appearance',
  'findings',
  'symptoms',
  'exudateAmount',
  'painKinds',
  'lymphoedemaPlaces',
  'lymphoedemaCare',
  'wound',
] as const satisfies readonly (keyof SkinNote)[]
export type CarriedField = (typeof CARRIED)[number]

/**
 * A note that starts from the last one of its lesion: how it looked and how it is cared for. The screen shows what was
 * carried over, so that nothing is said of today that nobody has seen. Sizes, pain score, course, signs, culture,
 * treatment and words are never carried.
 */
export function followUpNote(last: SkinNote, context: FormContext): Preset<'skinNote'> {
  const shown = toForm<'skinNote'>(last, context)
  return Object.fromEntries(CARRIED.map(field => [field, shown[field]]))
}

/** The carried fields that say something, for the screen to mark. */
export function carriedFields(last: SkinNote): CarriedField[] {
  return CARRIED.filter(field => {
    const value = last[field]
    if (field === 'lesion' || value === null) return false
    return typeof value !== 'object' || Object.keys(value).length > 0
  })
}
