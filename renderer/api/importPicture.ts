import type { PatientId } from '../../shared/ids.ts'
import {
  type ImportedPicture,
  LARGEST_PICTURE_BYTES,
  UPLOAD_PART_BYTES,
} from '../../shared/ipc/photoContract.ts'
import { ApiError } from './apiError.ts'
import { api, onEvent } from './client.ts'

/** How much of an import is the handing over of its bytes; the rest is checking and keeping. */
const UPLOAD_SHARE = 0.4

type Control = Readonly<{
  /** From 0 to 1. */
  onProgress?: (done: number) => void
  signal?: AbortSignal
}>

/**
 * Imports a picture that a person chose, dropped, pasted or took; it belongs to no entry yet. Throws an ApiError with the
 * sentence to show, of kind "cancelled" where the signal stopped it.
 */
export async function importPicture(
  file: Blob & Readonly<{ name?: string }>,
  patientId: PatientId,
  { onProgress = () => {}, signal }: Control = {},
): Promise<ImportedPicture> {
  const upload = crypto.randomUUID()
  const unlisten = onEvent('photo:progress', progress => {
    if (progress.upload === upload) onProgress(UPLOAD_SHARE + (1 - UPLOAD_SHARE) * progress.done)
  })
  // One that is finished or gone is none to cancel, and nothing is lost by it.
  const cancel = () => void api.invoke('photo:cancel', { upload }).catch(() => {})
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    await handOver(file, upload, { onProgress, ...(signal === undefined ? {} : { signal }) })
    return await api.invoke('photo:import', { upload, patientId, extension: extensionOf(file) })
  } catch (error) {
    cancel()
    throw error
  } finally {
    signal?.removeEventListener('abort', cancel)
    unlisten()
  }
}

async function handOver(
  file: Blob,
  upload: string,
  { onProgress = () => {}, signal }: Control,
): Promise<void> {
  const total = file.size
  // What is too large is told by the services, from its size alone.
  const last = total > LARGEST_PICTURE_BYTES ? 0 : total
  let offset = 0
  do {
    if (signal?.aborted === true) throw cancelled()
    const part = file.slice(offset, Math.min(last, offset + UPLOAD_PART_BYTES))
    const bytes = new Uint8Array(await part.arrayBuffer())
    const { received } = await api.invoke('photo:upload', { upload, offset, total, bytes })
    offset = received
    onProgress(total === 0 ? 0 : (UPLOAD_SHARE * offset) / total)
  } while (offset < last)
}

/** SECURITY: the ending alone goes out; the name of the file may be the patient's. */
function extensionOf({ name = '' }: Readonly<{ name?: string }>): string {
  return /\.([A-Za-z0-9]{1,12})$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

function cancelled(): ApiError {
  return new ApiError({ kind: 'cancelled', message: 'Cancelled. Nothing was imported.' })
}
