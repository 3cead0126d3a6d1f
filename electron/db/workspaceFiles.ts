import {
  accessSync,
  closeSync,
  constants,
  openSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { KEYRING_FILE } from '../vault/keyringFile.ts'
import { asWorkspaceError, WorkspaceError } from '../vault/workspaceError.ts'

export const WORKSPACE_FILE = 'workspace.json'
export const DATABASE_FILE = 'board.db'
export const BACKUP_FOLDER = 'backups'

const WORKSPACE_VERSION = 1

const WorkspaceFile = z.strictObject({
  format: z.literal('metboard-workspace'),
  version: z.literal(WORKSPACE_VERSION),
  id: z.uuid(),
})

const Versioned = z.looseObject({
  format: z.literal('metboard-workspace'),
  version: z.int().positive(),
})

export function printWorkspaceFile(id: string): string {
  const file = { format: 'metboard-workspace', version: WORKSPACE_VERSION, id } as const
  return `${JSON.stringify(file satisfies z.infer<typeof WorkspaceFile>, null, 2)}\n`
}

/** The id of the workspace in a folder; throws missing, foreign, newer, damaged or noPermission. */
export function readWorkspaceId(folder: string): string {
  let text: string
  try {
    if (!statSync(folder).isDirectory()) throw new WorkspaceError('foreign')
  } catch (error) {
    throw asWorkspaceError(error) ?? error
  }
  try {
    text = readFileSync(join(folder, WORKSPACE_FILE), 'utf8')
  } catch (error) {
    const known = asWorkspaceError(error)
    throw known?.code === 'missing'
      ? new WorkspaceError('foreign', { cause: error })
      : (known ?? error)
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new WorkspaceError('damaged')
  }
  const versioned = Versioned.safeParse(json)
  if (!versioned.success) throw new WorkspaceError('foreign')
  if (versioned.data.version > WORKSPACE_VERSION) throw new WorkspaceError('newer')
  const file = WorkspaceFile.safeParse(json)
  if (!file.success) throw new WorkspaceError('damaged')
  return file.data.id
}

/** Throws readOnly or noPermission unless the folder and its files can be written. */
export function assertWritable(folder: string): void {
  for (const path of [folder, join(folder, DATABASE_FILE), join(folder, KEYRING_FILE)]) {
    try {
      accessSync(path, constants.R_OK)
    } catch (error) {
      const known = asWorkspaceError(error)
      throw known?.code === 'missing'
        ? new WorkspaceError('damaged', { cause: error })
        : (known ?? error)
    }
    try {
      accessSync(path, constants.W_OK)
    } catch (error) {
      throw new WorkspaceError('readOnly', { cause: error })
    }
  }
}

const PLAIN_HEADER = Buffer.from('SQLite format 3\0', 'latin1')

function readHead(file: string): Buffer {
  const head = Buffer.alloc(PLAIN_HEADER.length)
  const handle = openSync(file, 'r')
  try {
    return head.subarray(0, readSync(handle, head, 0, head.length, 0))
  } finally {
    closeSync(handle)
  }
}

/**
 * Whether a database file is not encrypted: MetBoard never writes one.
 * Only for a file that this process does not have open: closing any handle to it, also this one,
 * would give up the locks that SQLite holds on it (POSIX).
 */
export function isPlainDatabase(file: string): boolean {
  return readHead(file).equals(PLAIN_HEADER)
}
