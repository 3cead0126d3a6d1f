import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyWorkspace } from '../../../electron/db/verify.ts'
import type { OutcomeBody } from '../../../shared/meeting/outcome.ts'
import { patientId } from '../../support/builders.ts'
import { historyOf } from '../../support/changes.ts'
import {
  answerOf,
  listOf,
  orderOf,
  saveOutcome,
  signedOutcome,
} from '../../support/listedMeeting.ts'
import { buildMeeting, buildOutcome, meetingId, partId } from '../../support/meetings.ts'
import {
  addTestUser,
  dumpTables,
  openTestWorkspace,
  PASSPHRASE,
  startTestApp,
  switchUser,
  type TestApp,
  USER,
} from '../../support/workspace.ts'

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
const stored = async (n = 1) =>
  (await app.get('outcome:get', { meetingId: MEETING, patientId: patientId(n) })).outcome
const outcomeChanges = async () =>
  (await historyOf(app, PATIENT)).filter(({ kind }) => kind === 'outcome')

function typed(text: string): OutcomeBody {
  const body = buildOutcome()
  return { ...body, recommendations: body.recommendations.map(each => ({ ...each, text })) }
}

describe('what is typed', () => {
  test('is on disk with each answer, as far as it goes, and is one change in five minutes', async () => {
    let revision: number | null = null
    for (const text of ['B', 'Bi', 'Bio', 'Biopsy', 'Biopsy of the scalp'])
      revision = answerOf(await saveOutcome(app, 1, revision, typed(text))).revision
    expect((await stored())?.body).toEqual(typed('Biopsy of the scalp'))
    expect(revision).toBe(5)
    expect(await outcomeChanges()).toHaveLength(1)
    app.clock.advance(5 * 60_000)
    await saveOutcome(app, 1, revision, typed('Biopsy of the scalp lesion'))
    const [last, first] = await outcomeChanges()
    expect(first?.after).toEqual(typed('B'))
    expect([last?.before, last?.after]).toEqual([typed('B'), typed('Biopsy of the scalp lesion')])
    expect(verify()).toEqual([])
  })

  test('goes on record at the lock, under the name of whoever typed it', async () => {
    const { revision } = answerOf(await saveOutcome(app, 1, null, typed('B')))
    await saveOutcome(app, 1, revision, typed('Biopsy'))
    await switchUser(app, USER)
    expect((await outcomeChanges()).map(({ after, userName }) => [after, userName])).toEqual([
      [typed('Biopsy'), USER],
      [typed('B'), USER],
    ])
    expect(verify()).toEqual([])
  })

  test('that was saved again without a change is no change', async () => {
    const { revision } = answerOf(await saveOutcome(app, 1, null))
    expect(answerOf(await saveOutcome(app, 1, revision)).revision).toBe(revision)
  })

  test('is refused where it was made from an older state, for who is not on the list, and with doubled ids', async () => {
    await saveOutcome(app, 1, null)
    expect(await saveOutcome(app, 1, null, typed('other'))).toMatchObject({
      error: { kind: 'conflict' },
    })
    expect(await saveOutcome(app, 9, null)).toMatchObject({ error: { kind: 'notFound' } })
    const { recommendations } = buildOutcome()
    const doubled = { ...buildOutcome(), recommendations: [...recommendations, ...recommendations] }
    expect(await saveOutcome(app, 2, null, doubled)).toMatchObject({
      error: { kind: 'invalidInput' },
    })
  })

  test('survives a kill: no acknowledged letter is lost', async () => {
    await app.services.session.lock()
    const script = join(import.meta.dirname, '../../support/typeUntilKilled.ts')
    const acknowledged = await new Promise<number>((resolve, reject) => {
      const child = spawn(process.execPath, [script, app.workspacesFolder, app.folder])
      let said = ''
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text
        if (said.split('\n').length > 20) child.kill('SIGKILL')
      })
      child.once('error', reject)
      child.once('close', () => resolve(Number(said.split('\n').slice(0, -1).at(-1))))
    })
    expect(acknowledged).toBeGreaterThanOrEqual(20)
    const { folder } = app
    await app.get('workspace:unlock', { folder, userName: USER, passphrase: PASSPHRASE })
    const text = (await stored())?.body.recommendations[0]?.text ?? ''
    expect(text).toMatch(/^x+$/)
    expect(text.length).toBeGreaterThanOrEqual(acknowledged)
    expect((await outcomeChanges())[0]?.after).toEqual((await stored())?.body)
    expect(verify()).toEqual([])
  })
})

describe('a signature', () => {
  test('needs a decision, a recommendation with its type, an owner for each action, a reason for none', async () => {
    const problemsOf = async (body: OutcomeBody) => {
      const before = await stored(2)
      const { id, revision } = answerOf(await saveOutcome(app, 2, before?.revision ?? null, body))
      const reply = await app.ask('outcome:sign', { outcomeId: id, revision })
      if (reply.ok || reply.error.kind !== 'invalidInput') throw new Error('not refused')
      return reply.error.issues.map(({ path }) => path)
    }
    const whole = buildOutcome()
    expect(await problemsOf({ ...whole, decision: null })).toEqual(['body.decision'])
    expect(await problemsOf({ ...whole, recommendations: [] })).toEqual(['body.recommendations'])
    expect(await problemsOf({ ...whole, decision: 'noDecision', recommendations: [] })).toEqual([
      'body.reason',
    ])
    expect(
      await problemsOf({ ...whole, decision: 'notDiscussed', recommendations: [], reason: ' ' }),
    ).toEqual(['body.reason'])
    const [recommendation] = whole.recommendations
    const [action] = whole.actions
    if (recommendation === undefined || action === undefined) throw new Error('nothing to sign')
    expect(
      await problemsOf({
        ...whole,
        recommendations: [{ ...recommendation, type: null }],
        actions: [{ ...action, owner: '' }],
      }),
    ).toEqual(['body.recommendations[0].type', 'body.actions[0].owner'])
  })

  test('keeps the question, the meeting and the attendance as they were, and leaves out empty rows', async () => {
    await app.get('meeting:question', {
      meetingId: MEETING,
      patientId: PATIENT,
      question: 'What next?',
    })
    const empty = { id: partId(5), text: ' ', owner: '', due: null }
    const body = buildOutcome()
    const { signed, body: kept } = await signedOutcome(app, 1, {
      ...body,
      actions: [...body.actions, empty],
    })
    expect(kept).toEqual(body)
    expect(signed).toMatchObject({
      userName: USER,
      at: '2026-11-22T14:32:00.000Z',
      question: 'What next?',
      meeting: { day: '2026-11-26', title: 'Metastatic breast board' },
      attendance: [{ name: 'Dr Testa', presence: 'present' }, { presence: 'apologies' }],
    })
    const { meeting } = await app.get('meeting:get', { meetingId: MEETING })
    expect(meeting.status).toBe('held')
    expect(verify()).toEqual([])
  })

  test('puts what is discussed again on that list with the signature, once; undone there, the signature stays', async () => {
    const later = meetingId(2)
    await app.get('meeting:create', { id: later, body: buildMeeting({ day: '2026-12-03' }) })
    const again = { on: null, meetingId: later, words: '' }
    const { id, signed } = await signedOutcome(app, 1, buildOutcome({ rediscussion: again }))
    const list = await app.get('meeting:get', { meetingId: later })
    expect(orderOf(list)).toEqual([1])
    const act = list.undo?.act
    if (act === undefined) throw new Error('the listing cannot be taken back')
    expect(orderOf(await app.get('meeting:undo', { meetingId: later, act }))).toEqual([])
    expect((await stored())?.signed).toEqual(signed)
    expect((await stored())?.id).toBe(id)
    await app.get('meeting:add', { meetingId: later, patientIds: [patientId(3), patientId(2)] })
    await signedOutcome(app, 2, {
      ...buildOutcome({ rediscussion: again }),
      recommendations: [{ id: partId(51), type: 'biopsy', intent: 'notStated', text: 'Biopsy' }],
      actions: [],
    })
    expect(orderOf(await app.get('meeting:get', { meetingId: later }))).toEqual([3, 2])
    expect(verify()).toEqual([])
  })

  test('is not given where the list of the next discussion is final, and nothing is half done', async () => {
    const later = meetingId(2)
    await app.get('meeting:create', { id: later, body: buildMeeting({ day: '2026-12-03' }) })
    await app.get('meeting:status', { meetingId: later, revision: 1, status: 'closed' })
    const body = buildOutcome({ rediscussion: { on: null, meetingId: later, words: '' } })
    const { id, revision } = answerOf(await saveOutcome(app, 1, null, body))
    expect(await app.ask('outcome:sign', { outcomeId: id, revision })).toMatchObject({
      ok: false,
      error: { kind: 'conflict' },
    })
    expect(await stored()).toMatchObject({ revision, signed: null })
    expect((await app.get('meeting:get', { meetingId: MEETING })).meeting.status).toBe('planned')
  })

  test('is given by an oncologist, not by whoever else types', async () => {
    await addTestUser(app, 'Koordination', 'coordinator')
    await switchUser(app, 'Koordination')
    const { id, revision } = answerOf(await saveOutcome(app, 1, null))
    expect(await app.ask('outcome:sign', { outcomeId: id, revision })).toMatchObject({
      error: { kind: 'forbidden' },
    })
  })

  test('locks the outcome against every service', async () => {
    const { id, revision } = await signedOutcome(app, 1)
    const before = dumpTables(app)
    const item = { meetingId: MEETING, patientId: PATIENT }
    const { rows, meeting } = await app.get('meeting:get', { meetingId: MEETING })
    for (const reply of [
      saveOutcome(app, 1, revision, typed('other')),
      saveOutcome(app, 1, null, typed('other')),
      app.ask('outcome:sign', { outcomeId: id, revision }),
      app.ask('meeting:drop', item),
      app.ask('meeting:question', { ...item, question: 'Another?' }),
      app.ask('meeting:defer', {
        ...item,
        revision: rows[0]?.item.revision ?? 0,
        cause: 'time',
        words: null,
        to: null,
      }),
      app.ask('meeting:remove', { meetingId: MEETING, revision: meeting.revision }),
    ])
      expect(await reply).toMatchObject({ ok: false, error: { kind: 'conflict' } })
    expect(dumpTables(app)).toEqual(before)
  })

  test.each([
    `UPDATE outcomes SET body = json_set(body, '$.rationale', 'other')`,
    'UPDATE outcomes SET signed_at = NULL, signature = NULL',
    'DELETE FROM outcomes',
    `INSERT OR REPLACE INTO outcomes SELECT id, meeting_id, patient_id, '{}', revision, saved_at, saved_by,
       saved_by_name, recorded_revision, NULL, NULL FROM outcomes`,
  ])('locks it against the database’s own connection: %s', async sql => {
    const before = await signedOutcome(app, 1)
    expect(() => dbOf().exec(sql)).toThrow('a signed outcome is locked')
    expect(await stored()).toEqual(before)
  })

  test('that somebody got round by taking the guards away is found by verifying', async () => {
    await signedOutcome(app, 1)
    expect(verify()).toEqual([])
    const db = dbOf()
    db.exec('DROP TRIGGER signed_outcomes_are_never_updated')
    expect(verify()).toMatchObject([{ check: 'outcomes', count: 1 }])
    db.exec(`UPDATE outcomes SET body = json_set(body, '$.rationale', 'other')`)
    expect(verify()).toMatchObject([{ check: 'outcomes', count: 2 }])
  })

  test('that was taken away, with the guards back in place, is found by the history', async () => {
    await signedOutcome(app, 1)
    const db = dbOf()
    const { sql } = db
      .prepare<[], { sql: string }>(
        `SELECT sql FROM sqlite_schema WHERE name = 'signed_outcomes_are_never_updated'`,
      )
      .get() ?? { sql: '' }
    db.exec('DROP TRIGGER signed_outcomes_are_never_updated')
    db.exec('UPDATE outcomes SET signed_at = NULL, signature = NULL')
    db.exec(sql)
    expect(verify().map(({ check }) => check)).toContain('outcomes')
  })
})

test('a workspace that was closed in the middle of typing opens with all of it', async () => {
  const { revision } = answerOf(await saveOutcome(app, 1, null, typed('B')))
  await saveOutcome(app, 1, revision, typed('Biopsy'))
  await app.services.session.lock()
  const again = startTestApp({ workspacesFolder: app.workspacesFolder })
  await again.get('workspace:unlock', {
    folder: app.folder,
    userName: USER,
    passphrase: PASSPHRASE,
  })
  const item = { meetingId: MEETING, patientId: PATIENT }
  expect((await again.get('outcome:get', item)).outcome?.body).toEqual(typed('Biopsy'))
  await again.services.session.lock()
})
