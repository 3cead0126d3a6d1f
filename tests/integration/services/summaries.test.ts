import { createHash, randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import type { PdfPort } from '../../../electron/services/ports.ts'
import { buildDetails, buildSite, entryId, patientId } from '../../support/builders.ts'
import {
  openTestWorkspace,
  switchUser,
  type TestApp,
  type TestAppOptions,
  USER,
} from '../../support/workspace.ts'

const PATIENT = patientId(1)
const options = { patientId: PATIENT, cutoff: '>=1', paper: 'A4', password: null } as const
const apps: TestApp[] = []

async function opened(choices: TestAppOptions = {}): Promise<TestApp> {
  const app = await openTestWorkspace(choices)
  apps.push(app)
  await app.get('patient:create', { id: PATIENT, details: buildDetails() })
  const changes = [{ do: 'create', id: entryId(1), body: buildSite() }] as const
  await app.get('case:apply', { patientId: PATIENT, changes: [...changes] })
  return app
}
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
})

async function recorded(app: TestApp) {
  const request = { patientId: PATIENT, entry: null, before: null, limit: 50 }
  const { changes } = await app.get('case:history', request)
  return changes
    .filter(({ action }) => ['print', 'export', 'open'].includes(action))
    .map(({ action, userName, after }) => ({ action, userName, after }))
}

/** A promise and the function that fulfils it. */
function gate<T>() {
  let open: (value: T) => void = () => {}
  const passed = new Promise<T>(resolve => {
    open = resolve
  })
  return { passed, open: (value: T) => open(value) }
}

/** A renderer that waits until it is told to go on, or is aborted. */
function slowPdf() {
  const started = gate<AbortSignal>()
  const finish = gate<null>()
  const pdf: PdfPort = {
    render: async (_, { signal, onProgress }) => {
      onProgress(7)
      started.open(signal)
      await finish.passed
      return { bytes: new Uint8Array([1]), pages: 1 }
    },
  }
  return { pdf, started: started.passed, finish: () => finish.open(null) }
}

describe('a summary', () => {
  test('is laid out from the case as it is, with who and when', async () => {
    const app = await opened()
    const job = randomUUID()
    const made = await app.get('summary:render', {
      job,
      options: { ...options, password: 'open me' },
    })
    expect(made).toMatchObject({ job, pages: 1 })
    const { case: subject } = await app.get('case:get', { patientId: PATIENT })
    expect(app.rendered).toEqual([
      {
        case: subject,
        meetings: [],
        photographs: [],
        earlier: null,
        cutoff: '>=1',
        paper: 'A4',
        password: 'open me',
        printedBy: { name: USER, role: 'oncologist' },
        printedAt: '2026-11-22T14:32:00.000Z',
      },
    ])
    expect(app.events.at(-1)).toEqual({ event: 'summary:progress', payload: { job, done: 0.5 } })
  })

  test('is laid out with the case as it was, where what is new is to be marked', async () => {
    const app = await opened()
    const since = { from: 'day', day: '2026-11-20' } as const
    await app.get('summary:render', { job: randomUUID(), options: { ...options, since } })
    const { earlier } = await app.get('case:since', { patientId: PATIENT, since })
    expect(app.rendered.map(each => each.earlier)).toEqual([earlier])
    expect(earlier?.existed).toBe(false)
  })

  test('has a file name with a date and nothing of the patient', async () => {
    const app = await opened()
    const { fileName } = await app.get('summary:render', { job: randomUUID(), options })
    expect(fileName).toMatch(/^summary-2026-11-2\d-\d{4}\.pdf$/)
  })

  test('is saved byte for byte as it was shown, and that is on record', async () => {
    const app = await opened()
    const [first, second] = [randomUUID(), randomUUID()]
    const shown = await app.get('summary:render', { job: first, options })
    const kept = new Uint8Array(shown.bytes)
    await app.get('summary:render', { job: second, options })
    shown.bytes.fill(0)
    expect(await app.get('summary:save', { job: first })).toEqual({ saved: true })
    expect(app.saved).toEqual([{ fileName: shown.fileName, bytes: kept }])
    const sha256 = createHash('sha256').update(kept).digest('hex')
    const after = {
      document: 'summary',
      sha256,
      pages: 1,
      cutoff: '>=1',
      paper: 'A4',
      since: null,
      protected: false,
    }
    expect(await recorded(app)).toEqual([{ action: 'export', userName: USER, after }])
    await app.get('summary:record', { job: second, action: 'print' })
    await app.get('summary:record', { job: first, action: 'open' })
    expect((await recorded(app)).map(({ action }) => action)).toEqual(['open', 'print', 'export'])
  })

  test('is opened only once it has been saved, and that is on record', async () => {
    const app = await opened()
    const job = randomUUID()
    await app.get('summary:render', { job, options })
    const early = await app.ask('summary:show', { job, how: 'file' })
    expect(early).toMatchObject({ error: { kind: 'conflict' } })
    await app.get('summary:save', { job })
    await app.get('summary:show', { job, how: 'folder' })
    expect((await recorded(app)).map(({ action }) => action)).toEqual(['export'])
    await app.get('summary:show', { job, how: 'file' })
    expect((await recorded(app)).map(({ action }) => action)).toEqual(['open', 'export'])
  })

  test('that the person did not save is not on record as saved', async () => {
    const app = await opened({ host: { saveFile: () => Promise.resolve(false) } })
    const job = randomUUID()
    await app.get('summary:render', { job, options })
    expect(await app.get('summary:save', { job })).toEqual({ saved: false })
    expect(await recorded(app)).toEqual([])
  })

  test.each([
    ['ENOSPC', 'diskFull'],
    ['EACCES', 'noPermission'],
    ['EROFS', 'readOnly'],
    ['ENOENT', 'missing'],
  ])('that cannot be written (%s) tells why, and is not on record', async (code, problem) => {
    const error = Object.assign(new Error('/home/Testfall/x.pdf'), { code })
    const app = await opened({ host: { saveFile: () => Promise.reject(error) } })
    const job = randomUUID()
    await app.get('summary:render', { job, options })
    const reply = await app.ask('summary:save', { job })
    expect(reply).toMatchObject({ error: { kind: 'workspace', problem } })
    expect(JSON.stringify(reply)).not.toContain('home')
    expect(await recorded(app)).toEqual([])
  })

  test('is refused where the host cannot save', async () => {
    const app = await opened({ host: { canSaveFile: false } })
    const job = randomUUID()
    await app.get('summary:render', { job, options })
    expect(await app.ask('summary:save', { job })).toMatchObject({ error: { kind: 'conflict' } })
  })

  test('is kept for the last few jobs only', async () => {
    const app = await opened()
    const jobs = Array.from({ length: 4 }, () => randomUUID())
    for (const job of jobs) await app.get('summary:render', { job, options })
    const replies = await Promise.all(
      jobs.map(job => app.ask('summary:record', { job, action: 'print' })),
    )
    expect(replies.map(reply => reply.ok)).toEqual([false, true, true, true])
    expect(replies[0]).toMatchObject({ error: { kind: 'notFound' } })
  })

  test('of an unknown patient is not made', async () => {
    const app = await opened()
    const unknown = { job: randomUUID(), options: { ...options, patientId: patientId(9) } }
    expect(await app.ask('summary:render', unknown)).toMatchObject({ error: { kind: 'notFound' } })
    expect(app.rendered).toEqual([])
  })

  test('can be cancelled while it is made; an unknown job is left alone', async () => {
    const slow = slowPdf()
    const app = await opened({ pdf: slow.pdf })
    const job = randomUUID()
    const reply = app.ask('summary:render', { job, options })
    const signal = await slow.started
    expect(app.events.at(-1)).toMatchObject({ payload: { done: 1 } })
    expect(await app.ask('summary:render', { job, options })).toMatchObject({
      error: { kind: 'conflict' },
    })
    await app.get('summary:cancel', { job: randomUUID() })
    expect(signal.aborted).toBe(false)
    await app.get('summary:cancel', { job })
    expect(signal.aborted).toBe(true)
    slow.finish()
    expect(await reply).toMatchObject({ error: { kind: 'cancelled' } })
    expect(await app.ask('summary:save', { job })).toMatchObject({ error: { kind: 'notFound' } })
  })

  test('stops with the lock, and no page of it stays', async () => {
    const slow = slowPdf()
    const app = await opened({ pdf: slow.pdf })
    const job = randomUUID()
    const reply = app.ask('summary:render', { job, options })
    const signal = await slow.started
    await app.get('workspace:lock', {})
    expect(signal.aborted).toBe(true)
    slow.finish()
    expect(await reply).toMatchObject({ error: { kind: 'cancelled' } })
    expect(await app.ask('summary:save', { job })).toMatchObject({ error: { kind: 'locked' } })
  })

  test('does not outlast the lock: after it nobody can save or print it', async () => {
    const app = await opened()
    const job = randomUUID()
    await app.get('summary:render', { job, options })
    await switchUser(app, USER)
    expect(await app.ask('summary:save', { job })).toMatchObject({ error: { kind: 'notFound' } })
    expect(app.saved).toEqual([])
  })

  test('that fails inside is told by a number, and the log has no word of the patient', async () => {
    const error = new TypeError('cannot draw Testfall, Anna', { cause: 'Testfall' })
    const app = await opened({ pdf: { render: () => Promise.reject(error) } })
    const reply = await app.ask('summary:render', { job: randomUUID(), options })
    expect(reply).toMatchObject({ ok: false, error: { kind: 'internal' } })
    expect(app.log).toHaveLength(1)
    const { id, ...line } = JSON.parse(app.log[0] ?? '')
    expect(reply).toMatchObject({ error: { logId: id } })
    expect(line).toMatchObject({ where: 'summary:render', error: { class: 'TypeError' } })
    expect(line.error.frames[0]).toContain('tests/integration/services/summaries.test.ts')
    expect(JSON.stringify([reply, app.log])).not.toMatch(/Testfall|Anna/)
  })
})
