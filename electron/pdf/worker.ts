import { parentPort, workerData } from 'node:worker_threads'
import type { PdfDefinition } from './definition.ts'
import { createFontSource } from './fonts.ts'
import type { PdfProgress, RenderPhase, WorkerOrder, WorkerReport } from './job.ts'
import { buildDefinition, toPdfError } from './job.ts'
import { renderPages } from './render.ts'

/** Steps of one hundredth: enough for a bar, and few messages. */
const PROGRESS_STEP = 0.01

/** Brings the main font and the one with the mathematical signs into memory and the layout up to speed. */
const WARM_UP: PdfDefinition = {
  title: 'warm up',
  language: 'en',
  createdAt: '2000-01-01T00:00:00.000Z',
  content: {
    stack: [
      { text: 'Aa ≥ 1', tag: 'H1', bold: true },
      {
        table: {
          headerRows: 1,
          body: [['a', 'b'], ...Array(40).fill(['words in a cell', '10 %'])],
        },
      },
      { svg: '<svg width="9" height="9"><text x="1" y="8">a</text></svg>', tag: 'Artifact' },
    ],
  },
}

const port = parentPort
if (port === null) throw new Error('runs only as a worker thread')

const report = (message: WorkerReport, transfer: ArrayBuffer[] = []): void =>
  port.postMessage(message, transfer)
const { fontFolder } = workerData as { fontFolder: string | null }
const fonts = createFontSource(fontFolder)

function createProgress(id: number): (phase: RenderPhase, fraction: number) => void {
  let last: PdfProgress = { phase: 'layout', fraction: 0 }
  report({ type: 'progress', id, progress: last })
  return (phase, fraction) => {
    const isNews = phase !== last.phase || fraction - last.fraction >= PROGRESS_STEP
    if (!isNews && fraction < 1) return
    if (phase === last.phase && fraction === last.fraction) return
    last = { phase, fraction }
    report({ type: 'progress', id, progress: last })
  }
}

async function render({ id, job }: WorkerOrder): Promise<void> {
  try {
    const rendered = await renderPages(buildDefinition(job), fonts, createProgress(id))
    report({ type: 'done', id, rendered }, [rendered.bytes.buffer])
  } catch (error) {
    report({ type: 'failed', id, error: toPdfError(error) })
  }
}

// A font that is missing is told by the first job that needs it.
await renderPages(WARM_UP, fonts).catch(() => undefined)
port.on('message', (order: WorkerOrder) => {
  void render(order)
})
report({ type: 'ready' })
