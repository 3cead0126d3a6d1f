import { boardOf } from '../../../shared/board/boardOf.ts'
import type { PrintedPhotograph } from '../../../shared/board/printedPhotograph.ts'
import type { Case } from '../../../shared/case/entry.ts'
import type { EarlierCase } from '../../../shared/history/earlierCase.ts'
import type { PatientMeetings } from '../../../shared/meeting/patientMeetings.ts'
import type { CutoffId } from '../../../shared/receptors/cutoffId.ts'
import { markBoard } from '../../../shared/since/markBoard.ts'
import { newsOf } from '../../../shared/since/newsOf.ts'
import type { PdfDefinition } from '../definition.ts'
import { machineZone } from '../machineZone.ts'
import type { Paper } from './paper.ts'
import type { PrintedBy } from './runningFooter.ts'
import { summaryDefinition } from './summaryDefinition.ts'

/** One summary to print: the case itself crosses to the worker, which makes the board there. */
export type SummaryJob = Readonly<{
  kind: 'summary'
  case: Case
  /** The meetings that have it on their lists, newest first. */
  meetings: PatientMeetings
  /** Those of its photographs that were chosen for the paper. */
  photographs: readonly PrintedPhotograph[]
  cutoff: CutoffId
  /** The day on which it is read, for the age: `2026-11-22`. */
  today: string
  /** The case as it was when what is new begins; null marks nothing. */
  earlier: EarlierCase | null
  paper: Paper
  printedBy: PrintedBy
  /** `22-Nov-2026 14:32`, by the clock on the wall. */
  printedAt: string
  /** The same moment in ISO 8601. */
  createdAt: string
  password: string | null
}>

/** The definition of a summary: the board of the case, on paper. */
export function defineSummary(job: SummaryJob): PdfDefinition {
  const { cutoff, today, earlier, meetings, ...printing } = job
  const board = boardOf(job.case, {
    cutoff,
    today,
    meetings: { list: meetings, zone: machineZone },
  })
  if (earlier === null) return summaryDefinition({ ...printing, board, news: null })
  const news = newsOf(job.case, earlier, { board, today, zone: machineZone })
  return summaryDefinition({ ...printing, board: markBoard(board, news), news })
}
