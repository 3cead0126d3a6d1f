import { asWorkspaceError, WorkspaceError } from '../vault/workspaceError.ts'
import { readIntegerPragma, type WritableDb } from './connection.ts'
import { MIGRATIONS } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'

function assertVersionsRise(migrations: readonly Migration[]): void {
  let last = 0
  for (const { version, name } of migrations) {
    if (version <= last || version % 10 !== 0) {
      throw new Error(`migration ${version} (${name}) must be a multiple of ten above ${last}`)
    }
    last = version
  }
}

/** The newest schema that a list of migrations reaches. */
export function latestVersion(migrations: readonly Migration[] = MIGRATIONS): number {
  return migrations.at(-1)?.version ?? 0
}

/** The migrations a database still needs; throws `newer` when a later release made it. */
export function pendingMigrations(
  db: WritableDb,
  migrations: readonly Migration[] = MIGRATIONS,
): readonly Migration[] {
  assertVersionsRise(migrations)
  const version = readIntegerPragma(db, 'user_version')
  if (version > latestVersion(migrations)) throw new WorkspaceError('newer')
  return migrations.filter(each => each.version > version)
}

/**
 * Brings a database to the newest schema, all steps in one transaction or none.
 * `backup` names the backup made before, for the message; a full disk is told as that.
 */
export function migrate(
  db: WritableDb,
  {
    migrations = MIGRATIONS,
    backup = null,
  }: { migrations?: readonly Migration[]; backup?: string | null } = {},
): void {
  const pending = pendingMigrations(db, migrations)
  if (pending.length === 0) return
  // Tables are rebuilt with their references off; the check below stands in for them.
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => {
      for (const { up } of pending) up(db)
      const broken = db.pragma('foreign_key_check')
      if (!Array.isArray(broken) || broken.length > 0) throw new Error('a reference is broken')
      db.pragma(`user_version = ${latestVersion(pending)}`)
    }).exclusive()
  } catch (error) {
    const known = asWorkspaceError(error)
    if (known?.code === 'diskFull') throw known
    throw new WorkspaceError('migrationFailed', { cause: error, backup })
  } finally {
    db.pragma('foreign_keys = ON')
  }
}
