import { parentPort } from 'node:worker_threads'
import type { PictureOrder, PictureReport } from './order.ts'
import { preparePicture, uprightJpeg } from './prepare.ts'
import { PictureError } from './problem.ts'

const port = parentPort
if (port === null) throw new Error('runs only as a worker thread')

const report = (message: PictureReport, transfer: ArrayBuffer[] = []): void =>
  port.postMessage(message, transfer)

async function carryOut({ id, do: what, bytes }: PictureOrder): Promise<void> {
  try {
    if (what === 'upright') {
      const rendition = await uprightJpeg(bytes)
      report({ type: 'upright', id, rendition }, buffersOf([rendition.bytes]))
      return
    }
    const prepared = await preparePicture(bytes, done => report({ type: 'progress', id, done }))
    const parts = [prepared.original, ...prepared.renditions.map(each => each.bytes)]
    report({ type: 'prepared', id, prepared }, buffersOf(parts))
  } catch (error) {
    report({
      type: 'refused',
      id,
      problem: error instanceof PictureError ? error.problem : 'failed',
    })
  }
}

function buffersOf(parts: readonly Uint8Array[]): ArrayBuffer[] {
  return parts.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []))
}

port.on('message', (order: PictureOrder) => void carryOut(order))
