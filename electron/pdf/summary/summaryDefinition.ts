import type { Banner, Board } from '../../../shared/board/board.ts'
import type { PrintedPhotograph } from '../../../shared/board/printedPhotograph.ts'
import type { News } from '../../../shared/since/news.ts'
import type { PdfDefinition, PdfNode, PdfPart } from '../definition.ts'
import { conflictList } from './conflictLists.ts'
import { identityBox, runningHeader, type Stamp } from './identity.ts'
import { assessments, documents, imaging, intervals, specimensInFull } from './inFull.ts'
import { meetingsList } from './meetingsList.ts'
import { newsList } from './newsList.ts'
import { overview } from './overview.ts'
import { EDGE, INK, LINE_HEIGHT, type Paper, SIZE, sheetOf } from './paper.ts'
import { receptorHistory } from './receptorHistory.ts'
import { type PrintedBy, type RunningFooter, runningFooter } from './runningFooter.ts'
import { sites } from './sites.ts'
import { skin } from './skin.ts'
import { timeline } from './timeline.ts'
import { treatmentList } from './treatmentList.ts'

/** Points above the identity on the first page. */
const FIRST_TOP = 17

export type SummaryInput = SummaryContent &
  Readonly<{
    printedBy: PrintedBy
    /** `DD-Mmm-YYYY hh:mm` by the clock on the wall where it is printed. */
    printedAt: string
    /** The same moment as ISO 8601, written into the file. */
    createdAt: string
    /** Opens the file; null leaves it unprotected. */
    password: string | null
  }>

export type SummaryContent = Readonly<{
  board: Board
  /** What is new since the chosen moment, which the board has marked; null where nothing is to be marked. */
  news: News | null
  /** Those that were chosen for the paper. */
  photographs: readonly PrintedPhotograph[]
  paper: Paper
}>

/** What stands around the summary where it is a part of something. */
export type SummaryFrame = Readonly<{
  stamp: Stamp
  footer: RunningFooter
  /** After what is asked and known at a glance. */
  lead: readonly PdfNode[]
  /** After everything else. */
  tail: readonly PdfNode[]
}>

/**
 * The one-patient summary on paper: the facts of the board in the order of CLINICAL 5.2, and no word of the case that is
 * not the board's.
 */
export function summaryDefinition(input: SummaryInput): PdfDefinition {
  const { board, paper, printedBy, printedAt, createdAt, password } = input
  const { width } = sheetOf(paper)
  const footer = runningFooter({ printedBy, printedAt, width })
  return {
    title: `Summary: ${board.banner.name.text}`,
    language: 'en',
    createdAt,
    subject: 'Patient summary for a tumour board. DRAFT, not signed. Confidential.',
    ...summaryPart(input, { stamp: 'DRAFT', footer, lead: [], tail: [] }),
    ...(password === null ? {} : { password }),
  }
}

/** The pages of a summary. */
export function summaryPart(
  { board, news, photographs, paper }: SummaryContent,
  frame: SummaryFrame,
): PdfPart {
  const { width } = sheetOf(paper)
  return {
    ...patientPages(board.banner, paper, frame),
    content: {
      stack: [
        ...patientTop(board.banner, paper, frame.stamp),
        overview(board),
        ...frame.lead,
        ...newsList(news, width),
        ...receptorHistory(board, width),
        ...sites(board, width),
        ...intervals(board, width),
        ...timeline(board, width),
        treatmentList(board, width),
        ...skin(board, photographs, width),
        ...meetingsList(board, width),
        ...conflictList(board.conflicts, board.counts.conflicts.text, width),
        ...specimensInFull(board, width),
        ...imaging(board, width),
        ...assessments(board, width),
        ...documents(board, width),
        ...frame.tail,
      ],
    },
  }
}

/** Pages of one patient: the running header from the second on, and the footer. */
export function patientPages(
  banner: Banner,
  paper: Paper,
  { stamp, footer }: Pick<SummaryFrame, 'stamp' | 'footer'>,
): Omit<PdfPart, 'content'> {
  const header = runningHeader(banner, sheetOf(paper).width, stamp)
  return {
    pageSize: paper,
    pageMargins: [EDGE, header.height, EDGE, footer.height],
    header: page => (page === 1 ? null : header.node),
    footer: footer.node,
    defaultStyle: { fontSize: SIZE.text, color: INK, lineHeight: LINE_HEIGHT },
  }
}

/** The first page has the whole identity in place of the running header. */
export function patientTop(banner: Banner, paper: Paper, stamp: Stamp): PdfNode[] {
  const { width } = sheetOf(paper)
  const { height } = runningHeader(banner, width, stamp)
  return [{ stack: [identityBox(banner, width, stamp)], margin: [0, FIRST_TOP - height, 0, 0] }]
}
