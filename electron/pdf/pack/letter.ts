import type { BoardMeeting } from '../../../shared/board/board.ts'
import type { PackSection } from '../../../shared/meeting/pack.ts'
import type { PdfNode, PdfPart, TextRun } from '../definition.ts'
import { joinFacts } from '../summary/factText.ts'
import { meetingLines } from '../summary/meetingsList.ts'
import { QUIET, SIZE, sheetOf } from '../summary/paper.ts'
import { runningFooter, type Whole } from '../summary/runningFooter.ts'
import { section } from '../summary/sectionTable.ts'
import { patientPages, patientTop } from '../summary/summaryDefinition.ts'
import { momentOf } from './meetingWords.ts'
import { packBoard } from './packBoard.ts'
import type { PackJob } from './packJob.ts'

/** What the meeting decided for one patient, for the family doctor and the record. */
export function letterPart(job: PackJob, of: PackSection, whole: Whole): PdfPart {
  const { paper } = job.head.options
  const { printedBy, printedAt } = job
  const { width } = sheetOf(paper)
  const { board, here } = packBoard(job, of)
  const isSigned = of.outcome !== null && of.outcome.signed !== null
  const stamp = isSigned ? 'SIGNED' : 'DRAFT'
  const state = isSigned ? 'Signed.' : 'DRAFT, not signed.'
  const footer = runningFooter({ printedBy, printedAt, width, state, part: 'Letter', whole })
  return {
    ...patientPages(board.banner, paper, { stamp, footer }),
    content: {
      stack: [
        ...patientTop(board.banner, paper, stamp),
        {
          text: 'Outcome of the tumour board',
          tag: 'H2',
          fontSize: 13,
          bold: true,
          margin: [0, 10, 0, 2],
        },
        { text: meetingRuns(job, of), fontSize: SIZE.more },
        {
          text: [{ text: 'To ', color: QUIET }, 'the family doctor; the medical record'],
          fontSize: SIZE.more,
          margin: [0, 2, 0, 4],
        },
        section({ title: 'In one line' }, width, [
          { text: joinFacts(board.story, {}, ' → '), fontSize: SIZE.story, bold: true },
          ...(board.storyMore.length === 0
            ? []
            : [{ text: joinFacts(board.storyMore, {}, ' '), fontSize: SIZE.more }]),
        ]),
        ...outcome(here, width),
      ],
    },
  }
}

/** As the meeting stood when the outcome was signed; else as it is. */
function meetingRuns({ head: { meeting } }: PackJob, { outcome: decided }: PackSection): TextRun[] {
  const { title, day, start, place, chair } = decided?.signed?.meeting ?? meeting.body
  const quiet = (label: string, value: string | null): TextRun[] =>
    value === null ? [] : [{ text: `   ${label} `, color: QUIET }, value]
  return [
    { text: `${title}, ${momentOf({ day, start })}`, bold: true },
    ...quiet('Place', place),
    ...quiet('Chair', chair),
  ]
}

function outcome(here: BoardMeeting | null, width: number): PdfNode[] {
  if (here === null || here.outcome === null)
    return [section({ title: 'Outcome' }, width, ['No outcome is recorded.'])]
  const lines = meetingLines(here, [here.when, here.title], SIZE.more)
  return [section({ title: 'Question and outcome' }, width, lines)]
}
