import { type EntryOf, entriesOf } from '../case/entry.ts'
import { mayBeShown } from '../case/photograph.ts'
import type { EntryId } from '../ids.ts'
import type { BoardLesion } from './board.ts'
import type { CaseIndex } from './caseIndex.ts'
import { commaList, reported } from './makeFact.ts'

type Order = (a: string, b: string) => number

/** The photographs of a lesion and of its notes, oldest first: how many, of when, and how many may no longer be shown. */
export function lesionPhotographs(
  index: CaseIndex,
  { lesion, notes, order }: Readonly<{ lesion: EntryId; notes: readonly EntryId[]; order: Order }>,
): BoardLesion['photographs'] {
  const own = entriesOf(index.of, 'photograph')
    .filter(({ body }) => body.lesion === lesion || notes.some(note => note === body.skinNote))
    .toSorted((a, b) => order(a.id, b.id))
  if (own.length === 0) return null
  return {
    fact: reported(`lesion.${lesion}.photographs`, words(index, own)),
    entries: own.map(({ id }) => id),
  }
}

/** "3 photographs, taken 03-May-2022, 22-Nov-2026; 1 not dated; 1 not shown, consent withdrawn" */
function words(index: CaseIndex, own: readonly EntryOf<'photograph'>[]): string {
  const dated = own.filter(({ body }) => body.taken.length > 0)
  const days = [...new Set(dated.map(({ body }) => index.when('', body.taken).text))]
  const undated = own.length - dated.length
  const withdrawn = own.filter(({ body }) => !mayBeShown(body)).length
  const count = own.length === 1 ? '1 photograph' : `${own.length} photographs`
  return [
    days.length === 0 ? `${count}, not dated` : `${count}, taken ${commaList(days)}`,
    ...(undated === 0 || days.length === 0 ? [] : [`${undated} not dated`]),
    ...(withdrawn === 0 ? [] : [`${withdrawn} not shown, consent withdrawn`]),
  ].join('; ')
}
