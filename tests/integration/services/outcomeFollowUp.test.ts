import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyWorkspace } from '../../../electron/db/verify.ts'
import { patientId } from '../../support/builders.ts'
import { answerOf, listOf, saveOutcome, signedOutcome } from '../../support/listedMeeting.ts'
import { buildOutcome, meetingId, partId } from '../../support/meetings.ts'
import { openTestWorkspace, switchUser, type TestApp, USER } from '../../support/workspace.ts'

const MEETING = meetingId(1)
const PATIENT = patientId(1)

let app: TestApp
beforeEach(async () => {
  app = await openTestWorkspace()
  await listOf(app, 3)
})
afterEach(() => app.close())

const dbOf = () => app.services.session.need('read').workspace.db
const verify = () => verifyWorkspace(app.services.session.need('read').workspace)

describe('after the signature', () => {
  test('addenda stand after the old text, dated and named, oldest first, and go nowhere', async () => {
    const { id, body } = await signedOutcome(app, 1)
    const addend = (n: number, text: string) =>
      app.ask('outcome:addend', { outcomeId: id, id: partId(n), text })
    answerOf(await addend(11, 'The external report arrived.'))
    app.clock.advance(60_000)
    const after = answerOf(await addend(12, 'It agrees.'))
    expect(after.body).toEqual(body)
    expect(after.addenda).toEqual([
      {
        id: partId(11),
        at: '2026-11-22T14:32:00.000Z',
        userName: USER,
        text: 'The external report arrived.',
      },
      { id: partId(12), at: '2026-11-22T14:33:00.000Z', userName: USER, text: 'It agrees.' },
    ])
    expect(await addend(12, 'Other.')).toMatchObject({ error: { kind: 'conflict' } })
    expect(() => dbOf().exec(`UPDATE outcome_addenda SET text = 'x'`)).toThrow('append-only')
    expect(verify()).toEqual([])
  })

  test('only what is signed has addenda and is followed up', async () => {
    const { id } = answerOf(await saveOutcome(app, 1, null))
    const addendum = { outcomeId: id, id: partId(11), text: 'Later.' }
    expect(await app.ask('outcome:addend', addendum)).toMatchObject({ error: { kind: 'conflict' } })
  })

  test('what was agreed and what was delivered are records of their own; a deviation has its reason', async () => {
    const before = await signedOutcome(app, 1)
    const record = (n: number, revision: number | null, part: object) =>
      app.ask('outcome:followUp', {
        outcomeId: before.id,
        id: partId(n),
        revision,
        body: {
          recommendation: partId(1),
          on: '2026-11-27',
          reason: null,
          note: null,
          ...part,
        } as never,
      })
    const declined = { kind: 'agreed', state: 'declined' }
    expect(await record(21, null, declined)).toMatchObject({ error: { kind: 'invalidInput' } })
    answerOf(await record(21, null, { ...declined, reason: 'Prefers to wait.' }))
    answerOf(await record(21, 1, { kind: 'agreed', state: 'agreed' }))
    const after = answerOf(
      await record(22, null, { kind: 'delivered', state: 'deviating', reason: 'Other site.' }),
    )
    expect(
      await record(23, null, { kind: 'agreed', state: 'agreed', recommendation: partId(99) }),
    ).toMatchObject({ error: { kind: 'invalidInput' } })
    expect([after.body, after.signed, after.revision]).toEqual([
      before.body,
      before.signed,
      before.revision,
    ])
    expect(after.followUps.map(({ revision, body }) => [revision, body.kind, body.state])).toEqual([
      [2, 'agreed', 'agreed'],
      [1, 'delivered', 'deviating'],
    ])
    expect(verify()).toEqual([])
  })

  test('actions of all patients are one list: by due day, by owner, mine, overdue, until they are done', async () => {
    const action = (n: number, owner: string, due: string | null) => ({
      id: partId(30 + n),
      text: `Task ${n}`,
      owner,
      due,
    })
    const first = await signedOutcome(app, 1, {
      ...buildOutcome(),
      actions: [action(1, 'Dr Probe', '2026-12-03'), action(2, USER, '2026-11-20')],
    })
    answerOf(
      await saveOutcome(app, 2, null, {
        ...buildOutcome(),
        actions: [action(3, 'dr probe ', null)],
      }),
    )
    const NONE = { state: 'open', owner: null, mine: false, overdue: false } as const
    const list = async (filter: object = {}) => {
      const { actions, total } = await app.get('action:list', {
        filter: { ...NONE, ...filter },
        limit: 50,
        offset: 0,
      })
      expect(total).toBe(actions.length)
      return actions.map(each => each.action.text)
    }
    expect(await list()).toEqual(['Task 2', 'Task 1', 'Task 3'])
    expect(await list({ owner: 'DR PROBE' })).toEqual(['Task 1', 'Task 3'])
    expect(await list({ mine: true })).toEqual(['Task 2'])
    expect(await list({ overdue: true })).toEqual(['Task 2'])
    const done = { on: '2026-11-22', by: USER, note: null }
    const request = { outcomeId: first.id, actionId: partId(32), revision: null, done }
    const after = await app.get('action:done', request)
    expect(after.progress).toEqual([{ actionId: partId(32), revision: 1, done }])
    expect(await list()).toEqual(['Task 1', 'Task 3'])
    expect(await list({ state: 'done' })).toEqual(['Task 2'])
    await app.get('action:done', { ...request, revision: 1, done: null })
    expect(await list({ mine: true })).toEqual(['Task 2'])
    expect(verify()).toEqual([])
  })

  test('what was decided and what followed is new since a moment, each as it was before', async () => {
    const daysOn = async (days: number) => {
      app.clock.advance(days * 86_400_000)
      await switchUser(app, USER)
      return app.clock.now().toISOString().slice(0, 10)
    }
    const since = async (day: string) =>
      (
        await app.get('case:since', { patientId: PATIENT, since: { from: 'day', day } })
      ).earlier?.outcomes.map(({ past }) => past)
    const signed = await signedOutcome(app, 1)
    const agreed = {
      kind: 'agreed',
      recommendation: partId(1),
      state: 'agreed',
      on: null,
      reason: null,
      note: null,
    } as const
    const told = { outcomeId: signed.id, id: partId(70) }
    const first = await app.get('outcome:followUp', { ...told, revision: null, body: agreed })
    const dayAfter = await daysOn(1)
    expect(await since(dayAfter)).toEqual([])
    const declined = { ...agreed, state: 'declined', reason: 'wants none' } as const
    await app.get('outcome:followUp', { ...told, revision: 1, body: declined })
    await app.get('outcome:addend', { outcomeId: signed.id, id: partId(71), text: 'On Tuesday.' })
    const done = { on: '2026-11-24', by: USER, note: null }
    await app.get('action:done', {
      outcomeId: signed.id,
      actionId: partId(2),
      revision: null,
      done,
    })
    const [past] = (await since(dayAfter)) ?? []
    expect(past).toMatchObject({ signed: signed.signed, addenda: [], progress: [] })
    expect(past?.followUps.map(({ at, body }) => [at, body])).toEqual([
      [first.followUps[0]?.at, agreed],
    ])
    // Before it was typed there was none; while it is typed it is no news.
    expect(await since('2000-01-01')).toEqual([null])
    await saveOutcome(app, 2, null, { ...buildOutcome(), recommendations: [], actions: [] })
    const other = { patientId: patientId(2), since: { from: 'day', day: '2000-01-01' } } as const
    expect((await app.get('case:since', other)).earlier?.outcomes).toEqual([])
  })

  test('the case has its meetings and outcomes with it, newest first', async () => {
    const outcome = await signedOutcome(app, 1)
    const { meetings, undo } = await app.get('case:get', { patientId: PATIENT })
    expect(meetings).toMatchObject([{ meeting: { id: MEETING }, question: null }])
    expect(meetings[0]?.outcome).toEqual(outcome)
    expect(undo).toBeNull()
  })
})
