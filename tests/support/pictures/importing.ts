import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { createPictureEngine } from '../../../electron/pictures/pictureService.ts'
import type { PicturePort } from '../../../electron/services/ports.ts'
import type { PatientId } from '../../../shared/ids.ts'
import type { Output, Reply } from '../../../shared/ipc/contract.ts'
import { UPLOAD_PART_BYTES } from '../../../shared/ipc/photoContract.ts'
import type { TestApp } from '../workspace.ts'

/** What really reads pictures, in its worker; stopped after the test. */
export function pictureEngine(): PicturePort {
  const workerUrl = new URL('../../../electron/pictures/worker.ts', import.meta.url)
  const engine = createPictureEngine({ workerUrl })
  onTestFinished(() => engine.close())
  return engine
}

/** Hands a file over in parts, as the screen does; gives the name of what was handed over. */
export async function handOver(
  app: Pick<TestApp, 'get'>,
  file: Uint8Array,
  partBytes: number = UPLOAD_PART_BYTES,
): Promise<string> {
  const upload = randomUUID()
  for (let offset = 0; offset < file.length; ) {
    const bytes = file.slice(offset, offset + partBytes)
    const { received } = await app.get('photo:upload', {
      upload,
      offset,
      total: file.length,
      bytes,
    })
    offset = received
  }
  return upload
}

/** The answer to importing a file. */
export async function askImport(
  app: Pick<TestApp, 'get' | 'ask'>,
  patientId: PatientId,
  file: Uint8Array,
  extension = 'jpg',
): Promise<Reply<'photo:import'>> {
  const upload = await handOver(app, file)
  return await app.ask('photo:import', { upload, patientId, extension })
}

/** What importing a file gives that must be taken. */
export async function imported(
  app: Pick<TestApp, 'get' | 'ask'>,
  patientId: PatientId,
  file: Uint8Array,
): Promise<Output<'photo:import'>> {
  const reply = await askImport(app, patientId, file)
  if (!reply.ok) throw new Error(`the import was refused: ${reply.error.message}`)
  return reply.value
}
