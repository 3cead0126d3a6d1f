import type { PdfNode, TableCell } from '../definition.ts'
import { widthOf, wrappedLines } from './measure.ts'
import { EDGE, INK, QUIET, SIZE, STRONG } from './paper.ts'

/** The intended use in one line, the same as in the application's About. */
export const INTENDED_USE =
  'Records, arranges and prints what clinicians and reports have stated; recommends no treatment and predicts nothing.'

export type PrintedBy = Readonly<{ name: string; role: string | null }>

/** Points over the footer's line, and of a line of it. */
const TOP = 5
const LINE = 9.6
const BOTTOM = 12
const PAGE_WIDTH = 62

export type RunningFooter = Readonly<{
  node: (page: number, pages: number) => PdfNode
  height: number
}>

/** A document of which these pages are a part. */
export type Whole = Readonly<{
  /** Such as "Meeting pack". */
  name: string
  pagesBefore: number
}>

export type FooterInput = Readonly<{
  printedBy: PrintedBy
  printedAt: string
  width: number
  /** What the pages are until a person signs, or who signed them. */
  state?: string
  /** Before "page 1 of 3". */
  part?: string
  whole?: Whole | null
}>

/** What stands under every page: state, who printed it and when, confidentiality, page x of y, intended use. */
export function runningFooter({
  printedBy,
  printedAt,
  width,
  state = 'DRAFT, not signed.',
  part = '',
  whole = null,
}: FooterInput): RunningFooter {
  const who = printedBy.role === null ? printedBy.name : `${printedBy.name} (${printedBy.role})`
  const printed = ` Printed ${printedAt} by ${who} · Confidential: patient information`
  const pageWords = (page: number | string, pages: number | string): string =>
    part === '' ? `Page ${page} of ${pages}` : `${part}, page ${page} of ${pages}`
  const room = Math.max(
    PAGE_WIDTH,
    widthOf(pageWords('8888', '8888'), SIZE.note, 600),
    whole === null ? 0 : wholeWidth(whole),
  )
  const lines =
    wrappedLines(`${state}${printed}`, SIZE.note, width - room, 600) +
    wrappedLines(INTENDED_USE, SIZE.note, whole === null ? width : width - room)
  const none = (): number => 0
  const second = (page: number): TableCell[] =>
    whole === null
      ? [{ text: INTENDED_USE, ...SMALL, colSpan: 2 }, {}]
      : [{ text: INTENDED_USE, ...SMALL }, wholeNode(whole, page, room)]
  return {
    height: TOP + 3 + lines * LINE + BOTTOM,
    node: (page, pages) => ({
      margin: [EDGE, TOP, EDGE, 0],
      tag: 'Layout',
      table: {
        widths: ['*', room],
        body: [
          [
            { text: [{ text: state, bold: true, color: INK }, printed], ...SMALL },
            { text: pageWords(page, pages), ...SMALL, bold: true, alignment: 'right' },
          ],
          second(page),
        ],
      },
      layout: {
        hLineWidth: line => (line === 0 ? STRONG : 0),
        vLineWidth: none,
        paddingLeft: none,
        paddingRight: none,
        paddingTop: row => (row === 0 ? 3 : 0),
        paddingBottom: none,
      },
    }),
  }
}

function wholeWords({ name, pagesBefore }: Whole, page: number): string {
  return `${name} page ${pagesBefore + page} of `
}

/** Room for four digits behind the words. */
const TOTAL_ROOM = 4 * 0.6 * SIZE.note

function wholeWidth(whole: Whole): number {
  return widthOf(wholeWords(whole, 8888), SIZE.note) + TOTAL_ROOM
}

/** The place in the whole document, whose number of pages is not known before its last one. */
function wholeNode(whole: Whole, page: number, room: number): TableCell {
  const text = wholeWords(whole, page)
  const from = room - widthOf(text, SIZE.note) - TOTAL_ROOM
  const baseline = SIZE.note * 0.95
  return {
    tag: 'Artifact',
    picture: {
      width: room,
      height: SIZE.note * 1.2,
      marks: [
        {
          kind: 'words',
          text,
          x: from,
          y: baseline,
          size: SIZE.note,
          bold: false,
          colour: QUIET,
          anchor: 'start',
          turned: false,
        },
        {
          kind: 'pageTotal',
          x: from + widthOf(text, SIZE.note),
          y: baseline,
          size: SIZE.note,
        },
      ],
    },
    width: room,
  }
}

const SMALL = { fontSize: SIZE.note, color: QUIET } as const
