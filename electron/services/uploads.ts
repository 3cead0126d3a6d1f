import type { Parsed } from '../../shared/ipc/contract.ts'
import { LARGEST_PICTURE_BYTES } from '../../shared/ipc/photoContract.ts'
import { pictureRefusal } from './pictureWords.ts'
import { cancelled, conflict, notFound } from './refusal.ts'

/** SECURITY: so many files are held in memory at most, each within the largest size; the oldest gives way. */
const MOST_UPLOADS = 4

type Upload = {
  bytes: Buffer
  received: number
  controller: AbortController
  isImporting: boolean
}

/** Files that are being handed over part by part; they are nowhere but in memory. */
export function createUploads() {
  const held = new Map<string, Upload>()

  function drop(id: string): void {
    const upload = held.get(id)
    if (upload === undefined) return
    upload.controller.abort()
    // What is being read is overwritten once it has been.
    if (upload.isImporting) return
    upload.bytes.fill(0)
    held.delete(id)
  }

  function begun(id: string, total: number): Upload {
    if (total === 0) throw pictureRefusal('empty')
    if (total > LARGEST_PICTURE_BYTES) throw pictureRefusal('tooLarge')
    const waiting = [...held].filter(([, each]) => !each.isImporting)
    const [oldest] = waiting
    if (held.size >= MOST_UPLOADS) {
      if (oldest === undefined)
        throw conflict(
          'Several photographs are being imported. Nothing was lost; wait for them, then try again.',
        )
      drop(oldest[0])
    }
    const upload = {
      bytes: Buffer.alloc(total),
      received: 0,
      controller: new AbortController(),
      isImporting: false,
    }
    held.set(id, upload)
    return upload
  }

  return {
    /** Takes the next part and says how much is there. */
    add: ({ upload: id, offset, total, bytes }: Parsed<'photo:upload'>): number => {
      const upload = held.get(id) ?? (offset === 0 ? begun(id, total) : null)
      if (upload === null) throw notFound('upload')
      const isNext =
        !upload.isImporting &&
        upload.bytes.length === total &&
        upload.received === offset &&
        offset + bytes.length <= total
      if (!isNext)
        throw conflict(
          'A part of the file came out of order. Nothing was imported; import it again.',
        )
      upload.bytes.set(bytes, offset)
      upload.received += bytes.length
      return upload.received
    },

    /** The whole file, for reading it; `end` overwrites it. */
    begin: (id: string): Readonly<{ bytes: Uint8Array; signal: AbortSignal; end: () => void }> => {
      const upload = held.get(id)
      if (upload === undefined) throw notFound('upload')
      if (upload.isImporting) throw conflict('This file is being imported already. Wait for it.')
      if (upload.received !== upload.bytes.length)
        throw conflict('The file was not handed over whole. Nothing was imported; import it again.')
      const { signal } = upload.controller
      if (signal.aborted) throw cancelled()
      upload.isImporting = true
      return {
        bytes: upload.bytes,
        signal,
        end: () => {
          upload.bytes.fill(0)
          held.delete(id)
        },
      }
    },

    drop,

    /** Forgets everything; what is being read is told to stop. */
    clear: (): void => {
      for (const id of [...held.keys()]) drop(id)
    },
  }
}
