import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EntryBody } from '../../../shared/case/entry.ts'
import type { OpenCase } from '../../../shared/ipc/contract.ts'
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
  on,
  patientId,
} from '../../support/builders.ts'
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

type Changes = Parameters<typeof apply>

function apply(...changes: readonly unknown[]) {
  return app.dispatch('case:apply', { patientId: PATIENT, changes }) as ReturnType<
    typeof app.ask<'case:apply'>
  >
}

async function applied(...changes: Changes): Promise<OpenCase> {
  const reply = await apply(...changes)
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  return reply.value
}

const create = (n: number, body: EntryBody) => ({ do: 'create', id: entryId(n), body })
const update = (n: number, revision: number, body: EntryBody) => ({
  do: 'update',
  id: entryId(n),
  revision,
  body,
})
const remove = (n: number, revision: number) => ({ do: 'remove', id: entryId(n), revision })

/** Refused as told, and not a row of any table is different. */
async function expectRefused(changes: readonly unknown[], error: object): Promise<string> {
  const before = dumpTables(app)
  const reply = await apply(...changes)
  expect(reply).toMatchObject({ ok: false, error })
  expect(dumpTables(app)).toEqual(before)
  return reply.ok ? '' : reply.error.message
}

async function history(entry: number | null = null) {
  const { changes } = await app.get('case:history', {
    patientId: PATIENT,
    entry: entry === null ? null : entryId(entry),
    before: null,
    limit: 200,
  })
  return changes
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
    const reply = await apply(...changes)
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
    const rows = await history(1)
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
    expect([await page(null), await page(5), await page(3), await page(1)]).toEqual([
      [6, 5],
      [4, 3],
      [2, 1],
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

describe('undo and redo', () => {
  const undo = async (open: OpenCase) =>
    app.get('case:undo', { patientId: PATIENT, act: open.undo?.act ?? '' })
  const redo = async (open: OpenCase) =>
    app.get('case:redo', { patientId: PATIENT, act: open.redo?.act ?? '' })
  const bodies = (open: OpenCase) => open.case.entries.map(({ body }) => body)

  test('walk back through every act and forward again, whole acts at a time', async () => {
    const [site, moved] = [buildSite(), buildSite({ firstSeen: on('2021') })]
    const [specimen, document] = [buildSpecimen({ site: entryId(1) }), buildDocument()]
    const states = [await app.get('case:get', { patientId: PATIENT })]
    states.push(await applied(create(1, site), create(2, specimen)))
    states.push(await applied(update(1, 1, moved)))
    states.push(await applied(create(3, document), remove(2, 1)))
    const details = buildDetails({ givenName: 'Berta' })
    states.push(await applied({ do: 'details', revision: 1, details }))
    const labels = states.map(({ undo: last }) => last?.label ?? null)
    expect(labels).toEqual([
      null,
      'add scalp site and 1 more',
      'change scalp site',
      'add source “Clinic letter” and 1 more',
      'change patient details',
    ])

    let now = states.at(-1) as OpenCase
    for (const [n, expected] of states.slice(0, -1).toReversed().entries()) {
      now = await undo(now)
      expect(bodies(now)).toEqual(bodies(expected))
      expect(now.case.patient.details).toEqual(expected.case.patient.details)
      expect(now.undo?.label ?? null).toBe(labels[3 - n] ?? null)
      expect(now.redo?.label).toBe(labels[4 - n])
    }
    expect(now.undo).toBeNull()
    for (const expected of states.slice(1)) {
      now = await redo(now)
      expect(bodies(now)).toEqual(bodies(expected))
      expect(now.case.patient.details).toEqual(expected.case.patient.details)
      expect(now.undo?.label).toBe(expected.undo?.label)
    }
    expect(now.redo).toBeNull()
    const { findings } = await app.get('workspace:verify', {})
    expect(findings.filter(({ ok }) => !ok)).toEqual([])
  })

  test('are themselves on record, and nothing leaves the history', async () => {
    const made = await applied(create(1, buildSite()))
    const undone = await undo(made)
    await redo(undone)
    const rows = await history(1)
    expect(rows.map(({ action }) => action)).toEqual(['restore', 'remove', 'create'])
    expect(rows.map(({ undoes }) => undoes)).toEqual([rows[1]?.act, rows[2]?.act, null])
  })

  test('survive closing and opening', async () => {
    await applied(create(1, buildSite()))
    await switchUser(app, USER)
    const open = await app.get('case:get', { patientId: PATIENT })
    expect(open.undo?.label).toBe('add scalp site')
    const undone = await undo(open)
    await switchUser(app, USER)
    expect((await app.get('case:get', { patientId: PATIENT })).redo).toEqual(undone.redo)
  })

  test('end with a new act: what was undone cannot be redone after it', async () => {
    const undone = await undo(await applied(create(1, buildSite())))
    const open = await applied(create(2, buildDocument()))
    expect(open.redo).toBeNull()
    const before = dumpTables(app)
    const request = { patientId: PATIENT, act: undone.redo?.act ?? '' }
    expect(await app.ask('case:redo', request)).toMatchObject({ error: { kind: 'conflict' } })
    expect(dumpTables(app)).toEqual(before)
  })

  test('take only the last act of that user', async () => {
    const first = await applied(create(1, buildSite()))
    const second = await applied(create(2, buildDocument()))
    const before = dumpTables(app)
    const request = { patientId: PATIENT, act: first.undo?.act ?? '' }
    expect(await app.ask('case:undo', request)).toMatchObject({ error: { kind: 'conflict' } })
    const unknown = { patientId: PATIENT, act: entryId(77) }
    expect(await app.ask('case:undo', unknown)).toMatchObject({ error: { kind: 'conflict' } })
    const nobody = { patientId: patientId(9), act: second.undo?.act ?? '' }
    expect(await app.ask('case:undo', nobody)).toMatchObject({ error: { kind: 'notFound' } })
    expect(dumpTables(app)).toEqual(before)
  })

  test('leave the creation of the patient alone', async () => {
    const open = await app.get('case:get', { patientId: PATIENT })
    expect(open.undo).toBeNull()
    const [made] = await history()
    const request = { patientId: PATIENT, act: made?.act ?? '' }
    expect(await app.ask('case:undo', request)).toMatchObject({ error: { kind: 'conflict' } })
  })

  test('take back an archiving', async () => {
    await app.get('patient:archive', { id: PATIENT, revision: 1, archived: true })
    const open = await app.get('case:get', { patientId: PATIENT })
    expect(open.undo?.label).toBe('archive patient')
    expect((await undo(open)).case.patient.archived).toBe(false)
  })

  describe('with two users', () => {
    beforeEach(async () => {
      await addTestUser(app, 'Second', 'dermatologist')
    })

    test('each take back their own acts', async () => {
      const own = await applied(create(1, buildSite()))
      await switchUser(app, 'Second')
      expect((await app.get('case:get', { patientId: PATIENT })).undo).toBeNull()
      const theirs = await applied(create(2, buildDocument()))
      await switchUser(app, USER)
      const open = await app.get('case:get', { patientId: PATIENT })
      expect(open.undo).toEqual(own.undo)
      expect(bodies(await undo(open))).toEqual([buildDocument()])
      const request = { patientId: PATIENT, act: theirs.undo?.act ?? '' }
      expect(await app.ask('case:undo', request)).toMatchObject({ error: { kind: 'conflict' } })
    })

    test('never take back what the other has changed since', async () => {
      const own = await applied(create(1, buildSite()))
      await switchUser(app, 'Second')
      await applied(update(1, 1, buildSite({ note: 'theirs' })))
      await switchUser(app, USER)
      const before = dumpTables(app)
      const reply = await app.ask('case:undo', { patientId: PATIENT, act: own.undo?.act ?? '' })
      expect(reply).toMatchObject({ error: { kind: 'conflict' } })
      expect(dumpTables(app)).toEqual(before)
    })

    test('never take away what the other refers to by now', async () => {
      const own = await applied(create(1, buildSite()))
      await switchUser(app, 'Second')
      await applied(create(2, buildSpecimen({ site: entryId(1) })))
      await switchUser(app, USER)
      const before = dumpTables(app)
      const reply = await app.ask('case:undo', { patientId: PATIENT, act: own.undo?.act ?? '' })
      expect(reply).toMatchObject({ error: { kind: 'conflict' } })
      expect(dumpTables(app)).toEqual(before)
    })
  })
})
