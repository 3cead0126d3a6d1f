import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backupWorkspace } from '../../../electron/db/backup.ts'
import { openWorkspace } from '../../../electron/db/open.ts'
import { insertEntry } from '../../../electron/db/queries/entries.ts'
import { getPatient, insertPatient } from '../../../electron/db/queries/patients.ts'
import { verifyWorkspace } from '../../../electron/db/verify.ts'
import { attachmentsIn } from '../../../electron/vault/attachments.ts'
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

test('a backup has the pictures of its photographs, and keeps them when the workspace’s own are removed', async () => {
  const { workspace } = await newWorkspace()
  insertPatient(workspace.db, buildPatient())
  const attachments = attachmentsIn(workspace.folder, workspace.databaseKey)
  const name = await attachments.put([Buffer.from('notes'), Buffer.from('a picture')])
  await attachments.put([Buffer.from('named by nothing')])
  const body = { kind: 'photograph', picture: { attachment: name } }
  const entry = {
    id: 'photograph-1',
    patientId: 'patient-1',
    kind: 'photograph',
    body,
    position: 1,
  }
  insertEntry(workspace.db, entry)
  const folder = join(workspace.folder, 'backups', backupWorkspace(workspace, 'manual'))
  expect(readdirSync(join(folder, 'attachments'))).toEqual([name])
  attachments.remove([name])
  const backup = await openWorkspace(folder, NADIA)
  const kept = attachmentsIn(backup.folder, backup.databaseKey)
  expect(kept.readPart(name, 1).toString()).toBe('a picture')
  expect(verifyWorkspace(backup).map(each => each.check)).not.toContain('photographs')
  backup.close()
  expect(verifyWorkspace(workspace).map(each => each.check)).toContain('photographs')
})

test('a backup before a migration leaves the pictures where they are', async () => {
  const { workspace } = await newWorkspace()
  insertPatient(workspace.db, buildPatient())
  const attachments = attachmentsIn(workspace.folder, workspace.databaseKey)
  const name = await attachments.put([Buffer.from('a picture')])
  const body = { kind: 'photograph', picture: { attachment: name } }
  const entry = {
    id: 'photograph-1',
    patientId: 'patient-1',
    kind: 'photograph',
    body,
    position: 1,
  }
  insertEntry(workspace.db, entry)
  const folder = join(workspace.folder, 'backups', backupWorkspace(workspace, 'before-migration'))
  expect(existsSync(join(folder, 'attachments'))).toBe(false)
})
