import { dayAt, type Zone } from '../../shared/dates/zone.ts'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import type { Clock } from './clock.ts'
import { recordDeparture } from './departure.ts'
import { stampOf } from './fileStamp.ts'
import { createPapers } from './papers.ts'
import type { Emit, HostPort, LesionReportPort } from './ports.ts'
import { printedPhotographs } from './printedPhotographs.ts'
import { notFound } from './refusal.ts'
import type { Session } from './session.ts'
import { loadCase } from './storedCase.ts'

export type LesionReports = ReturnType<typeof createLesionReports>

type Ports = Readonly<{
  clock: Clock
  zone: Zone
  lesionReport: LesionReportPort
  host: HostPort
  emit: Emit
}>

/** Reports of one skin lesion. */
export function createLesionReports(
  session: Session,
  { clock, zone, lesionReport, host, emit }: Ports,
) {
  const { make, ...papers } = createPapers(session, {
    clock,
    host,
    mostKept: 3,
    onProgress: progress => emit('lesion:progress', progress),
  })
  return {
    ...papers,

    render: ({ job, options }: Parsed<'lesion:render'>): Promise<Output<'lesion:render'>> =>
      make(job, async (open, control) => {
        const { workspace, user } = open
        const now = clock.now()
        const { patientId, lesion, cutoff, paper, password } = options
        const subject = loadCase(workspace.db, patientId)
        if (!subject.entries.some(({ id, body }) => id === lesion && body.kind === 'lesion'))
          throw notFound('entry')
        const today = dayAt(now.getTime(), zone)
        const photographs = printedPhotographs(open, subject, today).filter(
          each => each.lesion === lesion,
        )
        const { bytes, pages } = await lesionReport.render(
          {
            case: subject,
            lesion,
            photographs,
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
          // SECURITY: neither the lesion's label nor its place, which would tell of somebody.
          fileName: `skin-lesion-${stampOf(now)}.pdf`,
          record: (session, { at, action, ...left }) =>
            recordDeparture(session, {
              patientId,
              at,
              action,
              what: {
                document: 'lesion',
                lesion,
                ...left,
                cutoff,
                paper,
                photographs: photographs.map(each => each.photograph),
                protected: password !== null,
              },
            }),
        }
      }),
  }
}
