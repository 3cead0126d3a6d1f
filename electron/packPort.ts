import { ROLE_LABEL } from '../shared/access/role.ts'
import { formatMoment } from '../shared/dates/zone.ts'
import { renderedOf } from './paperPort.ts'
import { machineZone } from './pdf/machineZone.ts'
import type { PdfEngine } from './pdf/pdfService.ts'
import type { PackPort } from './services/ports.ts'

/** The papers of a meeting as the services ask for them, laid out by the PDF engine's worker. */
export function createPackPort(engine: PdfEngine): PackPort {
  return {
    render: async (head, sectionAt, { signal, onProgress }) => {
      const { printedBy, printedAt, today } = head
      const result = await engine.renderPack(
        {
          kind: 'pack',
          head,
          today,
          printedBy: { name: printedBy.name, role: ROLE_LABEL[printedBy.role] },
          printedAt: formatMoment(printedAt, machineZone),
          createdAt: printedAt,
        },
        sectionAt,
        { signal, onProgress: ({ fraction }) => onProgress(fraction) },
      )
      return renderedOf(result)
    },
  }
}
