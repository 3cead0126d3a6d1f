import { Worker } from 'node:worker_threads'
import type { Result } from '../../shared/result.ts'
import { ok, refuse } from '../../shared/result.ts'
import type {
  PdfError,
  PdfErrorCode,
  PdfJob,
  PdfProgress,
  WholeJob,
  WorkerOrder,
  WorkerReport,
} from './job.ts'
import type { PackJob, SectionAt } from './pack/packJob.ts'
import type { RenderedPdf } from './render.ts'

export type PdfResult = Result<RenderedPdf, PdfError>

export type PdfEngine = {
  /** Resolves when the worker has its fonts and has laid out a first page. */
  warmUp: () => Promise<void>
  /** Renders one job after the other. Never rejects; a cancelled job ends at once with `cancelled`. */
  render: (job: WholeJob, options?: RenderOptions) => Promise<PdfResult>
  /**
   * Renders a pack, whose sections are asked for one at a time, in their order, each before the one before it is drawn. What
   * `sectionAt` throws ends the job and is thrown here; nothing else is.
   */
  renderPack: (job: PackJob, sectionAt: SectionAt, options?: RenderOptions) => Promise<PdfResult>
  /** Stops the worker; what is still waiting ends with `cancelled`. */
  close: () => Promise<void>
}
export type RenderOptions = { signal?: AbortSignal; onProgress?: (progress: PdfProgress) => void }

export type PdfEngineOptions = {
  /** The worker's file: the bundled one, or `worker.ts` where Node runs TypeScript itself. */
  workerUrl: URL | string
  /** Folder of the font files; null finds them in the installed font packages. */
  fontFolder?: string | null
  /** Heap of the worker: a job that needs more ends with `tooLarge` instead of taking the application down. */
  memoryMb?: number
}

type Task = {
  id: number
  job: PdfJob
  onProgress: (progress: PdfProgress) => void
  sectionAt: SectionAt
  /** What was written of it so far. */
  written: Uint8Array[]
  settle: (result: PdfResult) => void
  fail: (error: unknown) => void
}

/** Keeps one warm worker that renders PDFs, so that the main thread only passes messages. */
export function createPdfEngine(options: PdfEngineOptions): PdfEngine {
  const waiting: Task[] = []
  let active: Task | null = null
  let worker: Worker | null = null
  let ready = Promise.resolve()
  let lastId = 0
  let isClosed = false

  function start(): Worker {
    const started = new Worker(options.workerUrl, {
      workerData: { fontFolder: options.fontFolder ?? null },
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb ?? 1024 },
      // SECURITY: neither flags nor environment (a passphrase may be there) reach the worker.
      execArgv: [],
      env: {},
    })
    ready = new Promise(resolve => {
      started.on('message', (message: WorkerReport) => {
        if (message.type === 'ready') resolve()
        else if (worker === started) hear(message)
      })
      started.on('error', (error: Error & { code?: string }) => {
        resolve()
        const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        lose(started, isMemory ? 'tooLarge' : 'workerFailed')
      })
      started.on('exit', () => {
        resolve()
        lose(started, 'workerFailed')
      })
    })
    started.unref()
    worker = started
    return started
  }

  function hear(message: Exclude<WorkerReport, { type: 'ready' }>): void {
    if (active === null || message.id !== active.id) return
    switch (message.type) {
      case 'progress':
        active.onProgress(message.progress)
        return
      case 'wanted':
        void provide(active, message.at)
        return
      case 'written':
        active.written.push(message.bytes)
        return
      case 'done': {
        const { written } = active
        const { bytes, pages } = message.rendered
        finish(ok({ bytes: written.length === 0 ? bytes : joined(written), pages }))
        return
      }
      case 'failed':
        finish(refuse(message.error))
    }
  }

  async function provide(task: Task, at: number): Promise<void> {
    try {
      const section = await task.sectionAt(at)
      if (active !== task || worker === null) return
      const order: WorkerOrder = { type: 'section', id: task.id, at, section }
      worker.postMessage(order)
    } catch (error) {
      if (active !== task) return
      task.fail(error)
      cancel(task)
    }
  }

  function lose(lost: Worker, code: PdfErrorCode): void {
    if (worker !== lost) return
    worker = null
    finish(refuse({ code, at: null }))
  }

  function finish(result: PdfResult): void {
    const done = active
    active = null
    worker?.unref()
    done?.settle(result)
    pump()
  }

  function pump(): void {
    if (active !== null) return
    const next = waiting.shift()
    if (next === undefined) return
    active = next
    const runner = worker ?? start()
    runner.ref()
    try {
      const order: WorkerOrder = { type: 'job', id: next.id, job: next.job }
      runner.postMessage(order)
    } catch {
      // Something in the job is no plain data, such as a function.
      finish(refuse({ code: 'invalidDefinition', at: null }))
    }
  }

  /** Layout cannot be interrupted, so the worker is stopped and a new one warms up. */
  function cancel(task: Task): void {
    const place = waiting.indexOf(task)
    if (place >= 0) waiting.splice(place, 1)
    if (active === task) {
      const stopped = worker
      worker = null
      void stopped?.terminate()
      if (!isClosed) start()
      finish(refuse({ code: 'cancelled', at: null }))
    } else {
      task.settle(refuse({ code: 'cancelled', at: null }))
    }
  }

  function add(
    job: PdfJob,
    sectionAt: SectionAt,
    { signal, onProgress }: RenderOptions = {},
  ): Promise<PdfResult> {
    if (isClosed || signal?.aborted === true) {
      return Promise.resolve(refuse({ code: 'cancelled', at: null }))
    }
    return new Promise((resolve, reject) => {
      lastId += 1
      const abort = (): void => cancel(task)
      const task: Task = {
        id: lastId,
        job,
        onProgress: onProgress ?? (() => undefined),
        sectionAt,
        written: [],
        settle: result => {
          signal?.removeEventListener('abort', abort)
          resolve(result)
        },
        fail: reject,
      }
      signal?.addEventListener('abort', abort, { once: true })
      waiting.push(task)
      pump()
    })
  }

  return {
    warmUp: async () => {
      if (worker === null && !isClosed) start()
      worker?.ref()
      await ready
      if (active === null) worker?.unref()
    },
    render: (job, options) => add(job, noSection, options),
    renderPack: (job, sectionAt, options) => add(job, sectionAt, options),
    close: async () => {
      isClosed = true
      const stopped = worker
      for (const task of [...waiting, ...(active === null ? [] : [active])]) cancel(task)
      await stopped?.terminate()
    },
  }
}

function noSection(): never {
  throw new Error('a document without sections asked for one')
}

function joined(pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces.splice(0)) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
