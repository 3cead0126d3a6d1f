import { assertNever } from '../../shared/assertNever.ts'
import type { PackSection } from '../../shared/meeting/pack.ts'
import type { PdfDefinition } from './definition.ts'
import { FontMissingError } from './fonts.ts'
import { defineLesionReport, type LesionReportJob } from './lesion/lesionReportJob.ts'
import type { PackJob } from './pack/packJob.ts'
import { DefinitionError } from './prepareDefinition.ts'
import type { RenderedPdf } from './render.ts'
import { defineSummary, type SummaryJob } from './summary/summaryJob.ts'

/** One document that is laid out as a whole. */
export type WholeJob =
  | { kind: 'definition'; definition: PdfDefinition }
  | SummaryJob
  | LesionReportJob
/** What crosses to the worker: plain data, from which the worker itself builds the definition. */
export type PdfJob = WholeJob | PackJob

export const PDF_ERROR_CODES = [
  'cancelled',
  'invalidDefinition',
  'fontMissing',
  'tooLarge',
  'workerFailed',
  'internal',
] as const
export type PdfErrorCode = (typeof PDF_ERROR_CODES)[number]

/** A failure without a word of the document: a code, and the place in the program. */
export type PdfError = { code: PdfErrorCode; at: string | null }

export const RENDER_PHASES = ['layout', 'draw'] as const
export type RenderPhase = (typeof RENDER_PHASES)[number]
export type RenderProgress = (phase: RenderPhase, fraction: number) => void
export type PdfProgress = { phase: RenderPhase; fraction: number }

export type WorkerOrder =
  | { type: 'job'; id: number; job: PdfJob }
  /** The section that the worker asked for. */
  | { type: 'section'; id: number; at: number; section: PackSection }
export type WorkerReport =
  | { type: 'ready' }
  | { type: 'progress'; id: number; progress: PdfProgress }
  /** The section of a pack at this place is wanted. */
  | { type: 'wanted'; id: number; at: number }
  /** Bytes of a pack that are written; nothing before them changes any more. */
  | { type: 'written'; id: number; bytes: Uint8Array<ArrayBuffer> }
  | { type: 'done'; id: number; rendered: RenderedPdf }
  | { type: 'failed'; id: number; error: PdfError }

/** The definition of a job. */
export function buildDefinition(job: WholeJob): PdfDefinition {
  switch (job.kind) {
    case 'definition':
      return job.definition
    case 'summary':
      return defineSummary(job)
    case 'lesion':
      return defineLesionReport(job)
    default:
      return assertNever(job)
  }
}

/** The error as a value. The message is dropped: pdfmake quotes the document in it. */
export function toPdfError(error: unknown): PdfError {
  if (error instanceof FontMissingError) return { code: 'fontMissing', at: error.file }
  const code = error instanceof DefinitionError ? 'invalidDefinition' : 'internal'
  return { code, at: error instanceof Error ? placeOf(error) : null }
}

function placeOf(error: Error): string | null {
  const frame = error.stack?.split('\n').find(line => /^\s+at .*:\d+:\d+\)?$/.test(line))
  const place = frame?.match(/([\w.-]+:\d+):\d+\)?$/)?.[1]
  return place === undefined ? null : `${error.constructor.name} at ${place}`
}
