import type { PdfNode, PdfPart } from '../definition.ts'
import { plainText, wrappedLines } from '../summary/measure.ts'
import { EDGE, INK, LINE_HEIGHT, SIZE, STRONG, sheetOf } from '../summary/paper.ts'
import { runningFooter, type Whole } from '../summary/runningFooter.ts'
import { meetingName, PACK_NAME } from './meetingWords.ts'
import type { PackJob } from './packJob.ts'

const TOP = 15
const LINE = 11.2
const HEADER_SIZE = 8

/** Pages about the meeting and no one patient: which meeting it is stands over each of them. */
export function meetingPages(
  job: PackJob,
  part: string,
  whole: Whole | null,
): Omit<PdfPart, 'content'> {
  const { meeting, options } = job.head
  const { paper } = options
  const { width } = sheetOf(paper)
  const name = PACK_NAME[options.kind]
  const text = [{ text: meetingName(meeting.body), bold: true }, `   ${name}`]
  const lines = wrappedLines(plainText(text), HEADER_SIZE, width, 600)
  const header: PdfNode = {
    margin: [EDGE, TOP, EDGE, 0],
    tag: 'Layout',
    table: { widths: ['*'], body: [[{ text, fontSize: HEADER_SIZE }]] },
    layout: {
      hLineWidth: line => (line === 1 ? STRONG : 0),
      vLineWidth: () => 0,
      hLineColor: INK,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => 2,
    },
  }
  const { printedBy, printedAt } = job
  const state = 'For the meeting.'
  const footer = runningFooter({ printedBy, printedAt, width, state, part, whole })
  return {
    pageSize: paper,
    pageMargins: [EDGE, TOP + lines * LINE + 6, EDGE, footer.height],
    header,
    footer: footer.node,
    defaultStyle: { fontSize: SIZE.text, color: INK, lineHeight: LINE_HEIGHT },
  }
}
