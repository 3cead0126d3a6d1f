import type { Board, BoardLesion, BoardSkinNote } from '../../../shared/board/board.ts'
import type { PdfNode, TextRun } from '../definition.ts'
import { DOT, factRuns, joinFacts, labelled, sourceRuns } from './factText.ts'
import { QUIET, SIZE } from './paper.ts'
import { section } from './sectionTable.ts'

/** Skin lesions, each with what is known of it and then its notes, newest first. */
export function skin(board: Board, width: number): PdfNode[] {
  if (board.lesions.length === 0) return []
  const paragraphs = board.lesions.flatMap(lesion => [
    lesionRuns(lesion),
    ...board.skinNotes
      .filter(note => note.lesion === lesion.entry)
      .toReversed()
      .map(noteRuns),
  ])
  return [
    section({ title: 'Skin lesions', aside: ['each with its notes, newest first'] }, width, [
      { stack: paragraphs.map(text => ({ text, fontSize: SIZE.detail })) },
    ]),
  ]
}

function lesionRuns(lesion: BoardLesion): TextRun[] {
  const { label, name, what, firstSeen, context, details, sizes, course, signs, noted } = lesion
  const links = [...lesion.specimens, ...lesion.treatments].map(({ fact }) => fact)
  return [
    { text: `${label}  `, bold: true },
    ...joinFacts([name, what]),
    DOT,
    ...labelled('first seen', firstSeen),
    DOT,
    ...joinFacts([context, ...details, sizes, course, ...signs, noted, ...links]),
    ...sourceRuns(lesion.source),
  ]
}

function noteRuns(note: BoardSkinNote): TextRun[] {
  return [
    ...factRuns(note.what, { bold: true }),
    DOT,
    ...joinFacts([note.when, note.author]),
    ...note.groups.flatMap(({ label, facts }): TextRun[] => [
      DOT,
      { text: `${label}: `, color: QUIET },
      ...joinFacts(facts, {}, ', '),
    ]),
    ...sourceRuns(note.source),
  ]
}
