import { boardOf } from '../../../shared/board/boardOf.ts'
import { lesionReport } from '../../../shared/board/lesionReport.ts'
import type { PrintedPhotograph } from '../../../shared/board/printedPhotograph.ts'
import type { Case } from '../../../shared/case/entry.ts'
import type { EntryId } from '../../../shared/ids.ts'
import type { CutoffId } from '../../../shared/receptors/cutoffId.ts'
import type { PdfDefinition } from '../definition.ts'
import { DefinitionError } from '../prepareDefinition.ts'
import type { Paper } from '../summary/paper.ts'
import type { PrintedBy } from '../summary/runningFooter.ts'
import { lesionReportDefinition } from './lesionReportDefinition.ts'

/** The report of one skin lesion to print: the case itself crosses to the worker, which makes the board there. */
export type LesionReportJob = Readonly<{
  kind: 'lesion'
  case: Case
  lesion: EntryId
  /** Those of its photographs that were chosen for the paper. */
  photographs: readonly PrintedPhotograph[]
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

/** The definition of a report; throws a DefinitionError where the case has no such lesion. */
export function defineLesionReport(job: LesionReportJob): PdfDefinition {
  const { case: of, lesion, cutoff, today, ...printing } = job
  const report = lesionReport(of, boardOf(of, { cutoff, today }), lesion)
  if (report === null) throw new DefinitionError('a report of a lesion that the case does not have')
  return lesionReportDefinition({ ...printing, report })
}
