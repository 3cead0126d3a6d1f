import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CHANNELS, type Channel } from '../../../shared/ipc/channels.ts'
import { CONTRACT } from '../../../shared/ipc/contract.ts'
import { IpcError } from '../../../shared/ipc/errors.ts'
import { buildDetails, buildSite, entryId, ONE_OF_EACH, patientId } from '../../support/builders.ts'
import { dumpTables, openTestWorkspace, type TestApp } from '../../support/workspace.ts'

let app: TestApp

beforeAll(async () => {
  app = await openTestWorkspace()
  await app.get('patient:create', { id: patientId(1), details: buildDetails() })
  const changes = [{ do: 'create', id: entryId(1), body: buildSite() }] as const
  await app.get('case:apply', { patientId: patientId(1), changes: [...changes] })
})
afterAll(() => app.close())

/** Channels whose good question closes the workspace. */
const CLOSING: readonly Channel[] = ['workspace:lock']
const TRIED = CHANNELS.filter(channel => !CLOSING.includes(channel))

const fieldNames = [
  ...new Set(TRIED.flatMap(channel => Object.keys(CONTRACT[channel].input.shape))),
]

/** Scraps of good questions, so that the fuzz comes further than the first field. */
const scrap = fc.constantFrom<unknown>(
  patientId(1),
  entryId(1),
  entryId(2),
  1,
  2,
  null,
  '',
  'Testfall',
  '>=1',
  'A4',
  buildDetails(),
  buildSite(),
  ...ONE_OF_EACH,
  ...(['create', 'update', 'remove', 'details'] as const).map(what => ({
    do: what,
    id: entryId(1),
    revision: 1,
    body: buildSite({ recurrenceOf: entryId(1) }),
    details: buildDetails(),
  })),
  { do: 'remove', id: entryId(1), revision: 1 },
  { do: 'create', id: entryId(3), body: ONE_OF_EACH[1] },
)
const anything = fc.oneof(
  { depthSize: 'small' },
  scrap,
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.array(scrap, { maxLength: 4 }),
  fc.integer(),
)
const input = fc.oneof(
  fc.jsonValue(),
  fc.anything(),
  fc.dictionary(fc.constantFrom(...fieldNames), anything, { maxKeys: 6 }),
)

/** Fills in the fields of a channel, so that only some of them are wrong. */
const shaped = fc.constantFrom(...TRIED).chain(channel => {
  const fields = Object.keys(CONTRACT[channel].input.shape)
  return fc.record({
    channel: fc.constant<unknown>(channel),
    input: fc.record(Object.fromEntries(fields.map(field => [field, anything]))),
  })
})
const question = fc.oneof(
  shaped,
  fc.record({ channel: fc.constantFrom<unknown>(...TRIED), input }),
  fc.record({ channel: fc.anything(), input }),
)

test('no question, however it is made, is answered with a bug, and no refused one changes a row', async () => {
  const { db } = app.services.session.need('read').workspace
  const before = dumpTables(app)
  let answered = 0
  await fc.assert(
    fc.asyncProperty(question, async asked => {
      fc.pre(asked.channel !== 'workspace:lock')
      db.exec('BEGIN')
      const reply = await app.dispatch(asked.channel, asked.input)
      if (reply.ok) answered += 1
      else {
        expect(IpcError.parse(reply.error).kind).not.toBe('internal')
        expect(dumpTables(app)).toEqual(before)
      }
      db.exec('ROLLBACK')
    }),
    { numRuns: 3_000 },
  )
  expect(dumpTables(app)).toEqual(before)
  expect(app.log).toEqual([])
  expect(answered).toBeGreaterThan(20)
})
