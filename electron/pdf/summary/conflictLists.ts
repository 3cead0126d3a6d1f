import type { BoardConflict } from '../../../shared/board/board.ts'
import type { PdfNode, TableCell, TextNode, TextRun } from '../definition.ts'
import { factRuns, sourceRuns } from './factText.ts'
import { textOf, wrappedLines } from './measure.ts'
import { INK, QUIET, SIZE } from './paper.ts'
import { sectionTable } from './sectionTable.ts'

/** Points between the columns. */
const GAP = 5
/** So many conflicts make a row, which is not parted by the end of a page. */
const IN_A_ROW = 4

/**
 * Every conflict with each of its readings in few words and in full, where each stands, and how a person settled it. In
 * two columns: a line of the whole width would be too long to read at this size.
 */
export function conflictList(
  conflicts: readonly BoardConflict[],
  counted: string,
  width: number,
): PdfNode[] {
  if (conflicts.length === 0) return []
  const column = (width - GAP) / 2
  const rows = Array.from({ length: Math.ceil(conflicts.length / IN_A_ROW) }, (_, i) =>
    evenly(conflicts.slice(i * IN_A_ROW, (i + 1) * IN_A_ROW).map(conflictNode), column),
  )
  return [
    sectionTable({
      heading: { title: 'Conflicts', aside: [counted, '; | parts the readings'] },
      width,
      hasHeads: false,
      columns: [
        { head: '', width: '*' },
        { head: '', width: '*' },
      ],
      rows: rows.map(sides => sides.map((nodes): TableCell => ({ stack: spaced(nodes) }))),
    }),
  ]
}

/** The nodes in their order, in two columns of nearly one height. */
function evenly(nodes: readonly TextNode[], width: number): [TextNode[], TextNode[]] {
  const lines = nodes.map(node => wrappedLines(textOf(node).join(' '), SIZE.detail, width))
  const sum = (some: readonly number[]): number => some.reduce((all, one) => all + one, 0)
  const taller = nodes.map((_, at) =>
    Math.max(sum(lines.slice(0, at + 1)), sum(lines.slice(at + 1))),
  )
  const best = taller.indexOf(Math.min(...taller)) + 1
  return [nodes.slice(0, best), nodes.slice(best)]
}

/** A little room between two, and none after the last. */
function spaced(nodes: readonly TextNode[]): TextNode[] {
  return nodes.map((node, i) => ({ ...node, margin: [0, i === 0 ? 0 : 1.6, 0, 0] }))
}

function conflictNode({ label, title, statements, settled }: BoardConflict): TextNode {
  return {
    text: [
      { text: `${label}\u00a0 `, bold: true },
      ...factRuns(title, { color: QUIET }),
      { text: ': ', color: QUIET },
      ...statements.flatMap(({ short, text, source }, i): TextRun[] => [
        ...(i === 0 ? [] : [{ text: '  |  ', bold: true }]),
        ...factRuns(short, { bold: true }),
        ': ',
        ...factRuns(text),
        ...sourceRuns(source),
      ]),
      ...(settled === null ? [] : ['. ', ...factRuns(settled, { bold: true, color: INK })]),
    ],
    fontSize: SIZE.detail,
  }
}
