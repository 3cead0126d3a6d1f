import { createHash } from 'node:crypto'
import { dayAt, type Zone } from '../../shared/dates/zone.ts'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import type { Clock } from './clock.ts'
import { earlierCase } from './earlier.ts'
import { stampOf } from './fileStamp.ts'
import { patientMeetings } from './patientMeetings.ts'
import type { Emit, HostPort, PdfPort, ShownOutcome } from './ports.ts'
import { printedPhotographs } from './printedPhotographs.ts'
import { createRecorder } from './record.ts'
import { cancelled, conflict, notFound } from './refusal.ts'
import { saveProblem } from './saveProblem.ts'
import type { Session } from './session.ts'
import { loadCase } from './storedCase.ts'

/** How many summaries are kept in memory to be saved or printed. */
const MOST_KEPT = 3

type Options = Parsed<'summary:render'>['options']
type Rendered = Readonly<{
  options: Options
  bytes: Uint8Array
  pages: number
  fileName: string
}>

const NOT_SHOWN = {
  notSaved: 'This summary has not been saved here. Save it first.',
  notPdf: 'The file was saved under a name that does not end in .pdf, and is not opened from here.',
  changed: 'The file is no longer there as it was saved. Save it again.',
  noProgram: 'No program of this computer opened the file. It is saved; open it by hand.',
} as const satisfies Record<Exclude<ShownOutcome, 'shown'>, string>

export type Summaries = ReturnType<typeof createSummaries>

type Ports = Readonly<{ clock: Clock; zone: Zone; pdf: PdfPort; host: HostPort; emit: Emit }>

/** PDF summaries: what is previewed is what is saved and printed, byte for byte. */
export function createSummaries(session: Session, { clock, zone, pdf, host, emit }: Ports) {
  const running = new Map<string, AbortController>()
  const kept = new Map<string, Rendered>()
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
    if (rendered === undefined) throw notFound('summary')
    return rendered
  }

  function put(rendered: Rendered, action: 'print' | 'export' | 'open'): void {
    const open = session.need('print')
    const { patientId, cutoff, paper, password, since } = rendered.options
    const at = clock.now().toISOString()
    createRecorder(open, { patientId, at }).record({
      entity: 'patient',
      entityId: patientId,
      kind: 'patient',
      action,
      before: null,
      after: {
        document: 'summary',
        sha256: createHash('sha256').update(rendered.bytes).digest('hex'),
        pages: rendered.pages,
        cutoff,
        paper,
        since,
        protected: password !== null,
      },
    })
  }

  async function render({
    job,
    options,
  }: Parsed<'summary:render'>): Promise<Output<'summary:render'>> {
    const open = session.need('print')
    const { workspace, user } = open
    if (running.has(job))
      throw conflict('This summary is being made already. Nothing was changed; wait for it.')
    const now = clock.now()
    const { patientId, cutoff, paper, password, since } = options
    const subject = loadCase(workspace.db, patientId)
    const earlier =
      since === null
        ? null
        : earlierCase(session.need('read'), { patientId, since }, { clock, zone })
    const controller = new AbortController()
    const { signal } = controller
    running.set(job, controller)
    try {
      const { bytes, pages } = await pdf.render(
        {
          case: subject,
          meetings: patientMeetings(workspace.db, subject),
          photographs: printedPhotographs(open, subject, dayAt(now.getTime(), zone)),
          earlier,
          cutoff,
          paper,
          password,
          printedBy: { name: user.name, role: user.role },
          printedAt: now.toISOString(),
        },
        {
          signal,
          onProgress: done => {
            if (!signal.aborted)
              emit('summary:progress', { job, done: Math.min(1, Math.max(0, done)) })
          },
        },
      )
      if (signal.aborted) throw cancelled()
      const fileName = `summary-${stampOf(now)}.pdf`
      keep(job, { options, bytes, pages, fileName })
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

    /** Stops a summary that is being made; one that is finished or unknown is left alone. */
    cancel: ({ job }: Parsed<'summary:cancel'>): Output<'summary:cancel'> => {
      session.need('print')
      running.get(job)?.abort()
      return {}
    },

    /** Writes the rendered bytes where the person says, and puts that on record. */
    save: async ({ job }: Parsed<'summary:save'>): Promise<Output<'summary:save'>> => {
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
    show: async ({ job, how }: Parsed<'summary:show'>): Promise<Output<'summary:show'>> => {
      session.need('print')
      const rendered = find(job)
      const outcome = await host.showSaved(rendered.fileName, rendered.bytes, how)
      if (outcome !== 'shown') throw conflict(NOT_SHOWN[outcome])
      if (how === 'file') put(rendered, 'open')
      return {}
    },

    record: ({ job, action }: Parsed<'summary:record'>): Output<'summary:record'> => {
      session.need('print')
      put(find(job), action)
      return {}
    },
  }
}
