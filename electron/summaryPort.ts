import type { PdfEngine } from './pdf/pdfService.ts'
import type { PdfPort } from './services/ports.ts'
import { conflict } from './services/refusal.ts'

/** The summary as the services ask for it, laid out by the PDF engine's worker. */
export function createSummaryPort(_engine: PdfEngine): PdfPort {
  return {
    render: () => Promise.reject(conflict('Summaries cannot be made by this build.')),
  }
}
