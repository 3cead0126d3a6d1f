import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { syncFile, syncFolder } from '../vault/atomicFile.ts'
import { ATTACHMENT_FOLDER, attachmentsIn } from '../vault/attachments.ts'
import { KEYRING_FILE } from '../vault/keyringFile.ts'
import { WorkspaceError, withWorkspaceErrors } from '../vault/workspaceError.ts'
import { APPLICATION_ID, connect, readIntegerPragma } from './connection.ts'
import type { Workspace } from './open.ts'
import { picturesInUse } from './queries/photographs.ts'
import { BACKUP_FOLDER, DATABASE_FILE, WORKSPACE_FILE } from './workspaceFiles.ts'

export const BACKUP_REASONS = [
  'before-migration',
  'before-import',
  'before-restore',
  'manual',
  'scheduled',
] as const
export type BackupReason = (typeof BACKUP_REASONS)[number]

type Source = Pick<Workspace, 'db' | 'databaseKey' | 'folder'>

/** Opens a copy of the database by itself and reads all of it; throws `damaged`. */
function assertSound(file: string, { db, databaseKey }: Source): void {
  const copy = connect(file, databaseKey, { readonly: true })
  try {
    const version = readIntegerPragma(db, 'user_version')
    const isSound =
      copy.pragma('integrity_check', { simple: true }) === 'ok' &&
      readIntegerPragma(copy, 'application_id') === APPLICATION_ID &&
      readIntegerPragma(copy, 'user_version') === version
    if (!isSound) throw new WorkspaceError('damaged')
  } finally {
    copy.close()
  }
}

/**
 * Gives the copy the pictures that its photographs name. They are never changed, so a second name for the same bytes does
 * where the disk has that; what is removed later stays in the backup.
 */
function copyPictures({ db, databaseKey, folder }: Source, building: string): void {
  const names = picturesInUse(db)
  if (names.size === 0) return
  const attachments = attachmentsIn(folder, databaseKey)
  const target = join(building, ATTACHMENT_FOLDER)
  mkdirSync(target, { mode: 0o700 })
  for (const name of names) {
    // One that is gone from the workspace too is what `verify` is for; it keeps nobody from a backup of the rest.
    if (!attachments.has(name)) continue
    const [from, to] = [join(folder, ATTACHMENT_FOLDER, name), join(target, name)]
    try {
      linkSync(from, to)
    } catch {
      copyFileSync(from, to)
      syncFile(to)
    }
  }
  syncFolder(target)
}

function freeName(folder: string, reason: BackupReason): string {
  const stamp = new Date().toISOString().slice(0, 19).replace(/:/g, '-')
  const first = `${stamp}Z-${reason}`
  let name = first
  for (let n = 2; existsSync(join(folder, name)); n++) name = `${first}-${n}`
  return name
}

/**
 * Copies the workspace into a dated folder of its `backups` and checks the copy by reading it.
 * The copy is a workspace of its own, opened by the same passphrases; its name (date and reason,
 * in UTC) is returned. Not inside a transaction.
 */
export function backupWorkspace(source: Source, reason: BackupReason): string {
  const backups = join(source.folder, BACKUP_FOLDER)
  const building = join(backups, `.${randomBytes(6).toString('hex')}.new`)
  return withWorkspaceErrors(() => {
    try {
      mkdirSync(building, { recursive: true, mode: 0o700 })
      const database = join(building, DATABASE_FILE)
      // Encrypted under the same key as the database it is taken from.
      source.db.prepare('VACUUM INTO ?').run(database)
      chmodSync(database, 0o600)
      for (const name of [KEYRING_FILE, WORKSPACE_FILE]) {
        copyFileSync(join(source.folder, name), join(building, name))
      }
      assertSound(database, source)
      // A migration touches no picture: the backup before it stands beside them, and needs the database alone.
      if (reason !== 'before-migration') copyPictures(source, building)
      for (const name of [DATABASE_FILE, KEYRING_FILE, WORKSPACE_FILE]) {
        syncFile(join(building, name))
      }
      syncFolder(building)
      const name = freeName(backups, reason)
      renameSync(building, join(backups, name))
      syncFolder(backups)
      return name
    } catch (error) {
      rmSync(building, { recursive: true, force: true })
      throw error
    }
  })
}
