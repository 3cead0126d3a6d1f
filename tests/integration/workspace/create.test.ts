import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createWorkspace } from '../../../electron/db/create.ts'
import { openWorkspace } from '../../../electron/db/open.ts'
import { verifyWorkspace } from '../../../electron/db/verify.ts'
import {
  CHEAP_SCRYPT_N,
  hashFiles,
  makeReadOnly,
  NADIA,
  newWorkspace,
  refusalOf,
  temporaryFolder,
} from './support.ts'

const FIRST = { ...NADIA, role: 'oncologist', scryptN: CHEAP_SCRYPT_N } as const

describe('creating a workspace', () => {
  test('makes a folder with its four parts, open and sound', async () => {
    const { workspace } = await newWorkspace()
    expect(readdirSync(workspace.folder).sort()).toEqual([
      'backups',
      'board.db',
      'board.db-wal',
      'keyring.json',
      'workspace.json',
    ])
    expect(JSON.parse(readFileSync(join(workspace.folder, 'workspace.json'), 'utf8'))).toEqual({
      format: 'metboard-workspace',
      version: 1,
      id: workspace.workspaceId,
    })
    expect(workspace.user).toEqual({
      id: workspace.user.id,
      name: 'Nadia Test',
      role: 'oncologist',
    })
    expect(verifyWorkspace(workspace)).toEqual([])
  })

  test('is the first row of its history, with who began it', async () => {
    const { db, workspaceId, user } = (await newWorkspace()).workspace
    const rows = db
      .prepare<[], object>(
        'SELECT seq, entity, entity_id, kind, action, user_id, user_name, patient_id FROM changes',
      )
      .all()
    expect(rows).toEqual([
      {
        seq: 1,
        entity: 'workspace',
        entity_id: workspaceId,
        kind: 'workspace',
        action: 'create',
        user_id: user.id,
        user_name: 'Nadia Test',
        patient_id: null,
      },
    ])
  })

  test('sets the connection up so that a commit is on the disk and nothing spills in plain', async () => {
    const { db } = (await newWorkspace()).workspace
    const pragma = (name: string) => db.pragma(name, { simple: true })
    expect({
      journal: pragma('journal_mode'),
      synchronous: pragma('synchronous'),
      references: pragma('foreign_keys'),
      locking: pragma('locking_mode'),
      secureDelete: pragma('secure_delete'),
      tempStore: pragma('temp_store'),
      trustedSchema: pragma('trusted_schema'),
    }).toEqual({
      journal: 'wal',
      synchronous: 2,
      references: 1,
      locking: 'exclusive',
      secureDelete: 1,
      tempStore: 2,
      trustedSchema: 0,
    })
  })

  test('leaves one file for the data when it is closed, and closing twice does no harm', async () => {
    const { workspace } = await newWorkspace()
    workspace.close()
    workspace.close()
    expect(readdirSync(workspace.folder).sort()).toEqual([
      'backups',
      'board.db',
      'keyring.json',
      'workspace.json',
    ])
    expect(() => workspace.databaseKey.use(() => {})).toThrow()
  })

  test('lets only this computer account read the files', async () => {
    const { workspace } = await newWorkspace()
    const modes = ['.', 'board.db', 'board.db-wal', 'keyring.json', 'workspace.json'].map(
      name => statSync(join(workspace.folder, name)).mode & 0o077,
    )
    expect(modes).toEqual([0, 0, 0, 0, 0])
  })

  test('uses an empty folder and a folder whose parents are not there', async () => {
    const empty = join(temporaryFolder(), 'empty')
    mkdirSync(empty)
    const { workspace } = await newWorkspace(empty)
    expect(workspace.folder).toBe(empty)
    const deep = join(temporaryFolder(), 'a', 'b', 'c')
    expect((await newWorkspace(deep)).workspace.folder).toBe(deep)
  })

  test('never touches a folder that holds something', async () => {
    const folder = join(temporaryFolder(), 'full')
    mkdirSync(folder)
    writeFileSync(join(folder, 'letter.txt'), 'keep me')
    const before = hashFiles(folder)
    expect((await refusalOf(() => createWorkspace(folder, FIRST))).code).toBe('notEmpty')
    expect(hashFiles(folder)).toEqual(before)
  })

  test('leaves nothing behind when it cannot be finished', async () => {
    const parent = temporaryFolder()
    const weak = () => createWorkspace(join(parent, 'new'), { ...FIRST, passphrase: 'short' })
    expect((await refusalOf(weak)).code).toBe('weakPassphrase')
    const absurd = () => createWorkspace(join(parent, 'x', 'new'), { ...FIRST, scryptN: 1000 })
    await expect(absurd()).rejects.toThrow()
    expect(readdirSync(parent)).toEqual([])
    makeReadOnly(parent)
    const denied = await refusalOf(() => createWorkspace(join(parent, 'new'), FIRST))
    expect(['noPermission', 'readOnly']).toContain(denied.code)
    expect(readdirSync(parent)).toEqual([])
  })

  test('gives a recovery key that opens the workspace and is in none of its files', async () => {
    const { workspace, recoveryKey } = await newWorkspace()
    workspace.close()
    const { folder } = workspace
    const opened = await openWorkspace(folder, { recoveryKey })
    expect(opened.user).toEqual({ id: 'recovery', name: 'Recovery key', role: 'administrator' })
    opened.close()
    const plain = recoveryKey.replace(/-/g, '')
    for (const name of Object.keys(hashFiles(folder))) {
      const bytes = readFileSync(join(folder, name))
      expect([bytes.includes(recoveryKey), bytes.includes(plain)]).toEqual([false, false])
    }
    expect(existsSync(folder)).toBe(true)
  })
})
