import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { openWorkspace } from '../../../electron/db/open.ts'
import { insertPatient } from '../../../electron/db/queries/patients.ts'
import { getSetting } from '../../../electron/db/queries/settings.ts'
import {
  asWorkspaceError,
  WORKSPACE_ERROR_CODES,
  WorkspaceError,
} from '../../../electron/vault/workspaceError.ts'
import {
  buildPatient,
  closedWorkspace,
  hashFiles,
  makeReadOnly,
  NADIA,
  newWorkspace,
  refusalOf,
  startScript,
  temporaryFolder,
} from './support.ts'

const HOLD_OPEN = join(import.meta.dirname, 'holdOpen.ts')

/** Opens a folder that must be refused, and sees that not one byte of it was changed. */
async function refusalWithoutChange(folder: string): Promise<string> {
  const before = hashFiles(folder)
  const { code } = await refusalOf(() => openWorkspace(folder, NADIA))
  expect(hashFiles(folder)).toEqual(before)
  return code
}

/** A folder as a crash leaves it: with a log that is not yet in the database file. */
async function crashedWorkspace(): Promise<string> {
  const folder = await closedWorkspace()
  const { kill } = await startScript(HOLD_OPEN, [folder])
  await kill()
  expect(statSync(join(folder, 'board.db-wal')).size).toBeGreaterThan(0)
  return folder
}

/** A closed workspace of many pages. */
async function largeWorkspace(): Promise<string> {
  const { workspace } = await newWorkspace()
  const { db, folder } = workspace
  db.transaction(() => {
    for (let n = 0; n < 500; n++) insertPatient(db, buildPatient({ id: `patient-${n}` }))
  })()
  workspace.close()
  return folder
}

/** Bytes that are the same in every run. */
function noise(length: number): Buffer {
  const blocks: Buffer[] = []
  for (let n = 0; n * 32 < length; n++) {
    blocks.push(createHash('sha256').update(`noise ${n}`).digest())
  }
  return Buffer.concat(blocks).subarray(0, length)
}

describe('opening refuses, and leaves every byte as it was,', () => {
  test('a wrong passphrase', async () => {
    const folder = await closedWorkspace()
    const before = hashFiles(folder)
    const open = () => openWorkspace(folder, { ...NADIA, passphrase: 'nine winter lantern' })
    expect((await refusalOf(open)).code).toBe('wrongPassphrase')
    expect(hashFiles(folder)).toEqual(before)
  })

  test('a folder that is not there', async () => {
    const folder = join(temporaryFolder(), 'gone')
    expect((await refusalOf(() => openWorkspace(folder, NADIA))).code).toBe('missing')
    expect(existsSync(folder)).toBe(false)
  })

  test('an empty folder, a folder of other files and a file', async () => {
    const folder = temporaryFolder()
    expect(await refusalWithoutChange(folder)).toBe('foreign')
    writeFileSync(join(folder, 'workspace.json'), '{"format": "another program", "version": 1}')
    expect(await refusalWithoutChange(folder)).toBe('foreign')
    const file = join(folder, 'workspace.json')
    expect((await refusalOf(() => openWorkspace(file, NADIA))).code).toBe('foreign')
  })

  test.each([
    ['workspace.json', 'foreign'],
    ['keyring.json', 'damaged'],
    ['board.db', 'damaged'],
  ])('a workspace without its %s', async (name, code) => {
    const folder = await closedWorkspace()
    rmSync(join(folder, name))
    expect(await refusalWithoutChange(folder)).toBe(code)
  })

  test('a workspace file that is not readable, or of a newer release', async () => {
    const folder = await closedWorkspace()
    const file = join(folder, 'workspace.json')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace('"version": 1', '"version": 2'))
    expect(await refusalWithoutChange(folder)).toBe('newer')
    writeFileSync(file, text.slice(0, 40))
    expect(await refusalWithoutChange(folder)).toBe('damaged')
    writeFileSync(file, text.replace(/"id": "\w{4}/, '"id": "0000'))
    expect(await refusalWithoutChange(folder)).toBe('damaged')
  })

  test.each([0, 10, 1000, 4096, 5000, 40_960])('a database cut to %i bytes', async length => {
    const folder = await largeWorkspace()
    const file = join(folder, 'board.db')
    expect(statSync(file).size).toBeGreaterThan(length)
    truncateSync(file, length)
    expect(await refusalWithoutChange(folder)).toBe('damaged')
  })

  test('a database of random bytes', async () => {
    const folder = await closedWorkspace()
    writeFileSync(join(folder, 'board.db'), noise(65_536))
    expect(await refusalWithoutChange(folder)).toBe('damaged')
  })

  test('a database that is not encrypted', async () => {
    const folder = await closedWorkspace()
    const file = join(folder, 'board.db')
    rmSync(file)
    const plain = new Database(file)
    plain.exec('CREATE TABLE patients (id TEXT)')
    plain.close()
    expect(await refusalWithoutChange(folder)).toBe('foreign')
  })

  test('the database of another workspace', async () => {
    const folder = await closedWorkspace()
    const other = await closedWorkspace()
    renameSync(join(other, 'board.db'), join(folder, 'board.db'))
    expect(await refusalWithoutChange(folder)).toBe('damaged')
  })

  test('a database with a schema of a newer release', async () => {
    const { workspace } = await newWorkspace()
    workspace.db.pragma('user_version = 99990')
    workspace.close()
    expect(await refusalWithoutChange(workspace.folder)).toBe('newer')
  })

  test('a workspace that another process has open, until that process is killed', async () => {
    const folder = await closedWorkspace()
    const { kill } = await startScript(HOLD_OPEN, [folder])
    expect(await refusalWithoutChange(folder)).toBe('inUse')
    await kill()
    const workspace = await openWorkspace(folder, NADIA)
    expect(getSetting(workspace.db, 'held')).toEqual({ by: 'another process' })
    workspace.close()
  })

  test('a workspace that this process has open', async () => {
    const { workspace } = await newWorkspace()
    expect(await refusalWithoutChange(workspace.folder)).toBe('inUse')
    expect(getSetting(workspace.db, 'still')).toBeNull()
  })

  test('what a crash left, when it is damaged or newer, with its log', async () => {
    const folder = await crashedWorkspace()
    const open = () => openWorkspace(folder, NADIA, { testOnlyMigrations: [] })
    const before = hashFiles(folder)
    expect((await refusalOf(open)).code).toBe('newer')
    expect(hashFiles(folder)).toEqual(before)
    const file = join(folder, 'board.db')
    writeFileSync(file, noise(statSync(file).size))
    expect(await refusalWithoutChange(folder)).toBe('damaged')
  })

  test.each(['board.db', '.'])('a workspace whose %s is write-protected', async name => {
    const folder = await closedWorkspace()
    makeReadOnly(join(folder, name))
    expect(await refusalWithoutChange(folder)).toBe('readOnly')
  })
})

test('a damaged page in the middle is told when it is read, and nothing is repaired', async () => {
  const folder = await largeWorkspace()
  const file = join(folder, 'board.db')
  const bytes = readFileSync(file)
  noise(4096 * 20).copy(bytes, 4096 * 5)
  writeFileSync(file, bytes)
  const before = hashFiles(folder)
  let code: string | undefined
  try {
    const workspace = await openWorkspace(folder, NADIA)
    try {
      workspace.db.prepare('SELECT * FROM patients').all()
    } finally {
      workspace.close()
    }
  } catch (error) {
    code = asWorkspaceError(error)?.code
  }
  expect(code).toBe('damaged')
  expect(hashFiles(folder)).toEqual(before)
})

test('the folder can go and come back between two openings', async () => {
  const folder = await closedWorkspace()
  const away = `${folder}-away`
  renameSync(folder, away)
  expect((await refusalOf(() => openWorkspace(folder, NADIA))).code).toBe('missing')
  mkdirSync(folder)
  expect(await refusalWithoutChange(folder)).toBe('foreign')
  rmSync(folder, { recursive: true })
  renameSync(away, folder)
  const workspace = await openWorkspace(folder, NADIA)
  expect(workspace.user.name).toBe('Nadia Test')
  workspace.close()
})

test('every refusal has its own sentence, which says what was kept', () => {
  const sentences = WORKSPACE_ERROR_CODES.map(code => new WorkspaceError(code).message)
  expect(new Set(sentences).size).toBe(WORKSPACE_ERROR_CODES.length)
  expect(sentences.filter(each => !/\. .+\.$/.test(each))).toEqual([])
})
