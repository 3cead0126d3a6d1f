import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildDetails, patientId } from '../../support/builders.ts'
import {
  addTestUser,
  dumpFolder,
  dumpTables,
  openTestWorkspace,
  switchUser,
  type TestApp,
  USER,
} from '../../support/workspace.ts'

const PATIENT = patientId(1)
let app: TestApp

beforeEach(async () => {
  app = await openTestWorkspace()
  await app.get('patient:create', { id: PATIENT, details: buildDetails() })
})
afterEach(() => app.close())

const put = (key: string, body: unknown, patient: typeof PATIENT | null = PATIENT) =>
  app.dispatch('draft:put', { key, patientId: patient, body })

async function list(patient: typeof PATIENT | null = null) {
  return (await app.get('draft:list', { patientId: patient })).drafts
}

describe('a draft', () => {
  const body = { label: 'half a wo', nested: [1, null, { x: '\u202e<b>\u0000' }], empty: '' }

  test('survives a lock, a closed program and a new one, to the letter', async () => {
    await put('specimen:new', body)
    await switchUser(app, USER)
    const at = '2026-11-22T14:32:00.000Z'
    const expected = [{ key: 'specimen:new', patientId: PATIENT, body, at }]
    expect(await list(PATIENT)).toEqual(expected)
    app.clock.advance(10 * 60_000)
    expect((await app.get('session:state', {})).state).toBe('closed')
    await switchUser(app, USER)
    expect(await list(PATIENT)).toEqual(expected)
  })

  test('takes the place of the one before, and goes when it is deleted', async () => {
    await put('a', 1)
    await put('a', 2)
    await put('b', 3, null)
    expect((await list()).map(({ key, body: kept }) => [key, kept])).toEqual([
      ['a', 2],
      ['b', 3],
    ])
    expect((await list(PATIENT)).map(({ key }) => key)).toEqual(['a'])
    await app.get('draft:delete', { key: 'a' })
    await app.get('draft:delete', { key: 'never there' })
    expect((await list()).map(({ key }) => key)).toEqual(['b'])
  })

  test('belongs to one user', async () => {
    await put('a', 'mine')
    await addTestUser(app, 'Second', 'coordinator')
    await switchUser(app, 'Second')
    expect(await list()).toEqual([])
    await put('a', 'theirs')
    await app.get('draft:delete', { key: 'a' })
    await switchUser(app, USER)
    expect((await list()).map(draft => draft.body)).toEqual(['mine'])
  })

  test('is in no file in the clear, open or closed, and in no history', async () => {
    const before = dumpTables(app).changes
    await put('a', 'UNSAVEDWORDS')
    expect(dumpTables(app).changes).toEqual(before)
    const isClear = () =>
      Object.values(dumpFolder(app.workspacesFolder)).some(bytes =>
        /UNSAVEDWORDS|Testfall/i.test(Buffer.from(bytes, 'base64').toString('latin1')),
      )
    expect(isClear()).toBe(false)
    await app.get('workspace:lock', {})
    expect(isClear()).toBe(false)
  })

  test('of an unknown patient is not kept', async () => {
    expect(await put('a', 1, patientId(9))).toMatchObject({ error: { kind: 'notFound' } })
    expect(await list()).toEqual([])
  })
})

describe('settings', () => {
  test('begin with the defaults and are kept for each user', async () => {
    const defaults = {
      theme: 'system',
      cutoff: '>=1',
      paper: 'A4',
      scale: 1,
      letterKeys: true,
      since: { from: 'off' },
    }
    expect(await app.get('settings:get', {})).toEqual(defaults)
    const own = {
      theme: 'dark',
      cutoff: '>10',
      paper: 'LETTER',
      scale: 1.5,
      letterKeys: false,
      since: { from: 'daysAgo', days: 7 },
    } as const
    expect(await app.get('settings:put', own)).toEqual(own)
    await addTestUser(app, 'Second', 'readOnly')
    await switchUser(app, 'Second')
    expect(await app.get('settings:get', {})).toEqual(defaults)
    await switchUser(app, USER)
    expect(await app.get('settings:get', {})).toEqual(own)
  })
})
