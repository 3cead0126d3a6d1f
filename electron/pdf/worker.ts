import { parentPort, workerData } from 'node:worker_threads'
import type { PackSection } from '../../shared/meeting/pack.ts'
import type { PdfDefinition } from './definition.ts'
import { createFontSource } from './fonts.ts'
import type { PdfProgress, RenderPhase, WorkerOrder, WorkerReport } from './job.ts'
import { buildDefinition, toPdfError } from './job.ts'
import type { PackJob } from './pack/packJob.ts'
import { aboutPack, packParts } from './pack/packParts.ts'
import { type RenderedPdf, renderPages, renderParts } from './render.ts'

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

/** Where a section is put that was asked for. */
const awaited = new Map<string, (section: PackSection) => void>()

async function render({ id, job }: Extract<WorkerOrder, { type: 'job' }>): Promise<void> {
  try {
    const rendered =
      job.kind === 'pack'
        ? await renderPack(id, job)
        : await renderPages(buildDefinition(job), fonts, createProgress(id))
    report({ type: 'done', id, rendered }, [rendered.bytes.buffer])
  } catch (error) {
    report({ type: 'failed', id, error: toPdfError(error) })
  }
}

/** Hands over a pack piece by piece; its last answer holds no bytes. */
async function renderPack(id: number, job: PackJob): Promise<RenderedPdf> {
  const progress = createProgress(id)
  const parts = Math.max(1, job.head.sections.length)
  const sectionAt = (at: number): Promise<PackSection> =>
    new Promise(resolve => {
      awaited.set(`${id}:${at}`, resolve)
      progress('draw', at / parts)
      report({ type: 'wanted', id, at })
    })
  const pages = await renderParts(aboutPack(job), packParts(job, sectionAt), fonts, bytes => {
    report({ type: 'written', id, bytes }, [bytes.buffer])
  })
  progress('draw', 1)
  return { bytes: new Uint8Array(), pages }
}

// A font that is missing is told by the first job that needs it.
await renderPages(WARM_UP, fonts).catch(() => undefined)
port.on('message', (order: WorkerOrder) => {
  if (order.type === 'job') {
    void render(order)
    return
  }
  const key = `${order.id}:${order.at}`
  awaited.get(key)?.(order.section)
  awaited.delete(key)
})
report({ type: 'ready' })
