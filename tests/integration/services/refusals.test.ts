import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertEntry } from '../../../electron/db/queries/entries.ts'
import { inputIssues } from '../../../electron/ipc/inputIssues.ts'
import { createRecorder } from '../../../electron/services/record.ts'
import { ROLES, type Role } from '../../../shared/access/role.ts'
import { SeriesId } from '../../../shared/ids.ts'
import { CHANNELS, type Channel } from '../../../shared/ipc/channels.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { IpcError } from '../../../shared/ipc/errors.ts'
import { BY_NAME, NO_FILTER } from '../../../shared/patient/patientList.ts'
import {
  buildDetails,
  buildImaging,
  buildSite,
  entryId,
  patientId,
} from '../../support/builders.ts'
import {
  buildMeeting,
  buildOutcome,
  buildSeries,
  meetingId,
  partId,
} from '../../support/meetings.ts'
import {
  addTestUser,
  dumpFolder,
  dumpTables,
  openTestWorkspace,
  PASSPHRASE,
  startTestApp,
  switchUser,
  type TestApp,
  USER,
} from '../../support/workspace.ts'

const PATIENT = patientId(1)
const HUGE = 'x'.repeat(10_000_000)

/** A well-formed question on each channel; ids that exist where they are asked about. */
function questions(
  act: string,
  job: string,
  folder: string,
  outcomeId: string,
): { [C in Channel]: Input<C> } {
  const options = { patientId: PATIENT, cutoff: '>=1', paper: 'A4', password: null } as const
  const who = { folder, userName: USER }
  const page = { before: null, limit: 10 }
  return {
    'host:info': {},
    'host:chooseFolder': {},
    'host:theme': { theme: 'dark' },
    'session:state': {},
    'session:touch': {},
    'workspace:create': { ...who, role: 'oncologist', passphrase: PASSPHRASE },
    'workspace:openDemo': {},
    'workspace:unlock': { ...who, passphrase: PASSPHRASE },
    'workspace:recover': { ...who, recoveryKey: 'no key', newPassphrase: PASSPHRASE },
    'workspace:lock': {},
    'workspace:verify': {},
    'patient:list': { query: 'test', archived: false, limit: 10, offset: 0 },
    'patient:order': { query: '', archived: false, filter: NO_FILTER, sort: BY_NAME },
    'patient:place': {
      query: '',
      archived: false,
      filter: NO_FILTER,
      sort: BY_NAME,
      startsWith: 'a',
    },
    'patient:create': { id: patientId(2), details: buildDetails() },
    'patient:duplicates': { details: buildDetails(), except: null },
    'patient:archive': { id: PATIENT, revision: 1, archived: true },
    'case:get': { patientId: PATIENT },
    'case:apply': {
      patientId: PATIENT,
      changes: [
        { do: 'update', id: entryId(1), revision: 1, body: buildSite({ note: 'changed' }) },
        { do: 'create', id: entryId(2), body: buildImaging() },
        { do: 'details', revision: 1, details: buildDetails({ givenName: 'Berta' }) },
      ],
    },
    'case:undo': { patientId: PATIENT, act },
    'case:redo': { patientId: PATIENT, act },
    'case:history': { patientId: PATIENT, entry: null, ...page },
    'case:opened': { patientId: PATIENT },
    'case:since': { patientId: PATIENT, since: { from: 'day', day: '2026-11-12' } },
    ...meetingQuestions(outcomeId),
    'draft:put': { key: 'site:new', patientId: PATIENT, body: { note: 'half' } },
    'draft:delete': { key: 'site:new' },
    'draft:list': { patientId: PATIENT },
    'summary:render': { job, options },
    'summary:cancel': { job },
    'summary:save': { job },
    'summary:show': { job, how: 'file' },
    'summary:record': { job, action: 'print' },
    'lesion:render': { job, options: { ...options, lesion: entryId(7) } },
    'lesion:cancel': { job },
    'lesion:save': { job },
    'lesion:show': { job, how: 'file' },
    'lesion:record': { job, action: 'print' },
    'pack:render': {
      job,
      options: {
        meetingId: MEETING,
        kind: 'agenda',
        patientIds: null,
        cutoff: '>=1',
        paper: 'A4',
        since: null,
        outcomeSheets: true,
        password: null,
      },
    },
    'pack:cancel': { job },
    'pack:save': { job },
    'pack:show': { job, how: 'file' },
    'pack:record': { job, action: 'print' },
    'print:list': { of: 'patient', id: PATIENT },
    'photo:upload': { upload: job, offset: 0, total: 8, bytes: new Uint8Array(3) },
    'photo:import': { upload: job, patientId: PATIENT, extension: 'jpg' },
    'photo:cancel': { upload: job },
    'photo:staged': { attachment: 'a'.repeat(64) },
    'photo:discard': { attachment: 'a'.repeat(64) },
    'photo:thumbnail': { patientId: PATIENT, photograph: entryId(1), size: 96 },
    'photo:original': { patientId: PATIENT, photograph: entryId(1) },
    'photo:remove': { patientId: PATIENT, photograph: entryId(1), revision: 1 },
    'photo:camera': { on: true },
    'axis:save': { patientId: PATIENT, svg: '<svg />' },
    'axis:record': { patientId: PATIENT, svg: '<svg />' },
    'view:list': {},
    'view:put': {
      id: patientId(3),
      name: 'A view',
      question: { query: '', archived: false, filter: NO_FILTER, sort: BY_NAME },
      columns: ['name'],
    },
    'view:delete': { id: patientId(3) },
    'view:first': { id: patientId(3) },
    'recent:list': {},
    'recent:add': { patient: PATIENT, command: null },
    'settings:get': {},
    'settings:put': { theme: 'dark', cutoff: '>10', paper: 'A4' },
  }
}

const MEETING = meetingId(1)
const SERIES = SeriesId.parse(randomUUID())

/** About the meeting that has the patient on its list, with an outcome. */
function meetingQuestions(outcomeId: string) {
  const item = { meetingId: MEETING, patientId: PATIENT }
  const act = randomUUID()
  return {
    'series:list': {},
    'series:put': { id: SERIES, revision: null, body: buildSeries() },
    'meeting:list': { from: null, to: '2026-12-31' },
    'meeting:create': { id: meetingId(2), body: buildMeeting() },
    'meeting:next': { id: meetingId(3), seriesId: SERIES, day: null },
    'meeting:get': { meetingId: MEETING },
    'meeting:update': { meetingId: MEETING, revision: 1, body: buildMeeting({ place: 'Room 3' }) },
    'meeting:status': { meetingId: MEETING, revision: 1, status: 'held' },
    'meeting:remove': { meetingId: MEETING, revision: 1 },
    'meeting:add': { meetingId: MEETING, patientIds: [PATIENT] },
    'meeting:drop': item,
    'meeting:order': { meetingId: MEETING, order: [PATIENT] },
    'meeting:item': {
      ...item,
      revision: 1,
      body: {
        state: { state: 'notDiscussed', protocol: 'M-1', reason: null },
        presenter: null,
        awaited: [],
        note: null,
      },
    },
    'meeting:defer': { ...item, revision: 1, cause: 'imaging', words: null, to: null },
    'meeting:question': { ...item, question: 'What next?' },
    'meeting:shown': item,
    'meeting:undo': { meetingId: MEETING, act },
    'meeting:redo': { meetingId: MEETING, act },
    'meeting:minimum': {},
    'meeting:putMinimum': { required: ['question'] },
    'outcome:get': item,
    'outcome:save': { ...item, revision: null, body: buildOutcome() },
    'outcome:sign': { outcomeId, revision: 1 },
    'outcome:addend': { outcomeId, id: randomUUID(), text: 'Later.' },
    'outcome:followUp': {
      outcomeId,
      id: randomUUID(),
      revision: null,
      body: {
        kind: 'agreed',
        recommendation: null,
        state: 'agreed',
        on: null,
        reason: null,
        note: null,
      },
    },
    'action:list': {
      filter: { state: 'open', owner: null, mine: false, overdue: true },
      limit: 10,
      offset: 0,
    },
    'action:done': {
      outcomeId,
      actionId: partId(2),
      revision: null,
      done: { on: '2026-11-22', by: USER, note: null },
    },
  } satisfies Partial<{ [C in Channel]: Input<C> }>
}

/** Channels that answer without an open workspace. */
const OPEN_TO_ALL: readonly Channel[] = [
  'host:info',
  'host:chooseFolder',
  'host:theme',
  'session:state',
  'session:touch',
  'workspace:create',
  'workspace:openDemo',
  'workspace:unlock',
  'workspace:recover',
  'workspace:lock',
]
const GUARDED = CHANNELS.filter(channel => !OPEN_TO_ALL.includes(channel))

let app: TestApp
let asked: ReturnType<typeof questions>
const job = randomUUID()

beforeAll(async () => {
  app = await openTestWorkspace()
  await app.get('patient:create', { id: PATIENT, details: buildDetails() })
  const changes = [{ do: 'create', id: entryId(1), body: buildSite() }] as const
  const open = await app.get('case:apply', { patientId: PATIENT, changes: [...changes] })
  await app.get('meeting:create', { id: MEETING, body: buildMeeting() })
  await app.get('meeting:add', { meetingId: MEETING, patientIds: [PATIENT] })
  const item = { meetingId: MEETING, patientId: PATIENT }
  const outcome = await app.get('outcome:save', { ...item, revision: null, body: buildOutcome() })
  asked = questions(open.undo?.act ?? '', job, app.folder, outcome.id)
  await app.get('summary:render', asked['summary:render'])
  for (const role of ROLES) await addTestUser(app, `A ${role}`, role)
})
afterAll(() => app.close())

/** The refusal of a question, which must be well formed, short, in sentences, and change no row. */
async function refusalOf(channel: string, input: unknown): Promise<IpcError> {
  const before = dumpTables(app)
  const events = app.events.length
  const reply = await app.dispatch(channel, input)
  if (reply.ok) throw new Error(`${channel} was answered`)
  const error = IpcError.parse(reply.error)
  expect(error.message).toMatch(/^\S.*\.$/s)
  expect(JSON.stringify(error).length).toBeLessThan(6_000)
  expect(dumpTables(app)).toEqual(before)
  expect(app.events.length).toBe(events)
  return error
}

/** Every value of a JSON tree replaced in turn by another, with the place. */
function* mutations(
  node: unknown,
  replacements: readonly unknown[],
  path: readonly (string | number)[] = [],
): Generator<{ path: readonly (string | number)[]; put: unknown }> {
  for (const put of replacements) yield { path, put }
  if (typeof node !== 'object' || node === null) return
  for (const [key, value] of Object.entries(node))
    yield* mutations(value, replacements, [...path, Array.isArray(node) ? Number(key) : key])
}

function withPut(
  node: unknown,
  [step, ...rest]: readonly (string | number)[],
  put: unknown,
): unknown {
  if (step === undefined) return put
  if (Array.isArray(node))
    return node.map((each, at) => (at === step ? withPut(each, rest, put) : each))
  return Object.fromEntries(
    Object.entries(node as object).map(([key, value]) => [
      key,
      key === step ? withPut(value, rest, put) : value,
    ]),
  )
}

describe.each(CHANNELS)('%s', channel => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'x'],
    ['a list', []],
    ['an unknown field', { surplus: 1 }],
    ['a field that reaches for the prototype', JSON.parse('{"__proto__":{"a":1}}')],
    ['a function', { a: () => 1 }],
    ['a date object', new Date(0)],
    ['a map', new Map([['id', 1]])],
  ])('refuses %s', async (_, input) => {
    expect((await refusalOf(channel, input)).kind).toBe('invalidInput')
  })

  test('refuses a field too many, and does not repeat its name', async () => {
    const error = await refusalOf(channel, { ...asked[channel], Testfall: 'Anna' })
    expect(error.kind).toBe('invalidInput')
    expect(JSON.stringify(error)).not.toMatch(/Testfall|Anna/)
  })

  test('refuses each field that is left out', async () => {
    for (const key of Object.keys(asked[channel])) {
      const { [key]: _, ...rest } = asked[channel] as Record<string, unknown>
      expect((await refusalOf(channel, rest)).kind).toBe('invalidInput')
    }
  })

  test('refuses ten million characters in any field at once', async () => {
    for (const key of Object.keys(asked[channel])) {
      const error = await refusalOf(channel, { ...asked[channel], [key]: HUGE })
      expect(error.kind).toBe('invalidInput')
    }
  })

  test('is never answered with a bug, whatever stands in any place of its input', async () => {
    const { db } = app.services.session.need('read').workspace
    const bad = [
      undefined,
      null,
      true,
      -1,
      1e300,
      Number.NaN,
      '',
      '\ud800',
      [],
      {},
      [[[]]],
      'Testfall',
    ]
    for (const { path, put } of mutations(asked[channel], bad)) {
      if (path.length === 0) continue
      const before = dumpTables(app)
      // What happens to be a good question is answered, and taken back for the next.
      db.exec('BEGIN')
      const reply = await app.dispatch(channel, withPut(asked[channel], path, put))
      const place = `${path.join('.')} = ${String(put)}`
      if (!reply.ok) {
        expect([place, reply.error.kind]).not.toEqual([place, 'internal'])
        expect([place, JSON.stringify(reply.error).includes('Testfall')]).toEqual([place, false])
        expect(dumpTables(app)).toEqual(before)
      }
      db.exec('ROLLBACK')
    }
    expect(app.log).toEqual([])
  })
})

describe('an unknown channel', () => {
  test.each(['', 'db:call', 'toString', '__proto__', 7, null, undefined, {}, HUGE])(
    'is refused',
    async channel => {
      expect((await refusalOf(channel as string, {})).kind).toBe('invalidInput')
    },
  )
})

describe('a refusal', () => {
  test('names the place and the rule, not the value', async () => {
    const input = {
      patientId: PATIENT,
      changes: [
        {
          do: 'create',
          id: entryId(9),
          body: {
            ...buildSite(),
            role: 'TESTFALL',
            certainty: undefined,
            firstSeen: [
              {
                kind: 'date',
                date: '2022-02-30',
                approximate: false,
                verbatim: null,
                source: null,
              },
            ],
            note: 'y'.repeat(20_001),
          },
        },
      ],
    }
    const error = await refusalOf('case:apply', input)
    expect(error).toMatchObject({
      kind: 'invalidInput',
      issues: expect.arrayContaining([
        {
          path: 'changes[0].body.role',
          message: 'must be one of: primary, localRecurrence, regional, distant, notStated',
        },
        {
          path: 'changes[0].body.firstSeen[0].date',
          message: 'must be a date that exists, such as 2022-05-03, 2022-05 or 2022',
        },
        { path: 'changes[0].body.note', message: 'must be at most 20000 characters' },
      ]),
    })
    expect(JSON.stringify(error)).not.toMatch(/TESTFALL|02-30|yyy/)
  })

  test.each(['2023-02-29', '2022-13', '2022-00-01', '22', '0', '2022-05-032', '٢٠٢٢'])(
    'comes for the impossible date %s',
    async born => {
      const error = await refusalOf('patient:create', {
        id: patientId(5),
        details: { ...buildDetails(), born },
      })
      expect(error).toMatchObject({ kind: 'invalidInput', issues: [{ path: 'details.born' }] })
    },
  )

  test('repeats no field name that the contract does not know', () => {
    const issue = {
      code: 'custom',
      message: 'does not fit',
      path: ['details', 'Testfall', 0],
    } as const
    expect(inputIssues([{ ...issue, path: [...issue.path] }])).toEqual([
      { path: 'details.?[0]', message: 'does not fit' },
    ])
  })

  test('of a thousand faults lists the first twenty', async () => {
    const changes = Array.from({ length: 400 }, () => ({ do: 'remove', id: 'x', revision: 0 }))
    const error = await refusalOf('case:apply', { patientId: PATIENT, changes })
    expect(error.kind === 'invalidInput' && error.issues).toHaveLength(20)
  })

  test('comes at once for ten million characters, deep nesting and endless loops', async () => {
    let deep: unknown = 1
    for (let n = 0; n < 100_000; n += 1) deep = [deep]
    const loop: Record<string, unknown> = {}
    loop.self = loop
    for (const body of [HUGE, deep, loop, { [HUGE]: 1 }, new Array(1e9)]) {
      const error = await refusalOf('draft:put', { key: 'a', patientId: null, body })
      expect(error.kind).toBe('invalidInput')
    }
  })
})

describe('a locked workspace', () => {
  test('refuses every question about what is in it, and its files stay as they are', async () => {
    const locked = startTestApp()
    const folder = dumpFolder(locked.workspacesFolder)
    for (const channel of GUARDED) {
      const reply = await locked.dispatch(channel, asked[channel])
      expect([channel, !reply.ok && reply.error.kind]).toEqual([channel, 'locked'])
    }
    expect(dumpFolder(locked.workspacesFolder)).toEqual(folder)
    await locked.close()
  })
})

describe('a role', () => {
  const writesPatient: readonly Channel[] = ['patient:create', 'patient:archive']
  const writesBoth: readonly Channel[] = ['case:apply']
  const forbiddenFor: Record<Role, readonly Channel[]> = {
    oncologist: [],
    dermatologist: [],
    coordinator: [],
    administrator: writesBoth,
    readOnly: [...writesPatient, ...writesBoth],
  }

  test.each(ROLES)('%s is refused what it has no right to, and nothing else', async role => {
    await switchUser(app, `A ${role}`)
    for (const channel of GUARDED) {
      if (forbiddenFor[role].includes(channel))
        expect((await refusalOf(channel, asked[channel])).kind).toBe('forbidden')
    }
    const allowed: readonly Channel[] = ['patient:list', 'case:get', 'summary:render', 'draft:put']
    for (const channel of allowed) {
      const reply = await app.dispatch(channel, asked[channel])
      expect([channel, reply.ok]).toEqual([channel, true])
    }
    await switchUser(app, USER)
  })

  test('that may not change a case may not undo a change of it either', async () => {
    await switchUser(app, 'A administrator')
    const open = app.services.session.need('read')
    const { db } = open.workspace
    const body = buildImaging()
    const [id, at] = [entryId(50), '2026-11-22T15:00:00.000Z']
    db.transaction(() => {
      insertEntry(db, { id, patientId: PATIENT, kind: 'imaging', body, position: 50 })
      const told = { entity: 'entry', entityId: id, kind: 'imaging', action: 'create' } as const
      createRecorder(open, { patientId: PATIENT, at }).record({
        ...told,
        before: null,
        after: body,
      })
    })()
    const { undo } = await app.get('case:get', { patientId: PATIENT })
    expect(undo?.label).toBe('add MRI')
    const takenBack = { patientId: PATIENT, act: undo?.act ?? '' }
    expect((await refusalOf('case:undo', takenBack)).kind).toBe('forbidden')
    await switchUser(app, USER)
  })
})
