import type { Board, BoardResult, BoardSpecimen, Direction } from '../../../shared/board/board.ts'
import { CUTOFF } from '../../../shared/receptors/cutoffs.ts'
import type { PdfNode, TableCell, TextRun } from '../definition.ts'
import { conflictTags, DOT, factRuns, joinFacts } from './factText.ts'
import { INK, NOTE, QUIET, SIZE } from './paper.ts'
import { type Column, type Heading, sectionTable, spanned } from './sectionTable.ts'

/** Markers with a column of their own; any further one is named in a row under its specimen. */
const COLUMNS = 4
/** Columns that hold a few characters; ER and PR share the rest. */
const WIDTH = new Map([
  ['HER2', 70],
  ['Ki-67', 50],
])
/** White on ink: nothing else in the table is as strong. */
const FLAG = { bold: true, color: '#ffffff', background: INK } as const
const SIGN: Record<Direction, string> = { up: '▲', down: '▼', both: '▲▼' }

/** The receptors of every specimen, newest first, with their calls under the rule in force. */
export function receptorHistory(board: Board, width: number): PdfNode[] {
  return [
    receptorTable(
      {
        title: 'Receptor history',
        aside: [board.counts.specimens.text],
        right: [board.rule.sentence.text],
        rightSpan: 3,
      },
      board.specimens.toReversed(),
      { markers: board.markers, width },
    ),
    ...remarks(board),
  ]
}

/** Specimens in the order given, each with its receptors. */
export function receptorTable(
  heading: Heading,
  specimens: readonly BoardSpecimen[],
  { markers: all, width }: Readonly<{ markers: readonly string[]; width: number }>,
): PdfNode {
  const markers = all.slice(0, COLUMNS)
  const columns: Column[] = [
    { head: 'Specimen, newest first', width: width * 0.222 },
    ...markers.map((marker): Column => ({ head: marker, width: WIDTH.get(marker) ?? '*' })),
    { head: 'Subtype, derived', width: width * 0.155 },
  ]
  const rows = specimens.map(one => rowsOf(one, markers, columns))
  return sectionTable({
    heading,
    width,
    columns,
    rows: rows.flat(),
    joined: rows.flatMap((one, i) =>
      one.length === 1 ? [] : [rows.slice(0, i).flat().length + 1],
    ),
  })
}

function rowsOf(
  specimen: BoardSpecimen,
  markers: readonly string[],
  columns: readonly Column[],
): TableCell[][] {
  const head: TableCell = {
    scope: 'Row',
    stack: [
      {
        text: [
          { text: specimen.label, bold: true },
          '  ',
          ...factRuns(specimen.from, { bold: true }),
        ],
        fontSize: SIZE.text,
      },
      {
        text: [...factRuns(specimen.procedure), ', ', ...factRuns(specimen.collected)],
        ...NOTE,
      },
    ],
  }
  const shown = markers.map(marker => specimen.results.find(one => one.marker === marker))
  const more = specimen.results.filter(result => !markers.includes(result.marker))
  const hasNone = specimen.withoutReceptors !== null
  const results: TableCell[] = hasNone
    ? spanned(
        {
          text: specimen.withoutReceptors === null ? '' : factRuns(specimen.withoutReceptors),
          fontSize: SIZE.text,
        },
        markers.length,
      )
    : shown.map(result => (result === undefined ? { text: '' } : resultCell(result)))
  const row = [head, ...results, subtypeCell(specimen)]
  if (more.length === 0) return [row]
  return [
    row,
    spanned(
      {
        text: more.flatMap((result, i): TextRun[] => [
          ...(i === 0 ? [] : [{ text: DOT }]),
          { text: `${result.marker} `, color: QUIET },
          ...resultRuns(result),
          ...changeRuns(result).flatMap((line): TextRun[] => [', ', ...line]),
        ]),
        fontSize: SIZE.text,
        margin: [12, 0, 0, 0],
      },
      columns.length,
    ),
  ]
}

function resultCell(result: BoardResult): TableCell {
  return {
    stack: [
      { text: resultRuns(result), fontSize: SIZE.text },
      ...changeRuns(result).map(text => ({ text, ...NOTE })),
    ],
  }
}

/** The value as reported first, the call after it. */
function resultRuns({ value, call }: BoardResult): TextRun[] {
  return [
    ...factRuns({ ...value, conflicts: [] }, { bold: true }),
    ...(call === null ? [] : ['  ', ...factRuns(call)]),
    ...conflictTags(value.conflicts),
  ]
}

/** A changed call is the strongest mark; a changed value is quiet. */
function changeRuns({ change, flag, notEvaluable }: BoardResult): TextRun[][] {
  return [
    ...(flag === null
      ? []
      : [
          [
            { text: `\u00a0${SIGN[flag.direction]} `, ...FLAG },
            { text: `${flag.fact.text}\u00a0`, ...FLAG },
            ...conflictTags(flag.fact.conflicts),
          ],
        ]),
    ...(change === null
      ? []
      : [
          [
            { text: `${SIGN[change.direction]} `, color: QUIET },
            ...factRuns(change.fact, { color: QUIET }),
          ],
        ]),
    ...(notEvaluable === null ? [] : [factRuns(notEvaluable)]),
  ]
}

function subtypeCell({ subtype }: BoardSpecimen): TableCell {
  if (subtype === null) return { text: '' }
  return {
    stack: [
      { text: factRuns(subtype.label), fontSize: SIZE.text },
      { text: factRuns(subtype.criterion), ...NOTE },
    ],
  }
}

/** Which specimen each was compared with. */
export function comparedRuns(specimens: readonly BoardSpecimen[]): TextRun[] {
  const compared = specimens.flatMap(({ label, comparedWith }) =>
    comparedWith === null ? [] : [{ label, comparedWith }],
  )
  return compared.flatMap(({ label, comparedWith }, i): TextRun[] => [
    i === 0 ? 'Changes: ' : '; ',
    { text: `${label} `, bold: true, color: INK },
    ...factRuns(comparedWith),
    ...(i === compared.length - 1 ? ['. '] : []),
  ])
}

/** Which specimen each was compared with, which calls turn on the rule, and what holds of several specimens at once. */
function remarks({ specimens, callsByRule, receptorRemarks, rule }: Board): PdfNode[] {
  const changes = comparedRuns(specimens.toReversed())
  const markers = [...new Set(callsByRule.map(one => one.marker))]
  const byRule = markers.map((marker): TextRun[] => [
    { text: `${marker} by rule: `, bold: true, color: INK },
    ...callsByRule
      .filter(one => one.marker === marker)
      .flatMap((one, i): TextRun[] => [
        i === 0 ? '' : '; ',
        { text: `${CUTOFF[one.cutoff].label} `, bold: one.cutoff === rule.cutoff },
        ...factRuns(one.fact),
      ]),
    '. ',
  ])
  const text = [...changes, ...byRule.flat(), ...joinFacts(receptorRemarks, {}, ' ')]
  return text.length === 0 ? [] : [{ text, ...NOTE, tag: 'Note', margin: [0, 1, 0, 0] }]
}
