import { boardOf } from '../../../shared/board/boardOf.ts'
import type { Case } from '../../../shared/case/entry.ts'
import type { CutoffId } from '../../../shared/receptors/cutoffId.ts'
import type { PdfDefinition } from '../definition.ts'
import type { Paper } from './paper.ts'
import type { PrintedBy } from './runningFooter.ts'
import { summaryDefinition } from './summaryDefinition.ts'

/** One summary to print: the case itself crosses to the worker, which makes the board there. */
export type SummaryJob = Readonly<{
  kind: 'summary'
  case: Case
  cutoff: CutoffId
  /** The day on which it is read, for the age: `2026-11-22`. */
  today: string
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
  const { cutoff, today, ...printing } = job
  return summaryDefinition({ ...printing, board: boardOf(job.case, { cutoff, today }) })
}
