import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import {
  addTestUser,
  dumpFolder,
  openTestWorkspace,
  PASSPHRASE,
  startTestApp,
  switchUser,
  type TestApp,
  USER,
} from '../../support/workspace.ts'

const MINUTE = 60_000
const apps: TestApp[] = []

async function opened(options: Parameters<typeof openTestWorkspace>[0] = {}) {
  const app = await openTestWorkspace(options)
  apps.push(app)
  return app
}

function started(options: Parameters<typeof startTestApp>[0] = {}): TestApp {
  const app = startTestApp(options)
  apps.push(app)
  return app
}

afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
})

function unlock(app: TestApp, passphrase = PASSPHRASE, userName = USER) {
  return app.ask('workspace:unlock', { folder: app.folder, userName, passphrase })
}

/** The problem of a refusal, or its kind; null for an answer. */
async function problemOf(reply: ReturnType<TestApp['ask']>): Promise<string | null> {
  const answer = await reply
  if (answer.ok) return null
  return answer.error.kind === 'workspace' ? answer.error.problem : answer.error.kind
}

describe('a session', () => {
  test('is open after creating a workspace, with a recovery key shown once', async () => {
    const app = await opened()
    expect(app.recoveryKey).toMatch(/^([0-9A-Z]{4}-){8}[0-9A-Z]{4}$/)
    expect(await app.get('session:state', {})).toMatchObject({
      state: 'open',
      workspace: { name: 'Test board', folder: app.folder, demo: false },
      user: { name: USER, role: 'oncologist' },
      idleMinutes: 10,
    })
    for (const bytes of Object.values(dumpFolder(app.workspacesFolder)))
      expect(Buffer.from(bytes, 'base64').includes(app.recoveryKey)).toBe(false)
  })

  test('closes on lock, says so, and refuses everything until it is opened again', async () => {
    const app = await opened()
    const closed = await app.get('workspace:lock', {})
    const known = [{ folder: app.folder, name: 'Test board', demo: false, users: [USER] }]
    expect(closed).toEqual({ state: 'closed', known })
    expect(app.events.at(-1)).toEqual({ event: 'session:changed', payload: closed })
    expect(await problemOf(app.ask('settings:get', {}))).toBe('locked')
    expect(await problemOf(unlock(app))).toBeNull()
    expect(await problemOf(app.ask('settings:get', {}))).toBeNull()
  })

  test('refuses a second workspace while one is open', async () => {
    const app = await opened()
    const before = await app.get('session:state', {})
    expect(await problemOf(unlock(app))).toBe('conflict')
    expect(await problemOf(app.ask('workspace:openDemo', {}))).toBe('conflict')
    expect(await app.get('session:state', {})).toEqual(before)
  })

  test('opens once when it is asked twice at the same time', async () => {
    const app = await opened()
    await app.get('workspace:lock', {})
    const replies = await Promise.all([unlock(app), unlock(app)])
    expect(replies.map(reply => reply.ok)).toEqual([true, false])
    await app.get('workspace:lock', {})
    expect(await problemOf(unlock(app))).toBeNull()
  })

  test('is refused to another process that has the workspace open', async () => {
    const app = await opened()
    const other = started({ workspacesFolder: app.workspacesFolder })
    expect(await problemOf(unlock(other))).toBe('inUse')
  })
})

describe('a wrong passphrase', () => {
  test('changes nothing and is told apart from an unknown user', async () => {
    const app = await opened()
    await app.get('workspace:lock', {})
    const before = dumpFolder(app.workspacesFolder)
    expect(await problemOf(unlock(app, 'wrong passphrase'))).toBe('wrongPassphrase')
    expect(await problemOf(unlock(app, PASSPHRASE, 'Nobody'))).toBe('unknownUser')
    expect(dumpFolder(app.workspacesFolder)).toEqual(before)
  })

  test('costs a growing wait after the third, even for the right one', async () => {
    const app = await opened()
    await app.get('workspace:lock', {})
    for (let n = 0; n < 3; n += 1)
      expect(await problemOf(unlock(app, 'wrong passphrase'))).toBe('wrongPassphrase')
    const reply = await unlock(app)
    expect(reply).toMatchObject({ ok: false, error: { problem: 'throttled' } })
    expect(JSON.stringify(reply)).toContain('wait 5 seconds')
    app.clock.advance(5_000)
    expect(await problemOf(unlock(app, 'wrong passphrase'))).toBe('wrongPassphrase')
    app.clock.advance(9_999)
    expect(await problemOf(unlock(app))).toBe('throttled')
    app.clock.advance(1)
    expect(await problemOf(unlock(app))).toBeNull()
  })

  test('counts for the folder, not for the user, and recovery keys count too', async () => {
    const app = await opened()
    await addTestUser(app, 'Second', 'coordinator')
    await app.get('workspace:lock', {})
    await unlock(app, 'wrong passphrase', USER)
    await unlock(app, 'wrong passphrase', 'Second')
    const recover = { folder: app.folder, userName: USER, newPassphrase: 'a new passphrase' }
    const recoveryKey = Array.from({ length: 9 }, () => '0000').join('-')
    expect(await problemOf(app.ask('workspace:recover', { ...recover, recoveryKey }))).toBe(
      'wrongRecoveryKey',
    )
    expect(await problemOf(unlock(app))).toBe('throttled')
  })

  test('is forgotten once the right one was given', async () => {
    const app = await opened()
    for (let round = 0; round < 3; round += 1) {
      await app.get('workspace:lock', {})
      expect(await problemOf(unlock(app, 'wrong passphrase'))).toBe('wrongPassphrase')
      expect(await problemOf(unlock(app, 'wrong passphrase'))).toBe('wrongPassphrase')
      expect(await problemOf(unlock(app))).toBeNull()
    }
  })
})

describe('the lock on idle', () => {
  test('comes after ten minutes without a touch', async () => {
    const app = await opened()
    app.clock.advance(10 * MINUTE - 1)
    expect((await app.get('session:state', {})).state).toBe('open')
    app.clock.advance(1)
    expect((await app.get('session:state', {})).state).toBe('closed')
    expect(app.events.at(-1)).toMatchObject({ payload: { state: 'closed' } })
  })

  test('is put off by each touch', async () => {
    const app = await opened()
    for (let n = 0; n < 5; n += 1) {
      app.clock.advance(9 * MINUTE)
      await app.get('session:touch', {})
    }
    expect((await app.get('session:state', {})).state).toBe('open')
    app.clock.advance(10 * MINUTE)
    expect((await app.get('session:state', {})).state).toBe('closed')
  })

  test('comes before anything else when the machine has slept through it', async () => {
    let now = Date.parse('2026-11-22T08:00:00Z')
    const app = await opened()
    const { createSession } = await import('../../../electron/services/session.ts')
    const session = createSession({
      workspacesFolder: app.workspacesFolder,
      demo: { create: () => Promise.resolve(), userName: '', passphrase: '' },
      // Timers stand still while a machine sleeps; its clock does not.
      clock: { now: () => new Date(now), after: () => () => {} },
      emit: () => {},
      log: { bug: () => '' },
      scryptN: 1024,
    })
    await app.get('workspace:lock', {})
    await session.unlock({ folder: app.folder, userName: USER, passphrase: PASSPHRASE })
    now += 11 * MINUTE
    expect(() => session.need('read')).toThrow('locked')
    expect(session.state().state).toBe('closed')
  })

  test('waits as long as the workspace says', async () => {
    const app = await opened()
    const { db } = app.services.session.need('read').workspace
    db.prepare(`INSERT INTO settings (key, value) VALUES ('idleMinutes', '2')`).run()
    await switchUser(app, USER)
    expect(await app.get('session:state', {})).toMatchObject({ idleMinutes: 2 })
    app.clock.advance(2 * MINUTE)
    expect((await app.get('session:state', {})).state).toBe('closed')
  })
})

describe('the recovery key', () => {
  test('gives one user a new passphrase; the others keep theirs', async () => {
    const app = await opened()
    await addTestUser(app, 'Second', 'coordinator')
    await app.get('workspace:lock', {})
    const { folder, recoveryKey } = app
    const request = { folder, recoveryKey, userName: USER, newPassphrase: 'entirely new words' }
    expect(await app.get('workspace:recover', request)).toMatchObject({
      state: 'open',
      user: { name: USER, role: 'oncologist' },
    })
    await app.get('workspace:lock', {})
    expect(await problemOf(unlock(app))).toBe('wrongPassphrase')
    expect(await problemOf(unlock(app, 'entirely new words'))).toBeNull()
    await app.get('workspace:lock', {})
    expect(await problemOf(unlock(app, PASSPHRASE, 'Second'))).toBeNull()
  })

  test('changes nothing for an unknown user or a weak passphrase', async () => {
    const app = await opened()
    await app.get('workspace:lock', {})
    const before = dumpFolder(app.workspacesFolder)
    const { folder, recoveryKey } = app
    const request = { folder, recoveryKey, userName: USER, newPassphrase: 'entirely new words' }
    expect(await problemOf(app.ask('workspace:recover', { ...request, userName: 'X' }))).toBe(
      'unknownUser',
    )
    expect(await problemOf(app.ask('workspace:recover', { ...request, newPassphrase: 'x' }))).toBe(
      'weakPassphrase',
    )
    expect(Object.keys(dumpFolder(app.workspacesFolder))).toEqual(Object.keys(before))
    expect(dumpFolder(folder)['keyring.json']).toBe(before['Test board/keyring.json'])
    expect(await problemOf(unlock(app))).toBeNull()
  })
})

describe('creating a workspace', () => {
  const request = { userName: USER, role: 'oncologist', passphrase: PASSPHRASE } as const

  test.each([
    ['a relative path', 'somewhere', 'invalidInput'],
    ['a null character', '/tmp/a\0b', 'invalidInput'],
    ['a name that no disk takes', `/tmp/${'x'.repeat(300)}`, 'invalidInput'],
  ])('refuses %s', async (_, folder, problem) => {
    const app = started()
    expect(await problemOf(app.ask('workspace:create', { ...request, folder }))).toBe(problem)
    expect(app.log).toEqual([])
  })

  test('refuses a folder with something in it and leaves that alone', async () => {
    const app = started()
    mkdirSync(app.folder, { recursive: true })
    writeFileSync(join(app.folder, 'letter.txt'), 'keep me')
    const reply = await app.ask('workspace:create', { ...request, folder: app.folder })
    expect(reply).toMatchObject({ error: { problem: 'notEmpty' } })
    expect(Object.keys(dumpFolder(app.folder))).toEqual(['letter.txt'])
  })

  test('refuses a weak passphrase and a user name that is too long, and makes nothing', async () => {
    const app = started()
    const { folder } = app
    const weak = { ...request, folder, passphrase: 'short' }
    expect(await problemOf(app.ask('workspace:create', weak))).toBe('weakPassphrase')
    const long = { ...request, folder, userName: 'x'.repeat(101) }
    expect(await problemOf(app.ask('workspace:create', long))).toBe('invalidInput')
    expect(existsSync(folder)).toBe(false)
  })

  test('refuses a folder that is a file', async () => {
    const app = started()
    const folder = join(app.workspacesFolder, 'file')
    writeFileSync(folder, 'x')
    expect(await problemOf(app.ask('workspace:create', { ...request, folder }))).not.toBeNull()
    expect(readFileSync(folder, 'utf8')).toBe('x')
    expect(app.log).toEqual([])
  })
})

describe('opening a folder', () => {
  test.each([
    ['that is not there', (folder: string) => `${folder} elsewhere`, 'missing'],
    ['that is no workspace', (folder: string) => join(folder, '..'), 'foreign'],
    ['that is named by a relative path', () => 'here', 'invalidInput'],
  ])('%s is refused', async (_, choose, problem) => {
    const app = await opened()
    await app.get('workspace:lock', {})
    const request = { folder: choose(app.folder), userName: USER, passphrase: PASSPHRASE }
    expect(await problemOf(app.ask('workspace:unlock', request))).toBe(problem)
  })

  test('whose files are damaged is refused, and they stay as they are', async () => {
    const app = await opened()
    await app.get('workspace:lock', {})
    const file = join(app.folder, 'board.db')
    const bytes = readFileSync(file)
    bytes.fill(7, 4096, 8192)
    bytes.fill(7, 0, 64)
    writeFileSync(file, bytes)
    const before = dumpFolder(app.folder)
    expect(await problemOf(unlock(app))).toBe('damaged')
    expect(dumpFolder(app.folder)).toEqual(before)
    chmodSync(file, 0o600)
  })
})

describe('the known workspaces', () => {
  test('are those in the folder and those opened elsewhere, the last opened first, as places and users alone', async () => {
    const app = await opened()
    await app.get('workspace:lock', {})
    const elsewhere = started()
    const folder = join(elsewhere.workspacesFolder, 'Elsewhere')
    const request = {
      folder,
      userName: 'Other',
      role: 'oncologist',
      passphrase: PASSPHRASE,
    } as const
    await app.get('workspace:create', request)
    const state = await app.get('workspace:lock', {})
    expect(state).toEqual({
      state: 'closed',
      known: [
        { folder, name: 'Elsewhere', demo: false, users: ['Other'] },
        { folder: app.folder, name: 'Test board', demo: false, users: [USER] },
      ],
    })
    const file = readFileSync(join(app.workspacesFolder, 'known-workspaces.json'), 'utf8')
    expect(JSON.parse(file)).toEqual({ version: 1, folders: [folder, app.folder] })
  })

  test('survive a list that cannot be read', async () => {
    const app = await opened()
    writeFileSync(join(app.workspacesFolder, 'known-workspaces.json'), '{ broken')
    expect(await app.get('workspace:lock', {})).toMatchObject({ known: [{ folder: app.folder }] })
  })
})

describe('the demo', () => {
  test('is made at the first opening and found at the second', async () => {
    const app = started()
    const first = await app.get('workspace:openDemo', {})
    expect(first).toMatchObject({
      state: 'open',
      workspace: { name: 'MetBoard demo', demo: true },
      user: { name: 'Demo' },
    })
    const closed = await app.get('workspace:lock', {})
    expect(closed).toMatchObject({ known: [{ name: 'MetBoard demo', demo: true }] })
    expect(await app.get('workspace:openDemo', {})).toEqual(first)
  })

  test('that could not be made leaves nothing behind', async () => {
    const app = started()
    const failing = started({ workspacesFolder: app.workspacesFolder })
    const { createServices } = await import('../../../electron/services/services.ts')
    const services = createServices({
      host: failing.services.host,
      workspacesFolder: app.workspacesFolder,
      pdf: { render: () => Promise.reject(new Error('unused')) },
      lesionReport: { render: () => Promise.reject(new Error('unused')) },
      pack: { render: () => Promise.reject(new Error('unused')) },
      pictures: {
        prepare: () => Promise.reject(new Error('unused')),
        upright: () => Promise.reject(new Error('unused')),
      },
      demo: {
        userName: 'Demo',
        passphrase: 'public demo passphrase',
        create: folder => {
          mkdirSync(folder)
          writeFileSync(join(folder, 'half'), 'x')
          return Promise.reject(new Error('no resources'))
        },
      },
      emit: () => {},
    })
    await expect(services.session.openDemo()).rejects.toThrow('no resources')
    expect(dumpFolder(app.workspacesFolder)).toEqual({})
    expect(services.session.state().state).toBe('closed')
  })
})

test('verify tells of every check that it holds', async () => {
  const app = await opened()
  const { findings } = await app.get('workspace:verify', {})
  expect(findings.map(({ check, ok }) => [check, ok])).toEqual(
    [
      'integrity',
      'references',
      'schema',
      'keyring',
      'history',
      'entries',
      'patients',
      'search',
      'photographs',
      'meetings',
      'outcomes',
    ].map(check => [check, true]),
  )
})
