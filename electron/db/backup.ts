import { randomBytes } from 'node:crypto'
import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { syncFile, syncFolder } from '../vault/atomicFile.ts'
import { KEYRING_FILE } from '../vault/keyringFile.ts'
import { WorkspaceError, withWorkspaceErrors } from '../vault/workspaceError.ts'
import { APPLICATION_ID, connect, readIntegerPragma } from './connection.ts'
import type { Workspace } from './open.ts'
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
