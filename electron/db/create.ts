import { randomBytes, randomUUID } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { syncFile, syncFolder } from '../vault/atomicFile.ts'
import { DatabaseKey } from '../vault/databaseKey.ts'
import { createKeyring, type NewUser } from '../vault/keyring.ts'
import { writeKeyring } from '../vault/keyringFile.ts'
import { passphraseProblem } from '../vault/passphrase.ts'
import { asWorkspaceError, WorkspaceError } from '../vault/workspaceError.ts'
import { APPLICATION_ID, connect, prepareForWriting, type WritableDb } from './connection.ts'
import { migrate } from './migrate.ts'
import { openWorkspace, type Workspace } from './open.ts'
import { appendChange } from './queries/changes.ts'
import {
  BACKUP_FOLDER,
  DATABASE_FILE,
  printWorkspaceFile,
  WORKSPACE_FILE,
} from './workspaceFiles.ts'

/** The first user of a new workspace. */
export type FirstUser = Readonly<{
  userName: string
  role: NewUser['role']
  passphrase: string
  /** Cost of scrypt; the product's own when not given. */
  scryptN?: number
}>

type Beginning = Readonly<{ workspaceId: string; userId: string; userName: string }>

/** The first row of the history: since when there is one, and who began it. */
function recordBeginning(db: WritableDb, { workspaceId, userId, userName }: Beginning): void {
  db.transaction(() => {
    appendChange(db, {
      at: new Date().toISOString(),
      userId,
      userName,
      patientId: null,
      entity: 'workspace',
      entityId: workspaceId,
      kind: 'workspace',
      action: 'create',
      before: null,
      after: null,
      act: randomUUID(),
      undoes: null,
    })
  }).immediate()
}

function createDatabase(file: string, key: DatabaseKey, beginning: Beginning): void {
  const db = connect(file, key, { create: true })
  try {
    prepareForWriting(db)
    db.pragma(`application_id = ${APPLICATION_ID}`)
    migrate(db)
    recordBeginning(db, beginning)
  } finally {
    db.close()
  }
}

/** Writes all files of a workspace into an empty folder; returns the recovery key. */
async function build(folder: string, key: DatabaseKey, first: FirstUser): Promise<string> {
  const id = randomUUID()
  const { userName: name, role, passphrase, scryptN } = first
  const user = { name, role, passphrase }
  const { keyring, recoveryKey } = await createKeyring(
    id,
    key,
    scryptN === undefined ? user : { ...user, scryptN },
  )
  writeKeyring(folder, keyring)
  const database = join(folder, DATABASE_FILE)
  const firstUser = keyring.users[0]
  if (firstUser === undefined) throw new Error('a keyring without its first user')
  createDatabase(database, key, { workspaceId: id, userId: firstUser.id, userName: name })
  chmodSync(database, 0o600)
  syncFile(database)
  mkdirSync(join(folder, BACKUP_FOLDER), { mode: 0o700 })
  // Last, because a folder without this file is no workspace.
  writeFileSync(join(folder, WORKSPACE_FILE), printWorkspaceFile(id), { mode: 0o600, flag: 'wx' })
  syncFile(join(folder, WORKSPACE_FILE))
  syncFolder(folder)
  return recoveryKey
}

/**
 * Creates a workspace in a new or empty folder, whole or not at all, and opens it.
 * The recovery key is in no file: it must be shown now. Throws notEmpty, weakPassphrase, diskFull,
 * noPermission or readOnly.
 */
export async function createWorkspace(
  folder: string,
  first: FirstUser,
): Promise<{ workspace: Workspace; recoveryKey: string }> {
  if (passphraseProblem(first.passphrase) !== null) throw new WorkspaceError('weakPassphrase')
  const target = resolve(folder)
  const parent = dirname(target)
  const key = DatabaseKey.random()
  let made: string | undefined
  let building: string | undefined
  try {
    // 1. Never over anything.
    if (existsSync(target) && readdirSync(target).length > 0) throw new WorkspaceError('notEmpty')
    // 2. Everything is built beside its place.
    made = mkdirSync(parent, { recursive: true })
    building = join(parent, `.${basename(target)}.${randomBytes(6).toString('hex')}.new`)
    mkdirSync(building, { mode: 0o700 })
    const recoveryKey = await build(building, key, first)
    // 3. One rename puts it there. Windows cannot rename over a folder, not even an empty one.
    if (existsSync(target)) rmdirSync(target)
    renameSync(building, target)
    syncFolder(parent)
    // 4. Opened as anybody would open it.
    const { userName, passphrase } = first
    const workspace = await openWorkspace(target, { userName, passphrase })
    return { workspace, recoveryKey }
  } catch (error) {
    if (building !== undefined) rmSync(building, { recursive: true, force: true })
    if (made !== undefined && !existsSync(target)) rmSync(made, { recursive: true, force: true })
    const known = asWorkspaceError(error)
    if (known?.code === 'missing') throw new WorkspaceError('noPermission', { cause: error })
    throw known ?? error
  } finally {
    key.destroy()
  }
}
