import { ROLE_LABEL } from '../shared/access/role.ts'
import { formatPartialDate } from '../shared/dates/formatDate.ts'
import type { PdfError, PdfProgress } from './pdf/job.ts'
import type { PdfEngine, PdfResult } from './pdf/pdfService.ts'
import type { RenderedPdf } from './pdf/render.ts'
import type { PdfPort, Printing } from './services/ports.ts'
import { cancelled } from './services/refusal.ts'

/** Share of the whole that the layout takes; the rest is drawing. */
const LAYOUT_SHARE = 0.6

/** The summary as the services ask for it, laid out by the PDF engine's worker. */
export function createSummaryPort(engine: PdfEngine): PdfPort {
  return {
    render: async (input, { signal, onProgress }) =>
      renderedOf(
        await engine.render(
          {
            kind: 'summary',
            case: input.case,
            meetings: input.meetings,
            photographs: input.photographs,
            earlier: input.earlier,
            cutoff: input.cutoff,
            ...printingOf(input),
          },
          { signal, onProgress: progress => onProgress(doneOf(progress)) },
        ),
      ),
  }
}

/** What every document of one patient says of its printing, by the clock on the wall. */
export function printingOf({ paper, password, printedBy, printedAt }: Printing) {
  return {
    paper,
    password,
    printedBy: { name: printedBy.name, role: ROLE_LABEL[printedBy.role] },
    createdAt: printedAt,
    ...localTime(new Date(printedAt)),
  }
}

/** The bytes of a document; throws the refusal of one that was cancelled, and a PaperFailure. */
export function renderedOf(result: PdfResult): RenderedPdf {
  if (result.ok) return result.value
  if (result.error.code === 'cancelled') throw cancelled()
  throw new PaperFailure(result.error)
}

/** A document that could not be laid out. SECURITY: a code and a place in the program, no word of the case. */
export class PaperFailure extends Error {
  override readonly name = 'PaperFailure'
  readonly error: PdfError
  constructor(error: PdfError) {
    super(`document not rendered: ${error.code}${error.at === null ? '' : `, ${error.at}`}`)
    this.error = error
  }
}

/** How far a document is, from 0 to 1. */
export function doneOf({ phase, fraction }: PdfProgress): number {
  return phase === 'layout' ? fraction * LAYOUT_SHARE : LAYOUT_SHARE + fraction * (1 - LAYOUT_SHARE)
}

/** Day and time as the clock on the wall shows them where it is printed. */
function localTime(at: Date): Readonly<{ today: string; printedAt: string }> {
  const two = (n: number): string => String(n).padStart(2, '0')
  const today = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return {
    today,
    printedAt: `${formatPartialDate(today)} ${two(at.getHours())}:${two(at.getMinutes())}`,
  }
}
