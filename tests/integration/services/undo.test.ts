import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ChangeRequest } from '../../../shared/history/change.ts'
import type { OpenCase } from '../../../shared/ipc/contract.ts'
import {
  buildDetails,
  buildDocument,
  buildSite,
  buildSpecimen,
  entryId,
  on,
  patientId,
} from '../../support/builders.ts'
import { applied as appliedTo, create, historyOf, remove, update } from '../../support/changes.ts'
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
    const rows = await historyOf(app, PATIENT, 1)
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
    const [made] = await historyOf(app, PATIENT)
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
