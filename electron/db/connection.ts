import Database from 'better-sqlite3'
import type { DatabaseKey } from '../vault/databaseKey.ts'

/** A connection for functions that only read. */
export type ReadableDb = Database.Database & { readonly __readable: never }
/** A connection for functions that write; it can be given wherever one to read is asked for. */
export type WritableDb = ReadableDb & { readonly __writable: never }

/** `MBRD`, in the header of every MetBoard database. */
export const APPLICATION_ID = 0x4d425244

/** How long to wait for a file that another process holds for a moment. */
const BUSY_TIMEOUT_MS = 300

/**
 * Opens an encrypted database file without reading it; a wrong key shows at the first read.
 * SECURITY: ChaCha20-Poly1305 over every page, of the write-ahead log too, with the raw key.
 */
export function connect(
  file: string,
  key: DatabaseKey,
  { create = false, readonly = false }: { create?: boolean; readonly?: boolean } = {},
): WritableDb {
  const db = new Database(file, { readonly, fileMustExist: !create, timeout: BUSY_TIMEOUT_MS })
  try {
    db.pragma(`cipher = 'chacha20'`)
    key.use(bytes => {
      const raw = Buffer.concat([Buffer.from('raw:', 'ascii'), bytes])
      db.key(raw)
      raw.fill(0)
    })
    // Before anything is read: whatever SQLite sorts or spills stays in memory.
    db.pragma('temp_store = MEMORY')
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
  } catch (error) {
    db.close()
    throw error
  }
  return db as WritableDb
}

/**
 * Takes the file for this process alone and makes every commit wait for the disk.
 * The lock belongs to the process, so a crash frees it.
 */
export function prepareForWriting(db: WritableDb): void {
  // Exclusive before the first read, so that the index of the log lies in memory and not in a file.
  db.pragma('locking_mode = EXCLUSIVE')
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  // macOS only: without these a commit may still lie in the drive's own cache.
  db.pragma('fullfsync = ON')
  db.pragma('checkpoint_fullfsync = ON')
  db.pragma('foreign_keys = ON')
  db.pragma('secure_delete = ON')
  db.pragma('cache_size = -65536')
  db.pragma('journal_size_limit = 67108864')
}

/** A pragma that is one integer. */
export function readIntegerPragma(db: ReadableDb, name: string): number {
  const value = db.pragma(name, { simple: true })
  if (typeof value !== 'number') throw new TypeError(`pragma ${name} is not a number`)
  return value
}
