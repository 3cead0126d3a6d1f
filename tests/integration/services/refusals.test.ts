import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertEntry } from '../../../electron/db/queries/entries.ts'
import { inputIssues } from '../../../electron/ipc/inputIssues.ts'
import { createRecorder } from '../../../electron/services/record.ts'
import { ROLES, type Role } from '../../../shared/access/role.ts'
import { CHANNELS, type Channel } from '../../../shared/ipc/channels.ts'
import { IpcError } from '../../../shared/ipc/errors.ts'
import {
  buildDetails,
  buildImaging,
  buildSite,
  entryId,
  patientId,
} from '../../support/builders.ts'
import { MEETING, PATIENT, questions } from '../../support/channelQuestions.ts'
import { buildMeeting, buildOutcome } from '../../support/meetings.ts'
import {
  addTestUser,
  dumpFolder,
  dumpTables,
  openTestWorkspace,
  startTestApp,
  switchUser,
  type TestApp,
  USER,
} from '../../support/workspace.ts'

const HUGE = 'x'.repeat(10_000_000)

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
