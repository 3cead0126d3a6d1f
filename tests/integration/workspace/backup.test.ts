import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backupWorkspace } from '../../../electron/db/backup.ts'
import { openWorkspace } from '../../../electron/db/open.ts'
import { getPatient, insertPatient } from '../../../electron/db/queries/patients.ts'
import { verifyWorkspace } from '../../../electron/db/verify.ts'
import { buildPatient, NADIA, newWorkspace, refusalOf } from './support.ts'

test('a backup is a workspace of its own, as it was at that moment', async () => {
  const { workspace, recoveryKey } = await newWorkspace()
  insertPatient(workspace.db, buildPatient())
  const name = backupWorkspace(workspace, 'manual')
  insertPatient(workspace.db, buildPatient({ id: 'patient-2' }))
  expect(name).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ-manual$/)
  const folder = join(workspace.folder, 'backups', name)
  expect(readdirSync(folder).sort()).toEqual(['board.db', 'keyring.json', 'workspace.json'])
  for (const credentials of [NADIA, { recoveryKey }]) {
    const backup = await openWorkspace(folder, credentials)
    expect(getPatient(backup.db, 'patient-1')?.born).toBe('1950-02-03')
    expect(getPatient(backup.db, 'patient-2')).toBeNull()
    expect(verifyWorkspace(backup).map(each => each.check)).toEqual(['patients'])
    backup.close()
  }
})

test('two backups of one second have two names', async () => {
  const { workspace } = await newWorkspace()
  const names = [1, 2, 3].map(() => backupWorkspace(workspace, 'manual'))
  expect(new Set(names).size).toBe(3)
  expect(readdirSync(join(workspace.folder, 'backups')).sort()).toEqual(names.sort())
})

test('a backup that cannot be made leaves no half of one, and the workspace goes on', async () => {
  const { workspace } = await newWorkspace()
  const { db, folder } = workspace
  rmSync(join(folder, 'keyring.json'))
  expect((await refusalOf(() => backupWorkspace(workspace, 'manual'))).code).toBe('missing')
  expect(readdirSync(join(folder, 'backups'))).toEqual([])
  insertPatient(db, buildPatient())
  expect(getPatient(db, 'patient-1')?.revision).toBe(1)
})

test('a backup makes its folder again when somebody deleted it', async () => {
  const { workspace } = await newWorkspace()
  rmSync(join(workspace.folder, 'backups'), { recursive: true })
  const name = backupWorkspace(workspace, 'scheduled')
  expect(existsSync(join(workspace.folder, 'backups', name, 'board.db'))).toBe(true)
})
