import type { PdfNode, TableCell, TableLayout, TableNode, TextRun } from '../definition.ts'
import { plainText, textOf, widthOf, wrappedLines } from './measure.ts'
import { HAIR, INK, LINE, QUIET, SIZE, STRONG, THIN } from './paper.ts'

export type Column = Readonly<{ head: string; width: number | '*'; alignment?: 'right' }>

/** The words over a section: its name, what is counted beside it, and what holds for all of it at the right. */
export type Heading = Readonly<{
  title: string
  aside?: readonly TextRun[]
  right?: readonly TextRun[]
  /** How many columns the right part takes. */
  rightSpan?: number
}>

export type SectionTable = Readonly<{
  heading: Heading
  /** Points that the table has to fill. */
  width: number
  columns: readonly Column[]
  rows: readonly TableCell[][]
  /** False where the columns need no names. */
  hasHeads?: boolean
  /** Rows, counted without the header, that stand under a stronger line. */
  strongAbove?: readonly number[]
  /** Rows that belong to the row above them: no line parts the two. */
  joined?: readonly number[]
  /** The table only places things. */
  isLayout?: boolean
}>

const GAP = 5
/** A row that is taller than this may break, because pdfmake prints only one page of an unbreakable block. */
const TALLEST_WHOLE_ROW = 420

/**
 * One section as a table: its name and the names of its columns repeat on each page, and the name never stands alone at
 * the foot of a page. Rows do not break, unless one is too tall for that.
 */
export function sectionTable(section: SectionTable): TableNode {
  const { heading, columns, rows, width, hasHeads = true, isLayout = false } = section
  const heads = columns.map(column => ({
    text: column.head,
    fontSize: SIZE.note,
    color: QUIET,
    ...(column.alignment === undefined ? {} : { alignment: column.alignment }),
  }))
  const body = [headingRow(heading, columns.length), ...(hasHeads ? [heads] : []), ...rows]
  const headerRows = hasHeads ? 2 : 1
  const isWhole = rows.every(
    row => isShort(row, columns) || tallest(row, columns, width) < TALLEST_WHOLE_ROW,
  )
  return {
    ...(isLayout ? { tag: 'Layout' as const } : { alt: heading.title }),
    margin: [0, 4, 0, 0],
    table: {
      headerRows,
      keepWithHeaderRows: isWhole && rows.length > 0 ? 1 : 0,
      dontBreakRows: isWhole,
      widths: columns.map(column => column.width),
      body,
    },
    layout: linesOf(headerRows, section.strongAbove ?? [], section.joined ?? []),
  }
}

/** A section that is no table: its name over what it holds. */
export function section(heading: Heading, width: number, content: readonly PdfNode[]): TableNode {
  const columns: Column[] = [
    { head: '', width: '*' },
    ...(heading.right === undefined ? [] : [{ head: '', width: rightWidth(heading.right, width) }]),
  ]
  return sectionTable({
    heading,
    width,
    columns,
    hasHeads: false,
    isLayout: true,
    rows: content.map(node => spanned(node, columns.length)),
  })
}

/** Room for the right part on one line, or the half of the width. */
function rightWidth(right: readonly TextRun[], width: number): number {
  return Math.min(width / 2, widthOf(plainText(right), SIZE.note) + 2)
}

/** A cell over the whole width. */
export function spanned(node: PdfNode, columns: number): TableCell[] {
  const cell = typeof node === 'string' ? { text: node } : node
  return [{ ...cell, colSpan: columns }, ...blanks(columns - 1)]
}

function headingRow(heading: Heading, columns: number): TableCell[] {
  const { title, aside = [], right, rightSpan = 1 } = heading
  const left: TableCell = {
    text: [
      { text: title, bold: true, fontSize: SIZE.heading, color: INK },
      ...(aside.length === 0 ? [] : [{ text: '   ', fontSize: SIZE.note }, ...aside]),
    ],
    fontSize: SIZE.note,
    color: QUIET,
    tag: 'H2',
    bookmark: { title },
  }
  if (right === undefined) return [{ ...left, colSpan: columns }, ...blanks(columns - 1)]
  return [
    { ...left, colSpan: columns - rightSpan },
    ...blanks(columns - rightSpan - 1),
    {
      text: [...right],
      fontSize: SIZE.note,
      color: QUIET,
      alignment: 'right',
      verticalAlignment: 'bottom',
      colSpan: rightSpan,
    },
    ...blanks(rightSpan - 1),
  ]
}

function blanks(count: number): Record<string, never>[] {
  return Array.from({ length: count }, () => ({}))
}

function linesOf(
  headerRows: number,
  strongAbove: readonly number[],
  joined: readonly number[],
): TableLayout {
  const isStrong = (line: number): boolean => line === 1 || strongAbove.includes(line - headerRows)
  return {
    hLineWidth: (line, node) => {
      if (line === 0 || line === node.table.body.length) return 0
      if (joined.includes(line - headerRows)) return 0
      return line === 1 ? STRONG : THIN
    },
    hLineColor: line => (isStrong(line) ? INK : line === headerRows ? LINE : HAIR),
    vLineWidth: () => 0,
    paddingLeft: () => 0,
    paddingRight: (column, node) => (column === lastColumn(node) ? 0 : GAP),
    paddingTop: row => (row === 0 ? 1 : 0.9),
    paddingBottom: row => (row === 0 ? 1 : 1.3),
  }
}

function lastColumn(node: TableNode): number {
  return (node.table.body[0]?.length ?? 1) - 1
}

/** Rough height of rows, points: a little more than they take. */
export function rowsHeight(
  rows: readonly (readonly TableCell[])[],
  columns: readonly Column[],
  width: number,
): number {
  return rows.reduce((sum, row) => sum + tallest(row, columns, width) + 3.5, 0)
}

/** Narrower columns than this, points, hold next to no text. */
const NARROW = 24
/** Characters that make no row too tall in any column of that width: each on a line of its own. */
const FEW = Math.floor(TALLEST_WHOLE_ROW / (SIZE.text * 1.28)) - 1
/** A character of the widest kind, as a share of its size. */
const WIDEST = 1.1

/** Whether a row is not tall whatever its letters are, which most are. */
function isShort(row: readonly TableCell[], columns: readonly Column[]): boolean {
  return row.every((cell, at) => {
    if (typeof cell === 'object' && Object.keys(cell).length === 0) return true
    const texts = textOf(cell as PdfNode)
    const letters = texts.reduce((sum, text) => sum + text.length, 0)
    const ends = texts.reduce((sum, text) => sum + text.split('\n').length, 0)
    const own = columns[at]?.width
    const room = typeof own === 'number' ? Math.max(NARROW, own) : NARROW * 4
    // A line that is filled but for its last word is at least half full.
    const perLine = Math.max(1, room / (SIZE.text * WIDEST) / 2)
    return letters / perLine + ends < FEW
  })
}

/** Rough height of a row: its cell with the most text, set in its column. */
function tallest(row: readonly TableCell[], columns: readonly Column[], width: number): number {
  const fixed = columns.reduce((sum, { width: own }) => sum + (own === '*' ? 0 : own), 0)
  const stars = columns.filter(column => column.width === '*').length
  const star = (width - fixed - GAP * (columns.length - 1)) / Math.max(1, stars)
  const roomOf = (at: number, span: number): number =>
    columns
      .slice(at, at + span)
      .reduce((sum, { width: own }) => sum + (own === '*' ? star : own) + GAP, -GAP)
  const heights = row.map((cell, at) => {
    if (typeof cell === 'object' && Object.keys(cell).length === 0) return 0
    const span = typeof cell === 'object' && 'colSpan' in cell ? (cell.colSpan ?? 1) : 1
    const lines = textOf(cell as PdfNode).map(text =>
      wrappedLines(text, SIZE.text, roomOf(at, span)),
    )
    return lines.reduce((sum, count) => sum + count * SIZE.text * 1.28, 0)
  })
  return Math.max(0, ...heights)
}
