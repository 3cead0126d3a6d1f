import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyWorkspace } from '../../../electron/db/verify.ts'
import { SeriesId } from '../../../shared/ids.ts'
import type { MeetingList } from '../../../shared/meeting/meetingList.ts'
import {
  buildDetails,
  buildEntry,
  buildSpecimen,
  entryId,
  patientId,
} from '../../support/builders.ts'
import { create } from '../../support/changes.ts'
import { listOf, orderOf, rowOf, saveOutcome, signedOutcome } from '../../support/listedMeeting.ts'
import { buildMeeting, buildSeries, meetingId, partId } from '../../support/meetings.ts'
import {
  addTestUser,
  dumpTables,
  openTestWorkspace,
  switchUser,
  type TestApp,
  USER,
} from '../../support/workspace.ts'

const MEETING = meetingId(1)
const NEXT = meetingId(2)
const ITEM = { presenter: null, awaited: [], note: null }
const CT = {
  id: partId(9),
  what: 'CT report',
  from: 'Radiology',
  since: '2026-11-20',
  expected: '2026-11-25',
  arrived: null,
  entry: null,
}

let app: TestApp
beforeEach(async () => {
  app = await openTestWorkspace()
})
afterEach(async () => {
  expect(verifyWorkspace(app.services.session.need('read').workspace)).toEqual([])
  await app.close()
})

const get = (meeting = MEETING) => app.get('meeting:get', { meetingId: meeting })
const next = () =>
  app.get('meeting:create', { id: NEXT, body: buildMeeting({ day: '2026-12-03' }) })
const defer = (n: number, list: MeetingList, cause: 'imaging' | 'other' = 'imaging') =>
  app.ask('meeting:defer', {
    meetingId: MEETING,
    patientId: patientId(n),
    revision: rowOf(list, n).item.revision,
    cause,
    words: null,
    to: null,
  })

describe('a list', () => {
  test('takes sixty patients in one call, each once and in the order given', async () => {
    const list = await listOf(app, 60)
    expect(orderOf(list)).toEqual(Array.from({ length: 60 }, (_, at) => at + 1))
    expect(list.rows.map(({ item }) => item.position)).toEqual(orderOf(list))
    const again = await app.get('meeting:add', {
      meetingId: MEETING,
      patientIds: [patientId(7), patientId(7)],
    })
    expect(again.rows).toEqual(list.rows)
    const [summary] = (await app.get('meeting:list', { from: null, to: null })).meetings
    expect(summary).toMatchObject({ forDiscussion: 60, notDiscussed: 0, deferred: 0, signed: 0 })
  })

  test('says of each case its question, wherever that is written, and takes the writing of it', async () => {
    await listOf(app, 2)
    const asked = await app.get('meeting:question', {
      meetingId: MEETING,
      patientId: patientId(1),
      question: 'What next?',
    })
    expect(rowOf(asked, 1).question).toBe('What next?')
    expect(rowOf(asked, 2).question).toBeNull()
    const { case: of } = await app.get('case:get', { patientId: patientId(1) })
    const [context] = of.entries
    expect(context?.body).toMatchObject({ kind: 'context', question: 'What next?' })
    if (context?.body.kind !== 'context') throw new Error('no context')
    const body = { ...context.body, question: 'What now?' }
    await app.get('case:apply', {
      patientId: patientId(1),
      changes: [{ do: 'update', id: context.id, revision: context.revision, body }],
    })
    expect(rowOf(await get(), 1)).toMatchObject({ question: 'What now?', contextEntry: context.id })
  })

  test('has who is dropped back at the place where they were when that is undone', async () => {
    await listOf(app, 4)
    const dropped = await app.get('meeting:drop', { meetingId: MEETING, patientId: patientId(2) })
    expect(orderOf(dropped)).toEqual([1, 3, 4])
    expect(dropped.rows.map(({ item }) => item.position)).toEqual([1, 2, 3])
    expect(dropped.undo?.label).toBe('take a patient off the list')
    const undone = await app.get('meeting:undo', {
      meetingId: MEETING,
      act: dropped.undo?.act ?? '',
    })
    expect(orderOf(undone)).toEqual([1, 2, 3, 4])
    const redone = await app.get('meeting:redo', {
      meetingId: MEETING,
      act: undone.redo?.act ?? '',
    })
    expect(orderOf(redone)).toEqual([1, 3, 4])
  })

  test('cannot lose a patient who has an outcome in this meeting', async () => {
    await listOf(app, 1)
    await saveOutcome(app, 1, null)
    const before = dumpTables(app)
    const drop = await app.ask('meeting:drop', { meetingId: MEETING, patientId: patientId(1) })
    expect(drop).toMatchObject({ ok: false, error: { kind: 'conflict' } })
    expect(dumpTables(app)).toEqual(before)
  })

  test('takes any new order as one act that is undone at once, and refuses what is no order of it', async () => {
    const first = await listOf(app, 6)
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 6 }), async wanted => {
        const before = await get()
        const list = await app.get('meeting:order', {
          meetingId: MEETING,
          order: wanted.map(patientId),
        })
        expect(orderOf(list)).toEqual(wanted)
        expect(list.rows.map(({ item }) => item.position)).toEqual([1, 2, 3, 4, 5, 6])
        if (orderOf(before).join() === wanted.join()) return
        const act = list.undo?.act ?? ''
        expect(orderOf(await app.get('meeting:undo', { meetingId: MEETING, act }))).toEqual(
          orderOf(before),
        )
      }),
      { numRuns: 25 },
    )
    for (const wrong of [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 5], [1, 2, 3, 4, 5, 6, 7], []]) {
      const reply = await app.ask('meeting:order', {
        meetingId: MEETING,
        order: wrong.map(patientId),
      })
      expect(reply).toMatchObject({ ok: false, error: { kind: 'conflict' } })
    }
    expect((await get()).rows).toEqual(first.rows)
  })

  test('keeps who is listed and not discussed, with the protocol or reason that it needs', async () => {
    const list = await listOf(app, 1)
    const edit = (protocol: string | null) =>
      app.ask('meeting:item', {
        meetingId: MEETING,
        patientId: patientId(1),
        revision: rowOf(list, 1).item.revision,
        body: { ...ITEM, state: { state: 'notDiscussed', protocol, reason: null } },
      })
    expect(await edit(null)).toMatchObject({ ok: false, error: { kind: 'invalidInput' } })
    expect(await edit('M-1')).toMatchObject({ ok: true })
    expect(rowOf(await get(), 1).item.body.state).toMatchObject({ protocol: 'M-1' })
  })

  test('refuses a change that was made from an older state of the item', async () => {
    const list = await listOf(app, 1)
    const edit = {
      meetingId: MEETING,
      patientId: patientId(1),
      revision: rowOf(list, 1).item.revision,
      body: { ...ITEM, state: { state: 'forDiscussion' as const }, presenter: 'Dr Probe' },
    }
    await app.get('meeting:item', edit)
    expect(
      await app.ask('meeting:item', { ...edit, body: { ...edit.body, note: 'x' } }),
    ).toMatchObject({ ok: false, error: { kind: 'conflict' } })
  })

  test('is final once its meeting is closed, with the questions as they were asked', async () => {
    await listOf(app, 1)
    const question = (text: string) =>
      app.ask('meeting:question', { meetingId: MEETING, patientId: patientId(1), question: text })
    await question('Asked then?')
    const { meeting } = await get()
    await app.get('meeting:status', {
      meetingId: MEETING,
      revision: meeting.revision,
      status: 'closed',
    })
    expect(await question('Asked later?')).toMatchObject({ ok: false, error: { kind: 'conflict' } })
    const { case: of } = await app.get('case:get', { patientId: patientId(1) })
    const context = of.entries.find(({ body }) => body.kind === 'context')
    if (context?.body.kind !== 'context') throw new Error('no context')
    await app.get('case:apply', {
      patientId: patientId(1),
      changes: [
        {
          do: 'update',
          id: context.id,
          revision: context.revision,
          body: { ...context.body, question: 'Asked much later?' },
        },
      ],
    })
    expect(rowOf(await get(), 1).question).toBe('Asked then?')
    for (const ask of [
      app.ask('meeting:drop', { meetingId: MEETING, patientId: patientId(1) }),
      app.ask('meeting:order', { meetingId: MEETING, order: [patientId(1)] }),
      app.ask('meeting:add', { meetingId: MEETING, patientIds: [patientId(1)] }),
    ])
      expect(await ask).toMatchObject({ ok: false, error: { kind: 'conflict' } })
  })

  test('is built by a coordinator, and by nobody who may only read', async () => {
    await listOf(app, 1)
    await addTestUser(app, 'Koordination', 'coordinator')
    await addTestUser(app, 'Leserin', 'readOnly')
    await switchUser(app, 'Koordination')
    expect((await next()).rows).toEqual([])
    await switchUser(app, 'Leserin')
    expect((await get()).rows).toHaveLength(1)
    const add = await app.ask('meeting:add', { meetingId: NEXT, patientIds: [patientId(1)] })
    expect(add).toMatchObject({ ok: false, error: { kind: 'forbidden' } })
  })
})

describe('a deferred case', () => {
  test('lands at the end of the next list with what it waits for, and says where it comes from', async () => {
    await listOf(app, 2)
    await next()
    const waiting = await app.get('meeting:item', {
      meetingId: MEETING,
      patientId: patientId(1),
      revision: 1,
      body: { ...ITEM, state: { state: 'forDiscussion' }, awaited: [CT], presenter: 'Dr Probe' },
    })
    expect((await defer(1, waiting)).ok).toBe(true)
    expect(rowOf(await get(), 1).item.body.state).toEqual({
      state: 'deferred',
      cause: 'imaging',
      words: null,
      to: NEXT,
    })
    expect(rowOf(await get(NEXT), 1).item.body).toEqual({
      ...ITEM,
      state: { state: 'forDiscussion' },
      presenter: 'Dr Probe',
      awaited: [CT],
      askedQuestion: null,
      cameFrom: { meetingId: MEETING, day: '2026-11-26', cause: 'imaging', words: null },
    })
  })

  test('is back where it was, and off the next list, when that is undone', async () => {
    const list = await listOf(app, 2)
    await next()
    await defer(1, list)
    const act = (await get()).undo
    expect(act?.label).toBe('defer a case')
    const undone = await app.get('meeting:undo', { meetingId: MEETING, act: act?.act ?? '' })
    expect(rowOf(undone, 1).item.body.state).toEqual({ state: 'forDiscussion' })
    expect((await get(NEXT)).rows).toEqual([])
  })

  test('waits for the next meeting that is made where none is planned', async () => {
    const list = await listOf(app, 1)
    await defer(1, list)
    expect(rowOf(await get(), 1).item.body.state).toMatchObject({ to: null })
    const made = await next()
    expect(rowOf(made, 1).item.body.cameFrom?.meetingId).toBe(MEETING)
    expect(rowOf(await get(), 1).item.body.state).toMatchObject({ to: NEXT })
  })

  test('needs words where the reason is another one', async () => {
    const list = await listOf(app, 1)
    expect(await defer(1, list, 'other')).toMatchObject({
      ok: false,
      error: { kind: 'invalidInput', issues: [{ path: 'words' }] },
    })
  })

  test('goes to the next meeting of its own series before an earlier one of another', async () => {
    const seriesId = SeriesId.parse(partId(70))
    await app.get('series:put', { id: seriesId, revision: null, body: buildSeries() })
    await app.get('patient:create', { id: patientId(1), details: buildDetails() })
    await app.get('meeting:next', { id: MEETING, seriesId, day: '2026-11-26' })
    await app.get('meeting:create', { id: meetingId(3), body: buildMeeting({ day: '2026-11-30' }) })
    const planned = await app.get('meeting:next', { id: NEXT, seriesId, day: null })
    expect(planned.meeting.body).toMatchObject({ day: '2026-12-03', start: '14:00' })
    expect(planned.meeting.body.attendance).toMatchObject([{ presence: 'expected' }])
    const list = await app.get('meeting:add', { meetingId: MEETING, patientIds: [patientId(1)] })
    await defer(1, list)
    expect((await get(NEXT)).rows).toHaveLength(1)
    expect((await get(meetingId(3))).rows).toEqual([])
  })
})

describe('readiness', () => {
  test('names what a case lacks and where to fill it in, and follows every change of the case', async () => {
    await listOf(app, 1)
    const { readiness } = rowOf(await get(), 1)
    expect(readiness.ready).toBe(false)
    expect(readiness.required.find(({ id }) => id === 'question')).toMatchObject({
      label: 'question',
      goTo: { kind: 'context', entry: null, field: 'question' },
    })
    await app.get('meeting:putMinimum', { required: ['question', 'receptors'] })
    await app.get('meeting:question', {
      meetingId: MEETING,
      patientId: patientId(1),
      question: 'What next?',
    })
    const { body } = buildEntry(1, buildSpecimen({ label: 'A', results: [] }))
    await app.get('case:apply', { patientId: patientId(1), changes: [create(1, body)] })
    const after = rowOf(await get(), 1).readiness
    expect(after.required).toMatchObject([
      { label: 'ER, PR, HER2 of A', goTo: { kind: 'specimen', entry: entryId(1) } },
    ])
    expect(after.others.length).toBeGreaterThan(0)
  })

  test('waits for a result that is awaited until it has arrived', async () => {
    await listOf(app, 1)
    await app.get('meeting:putMinimum', { required: [] })
    expect(rowOf(await get(), 1).readiness.ready).toBe(true)
    const edit = async (arrived: string | null) =>
      rowOf(
        await app.get('meeting:item', {
          meetingId: MEETING,
          patientId: patientId(1),
          revision: rowOf(await get(), 1).item.revision,
          body: { ...ITEM, state: { state: 'forDiscussion' }, awaited: [{ ...CT, arrived }] },
        }),
        1,
      ).readiness
    expect(await edit(null)).toMatchObject({ ready: false, awaited: [CT.id] })
    expect(await edit('2026-11-24')).toMatchObject({ ready: true, awaited: [] })
  })

  test('names a patient who was archived since, until the outcome is signed or the patient is back', async () => {
    await listOf(app, 2)
    await app.get('meeting:putMinimum', { required: [] })
    const archive = (n: number, revision: number, archived: boolean) =>
      app.get('patient:archive', { id: patientId(n), revision, archived })
    await archive(1, 1, true)
    expect(rowOf(await get(), 1)).toMatchObject({
      patient: { archived: true },
      readiness: { ready: false, required: [{ id: 'archived' }] },
    })
    expect(rowOf(await get(), 2).readiness.ready).toBe(true)
    await archive(1, 2, false)
    expect(rowOf(await get(), 1).readiness.ready).toBe(true)
    await signedOutcome(app, 1)
    await archive(1, 3, true)
    expect(rowOf(await get(), 1).readiness).toMatchObject({ ready: true, required: [] })
  })

  test('is the same from the stored counts as from the case itself', async () => {
    await listOf(app, 3)
    const stored = await get()
    app.services.session.need('read').workspace.db.exec('UPDATE patient_list SET counted = 0')
    const computed = await get()
    expect(computed.rows.map(row => row.readiness)).toEqual(stored.rows.map(row => row.readiness))
  })
})

describe('the time of a case', () => {
  const show = (n: number | null) =>
    app.get('meeting:shown', { meetingId: MEETING, patientId: n === null ? null : patientId(n) })
  const seconds = async () => (await get()).rows.map(row => row.seconds)

  test('is kept while it is on the screen, and the meeting is held from then on', async () => {
    await app.close()
    app = await openTestWorkspace({ now: '2026-11-26T14:00:00.000Z' })
    await listOf(app, 2)
    await show(1)
    app.clock.advance(60_000)
    await show(1)
    app.clock.advance(30_000)
    await show(2)
    app.clock.advance(45_000)
    await show(null)
    app.clock.advance(300_000)
    await show(1)
    expect(await seconds()).toEqual([90, 45])
    expect((await get()).meeting.status).toBe('held')
  })

  test('ends where the screen fell silent, and is not kept on another day', async () => {
    await listOf(app, 1)
    await show(1)
    app.clock.advance(60_000)
    await show(1)
    expect(await seconds()).toEqual([0])
    expect((await get()).meeting.status).toBe('planned')
  })
})

test('what new since the last meeting means: everything that was recorded from its start on', async () => {
  await app.close()
  app = await openTestWorkspace({ now: '2026-11-19T08:00:00.000Z' })
  const day = '2026-11-19'
  await app.get('patient:create', { id: patientId(1), details: buildDetails() })
  const changes = (n: number) => [create(n, buildSpecimen({ label: `S${n}` }))]
  await app.get('case:apply', { patientId: patientId(1), changes: changes(1) })
  await app.get('meeting:create', { id: MEETING, body: buildMeeting({ day, start: '14:00' }) })
  await app.get('meeting:add', { meetingId: MEETING, patientIds: [patientId(1)] })
  const since = () =>
    app.get('case:since', { patientId: patientId(1), since: { from: 'lastMeeting' } })
  app.clock.advance(12 * 3_600_000)
  await switchUser(app, USER)
  await app.get('case:apply', { patientId: patientId(1), changes: changes(2) })
  app.clock.advance(3 * 86_400_000)
  await switchUser(app, USER)
  expect((await since()).earlier).toBeNull()
  const { meeting } = await get()
  await app.get('meeting:status', {
    meetingId: MEETING,
    revision: meeting.revision,
    status: 'held',
  })
  const { earlier } = await since()
  expect(earlier).toMatchObject({ by: 'lastMeeting', existed: true })
  expect(earlier?.touched.map(({ id, was }) => [id, was])).toEqual([[entryId(2), 'absent']])
})
