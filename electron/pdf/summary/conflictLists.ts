import type { Board, BoardConflict } from '../../../shared/board/board.ts'
import type { PdfNode, TableCell, TableLayout, TextRun } from '../definition.ts'
import { DOT, factRuns, sourceRuns } from './factText.ts'
import { widthOf } from './measure.ts'
import { INK, NOTE, QUIET, SIZE } from './paper.ts'
import { type Column, section, sectionTable } from './sectionTable.ts'

const COLUMNS = 3

/** All conflicts in few words, their readings beside each other, in columns read downwards. */
export function conflictsInShort(board: Board, width: number): PdfNode[] {
  const { conflicts, counts } = board
  if (conflicts.length === 0) return []
  const perColumn = Math.ceil(conflicts.length / COLUMNS)
  const columns = Array.from({ length: COLUMNS }, (_, i) =>
    conflicts.slice(i * perColumn, (i + 1) * perColumn),
  )
  return [
    section(
      {
        title: 'Conflicts',
        aside: [counts.conflicts.text, '; | separates the readings'],
        right: ['sources and full wording: next pages'],
      },
      width,
      [
        {
          tag: 'Layout',
          table: {
            widths: columns.map(() => (width - 2 * GAP) / COLUMNS),
            body: [columns.map(shortList)],
          },
          layout: { ...BARE, paddingRight: column => (column === COLUMNS - 1 ? 0 : GAP) },
        },
      ],
    ),
  ]
}

const GAP = 10
const none = (): number => 0
const BARE: TableLayout = {
  hLineWidth: none,
  vLineWidth: none,
  paddingLeft: none,
  paddingRight: none,
  paddingTop: none,
  paddingBottom: none,
}

function shortList(conflicts: readonly BoardConflict[]): TableCell {
  if (conflicts.length === 0) return { text: '' }
  const labelWidth = Math.max(...conflicts.map(({ label }) => widthOf(label, SIZE.note, 600) + 5))
  return {
    tag: 'Layout',
    table: {
      widths: [Math.min(labelWidth, 50), '*'],
      body: conflicts.map(({ label, title, statements, settled }): TableCell[] => [
        { text: label, bold: true, fontSize: SIZE.note },
        {
          text: [
            `${title.text}: `,
            ...statements.flatMap((statement, i): TextRun[] => [
              ...(i === 0 ? [] : [{ text: ' | ', bold: true }]),
              statement.short.text,
            ]),
            ...(settled === null ? [] : [{ text: ' (settled)', color: QUIET }]),
          ],
          fontSize: SIZE.note,
        },
      ]),
    },
    layout: BARE,
  }
}

/** Every statement of every conflict in its own words, with where it stands, and how a person settled it. */
export function conflictsInFull(board: Board, width: number): PdfNode[] {
  if (board.conflicts.length === 0) return []
  const columns: Column[] = [
    { head: 'No.', width: noWidth(board) },
    { head: 'About', width: 66 },
    { head: 'Every statement, with its source', width: '*' },
  ]
  return [
    sectionTable({
      heading: { title: 'Conflicts in full', aside: [board.counts.conflicts.text] },
      width,
      columns,
      rows: board.conflicts.map(conflictRow),
    }),
  ]
}

/** Room for the longest label, within reason. */
function noWidth({ conflicts }: Board): number {
  const widths = conflicts.map(({ label }) => widthOf(label, SIZE.detail, 600) + 1)
  return Math.min(Math.max(16, ...widths), 60)
}

function conflictRow({ label, title, statements, settled }: BoardConflict): TableCell[] {
  return [
    { text: label, bold: true, fontSize: SIZE.detail, scope: 'Row' },
    { text: factRuns(title), fontSize: SIZE.detail },
    {
      stack: [
        ...statements.map(({ short, text, source }) => ({
          text: [
            ...factRuns(short, { bold: true }),
            ': ',
            ...factRuns(text),
            ...sourceRuns(source),
          ],
          fontSize: SIZE.detail,
        })),
        ...(settled === null
          ? []
          : [{ text: factRuns(settled, { bold: true, color: INK }), fontSize: SIZE.detail }]),
      ],
    },
  ]
}

/** What the meeting lacks, by name. */
export function missingForMeeting(board: Board, width: number): PdfNode[] {
  return [
    section({ title: 'Missing for the meeting', aside: [board.counts.missing.text] }, width, [
      {
        text:
          board.missing.length === 0
            ? 'Nothing of the minimum data set is missing.'
            : board.missing.flatMap(({ fact }, i): TextRun[] => [
                ...(i === 0 ? [] : [DOT]),
                fact.text,
              ]),
        ...NOTE,
        color: INK,
        fontSize: SIZE.text,
      },
    ]),
  ]
}
