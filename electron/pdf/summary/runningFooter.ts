import type { PdfNode } from '../definition.ts'
import { wrappedLines } from './measure.ts'
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

/** What stands under every page: state, who printed it and when, confidentiality, page x of y, intended use. */
export function runningFooter(
  printedBy: PrintedBy,
  printedAt: string,
  width: number,
): RunningFooter {
  const who = printedBy.role === null ? printedBy.name : `${printedBy.name} (${printedBy.role})`
  const state = 'DRAFT, not signed.'
  const printed = ` Printed ${printedAt} by ${who} · Confidential: patient information`
  const lines =
    wrappedLines(`${state}${printed}`, SIZE.note, width - PAGE_WIDTH, 600) +
    wrappedLines(INTENDED_USE, SIZE.note, width)
  const none = (): number => 0
  return {
    height: TOP + 3 + lines * LINE + BOTTOM,
    node: (page, pages) => ({
      margin: [EDGE, TOP, EDGE, 0],
      tag: 'Layout',
      table: {
        widths: ['*', PAGE_WIDTH],
        body: [
          [
            { text: [{ text: state, bold: true, color: INK }, printed], ...SMALL },
            { text: `Page ${page} of ${pages}`, ...SMALL, bold: true, alignment: 'right' },
          ],
          [{ text: INTENDED_USE, ...SMALL, colSpan: 2 }, {}],
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

const SMALL = { fontSize: SIZE.note, color: QUIET } as const
