import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ROOT } from '../../../electron/build.ts'
import { verifyWorkspace } from '../../../electron/db/verify.ts'
import { CHANNELS, type Channel } from '../../../shared/ipc/channels.ts'
import { CONTRACT } from '../../../shared/ipc/contract.ts'
import type { Outcome } from '../../../shared/meeting/outcome.ts'
import { buildDetails, buildSite, entryId, patientId } from '../../support/builders.ts'
import { listOf, signedOutcome } from '../../support/listedMeeting.ts'
import {
  buildMeeting,
  buildOutcome,
  buildSeries,
  meetingId,
  partId,
} from '../../support/meetings.ts'
import {
  openTestWorkspace,
  PASSPHRASE,
  startTestApp,
  type TestApp,
  USER,
} from '../../support/workspace.ts'

let app: TestApp
let outcome: Outcome

beforeEach(async () => {
  app = await openTestWorkspace()
  await listOf(app, 3)
  await app.get('meeting:create', { id: meetingId(2), body: buildMeeting({ day: '2026-12-03' }) })
  const signed = await signedOutcome(app, 1)
  outcome = await app.get('outcome:addend', {
    outcomeId: signed.id,
    id: partId(90),
    text: 'The biopsy is on Tuesday.',
  })
})
afterEach(() => app.close())

const workspaceOf = (of: TestApp) => of.services.session.need('read').workspace

/** Everything that was signed, as it lies in the database. */
function signedRows(of: TestApp = app): unknown {
  const { db } = workspaceOf(of)
  return {
    outcome: db.prepare('SELECT * FROM outcomes WHERE id = ?').get(outcome.id),
    addendum: db.prepare('SELECT * FROM outcome_addenda WHERE id = ?').get(partId(90)),
    question: db
      .prepare(
        `SELECT json_extract(body, '$.askedQuestion') AS asked FROM list_items
         WHERE meeting_id = ? AND patient_id = ?`,
      )
      .get(outcome.meetingId, outcome.patientId),
  }
}

/** These open and close workspaces, and are asked last. */
const SESSION = [
  'workspace:create',
  'workspace:openDemo',
  'workspace:unlock',
  'workspace:recover',
  'workspace:lock',
] as const satisfies readonly Channel[]

/** The channels of which the table below holds no well-formed question: they concern no meeting and no case. */
const ELSEWHERE: readonly Channel[] = [
  'patient:list',
  'patient:order',
  'patient:place',
  'photo:thumbnail',
  'photo:upload',
  'photo:import',
  'view:put',
]

const OTHER = buildOutcome({ rationale: 'Something else was decided.' })

/** What may stand in a field, whoever's field it is: each value aims at the signed outcome. */
function valuesOf(field: string): readonly unknown[] {
  const acts = workspaceOf(app)
    .db.prepare<[], { act: string }>('SELECT DISTINCT act FROM changes WHERE act IS NOT NULL')
    .all()
    .map(({ act }) => act)
  const { id, patientId: patient, meetingId: meeting, revision } = outcome
  const known: Record<string, readonly unknown[]> = {
    id: [id, partId(90), patient, meeting, randomUUID()],
    outcomeId: [id],
    meetingId: [meeting],
    patientId: [patient],
    patient: [patient],
    revision: [revision, revision - 1, 1, null],
    body: [
      OTHER,
      outcome.body,
      buildMeeting({ title: 'Another board', attendance: [] }),
      buildSeries(),
      { state: { state: 'forDiscussion' }, presenter: null, awaited: [], note: 'changed' },
      {
        kind: 'agreed',
        recommendation: partId(1),
        state: 'agreed',
        on: null,
        reason: null,
        note: null,
      },
    ],
    text: ['Another addendum.'],
    actionId: [partId(2)],
    done: [{ on: '2026-11-24', by: USER, note: null }, null],
    act: acts,
    cause: ['time'],
    words: [null],
    to: [meetingId(2), null],
    question: ['Another question?', { query: '', archived: false, filter: null, sort: null }],
    status: ['planned', 'held', 'closed'],
    patientIds: [[patient, patientId(2)]],
    order: [[3, 2, 1].map(patientId)],
    required: [['question']],
    seriesId: [randomUUID()],
    day: ['2026-12-10'],
    from: [null],
    archived: [true, false],
    details: [buildDetails({ familyName: 'Another' })],
    except: [null],
    changes: [
      [{ do: 'remove', id, revision }],
      [{ do: 'update', id, revision, body: buildSite() }],
      [{ do: 'create', id: entryId(40), body: buildSite() }],
      [{ do: 'details', revision: 1, details: buildDetails({ familyName: 'Another' }) }],
    ],
    entry: [null],
    before: [null],
    limit: [10],
    offset: [0],
    since: [{ from: 'lastMeeting' }, { from: 'never' }, null],
    key: [`addendum:${id}`],
    query: [''],
    filter: [null, { state: 'all', owner: null, mine: false, overdue: false }],
    sort: [null, { by: 'name', descending: false }],
    startsWith: ['T'],
    action: ['print', 'export', 'open'],
    job: [randomUUID()],
    how: ['file'],
    options: [
      { patientId: patient, cutoff: '>=1', paper: 'A4', password: null },
      { patientId: patient, lesion: id, cutoff: '>=1', paper: 'A4', password: null },
      {
        meetingId: meeting,
        kind: 'letter',
        patientIds: null,
        cutoff: '>=1',
        paper: 'A4',
        since: null,
        outcomeSheets: false,
        password: null,
      },
    ],
    of: ['meeting', 'patient'],
    svg: ['<svg xmlns="http://www.w3.org/2000/svg"/>'],
    photograph: [entryId(41)],
    attachment: ['0'.repeat(64)],
    upload: [randomUUID()],
    size: ['small'],
    extension: ['jpg'],
    on: [false],
    theme: ['dark'],
    cutoff: ['>=1'],
    paper: ['A4'],
    letterKeys: [true],
    scale: [1],
    name: ['A view'],
    columns: [[]],
    command: [null],
    total: [1],
    bytes: [new Uint8Array([1])],
  }
  return known[field] ?? []
}

/** Every combination of these values, at most so many. */
function questionsOf(fields: readonly string[]): Record<string, unknown>[] {
  let all: Record<string, unknown>[] = [{}]
  for (const field of fields)
    all = all
      .flatMap(question => valuesOf(field).map(value => ({ ...question, [field]: value })))
      .slice(0, 600)
  return all
}

test('a signed outcome, its addendum and its question stay as they are whatever any channel is asked', async () => {
  const before = signedRows()
  const unreached: Channel[] = []
  for (const channel of CHANNELS) {
    if (SESSION.some(each => each === channel)) continue
    let isReached = false
    for (const question of questionsOf(Object.keys(CONTRACT[channel].input.shape))) {
      const reply = (await app.dispatch(channel, question)) as {
        ok: boolean
        error?: { kind: string }
      }
      isReached ||= reply.ok || reply.error?.kind !== 'invalidInput'
    }
    expect(signedRows(), channel).toEqual(before)
    if (!isReached) unreached.push(channel)
  }
  expect(unreached.filter(channel => !ELSEWHERE.includes(channel))).toEqual([])
  expect(verifyWorkspace(workspaceOf(app))).toEqual([])
  for (const channel of SESSION)
    await app.dispatch(channel, { folder: app.folder, userName: USER, passphrase: PASSPHRASE })
  await app.ask('workspace:unlock', {
    folder: app.folder,
    userName: USER,
    passphrase: PASSPHRASE,
  })
  expect(signedRows()).toEqual(before)
}, 120_000)

test('nor is it changed by calling any function of any service directly, past the parsing of questions', async () => {
  const before = signedRows()
  const called: string[] = []
  for (const [name, service] of Object.entries(app.services)) {
    // The session opens and closes workspaces, and holds nothing of them.
    if (typeof service !== 'object' || service === null || name === 'session') continue
    for (const [deed, call] of Object.entries(service)) {
      if (typeof call !== 'function') continue
      for (const body of valuesOf('body'))
        for (const revision of valuesOf('revision')) {
          const question = {
            ...Object.fromEntries(
              ['act', 'cause', 'words', 'to', 'text', 'actionId', 'done', 'status', 'changes'].map(
                field => [field, valuesOf(field)[0]],
              ),
            ),
            id: outcome.id,
            outcomeId: outcome.id,
            meetingId: outcome.meetingId,
            patientId: outcome.patientId,
            patientIds: [outcome.patientId],
            order: [],
            question: 'Another question?',
            required: [],
            revision,
            body,
          }
          try {
            await Reflect.apply(call, service, [question])
          } catch {
            // A refusal is what is expected of most; what counts is the row.
          }
        }
      called.push(`${name}.${deed}`)
      expect(signedRows(), `${name}.${deed}`).toEqual(before)
    }
  }
  expect(called).toEqual(
    expect.arrayContaining(['outcomes.save', 'signing.sign', 'signing.addend', 'meetings.undo']),
  )
}, 120_000)

test('nor by any command of the command line', async () => {
  const before = signedRows()
  const { folder, workspacesFolder } = app
  await app.services.session.lock()
  const out = (name: string) => join(workspacesFolder, `${name}.pdf`)
  const on = ['--workspace', folder]
  const meeting = ['--meeting', outcome.meetingId]
  const commands: Record<string, string[][]> = {
    board: [['board', ...on, '--patient', outcome.patientId, '--json']],
    demo: [['demo', ...on, '--patients', '3']],
    lesion: [['lesion', ...on, '--patient', outcome.patientId, '--out', out('lesion')]],
    pack: [
      ['agenda', ...on, ...meeting, '--out', out('agenda')],
      ['pack', ...on, ...meeting, '--kind', 'letter', '--out', out('letter')],
    ],
    summary: [['summary', ...on, '--patient', outcome.patientId, '--out', out('summary')]],
    verify: [['verify', ...on]],
  }
  const files = readdirSync(join(ROOT, 'electron', 'cli', 'commands'))
  expect(Object.keys(commands).map(name => `${name}.ts`)).toEqual(files.toSorted())
  for (const args of Object.values(commands).flat()) {
    await new Promise(resolve => {
      execFile(
        process.execPath,
        [join(ROOT, 'electron', 'cli', 'index.ts'), ...args],
        { cwd: workspacesFolder, env: { ...process.env, METBOARD_PASSPHRASE: PASSPHRASE } },
        resolve,
      )
    })
    const again = startTestApp({ workspacesFolder })
    await again.get('workspace:unlock', { folder, userName: USER, passphrase: PASSPHRASE })
    expect(signedRows(again), args.join(' ')).toEqual(before)
    await again.services.session.lock()
  }
}, 180_000)
