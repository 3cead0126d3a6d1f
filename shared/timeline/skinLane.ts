import type { Board, BoardLesion, BoardSkinNote } from '../board/board.ts'
import type { Context } from './context.ts'
import { captionStyle, factPieces, quietStyle, words } from './pieces.ts'
import type { PointEvent } from './pointEvent.ts'
import { drawPointRow } from './pointRow.ts'
import { lesionWords, skinNoteWords } from './story.ts'

/**
 * The lesions that have a row. One that is linked to a site, and that nobody has written a note on, has its time in the row
 * of that site: a second one would say the same again, and take the room of what is there.
 */
export function lesionsOfLane({ lesions }: Pick<Board, 'lesions'>): readonly BoardLesion[] {
  return lesions.filter(({ site, notes }) => site === null || notes.length > 0)
}

/** A row for each skin lesion: when it was first seen, its notes, and its biopsies. Returns where the lane ends. */
export function drawSkinLane(of: Context, top: number): number {
  let y = top
  for (const lesion of lesionsOfLane(of.board)) y = drawLesion(of, y, lesion)
  return y
}

function drawLesion(of: Context, top: number, lesion: BoardLesion): number {
  const { board, metrics } = of
  const style = { role: 'text', size: metrics.text.name, weight: 400 } as const
  const notes = board.skinNotes.filter(note => note.lesion === lesion.entry)
  const seen: PointEvent = {
    entry: lesion.entry,
    kind: 'lesion',
    mark: { type: 'square' },
    caption: [words('first seen', quietStyle(metrics))],
    label: lesionWords(lesion),
  }
  const events = [
    seen,
    ...notes.map(note => noteEvent(of, note)),
    ...lesion.specimens.map(({ entry, fact }): PointEvent => {
      const label = board.specimens.find(specimen => specimen.entry === entry)?.label ?? ''
      const mark = { type: 'letters', letters: label, isFilled: false } as const
      // The specimen itself is an item of the receptors' lane.
      return { entry, kind: 'specimen', mark, caption: [], label: fact.text, isListed: false }
    }),
  ]
  const name = [
    words(`${lesion.label} `, { ...style, weight: 600 }),
    ...factPieces(lesion.name, style),
  ]
  const label = { group: [], number: '', name, aside: [], entry: lesion.entry }
  return top + drawPointRow(of, top, events, label) * metrics.row
}

/** A note with a ticked sign stands out: its mark is an exclamation mark. */
function noteEvent({ metrics }: Context, note: BoardSkinNote): PointEvent {
  return {
    entry: note.entry,
    kind: 'skinNote',
    mark:
      note.signs.length > 0 ? { type: 'letters', letters: '!', isFilled: true } : { type: 'tick' },
    caption: factPieces(note.caption, captionStyle(metrics)),
    label: skinNoteWords(note),
  }
}
