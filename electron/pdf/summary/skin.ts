import type { Board, BoardLesion, BoardSkinNote } from '../../../shared/board/board.ts'
import type { PrintedPhotograph } from '../../../shared/board/printedPhotograph.ts'
import type { PdfNode, TextRun } from '../definition.ts'
import { DOT, factRuns, joinFacts, labelled, sourceRuns } from './factText.ts'
import { QUIET, SIZE } from './paper.ts'
import { photographRows } from './photographs.ts'
import { section } from './sectionTable.ts'

/** Skin lesions, each with what is known of it, the photographs chosen for the paper, and its notes, newest first. */
export function skin(
  board: Board,
  photographs: readonly PrintedPhotograph[],
  width: number,
): PdfNode[] {
  const known = new Set<string>(board.lesions.map(({ entry }) => entry))
  const others = photographs.filter(({ lesion }) => lesion === null || !known.has(lesion))
  if (board.lesions.length === 0 && others.length === 0) return []
  const line = (text: TextRun[]): PdfNode => ({ text, fontSize: SIZE.detail })
  const lesions = board.lesions.flatMap(lesion => [
    line(lesionRuns(lesion)),
    ...photographRows(
      photographs.filter(each => each.lesion === lesion.entry),
      `skin lesion ${lesion.label}`,
      width,
    ),
    ...board.skinNotes
      .filter(note => note.lesion === lesion.entry)
      .toReversed()
      .map(note => line(noteRuns(note))),
  ])
  return [
    section({ title: 'Skin lesions', aside: ['each with its notes, newest first'] }, width, [
      { stack: [...lesions, ...photographRows(others, 'the skin', width)] },
    ]),
  ]
}

function lesionRuns(lesion: BoardLesion): TextRun[] {
  const { label, name, what, firstSeen, context, details, sizes, course, signs, noted } = lesion
  const photographs = lesion.photographs === null ? [] : [lesion.photographs.fact]
  const links = [...lesion.specimens, ...lesion.treatments].map(({ fact }) => fact)
  return [
    { text: `${label}  `, bold: true },
    ...joinFacts([name, what]),
    DOT,
    ...labelled('first seen', firstSeen),
    DOT,
    ...joinFacts([context, ...details, sizes, course, ...signs, noted, ...photographs, ...links]),
    ...sourceRuns(lesion.source),
  ]
}

function noteRuns(note: BoardSkinNote): TextRun[] {
  return [
    ...factRuns(note.what, { bold: true }),
    DOT,
    ...joinFacts([note.when, note.author]),
    ...(note.groups.length === 0 ? [] : [DOT]),
    ...noteGroupRuns(note),
  ]
}

/** All that a note records, under the labels of its groups, and where it was read. */
export function noteGroupRuns({ groups, source }: BoardSkinNote): TextRun[] {
  return [
    ...groups.flatMap(({ label, facts }, i): TextRun[] => [
      ...(i === 0 ? [] : [DOT]),
      { text: `${label}: `, color: QUIET },
      ...joinFacts(facts, {}, ', '),
    ]),
    ...sourceRuns(source),
  ]
}
