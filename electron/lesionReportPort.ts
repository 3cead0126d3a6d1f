import { doneOf, printingOf, renderedOf } from './paperPort.ts'
import type { PdfEngine } from './pdf/pdfService.ts'
import type { LesionReportPort } from './services/ports.ts'

/** The report of a skin lesion as the services ask for it, laid out by the PDF engine's worker. */
export function createLesionReportPort(engine: PdfEngine): LesionReportPort {
  return {
    render: async (input, { signal, onProgress }) =>
      renderedOf(
        await engine.render(
          {
            kind: 'lesion',
            case: input.case,
            lesion: input.lesion,
            photographs: input.photographs,
            cutoff: input.cutoff,
            ...printingOf(input),
          },
          { signal, onProgress: progress => onProgress(doneOf(progress)) },
        ),
      ),
  }
}
