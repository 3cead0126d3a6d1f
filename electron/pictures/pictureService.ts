import { Worker } from 'node:worker_threads'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { PictureOrder, PictureReport, PreparedPicture, Rendition } from './order.ts'
import type { PictureProblem } from './problem.ts'

export type PictureEngine = Readonly<{
  /** Reads a file of a picture whole. Never rejects; one at a time, the others wait. */
  prepare: (
    bytes: Uint8Array,
    control?: PictureControl,
  ) => Promise<Result<PreparedPicture, PictureProblem>>
  /** A kept original upright, as a JPEG. */
  upright: (bytes: Uint8Array) => Promise<Result<Rendition, PictureProblem>>
  /** Stops the worker; what is still waiting ends with `cancelled`. */
  close: () => Promise<void>
}>
export type PictureControl = Readonly<{ signal?: AbortSignal; onProgress?: (done: number) => void }>

export type PictureEngineOptions = Readonly<{
  /** The worker's file: the bundled one, or `worker.ts` where Node runs TypeScript itself. */
  workerUrl: URL | string
  /** Heap of the worker besides the pixels, whose number is limited before they are unpacked. */
  memoryMb?: number
}>

type Answer =
  | Exclude<PictureReport, { type: 'progress' }>
  | Readonly<{ type: 'lost'; problem: PictureProblem }>

type Task = {
  order: PictureOrder
  onProgress: (done: number) => void
  settle: (answer: Answer) => void
}

/** A decoder keeps the memory of the largest picture that it has unpacked; it is given back soon after. */
const IDLE_MS = 2000

/** Keeps at most one worker that reads pictures, and none while there are none to read. */
export function createPictureEngine(options: PictureEngineOptions): PictureEngine {
  const waiting: Task[] = []
  let active: Task | null = null
  let worker: Worker | null = null
  let idle: ReturnType<typeof setTimeout> | undefined
  let lastId = 0
  let isClosed = false

  function start(): Worker {
    const started = new Worker(options.workerUrl, {
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb ?? 512 },
      // SECURITY: neither flags nor environment reach the worker, and what a decoder prints reaches no console.
      execArgv: [],
      env: {},
      stdout: true,
      stderr: true,
    })
    started.on('message', (report: PictureReport) => {
      if (worker !== started || active === null || report.id !== active.order.id) return
      if (report.type === 'progress') active.onProgress(report.done)
      else finish(report)
    })
    started.on('error', (error: Error & { code?: string }) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      lose(started, isMemory ? 'memory' : 'failed')
    })
    started.on('exit', () => lose(started, 'failed'))
    worker = started
    return started
  }

  function stop(): Promise<unknown> {
    const stopped = worker
    worker = null
    return stopped?.terminate() ?? Promise.resolve()
  }

  function lose(lost: Worker, problem: PictureProblem): void {
    if (worker !== lost) return
    worker = null
    finish({ type: 'lost', problem })
  }

  function finish(answer: Answer): void {
    const done = active
    active = null
    // SECURITY: a decoder that has met a bad file is not trusted with the next.
    if (answer.type === 'refused') void stop()
    worker?.unref()
    done?.settle(answer)
    pump()
    if (active !== null) return
    idle = setTimeout(() => void stop(), IDLE_MS)
    idle.unref()
  }

  function pump(): void {
    if (active !== null) return
    const next = waiting.shift()
    if (next === undefined) return
    clearTimeout(idle)
    active = next
    const runner = worker ?? start()
    runner.ref()
    runner.postMessage(next.order)
  }

  function cancel(task: Task): void {
    const place = waiting.indexOf(task)
    if (place >= 0) {
      waiting.splice(place, 1)
      task.settle({ type: 'lost', problem: 'cancelled' })
    } else if (active === task) {
      // Unpacking cannot be interrupted, so its worker ends.
      void stop()
      finish({ type: 'lost', problem: 'cancelled' })
    }
  }

  function ask(
    what: PictureOrder['do'],
    bytes: Uint8Array,
    control: PictureControl,
  ): Promise<Answer> {
    const { signal, onProgress = () => {} } = control
    if (isClosed || signal?.aborted === true)
      return Promise.resolve({ type: 'lost', problem: 'cancelled' })
    return new Promise(resolve => {
      lastId += 1
      const abort = (): void => cancel(task)
      const task: Task = {
        order: { id: lastId, do: what, bytes },
        onProgress,
        settle: answer => {
          signal?.removeEventListener('abort', abort)
          resolve(answer)
        },
      }
      signal?.addEventListener('abort', abort, { once: true })
      waiting.push(task)
      pump()
    })
  }

  return {
    prepare: async (bytes, control = {}) => {
      const answer = await ask('prepare', bytes, control)
      return answer.type === 'prepared' ? ok(answer.prepared) : refuse(problemOf(answer))
    },
    upright: async bytes => {
      const answer = await ask('upright', bytes, {})
      return answer.type === 'upright' ? ok(answer.rendition) : refuse(problemOf(answer))
    },
    close: async () => {
      isClosed = true
      clearTimeout(idle)
      for (const task of [...waiting, ...(active === null ? [] : [active])]) cancel(task)
      await stop()
    },
  }
}

function problemOf(answer: Answer): PictureProblem {
  return answer.type === 'refused' || answer.type === 'lost' ? answer.problem : 'failed'
}
