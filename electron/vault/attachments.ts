import { createHmac, type Hmac, randomBytes, timingSafeEqual } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
} from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncFolder } from './atomicFile.ts'
import {
  AttachmentDamaged,
  type AttachmentHeader,
  fileLength,
  keyOfFile,
  lengthInFile,
  MOST_HEADER_BYTES,
  newHeader,
  openPiece,
  PIECE_BYTES,
  parseHeader,
  piecesOf,
  sealPiece,
} from './attachmentFile.ts'
import type { DatabaseKey } from './databaseKey.ts'
import { asWorkspaceError, withWorkspaceErrors } from './workspaceError.ts'

export const ATTACHMENT_FOLDER = 'attachments'

const NAME = /^[0-9a-f]{64}$/
const HALF_WRITTEN = /^\.[0-9a-f]{16}\.tmp$/

/** The part by which a file is named; the last one, so that the small ones lie together at the beginning. */
function contentOf<T>(parts: readonly T[]): T {
  const content = parts.at(-1)
  if (content === undefined) throw new RangeError('an attachment has at least one part')
  return content
}

export type Attachments = ReturnType<typeof attachmentsIn>

/**
 * The encrypted files of a workspace, named by what is in them. A file is written whole or not at all, and never changed;
 * long work is done a piece at a time, so that nothing else waits for it.
 * SECURITY: nothing readable touches the disk, and a name is a keyed hash: who has a picture cannot tell whether it is here.
 */
export function attachmentsIn(workspaceFolder: string, key: DatabaseKey) {
  const folder = join(workspaceFolder, ATTACHMENT_FOLDER)
  const fileOf = (name: string) => {
    if (!NAME.test(name)) throw new RangeError('not the name of an attachment')
    return join(folder, name)
  }
  const namer = (): Hmac =>
    borrowed(key, 'metboard attachment names', each => createHmac('sha256', each))
  const fileKey = (header: AttachmentHeader, name: string): Buffer =>
    borrowed(key, 'metboard attachment contents', master => keyOfFile(master, header, name))

  /** The name of a file with this content. */
  async function nameOf(content: Uint8Array): Promise<string> {
    const hmac = namer()
    for (let at = 0; at < content.length; at += PIECE_BYTES) {
      hmac.update(content.subarray(at, at + PIECE_BYTES))
      await pause()
    }
    return hmac.digest('hex')
  }

  /** Keeps these parts under the name of the last one, safe on disk when it resolves; kept already, it is written anew. */
  async function put(parts: readonly Uint8Array[]): Promise<string> {
    const name = await nameOf(contentOf(parts))
    makeFolder()
    const temporary = join(folder, `.${randomBytes(8).toString('hex')}.tmp`)
    try {
      const handle = await open(temporary, 'wx', 0o600)
      try {
        await write(handle, name, parts)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(temporary, fileOf(name))
    } catch (error) {
      await rm(temporary, { force: true })
      throw asWorkspaceError(error) ?? error
    }
    syncFolder(folder)
    return name
  }

  async function write(
    handle: FileHandle,
    name: string,
    parts: readonly Uint8Array[],
  ): Promise<void> {
    const header = newHeader(parts.map(part => part.length))
    const own = fileKey(header, name)
    try {
      await writeWhole(handle, header.bytes)
      for (const [index, part] of parts.entries()) {
        let from = 0
        for (const piece of piecesOf(header, index)) {
          const plain = part.subarray(from, from + piece.length)
          await writeWhole(handle, sealPiece(own, header, piece, plain))
          from += piece.length
        }
      }
    } finally {
      own.fill(0)
    }
  }

  function makeFolder(): void {
    withWorkspaceErrors(() => {
      if (existsSync(folder)) return
      mkdirSync(folder, { mode: 0o700 })
      syncFolder(dirname(folder))
    })
  }

  /** Reads parts of a file one piece after the other; throws AttachmentDamaged, or `missing` where there is no file. */
  function* read(name: string, wanted: (parts: number) => readonly number[]): Generator<Buffer> {
    const handle = withWorkspaceErrors(() => openSync(fileOf(name), 'r'))
    let own: Buffer | null = null
    try {
      const header = headerOf(handle)
      own = fileKey(header, name)
      for (const part of wanted(header.lengths.length))
        for (const piece of piecesOf(header, part)) {
          const sealed = readAt(handle, piece.at, lengthInFile(piece))
          yield openPiece(own, header, piece, sealed)
        }
    } finally {
      own?.fill(0)
      closeSync(handle)
    }
  }

  return {
    nameOf,
    put,

    has: (name: string): boolean => existsSync(fileOf(name)),

    /** One part, for what is small. */
    readPart: (name: string, part: number): Buffer => Buffer.concat([...read(name, () => [part])]),

    /** The content, for what may be large. */
    readContent: async (name: string): Promise<Buffer> => {
      const pieces: Buffer[] = []
      for (const piece of read(name, count => [count - 1])) {
        pieces.push(piece)
        await pause()
      }
      return Buffer.concat(pieces)
    },

    /** Whether a file is there, every bit of it as it was written, and its content what its name says. */
    isSound: (name: string): boolean => {
      try {
        const hmac = namer()
        for (const _ of read(name, count => Array.from({ length: count - 1 }, (__, part) => part)));
        for (const piece of read(name, count => [count - 1])) hmac.update(piece)
        return timingSafeEqual(hmac.digest(), Buffer.from(name, 'hex'))
      } catch (error) {
        if (error instanceof AttachmentDamaged || asWorkspaceError(error) !== null) return false
        throw error
      }
    },

    /** The names of all files, how many are half written, and how many are none of ours. */
    list: (): Readonly<{ names: string[]; halfWritten: number; foreign: number }> => {
      const all = filesIn(folder)
      const names = all.filter(each => NAME.test(each))
      const halfWritten = all.filter(each => HALF_WRITTEN.test(each)).length
      return { names, halfWritten, foreign: all.length - names.length - halfWritten }
    },

    /** Deletes files; one that is gone already is none to delete. */
    remove: (names: readonly string[]): void => {
      if (names.length === 0) return
      withWorkspaceErrors(() => {
        for (const name of names) rmSync(fileOf(name), { force: true })
        if (existsSync(folder)) syncFolder(folder)
      })
    },

    /** Deletes what a crash left half written. */
    removeHalfWritten: (): number => {
      const left = filesIn(folder).filter(each => HALF_WRITTEN.test(each))
      for (const each of left) rmSync(join(folder, each), { force: true })
      return left.length
    },
  }
}

/** SECURITY: a derived key is overwritten as soon as it has been used. */
function borrowed<T>(key: DatabaseKey, purpose: string, use: (derived: Buffer) => T): T {
  const derived = key.derive(purpose)
  try {
    return use(derived)
  } finally {
    derived.fill(0)
  }
}

function headerOf(handle: number): AttachmentHeader {
  const { size } = fstatSync(handle)
  const header = parseHeader(readAt(handle, 0, Math.min(size, MOST_HEADER_BYTES)))
  if (fileLength(header) !== size) throw new AttachmentDamaged()
  return header
}

function readAt(handle: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let got = 0
  while (got < length) {
    const n = readSync(handle, bytes, got, length - got, at + got)
    if (n === 0) throw new AttachmentDamaged()
    got += n
  }
  return bytes
}

async function writeWhole(handle: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, at)
    at += bytesWritten
  }
}

function filesIn(folder: string): string[] {
  return existsSync(folder) ? withWorkspaceErrors(() => readdirSync(folder)) : []
}

function pause(): Promise<void> {
  return new Promise(resolve => {
    setImmediate(resolve)
  })
}
