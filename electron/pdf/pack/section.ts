import type { BoardMeeting } from '../../../shared/board/board.ts'
import type { PackSection } from '../../../shared/meeting/pack.ts'
import { markBoard } from '../../../shared/since/markBoard.ts'
import { newsOf } from '../../../shared/since/newsOf.ts'
import type { PdfNode, PdfPart, TextRun } from '../definition.ts'
import { machineZone } from '../machineZone.ts'
import { factRuns } from '../summary/factText.ts'
import type { Stamp } from '../summary/identity.ts'
import { meetingLines } from '../summary/meetingsList.ts'
import { QUIET, SIZE, sheetOf } from '../summary/paper.ts'
import { runningFooter, type Whole } from '../summary/runningFooter.ts'
import { section } from '../summary/sectionTable.ts'
import { summaryPart } from '../summary/summaryDefinition.ts'
import { meetingName } from './meetingWords.ts'
import { outcomeSheet } from './outcomeSheet.ts'
import { packBoard } from './packBoard.ts'
import type { PackJob } from './packJob.ts'

/** One patient's pages in a pack: the summary, what this meeting lists and decided, and a sheet to write on. */
export function sectionPart(job: PackJob, of: PackSection, whole: Whole): PdfPart {
  const { options, meeting } = job.head
  const { paper } = options
  const { today, printedBy, printedAt } = job
  const { width } = sheetOf(paper)
  const { board, here } = packBoard(job, of)
  const others = { ...board, meetings: board.meetings.filter(one => one !== here) }
  const news =
    of.earlier === null ? null : newsOf(of.case, of.earlier, { board, today, zone: machineZone })
  const place = of.item.position
  const isSigned = of.outcome !== null && of.outcome.signed !== null
  const stamp: Stamp = isSigned ? 'SIGNED' : 'DRAFT'
  const state = isSigned ? 'Outcome signed.' : 'DRAFT, not signed.'
  const part = `No. ${place}`
  const wantsSheet =
    options.outcomeSheets && of.outcome === null && of.item.body.state.state === 'forDiscussion'
  return summaryPart(
    {
      board: news === null ? others : markBoard(others, news),
      news,
      photographs: of.photographs,
      paper,
    },
    {
      stamp,
      footer: runningFooter({ printedBy, printedAt, width, state, part, whole }),
      lead: [thisMeeting(job, of, here, width)],
      tail: wantsSheet ? [outcomeSheet(meeting.body, of.question, place)] : [],
    },
  )
}

/** How the case is listed in this meeting, and what was decided where something was. */
function thisMeeting(
  { head: { meeting } }: PackJob,
  { item }: PackSection,
  here: BoardMeeting | null,
  width: number,
): PdfNode {
  const place: TextRun[] = [
    { text: `No. ${item.position}`, bold: true },
    ...(here === null ? [] : [', ', ...factRuns(here.state)]),
    ...(item.body.note === null ? [] : [{ text: ' · note: ', color: QUIET }, item.body.note]),
  ]
  const said = here === null ? [] : [here.when, here.title, here.state, here.question]
  return section({ title: 'This meeting', aside: [meetingName(meeting.body)] }, width, [
    { text: place, fontSize: SIZE.text },
    ...(here === null ? [] : meetingLines(here, said, SIZE.text)),
  ])
}
