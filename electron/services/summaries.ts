import { dayAt, type Zone } from '../../shared/dates/zone.ts'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import type { Clock } from './clock.ts'
import { recordDeparture } from './departure.ts'
import { earlierCase } from './earlier.ts'
import { stampOf } from './fileStamp.ts'
import { createPapers } from './papers.ts'
import { patientMeetings } from './patientMeetings.ts'
import type { Emit, HostPort, PdfPort } from './ports.ts'
import { printedPhotographs } from './printedPhotographs.ts'
import type { Session } from './session.ts'
import { loadCase } from './storedCase.ts'

export type Summaries = ReturnType<typeof createSummaries>

type Ports = Readonly<{ clock: Clock; zone: Zone; pdf: PdfPort; host: HostPort; emit: Emit }>

/** PDF summaries of one patient. */
export function createSummaries(session: Session, { clock, zone, pdf, host, emit }: Ports) {
  const { make, ...papers } = createPapers(session, {
    clock,
    host,
    mostKept: 3,
    onProgress: progress => emit('summary:progress', progress),
  })
  return {
    ...papers,

    render: ({ job, options }: Parsed<'summary:render'>): Promise<Output<'summary:render'>> =>
      make(job, async (open, control) => {
        const { workspace, user } = open
        const now = clock.now()
        const { patientId, cutoff, paper, password, since } = options
        const subject = loadCase(workspace.db, patientId)
        const { bytes, pages } = await pdf.render(
          {
            case: subject,
            meetings: patientMeetings(workspace.db, subject),
            photographs: printedPhotographs(open, subject, dayAt(now.getTime(), zone)),
            earlier:
              since === null
                ? null
                : earlierCase(session.need('read'), { patientId, since }, { clock, zone }),
            cutoff,
            paper,
            password,
            printedBy: { name: user.name, role: user.role },
            printedAt: now.toISOString(),
          },
          control,
        )
        return {
          bytes,
          pages,
          fileName: `summary-${stampOf(now)}.pdf`,
          record: (session, { at, action, ...left }) =>
            recordDeparture(session, {
              patientId,
              at,
              action,
              what: {
                document: 'summary',
                ...left,
                cutoff,
                paper,
                since,
                protected: password !== null,
              },
            }),
        }
      }),
  }
}
