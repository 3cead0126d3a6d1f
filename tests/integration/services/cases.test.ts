import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ChangeRequest } from '../../../shared/history/change.ts'
import {
  buildConflict,
  buildContext,
  buildDetails,
  buildDocument,
  buildEntry,
  buildImaging,
  buildSite,
  buildSpecimen,
  buildSystemic,
  entryId,
  monthsAfter,
  ONE_OF_EACH,
  patientId,
} from '../../support/builders.ts'
import {
  applied as appliedTo,
  apply,
  create,
  historyOf,
  remove,
  update,
} from '../../support/changes.ts'
import {
  addTestUser,
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

const applied = (...changes: ChangeRequest[]) => appliedTo(app, PATIENT, changes)

/** Refused as told, and not a row of any table is different. */
async function expectRefused(changes: readonly ChangeRequest[], error: object): Promise<string> {
  const before = dumpTables(app)
  const reply = await apply(app, PATIENT, changes)
  expect(reply).toMatchObject({ ok: false, error })
  expect(dumpTables(app)).toEqual(before)
  return reply.ok ? '' : reply.error.message
}

describe('an entry', () => {
  test('of every kind is kept exactly, in the order they were made', async () => {
    await applied(...ONE_OF_EACH.map((body, n) => create(n, body)))
    await switchUser(app, USER)
    const found = await app.get('case:get', { patientId: PATIENT })
    expect(found.case.entries).toEqual(ONE_OF_EACH.map((body, n) => buildEntry(n, body)))
  })

  test('gets its next revision with each change, and none when nothing changes', async () => {
    await applied(create(1, buildSite()))
    const changed = await applied(update(1, 1, buildSite({ certainty: 'suspected' })))
    expect(changed.case.entries.map(({ revision }) => revision)).toEqual([2])
    const before = dumpTables(app)
    expect(await applied(update(1, 2, buildSite({ certainty: 'suspected' })))).toEqual(changed)
    expect(dumpTables(app)).toEqual(before)
  })

  test('takes codes that no list knows, as free text', async () => {
    const drugs = [{ drug: 'not-listed', name: 'Neuamab', started: [], ended: null, dose: null }]
    const site = buildSite({ bodySite: 'not-listed', asReported: 'sub femoral segment' })
    const open = await applied(create(1, site), create(2, buildSystemic({ drugs })))
    expect(open.case.entries.map(({ body }) => body)).toEqual([site, buildSystemic({ drugs })])
  })

  test('may name one that comes later in the same act', async () => {
    const open = await applied(
      create(1, buildSpecimen({ site: entryId(2), collected: monthsAfter(entryId(3), 2) })),
      create(2, buildSite()),
      create(3, buildImaging()),
    )
    expect(open.case.entries).toHaveLength(3)
  })

  test('cannot be changed by two acts from one state: the second is told so', async () => {
    await applied(create(1, buildSite()))
    await applied(update(1, 1, buildSite({ note: 'first' })))
    const message = await expectRefused([update(1, 1, buildSite({ note: 'second' }))], {
      kind: 'conflict',
    })
    expect(message).toContain('Somebody changed this in between')
    expect(message).toContain('what you typed is kept')
    await expectRefused([update(1, 1, buildSite({ note: 'first' }))], { kind: 'conflict' })
    await expectRefused([remove(1, 1)], { kind: 'conflict' })
    await applied(remove(1, 2))
    await expectRefused([update(1, 2, buildSite())], { kind: 'conflict' })
  })

  test('that is not there, or is of another patient, is not found', async () => {
    await expectRefused([update(9, 1, buildSite())], { kind: 'notFound' })
    await app.get('patient:create', { id: patientId(2), details: buildDetails() })
    const other = { patientId: patientId(2), changes: [create(9, buildSite())] }
    expect((await app.dispatch('case:apply', other)).ok).toBe(true)
    await expectRefused([update(9, 1, buildSite())], { kind: 'notFound' })
    await expectRefused([remove(9, 1)], { kind: 'notFound' })
    await expectRefused([create(9, buildSite())], { kind: 'conflict' })
    await expectRefused([create(1, buildSpecimen({ site: entryId(9) }))], {
      kind: 'invalidInput',
      issues: [{ path: 'changes[0].body.site', message: 'names no site of this case' }],
    })
  })

  test('stays of its kind', async () => {
    await applied(create(1, buildSite()))
    await expectRefused([update(1, 1, buildImaging())], {
      kind: 'invalidInput',
      issues: [{ path: 'changes[0].body.kind' }],
    })
  })

  test('is not changed twice in one act', async () => {
    await expectRefused([create(1, buildSite()), update(1, 1, buildSite({ note: 'x' }))], {
      kind: 'invalidInput',
      issues: [{ path: 'changes[1]' }],
    })
  })
})

describe('an act', () => {
  test('dates the patient in the list, and leaves the revision of the details', async () => {
    app.clock.advance(60_000)
    await applied(create(1, buildSite()))
    const request = { query: '', archived: false, limit: 1, offset: 0 }
    const { patients } = await app.get('patient:list', request)
    expect(patients).toMatchObject([
      { updatedAt: '2026-11-22T14:33:00.000Z', patient: { revision: 1 } },
    ])
  })

  test('is done as a whole or not at all', async () => {
    await expectRefused([create(1, buildSite()), create(2, buildSpecimen({ site: entryId(8) }))], {
      kind: 'invalidInput',
      issues: [{ path: 'changes[1].body.site' }],
    })
  })

  test.each([
    [
      'a second specimen of one label',
      [create(1, buildSpecimen()), create(2, buildSpecimen())],
      'changes[0].body.label',
    ],
    [
      'a second conflict of one label',
      [create(1, buildConflict()), create(2, buildConflict())],
      'changes[0].body.label',
    ],
    [
      'a second context',
      [create(1, buildContext()), create(2, buildContext())],
      'changes[0].body.kind',
    ],
    [
      'a date that counts from itself',
      [create(1, buildImaging({ when: monthsAfter(entryId(1), 1) }))],
      'changes[0].body.when',
    ],
    [
      'a source that is no document',
      [
        create(1, buildSite()),
        create(2, buildImaging({ sources: [{ document: entryId(1), locator: null }] })),
      ],
      'changes[1].body.sources[0].document',
    ],
  ])('with %s is refused', async (_, changes, path) => {
    const reply = await apply(app, PATIENT, changes)
    expect(reply).toMatchObject({ ok: false, error: { kind: 'invalidInput' } })
    expect(JSON.stringify(reply)).toContain(JSON.stringify(path))
    expect(dumpTables(app).entries).toEqual([])
  })

  test('that swaps two labels goes through', async () => {
    await applied(
      create(1, buildSpecimen({ label: 'A' })),
      create(2, buildSpecimen({ label: 'B' })),
    )
    const open = await applied(
      update(1, 1, buildSpecimen({ label: 'B' })),
      update(2, 1, buildSpecimen({ label: 'A' })),
    )
    expect(open.case.entries.map(({ body }) => 'label' in body && body.label)).toEqual(['B', 'A'])
  })

  test('removes no entry that others refer to, and says which kinds do', async () => {
    await applied(
      create(1, buildSite({ note: 'secret words' })),
      create(2, buildSpecimen({ label: 'Q', site: entryId(1) })),
      create(3, buildConflict({ about: [{ entry: entryId(1), facet: null }] })),
    )
    const message = await expectRefused([remove(1, 1)], { kind: 'conflict' })
    expect(message).toBe(
      'The site cannot be removed: 1 specimen and 1 conflict of this case still refer to it. Nothing was changed; change or remove those first.',
    )
    const open = await applied(remove(1, 1), remove(2, 1), remove(3, 1))
    expect(open.case.entries).toEqual([])
  })

  test('changes the details at their revision only', async () => {
    const details = buildDetails({ givenName: 'Berta' })
    const open = await applied({ do: 'details', revision: 1, details })
    expect(open.case.patient).toMatchObject({ revision: 2, details })
    await expectRefused([{ do: 'details', revision: 1, details: buildDetails() }], {
      kind: 'conflict',
    })
    const nhs = { kind: 'nhs', label: 'NHS No.', value: '1234567890' } as const
    await expectRefused(
      [{ do: 'details', revision: 2, details: buildDetails({ identifiers: [nhs] }) }],
      { kind: 'invalidInput', issues: [{ path: 'changes[0].details.identifiers[0].value' }] },
    )
  })

  test('settles a conflict in the name of who does it, and of nobody else', async () => {
    const settlement = { holds: 0, reason: 'the report', by: USER, at: '2026-11-22T10:00:00Z' }
    await applied(create(1, buildConflict()))
    await expectRefused(
      [update(1, 1, buildConflict({ settlement: { ...settlement, by: 'Somebody else' } }))],
      { kind: 'invalidInput', issues: [{ path: 'changes[0].body.settlement.by' }] },
    )
    await applied(update(1, 1, buildConflict({ settlement })))
    await addTestUser(app, 'Second', 'dermatologist')
    await switchUser(app, 'Second')
    const open = await applied(update(1, 2, buildConflict({ settlement, note: 'seen' })))
    expect(open.case.entries[0]?.body).toMatchObject({ settlement, note: 'seen' })
  })
})

describe('the history', () => {
  test('holds who, when, what was there before and after', async () => {
    const [first, second] = [buildSite(), buildSite({ certainty: 'excluded' })]
    await applied(create(1, first))
    app.clock.advance(60_000)
    await addTestUser(app, 'Second', 'dermatologist')
    await switchUser(app, 'Second')
    await applied(update(1, 1, second))
    await applied(remove(1, 2))
    const rows = await historyOf(app, PATIENT, 1)
    const told = rows.map(({ userName, at, action, kind, before, after }) => ({
      userName,
      at,
      action,
      kind,
      before,
      after,
    }))
    const [early, late] = ['2026-11-22T14:32:00.000Z', '2026-11-22T14:33:00.000Z']
    expect(told).toEqual([
      { userName: 'Second', at: late, action: 'remove', kind: 'site', before: second, after: null },
      {
        userName: 'Second',
        at: late,
        action: 'update',
        kind: 'site',
        before: first,
        after: second,
      },
      { userName: USER, at: early, action: 'create', kind: 'site', before: null, after: first },
    ])
    expect(new Set(rows.map(({ act }) => act)).size).toBe(3)
  })

  test('comes in pages, newest first, and holds with its chain', async () => {
    for (let n = 1; n <= 5; n += 1) await applied(create(n, buildDocument({ title: `No. ${n}` })))
    const page = async (before: number | null) =>
      (
        await app.get('case:history', { patientId: PATIENT, entry: null, before, limit: 2 })
      ).changes.map(({ seq }) => seq)
    expect([await page(null), await page(6), await page(4), await page(2)]).toEqual([
      [7, 6],
      [5, 4],
      [3, 2],
      [],
    ])
    const { findings } = await app.get('workspace:verify', {})
    expect(findings.every(({ ok }) => ok)).toBe(true)
  })

  test('of an unknown patient is not found', async () => {
    const request = { patientId: patientId(9), entry: null, before: null, limit: 9 }
    expect(await app.ask('case:history', request)).toMatchObject({ error: { kind: 'notFound' } })
  })
})
