import { createHash } from 'node:crypto'
import type { Output } from '../../shared/ipc/contract.ts'
import type { PaperAction, RenderedPaper } from '../../shared/ipc/paperContract.ts'
import type { Clock } from './clock.ts'
import type { HostPort, PdfControl, ShownOutcome } from './ports.ts'
import { cancelled, conflict, notFound } from './refusal.ts'
import { saveProblem } from './saveProblem.ts'
import type { OpenSession, Session } from './session.ts'

/** What is put on record of a document that left the workspace. */
export type Left = Readonly<{
  /** ISO date and time. */
  at: string
  action: PaperAction
  sha256: string
  pages: number
}>

/** A document that was made, and how it is put on record when it leaves the workspace. */
export type Made = Readonly<{
  bytes: Uint8Array
  pages: number
  /** SECURITY: no name of a patient or a meeting in it. */
  fileName: string
  record: (open: OpenSession, left: Left) => void
}>

type OfJob = Readonly<{ job: string }>

const NOT_SHOWN = {
  notSaved: 'This document has not been saved here. Save it first.',
  notPdf: 'The file was saved under a name that does not end in .pdf, and is not opened from here.',
  changed: 'The file is no longer there as it was saved. Save it again.',
  noProgram: 'No program of this computer opened the file. It is saved; open it by hand.',
} as const satisfies Record<Exclude<ShownOutcome, 'shown'>, string>

export type Papers = ReturnType<typeof createPapers>

type Options = Readonly<{
  clock: Clock
  host: HostPort
  /** How many are kept in memory to be saved or printed. */
  mostKept: number
  onProgress: (progress: Readonly<{ job: string; done: number }>) => void
}>

/** Documents that are made as jobs: what is previewed is what is saved and printed, byte for byte. */
export function createPapers(session: Session, { clock, host, mostKept, onProgress }: Options) {
  const running = new Map<string, AbortController>()
  const kept = new Map<string, Made>()
  // SECURITY: a locked workspace leaves no page of a patient in memory.
  session.onClose(() => {
    for (const controller of running.values()) controller.abort()
    for (const { bytes } of kept.values()) bytes.fill(0)
    kept.clear()
  })

  function keep(job: string, made: Made): void {
    kept.delete(job)
    kept.set(job, made)
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept)))
      kept.delete(oldest)
  }

  function find(job: string): Made {
    session.need('print')
    const made = kept.get(job)
    if (made === undefined) throw notFound('document')
    return made
  }

  function put({ bytes, pages, record }: Made, action: PaperAction): void {
    const at = clock.now().toISOString()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    record(session.need('print'), { at, action, sha256, pages })
  }

  return {
    /** Makes a document and keeps it; `work` is given the open workspace, and ends as cancelled once its signal is aborted. */
    make: async (
      job: string,
      work: (open: OpenSession, control: PdfControl) => Promise<Made>,
    ): Promise<RenderedPaper> => {
      const open = session.need('print')
      if (running.has(job))
        throw conflict('This document is being made already. Nothing was changed; wait for it.')
      const controller = new AbortController()
      const { signal } = controller
      running.set(job, controller)
      try {
        const made = await work(open, {
          signal,
          onProgress: done => {
            if (!signal.aborted) onProgress({ job, done: Math.min(1, Math.max(0, done)) })
          },
        })
        if (signal.aborted) throw cancelled()
        keep(job, made)
        const { bytes, pages, fileName } = made
        // A copy, because what leaves may be changed or handed over, and what is kept may not.
        return { job, bytes: new Uint8Array(bytes), pages, fileName }
      } catch (error) {
        throw signal.aborted ? cancelled() : error
      } finally {
        running.delete(job)
      }
    },

    /** Stops what is being made; what is finished or unknown is left alone. */
    cancel: ({ job }: OfJob): Output<'summary:cancel'> => {
      session.need('print')
      running.get(job)?.abort()
      return {}
    },

    /** Writes the rendered bytes where the person says, and puts that on record. */
    save: async ({ job }: OfJob): Promise<Output<'summary:save'>> => {
      const made = find(job)
      if (!host.canSaveFile)
        throw conflict('Files cannot be saved from here. Nothing was written; download it instead.')
      const saved = await host.saveFile(made.fileName, new Uint8Array(made.bytes)).catch(error => {
        throw saveProblem(error)
      })
      if (saved) put(made, 'export')
      return { saved }
    },

    /** Shows the file that was saved; what is opened is put on record, as the saving is. */
    show: async ({
      job,
      how,
    }: OfJob & Readonly<{ how: 'file' | 'folder' }>): Promise<Output<'summary:show'>> => {
      const made = find(job)
      const outcome = await host.showSaved(made.fileName, made.bytes, how)
      if (outcome !== 'shown') throw conflict(NOT_SHOWN[outcome])
      if (how === 'file') put(made, 'open')
      return {}
    },

    record: ({
      job,
      action,
    }: OfJob & Readonly<{ action: PaperAction }>): Output<'summary:record'> => {
      put(find(job), action)
      return {}
    },
  }
}
