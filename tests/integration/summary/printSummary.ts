import { renderPdf } from '../../../electron/pdf/render.ts'
import type { Paper } from '../../../electron/pdf/summary/paper.ts'
import { summaryDefinition } from '../../../electron/pdf/summary/summaryDefinition.ts'
import type { Board } from '../../../shared/board/board.ts'
import { squeezed } from '../../support/facts.ts'
import { fonts } from '../../support/pdf/buildDefinition.ts'
import { type PdfContent, readPdf } from '../../support/pdf/readPdf.ts'

export const PRINTED = {
  printedBy: { name: 'Demo Coordinator', role: 'coordinator' },
  printedAt: '22-Nov-2026 14:32',
  createdAt: '2026-11-22T14:32:00.000Z',
  password: null,
  news: null,
  photographs: [],
} as const

/** The bytes of a summary as the worker makes them. */
export function printSummary(board: Board, paper: Paper = 'A4'): Promise<Uint8Array> {
  return renderPdf(summaryDefinition({ ...PRINTED, board, paper }), fonts)
}

/** A summary read back as another program would. */
export async function printAndRead(board: Board, paper: Paper = 'A4'): Promise<PdfContent> {
  return readPdf(await printSummary(board, paper))
}

/** What is said on paper without running header and footer, white space left out. */
export function saidOnPaper(pdf: PdfContent): string {
  return squeezed(pdf.pages.map(page => page.structure?.text ?? '').join(''))
}
