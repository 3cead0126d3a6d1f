import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { DatabaseKey } from '../vault/databaseKey.ts'
import {
  type Unlocked,
  type UserChoice,
  unlockWithPassphrase,
  unlockWithRecoveryKey,
  type WorkspaceUser,
} from '../vault/keyring.ts'
import { readKeyring } from '../vault/keyringFile.ts'
import { WorkspaceError, withWorkspaceErrors } from '../vault/workspaceError.ts'
import { backupWorkspace } from './backup.ts'
import {
  APPLICATION_ID,
  connect,
  prepareForWriting,
  type ReadableDb,
  readIntegerPragma,
  type WritableDb,
} from './connection.ts'
import { migrate, pendingMigrations } from './migrate.ts'
import { MIGRATIONS } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'
import {
  assertWritable,
  DATABASE_FILE,
  isPlainDatabase,
  readWorkspaceId,
} from './workspaceFiles.ts'

/** An open workspace: this process alone has it until `close`. */
export type Workspace = Readonly<{
  db: WritableDb
  user: WorkspaceUser
  workspaceId: string
  folder: string
  databaseKey: DatabaseKey
  close: () => void
}>

export type Credentials =
  | (UserChoice & Readonly<{ passphrase: string }>)
  | Readonly<{ recoveryKey: string }>

function unlock(folder: string, workspaceId: string, credentials: Credentials): Promise<Unlocked> {
  const keyring = readKeyring(folder)
  if (keyring.workspaceId !== workspaceId) throw new WorkspaceError('damaged')
  return 'recoveryKey' in credentials
    ? Promise.resolve(unlockWithRecoveryKey(keyring, credentials.recoveryKey))
    : unlockWithPassphrase(keyring, credentials, credentials.passphrase)
}

/** Throws damaged or newer, unless this is a MetBoard database with a schema this release knows. */
function assertKnown(db: WritableDb, migrations: readonly Migration[]): void {
  if (readIntegerPragma(db, 'application_id') !== APPLICATION_ID)
    throw new WorkspaceError('damaged')
  pendingMigrations(db, migrations)
}

/** A read of the schema, which fails at once for a wrong key, a cut file or a held lock. */
function touch(db: ReadableDb): void {
  db.prepare('SELECT count(*) FROM sqlite_schema').get()
}

/**
 * Looks into a database that a crash left with its log, without taking the log in: closing a
 * writing connection would do that even after a refusal, and a refused file must stay as it is.
 */
function inspectAfterCrash(file: string, key: DatabaseKey, migrations: readonly Migration[]): void {
  const index = `${file}-shm`
  const hadIndex = existsSync(index)
  const db = connect(file, key, { readonly: true })
  try {
    touch(db)
    assertKnown(db, migrations)
  } finally {
    db.close()
    // Only the index that reading made; it holds no data, and the lock above kept others out.
    if (!hadIndex) rmSync(index, { force: true })
  }
}

function openDatabase(
  folder: string,
  key: DatabaseKey,
  migrations: readonly Migration[],
): WritableDb {
  const file = join(folder, DATABASE_FILE)
  if (existsSync(`${file}-wal`)) inspectAfterCrash(file, key, migrations)
  const db = connect(file, key)
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    touch(db)
    assertKnown(db, migrations)
    prepareForWriting(db)
    const pending = pendingMigrations(db, migrations)
    if (pending.length > 0) {
      const backup = backupWorkspace({ db, databaseKey: key, folder }, 'before-migration')
      migrate(db, { migrations, backup })
    }
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Opens a workspace for one user; every expected failure is a WorkspaceError and leaves the files
 * as they were.
 */
export async function openWorkspace(
  folder: string,
  credentials: Credentials,
  { testOnlyMigrations = MIGRATIONS }: { testOnlyMigrations?: readonly Migration[] } = {},
): Promise<Workspace> {
  const path = resolve(folder)
  // 1. Is it a workspace, and of a form that this release knows?
  const workspaceId = readWorkspaceId(path)
  // 2. Can it be written? Told before a person has waited for the passphrase.
  assertWritable(path)
  // 3. The passphrase gives the database key. Nothing of the database is touched until it fits.
  const { databaseKey, user } = await unlock(path, workspaceId, credentials)
  try {
    // 4. Look after a crash, take the lock, check, migrate after a backup.
    const db = withWorkspaceErrors(() => openDatabase(path, databaseKey, testOnlyMigrations))
    return toWorkspace({ db, user, workspaceId, folder: path, databaseKey })
  } catch (error) {
    databaseKey.destroy()
    throw isForeign(error, join(path, DATABASE_FILE)) ? new WorkspaceError('foreign') : error
  }
}

/** Looked at only after a refusal, when no connection of this process can hold the file. */
function isForeign(error: unknown, file: string): boolean {
  return error instanceof WorkspaceError && error.code === 'damaged' && isPlainDatabase(file)
}

function toWorkspace(opened: Omit<Workspace, 'close'>): Workspace {
  const { db, databaseKey } = opened
  // 5. Closing takes the log into the file and removes it; a second call does nothing.
  const close = () => {
    if (db.open) db.close()
    databaseKey.destroy()
  }
  return Object.freeze({ ...opened, close })
}
