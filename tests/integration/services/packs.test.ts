import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import type { PackPort } from '../../../electron/services/ports.ts'
import type { PackKind, PackOptions } from '../../../shared/meeting/pack.ts'
import { buildContext, buildDetails, entryId, patientId } from '../../support/builders.ts'
import { buildMeeting, buildOutcome, meetingId } from '../../support/meetings.ts'
import { openTestWorkspace, type TestApp, type TestAppOptions } from '../../support/workspace.ts'

const MEETING = meetingId(1)
const COUNT = 3
const apps: TestApp[] = []
afterEach(async () => {
  await Promise.all(apps.splice(0).map(app => app.close()))
})

/** A workspace with a meeting of three cases. */
async function withMeeting(options: TestAppOptions = {}): Promise<TestApp> {
  const app = await openTestWorkspace(options)
  apps.push(app)
  await app.get('meeting:create', { id: MEETING, body: buildMeeting() })
  for (let n = 1; n <= COUNT; n += 1) {
    await app.get('patient:create', {
      id: patientId(n),
      details: buildDetails({ givenName: `Synthetic${n}` }),
    })
    await app.get('case:apply', {
      patientId: patientId(n),
      changes: [
        { do: 'create', id: entryId(n), body: buildContext({ question: `Question ${n}?` }) },
      ],
    })
  }
  const patientIds = Array.from({ length: COUNT }, (_, at) => patientId(at + 1))
  await app.get('meeting:add', { meetingId: MEETING, patientIds })
  return app
}

function options(kind: PackKind = 'pack', changes: Partial<PackOptions> = {}): PackOptions {
  return {
    meetingId: MEETING,
    kind,
    patientIds: null,
    cutoff: '>=1',
    paper: 'A4',
    since: null,
    outcomeSheets: true,
    password: null,
    ...changes,
  }
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe('a pack', () => {
  test('holds every case for discussion, tells how far it is, and is saved as it was shown', async () => {
    const app = await withMeeting()
    const job = randomUUID()
    const made = await app.get('pack:render', { job, options: options() })
    expect([textOf(made.bytes), made.pages]).toEqual(['%PDF-1.7 pack of 3', 4])
    expect(made.fileName).toMatch(/^pack-\d{4}-\d\d-\d\d-\d{4}\.pdf$/)
    expect(app.events.filter(({ event }) => event === 'pack:progress').at(-1)).toEqual({
      event: 'pack:progress',
      payload: { job, done: 1 },
    })
    made.bytes.fill(0)
    expect(await app.get('pack:save', { job })).toEqual({ saved: true })
    expect(app.saved.map(({ bytes }) => textOf(bytes))).toEqual(['%PDF-1.7 pack of 3'])
  })

  test('is on record for the meeting and each patient, and a supplement then knows what changed', async () => {
    const app = await withMeeting()
    const nothing = await app.get('pack:render', {
      job: randomUUID(),
      options: options('supplement'),
    })
    expect(textOf(nothing.bytes)).toBe('%PDF-1.7 supplement of 0')
    const job = randomUUID()
    await app.get('pack:render', { job, options: options() })
    await app.get('pack:record', { job, action: 'print' })
    const { changes } = await app.get('case:history', {
      patientId: patientId(2),
      entry: null,
      before: null,
      limit: 20,
    })
    expect(changes[0]).toMatchObject({ action: 'print', after: { document: 'pack', pages: 4 } })
    await app.get('case:apply', {
      patientId: patientId(2),
      changes: [
        { do: 'update', id: entryId(2), revision: 1, body: buildContext({ question: 'Another?' }) },
      ],
    })
    const supplement = await app.get('pack:render', {
      job: randomUUID(),
      options: options('supplement'),
    })
    expect(textOf(supplement.bytes)).toBe('%PDF-1.7 supplement of 1')
  })

  test('stands in the print log of the meeting and of each patient, newest first', async () => {
    const app = await withMeeting()
    const [pack, agenda] = [randomUUID(), randomUUID()]
    await app.get('pack:render', { job: pack, options: options() })
    await app.get('pack:record', { job: pack, action: 'print' })
    const protectedBy = options('agenda', { password: 'secret words' })
    await app.get('pack:render', { job: agenda, options: protectedBy })
    await app.get('pack:save', { job: agenda })
    await app.get('case:opened', { patientId: patientId(2) })
    const ofMeeting = await app.get('print:list', { of: 'meeting', id: MEETING })
    expect(ofMeeting.prints).toMatchObject([
      { document: 'agenda', action: 'export', pages: 1, sections: 0, isProtected: true },
      { document: 'pack', action: 'print', pages: 4, sections: 3, isProtected: false },
    ])
    const ofPatient = await app.get('print:list', { of: 'patient', id: patientId(2) })
    expect(ofPatient.prints).toMatchObject([{ document: 'pack', action: 'print', pages: 4 }])
    expect(JSON.stringify([ofMeeting, ofPatient])).not.toContain('Synthetic')
    expect(await app.ask('print:list', { of: 'patient', id: patientId(9) })).toMatchObject({
      error: { kind: 'notFound' },
    })
  })

  test('has letters for signed outcomes alone, and no section in an agenda', async () => {
    const app = await withMeeting()
    const sections = async (kind: PackKind): Promise<string> =>
      textOf((await app.get('pack:render', { job: randomUUID(), options: options(kind) })).bytes)
    expect(await sections('agenda')).toBe('%PDF-1.7 agenda of 0')
    const none = app.ask('pack:render', { job: randomUUID(), options: options('letter') })
    expect(await none).toMatchObject({ error: { kind: 'conflict' } })
    const of = { meetingId: MEETING, patientId: patientId(1) }
    const { id, revision } = await app.get('outcome:save', {
      ...of,
      revision: null,
      body: buildOutcome(),
    })
    await app.get('outcome:sign', { outcomeId: id, revision })
    expect(await sections('letter')).toBe('%PDF-1.7 letter of 1')
  })

  test('that is cancelled, fails or is locked away leaves nothing to save', async () => {
    let isFailing = true
    const slow: PackPort = {
      render: async (head, sectionAt, { signal }) => {
        await sectionAt(0)
        if (isFailing) throw new Error('no more')
        await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()))
        await sectionAt(1)
        return { bytes: new Uint8Array([head.sections.length]), pages: 1 }
      },
    }
    const app = await withMeeting({ pack: slow })
    const job = randomUUID()
    expect(await app.ask('pack:render', { job, options: options() })).toMatchObject({ ok: false })
    expect(await app.ask('pack:save', { job })).toMatchObject({ error: { kind: 'notFound' } })
    isFailing = false
    const reply = app.ask('pack:render', { job, options: options() })
    await new Promise(resolve => setImmediate(() => setImmediate(resolve)))
    expect(await app.ask('pack:render', { job, options: options() })).toMatchObject({
      error: { kind: 'conflict' },
    })
    await app.get('pack:cancel', { job })
    expect(await reply).toMatchObject({ error: { kind: 'cancelled' } })
    expect(await app.ask('pack:save', { job })).toMatchObject({ error: { kind: 'notFound' } })
    const other = app.ask('pack:render', { job, options: options() })
    await new Promise(resolve => setImmediate(() => setImmediate(resolve)))
    await app.get('workspace:lock', {})
    expect(await other).toMatchObject({ ok: false })
    expect(app.saved).toEqual([])
  })

  test('of somebody who is not on the list is refused', async () => {
    const app = await withMeeting()
    const stranger = options('pack', { patientIds: [patientId(9)] })
    expect(await app.ask('pack:render', { job: randomUUID(), options: stranger })).toMatchObject({
      error: { kind: 'notFound' },
    })
  })
})
