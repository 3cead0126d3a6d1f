import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Zone } from '../../shared/dates/zone.ts'
import type { PatientId } from '../../shared/ids.ts'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import type { PackDigest, PackHead, PackKind, PackSection } from '../../shared/meeting/pack.ts'
import type { Clock } from './clock.ts'
import { stampOf } from './fileStamp.ts'
import { packHead, packSection, recordPack } from './packInput.ts'
import type { Emit, HostPort, PackPort, ShownOutcome } from './ports.ts'
import { cancelled, conflict, notFound } from './refusal.ts'
import { saveProblem } from './saveProblem.ts'
import type { OpenSession, Session } from './session.ts'

/** How many packs are kept in memory to be saved or printed: they are large. */
const MOST_KEPT = 2

type Rendered = Readonly<{
  head: PackHead
  digests: ReadonlyMap<PatientId, PackDigest>
  bytes: Uint8Array
  pages: number
  fileName: string
}>

/** SECURITY: no name of a patient or a meeting in a file name. */
const FILE_WORD = {
  pack: 'pack',
  agenda: 'agenda',
  supplement: 'supplement',
  letter: 'letters',
} as const satisfies Record<PackKind, string>

const NOT_SHOWN = {
  notSaved: 'This document has not been saved here. Save it first.',
  notPdf: 'The file was saved under a name that does not end in .pdf, and is not opened from here.',
  changed: 'The file is no longer there as it was saved. Save it again.',
  noProgram: 'No program of this computer opened the file. It is saved; open it by hand.',
} as const satisfies Record<Exclude<ShownOutcome, 'shown'>, string>

export type Packs = ReturnType<typeof createPacks>

type Ports = Readonly<{ clock: Clock; zone: Zone; pack: PackPort; host: HostPort; emit: Emit }>

/** The papers of a meeting: what is previewed is what is saved and printed, byte for byte. */
export function createPacks(session: Session, { clock, zone, pack, host, emit }: Ports) {
  const running = new Map<string, AbortController>()
  const kept = new Map<string, Rendered>()
  const times = { clock, zone }
  // SECURITY: a locked workspace leaves no page of a patient in memory.
  session.onClose(() => {
    for (const controller of running.values()) controller.abort()
    for (const { bytes } of kept.values()) bytes.fill(0)
    kept.clear()
  })

  function keep(job: string, rendered: Rendered): void {
    kept.delete(job)
    kept.set(job, rendered)
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_KEPT)))
      kept.delete(oldest)
  }

  function find(job: string): Rendered {
    const rendered = kept.get(job)
    if (rendered === undefined) throw notFound('pack')
    return rendered
  }

  function put({ head, digests, bytes, pages }: Rendered, action: 'print' | 'export' | 'open') {
    const at = clock.now().toISOString()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    recordPack(session.need('print'), head, { at, action, sha256, pages, digests })
  }

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

  async function render({ job, options }: Parsed<'pack:render'>): Promise<Output<'pack:render'>> {
    const open = session.need('print')
    if (running.has(job))
      throw conflict('This document is being made already. Nothing was changed; wait for it.')
    const now = clock.now()
    const head = packHead(open, options, times)
    if (options.kind === 'letter' && head.sections.length === 0)
      throw conflict(
        'No outcome of this meeting is signed yet. Nothing was made; sign an outcome, then make its letter.',
      )
    const controller = new AbortController()
    const { signal } = controller
    running.set(job, controller)
    try {
      const { digests, sectionAt } = reader(open, head, signal)
      const { bytes, pages } = await pack.render(head, sectionAt, {
        signal,
        onProgress: done => {
          if (!signal.aborted) emit('pack:progress', { job, done: Math.min(1, Math.max(0, done)) })
        },
      })
      if (signal.aborted) throw cancelled()
      const fileName = `${FILE_WORD[options.kind]}-${stampOf(now)}.pdf`
      keep(job, { head, digests, bytes, pages, fileName })
      // A copy, because what leaves may be changed or handed over, and what is kept may not.
      return { job, bytes: new Uint8Array(bytes), pages, fileName }
    } catch (error) {
      throw signal.aborted ? cancelled() : error
    } finally {
      running.delete(job)
    }
  }

  return {
    render,

    /** Stops what is being made; what is finished or unknown is left alone. */
    cancel: ({ job }: Parsed<'pack:cancel'>): Output<'pack:cancel'> => {
      session.need('print')
      running.get(job)?.abort()
      return {}
    },

    /** Writes the rendered bytes where the person says, and puts that on record and into the print log. */
    save: async ({ job }: Parsed<'pack:save'>): Promise<Output<'pack:save'>> => {
      session.need('print')
      const rendered = find(job)
      if (!host.canSaveFile)
        throw conflict('Files cannot be saved from here. Nothing was written; download it instead.')
      const saved = await host
        .saveFile(rendered.fileName, new Uint8Array(rendered.bytes))
        .catch(error => {
          throw saveProblem(error)
        })
      if (saved) put(rendered, 'export')
      return { saved }
    },

    /** Shows the file that was saved; what is opened is put on record, as the saving is. */
    show: async ({ job, how }: Parsed<'pack:show'>): Promise<Output<'pack:show'>> => {
      session.need('print')
      const rendered = find(job)
      const outcome = await host.showSaved(rendered.fileName, rendered.bytes, how)
      if (outcome !== 'shown') throw conflict(NOT_SHOWN[outcome])
      if (how === 'file') put(rendered, 'open')
      return {}
    },

    record: ({ job, action }: Parsed<'pack:record'>): Output<'pack:record'> => {
      session.need('print')
      put(find(job), action)
      return {}
    },
  }
}
