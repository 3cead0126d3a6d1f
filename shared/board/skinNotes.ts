import { type EntryOf, entriesOf } from '../case/entry.ts'
import { SIGNS } from '../codes/skin/assessment.ts'
import type { BoardSkinNote } from './board.ts'
import type { CaseIndex } from './caseIndex.ts'
import { absent, reported } from './makeFact.ts'
import { courseText, noteSizeText, skinNoteGroups } from './skinNoteFacts.ts'

type Order = (a: string, b: string) => number

/** The notes of a case on its skin lesions, oldest first. */
export function boardSkinNotes(index: CaseIndex, order: Order): BoardSkinNote[] {
  return entriesOf(index.of, 'skinNote')
    .toSorted((a, b) => order(a.id, b.id))
    .map(entry => noteRow(index, entry))
}

function noteRow(index: CaseIndex, { id, body }: EntryOf<'skinNote'>): BoardSkinNote {
  const key = `skinNote.${id}`
  const lesion = index.entry(body.lesion)?.body
  const label = lesion?.kind === 'lesion' ? lesion.label : 'a lesion that was removed'
  const when = index.when(`${key}.when`, body.when, index.labels(id, 'when'))
  const signs = SIGNS.filter(sign => body.signs[sign] === 'yes')
  const said = [noteSizeText(body), courseText(body)].filter(part => part !== null)
  return {
    entry: id,
    source: index.sources(`${key}.source`, body.sources),
    lesion: body.lesion,
    what: reported(`${key}.what`, `Note on skin lesion ${label}`),
    when,
    author:
      body.author === null
        ? absent(`${key}.author`, 'notRecorded', 'author')
        : reported(`${key}.author`, body.author),
    groups: skinNoteGroups(key, body),
    signs,
    course: body.course,
    caption: reported(`${key}.caption`, said.length === 0 ? 'note' : said.join(', ')),
    conflicts: index.labels(id),
  }
}
