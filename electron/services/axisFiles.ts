import { createHash } from 'node:crypto'
import type { PatientId } from '../../shared/ids.ts'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import { getPatient } from '../db/queries/patients.ts'
import type { Clock } from './clock.ts'
import { recordDeparture } from './departure.ts'
import { stampOf } from './fileStamp.ts'
import type { HostPort } from './ports.ts'
import { conflict, notFound } from './refusal.ts'
import { saveProblem } from './saveProblem.ts'
import type { Session } from './session.ts'

export type AxisFiles = ReturnType<typeof createAxisFiles>

/** The time axis as a file of vectors, as the screen has drawn it: saved where the person says, and put on record. */
export function createAxisFiles(
  session: Session,
  { clock, host }: Readonly<{ clock: Clock; host: HostPort }>,
) {
  /** SECURITY: who may print may take a drawing out; the file's name says the time and nothing of the patient. */
  function prepare(patientId: PatientId) {
    const open = session.need('print')
    if (getPatient(open.workspace.db, patientId) === null) throw notFound('patient')
    return { open, now: clock.now() }
  }

  function put(patientId: PatientId, svg: string): void {
    const { open, now } = prepare(patientId)
    recordDeparture(open, {
      patientId,
      at: now.toISOString(),
      action: 'export',
      what: { document: 'axis', sha256: createHash('sha256').update(svg).digest('hex') },
    })
  }

  return {
    save: async ({ patientId, svg }: Parsed<'axis:save'>): Promise<Output<'axis:save'>> => {
      const { now } = prepare(patientId)
      if (!host.canSaveFile)
        throw conflict('Files cannot be saved from here. Nothing was written; download it instead.')
      const saved = await host
        .saveFile(`time-axis-${stampOf(now)}.svg`, Buffer.from(svg, 'utf8'))
        .catch(error => {
          throw saveProblem(error)
        })
      if (saved) put(patientId, svg)
      return { saved }
    },

    record: ({ patientId, svg }: Parsed<'axis:record'>): Output<'axis:record'> => {
      const { now } = prepare(patientId)
      put(patientId, svg)
      return { fileName: `time-axis-${stampOf(now)}.svg` }
    },
  }
}
