import type { PackHead, PackSection } from '../../../shared/meeting/pack.ts'
import type { PrintedBy } from '../summary/runningFooter.ts'

/** What is printed of a meeting. The sections come one at a time while it is laid out. */
export type PackJob = Readonly<{
  kind: 'pack'
  head: PackHead
  /** The day on which it is read, for the ages: `2026-11-22`. */
  today: string
  printedBy: PrintedBy
  /** `22-Nov-2026 14:32`, by the clock on the wall. */
  printedAt: string
  /** The same moment in ISO 8601. */
  createdAt: string
}>

/** The section of the patient at a place of `head.sections`. */
export type SectionAt = (at: number) => Promise<PackSection>
