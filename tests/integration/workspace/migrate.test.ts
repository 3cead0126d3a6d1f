import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { latestVersion, migrate } from '../../../electron/db/migrate.ts'
import { MIGRATIONS } from '../../../electron/db/migrations/index.ts'
import type { Migration } from '../../../electron/db/migrations/migration.ts'
import { openWorkspace } from '../../../electron/db/open.ts'
import { getPatient, insertPatient } from '../../../electron/db/queries/patients.ts'
import { buildPatient, hashFiles, NADIA, newWorkspace, refusalOf } from './support.ts'

const NEXT = latestVersion() + 10
const addColour: Migration = {
  version: NEXT,
  name: 'add-colour',
  up: db => db.exec(`ALTER TABLE patients ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'`),
}
const MIGRATIONS_FOLDER = join(import.meta.dirname, '../../../electron/db/migrations')

async function workspaceWithPatient(): Promise<string> {
  const { workspace } = await newWorkspace()
  insertPatient(workspace.db, buildPatient())
  workspace.close()
  return workspace.folder
}

test('makes a backup of the old form, then brings the database to the new one', async () => {
  const folder = await workspaceWithPatient()
  const migrated = await openWorkspace(folder, NADIA, {
    testOnlyMigrations: [...MIGRATIONS, addColour],
  })
  expect([
    migrated.db.pragma('user_version', { simple: true }),
    migrated.db.prepare('SELECT id, colour FROM patients').all(),
  ]).toEqual([NEXT, [{ id: 'patient-1', colour: 'grey' }]])
  migrated.close()
  const [backup, ...others] = readdirSync(join(folder, 'backups'))
  expect(others).toEqual([])
  expect(backup).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ-before-migration$/)
  const old = await openWorkspace(join(folder, 'backups', String(backup)), NADIA)
  expect(old.db.pragma('user_version', { simple: true })).toBe(latestVersion())
  expect(getPatient(old.db, 'patient-1')?.sortName).toBe('testa, nadia')
  old.close()
})

test('makes no backup when nothing is pending', async () => {
  const folder = await workspaceWithPatient()
  const workspace = await openWorkspace(folder, NADIA)
  workspace.close()
  expect(readdirSync(join(folder, 'backups'))).toEqual([])
})

test.each<[string, Migration['up']]>([
  [
    'throws',
    () => {
      throw new Error('it went wrong')
    },
  ],
  [
    'breaks a reference',
    db =>
      db.exec(`INSERT INTO entries VALUES ('entry-1', 'nobody', 'note', '{}', 1, 0, 1)`) &&
      undefined,
  ],
])('takes back all steps when one of them %s, and names the backup', async (_, up) => {
  const folder = await workspaceWithPatient()
  const { 'board.db': before } = hashFiles(folder)
  const broken: Migration = { version: NEXT + 10, name: 'broken', up }
  const open = () =>
    openWorkspace(folder, NADIA, { testOnlyMigrations: [...MIGRATIONS, addColour, broken] })
  const refusal = await refusalOf(open)
  const [backup] = readdirSync(join(folder, 'backups'))
  expect([refusal.code, refusal.backup]).toEqual(['migrationFailed', backup])
  expect(refusal.message).toContain(String(backup))
  expect(hashFiles(folder)['board.db']).toBe(before)
  const workspace = await openWorkspace(folder, NADIA)
  expect(getPatient(workspace.db, 'patient-1')?.revision).toBe(1)
  workspace.close()
})

test('lets a migration rebuild a table that others refer to', async () => {
  const folder = await workspaceWithPatient()
  const rebuild: Migration = {
    version: NEXT,
    name: 'rebuild',
    up: db => {
      db.exec(`CREATE TABLE new_patients AS SELECT * FROM patients; DROP TABLE patients;
        ALTER TABLE new_patients RENAME TO patients; CREATE UNIQUE INDEX p ON patients (id)`)
    },
  }
  const workspace = await openWorkspace(folder, NADIA, {
    testOnlyMigrations: [...MIGRATIONS, rebuild],
  })
  expect(workspace.db.pragma('foreign_keys', { simple: true })).toBe(1)
  workspace.close()
})

test('refuses a list of migrations whose versions do not rise in tens', async () => {
  const { workspace } = await newWorkspace()
  const wrong = [
    [addColour, addColour],
    [{ ...addColour, version: NEXT + 1 }],
    [addColour, { ...addColour, version: NEXT - 10 }],
  ]
  for (const migrations of wrong) {
    expect(() => migrate(workspace.db, { migrations })).toThrow('multiple of ten')
  }
})

test('every migration is in the list under its own number and name, and has a test', () => {
  const files = readdirSync(MIGRATIONS_FOLDER)
    .filter(name => /^\d/.test(name))
    .map(name => name.replace(/\.ts$/, ''))
  const listed = MIGRATIONS.map(
    ({ version, name }) => `${String(version).padStart(4, '0')}-${name}`,
  )
  const tested = readdirSync(join(import.meta.dirname, 'migrations')).map(name =>
    name.replace(/\.test\.ts$/, ''),
  )
  expect(listed).toEqual(files.sort())
  expect(tested.sort()).toEqual(listed)
})
