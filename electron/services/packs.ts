import { setImmediate } from 'node:timers/promises'
import type { Zone } from '../../shared/dates/zone.ts'
import type { PatientId } from '../../shared/ids.ts'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import type { PackDigest, PackHead, PackKind, PackSection } from '../../shared/meeting/pack.ts'
import type { Clock } from './clock.ts'
import { stampOf } from './fileStamp.ts'
import { packHead, packSection, recordPack } from './packInput.ts'
import { createPapers } from './papers.ts'
import type { Emit, HostPort, PackPort } from './ports.ts'
import { cancelled, conflict, notFound } from './refusal.ts'
import type { OpenSession, Session } from './session.ts'

/** SECURITY: no name of a patient or a meeting in a file name. */
const FILE_WORD = {
  pack: 'pack',
  agenda: 'agenda',
  supplement: 'supplement',
  letter: 'letters',
} as const satisfies Record<PackKind, string>

export type Packs = ReturnType<typeof createPacks>

type Ports = Readonly<{ clock: Clock; zone: Zone; pack: PackPort; host: HostPort; emit: Emit }>

/** The papers of a meeting. */
export function createPacks(session: Session, { clock, zone, pack, host, emit }: Ports) {
  const times = { clock, zone }
  const { make, ...papers } = createPapers(session, {
    clock,
    host,
    // They are large.
    mostKept: 2,
    onProgress: progress => emit('pack:progress', progress),
  })

  /** Reads a section when the worker asks for it; other questions are answered in between. */
  function reader(open: OpenSession, head: PackHead, signal: AbortSignal) {
    const digests = new Map<PatientId, PackDigest>()
    const sectionAt = async (at: number): Promise<PackSection> => {
      await setImmediate()
      const patientId = head.sections[at]
      if (signal.aborted) throw cancelled()
      if (patientId === undefined) throw notFound('patient')
      const section = packSection(open, head, patientId, times)
      digests.set(patientId, section.digest)
      return section
    }
    return { digests, sectionAt }
  }

  return {
    ...papers,

    render: ({ job, options }: Parsed<'pack:render'>): Promise<Output<'pack:render'>> =>
      make(job, async (open, control) => {
        const now = clock.now()
        const head = packHead(open, options, times)
        if (options.kind === 'letter' && head.sections.length === 0)
          throw conflict(
            'No outcome of this meeting is signed yet. Nothing was made; sign an outcome, then make its letter.',
          )
        const { digests, sectionAt } = reader(open, head, control.signal)
        const { bytes, pages } = await pack.render(head, sectionAt, control)
        return {
          bytes,
          pages,
          fileName: `${FILE_WORD[options.kind]}-${stampOf(now)}.pdf`,
          record: (session, left) => recordPack(session, head, { ...left, digests }),
        }
      }),
  }
}
