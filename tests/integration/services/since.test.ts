import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Cases, createCases } from '../../../electron/services/cases.ts'
import { createPatients, type Patients } from '../../../electron/services/patients.ts'
import type { Case } from '../../../shared/case/entry.ts'
import type { Zone } from '../../../shared/dates/zone.ts'
import { caseThen } from '../../../shared/history/earlierCase.ts'
import type { PatientId } from '../../../shared/ids.ts'
import type { OpenCase } from '../../../shared/ipc/contract.ts'
import {
  buildContext,
  buildDetails,
  buildSite,
  entryId,
  patientId,
} from '../../support/builders.ts'
import { create, remove, update } from '../../support/changes.ts'
import { type ManualClock, manualClock } from '../../support/clock.ts'
import {
  addTestUser,
  openTestWorkspace,
  switchUser,
  type TestApp,
  USER,
} from '../../support/workspace.ts'

const PATIENT = patientId(1)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const UTC: Zone = () => 0

let app: TestApp
/** A clock of its own, because the workspace would lock itself within a day. */
let clock: ManualClock
let cases: Cases
let patients: Patients

function begin(zone: Zone = UTC): void {
  cases = createCases(app.services.session, clock, zone)
  patients = createPatients(app.services.session, clock)
}

beforeEach(async () => {
  app = await openTestWorkspace()
  clock = manualClock('2026-11-01T09:00:00.000Z')
  begin()
})
afterEach(() => app.close())

const stored = (id: PatientId): Case => cases.get({ patientId: id }).case

function since(day: string, id: PatientId = PATIENT) {
  const { earlier } = cases.since({ patientId: id, since: { from: 'day', day } })
  if (earlier === null) throw new Error('a day always has an earlier case')
  return earlier
}

describe('the case as it stood', () => {
  test('at the beginning of any day is rebuilt exactly from the history', () => {
    const step = fc.record({
      days: fc.integer({ min: 0, max: 2 }),
      what: fc.constantFrom('create', 'update', 'remove', 'details', 'archive', 'undo', 'redo'),
      n: fc.nat(5),
      note: fc.constantFrom('a', 'b'),
    })
    let patient = 10
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), steps => {
        const id = patientId(patient++)
        // Entry ids are one patient's alone.
        const idOf = (n: number) => entryId(patient * 100 + n)
        patients.create({ id, details: buildDetails({ identifiers: [] }) })
        const states: { at: number; of: Case }[] = [{ at: clock.now().getTime(), of: stored(id) }]
        for (const { days, what, n, note } of steps) {
          clock.advance(days * DAY + MINUTE)
          const before = cases.get({ patientId: id })
          try {
            act(before, { what, id: idOf(n), note, patient: id })
          } catch {
            // What cannot be done now is refused and changes nothing.
          }
          states.push({ at: clock.now().getTime(), of: stored(id) })
        }
        const now = stored(id)
        const first = states[0]?.at ?? 0
        for (let day = first - DAY; day <= clock.now().getTime() + DAY; day += DAY) {
          const text = new Date(day).toISOString().slice(0, 10)
          const earlier = since(text, id)
          const expected = states.findLast(({ at }) => at < Date.parse(earlier.from))?.of ?? null
          expect(earlier.from).toBe(`${text}T00:00:00.000Z`)
          expect(caseThen(now, earlier)).toEqual(expected)
        }
      }),
      { numRuns: 25 },
    )
  })

  function act(
    { case: of, undo, redo }: OpenCase,
    { what, id, note, patient }: { what: string; id: string; note: string; patient: PatientId },
  ): void {
    const entry = of.entries.find(each => each.id === id)
    const asked = { patientId: patient }
    const apply = (change: object) => cases.apply({ ...asked, changes: [change as never] })
    const body = buildSite({ note })
    if (what === 'create') apply({ do: 'create', id, body })
    if (what === 'update' && entry) apply({ do: 'update', id, revision: entry.revision, body })
    if (what === 'remove' && entry) apply({ do: 'remove', id, revision: entry.revision })
    if (what === 'details') {
      const details = { ...of.patient.details, givenName: note }
      apply({ do: 'details', revision: of.patient.revision, details })
    }
    if (what === 'archive') {
      const { revision, archived } = of.patient
      patients.archive({ id: patient, revision, archived: !archived })
    }
    if (what === 'undo' && undo) cases.undo({ ...asked, act: undo.act })
    if (what === 'redo' && redo) cases.redo({ ...asked, act: redo.act })
  }

  test('is told with who changed each record last, when, and how often', async () => {
    patients.create({ id: PATIENT, details: buildDetails() })
    cases.apply({
      patientId: PATIENT,
      changes: [create(1, buildSite()), create(2, buildContext())],
    })
    clock.advance(DAY)
    cases.apply({ patientId: PATIENT, changes: [update(1, 1, buildSite({ note: 'one' }))] })
    await addTestUser(app, 'Dr Probe', 'oncologist')
    await switchUser(app, 'Dr Probe')
    clock.advance(HOUR)
    cases.apply({ patientId: PATIENT, changes: [update(1, 2, buildSite({ note: 'two' }))] })
    expect(since('2026-11-02')).toEqual({
      from: '2026-11-02T00:00:00.000Z',
      by: 'day',
      existed: true,
      patient: null,
      order: [entryId(1), entryId(2)],
      touched: [
        {
          id: entryId(1),
          was: 'there',
          past: { id: entryId(1), revision: 1, body: buildSite() },
          touch: { at: '2026-11-02T10:00:00.000Z', userName: 'Dr Probe', times: 2 },
        },
      ],
      outcomes: [],
    })
  })

  test('says of a patient recorded since that there was no case', () => {
    patients.create({ id: PATIENT, details: buildDetails() })
    cases.apply({ patientId: PATIENT, changes: [create(1, buildSite())] })
    const earlier = since('2026-11-01')
    expect(earlier).toMatchObject({ existed: false, order: [], patient: { past: null } })
    expect(caseThen(stored(PATIENT), earlier)).toBeNull()
  })

  test('is refused for a patient who is not there, and in a locked workspace', async () => {
    const question = { patientId: PATIENT, since: { from: 'day', day: '2026-11-01' } } as const
    expect(await app.ask('case:since', question)).toMatchObject({
      ok: false,
      error: { kind: 'notFound' },
    })
    await app.get('workspace:lock', {})
    expect(await app.ask('case:since', question)).toMatchObject({
      ok: false,
      error: { kind: 'locked' },
    })
  })
})

describe('a day', () => {
  test('begins at midnight where the user is, and counts whole', () => {
    // Five and a half hours ahead of UTC: 2 November begins at 18:30 of the day before.
    begin(() => 330)
    patients.create({ id: PATIENT, details: buildDetails() })
    clock.advance(9 * HOUR + 29 * MINUTE)
    cases.apply({ patientId: PATIENT, changes: [create(1, buildSite())] })
    clock.advance(MINUTE)
    cases.apply({ patientId: PATIENT, changes: [create(2, buildSite())] })
    const earlier = since('2026-11-02')
    expect(earlier.from).toBe('2026-11-01T18:30:00.000Z')
    expect(earlier.touched.map(({ id }) => id)).toEqual([entryId(2)])
  })

  test('may be named by how long ago it was', () => {
    begin(() => 330)
    patients.create({ id: PATIENT, details: buildDetails() })
    const from = (days: number) =>
      cases.since({ patientId: PATIENT, since: { from: 'daysAgo', days } }).earlier?.from
    expect(from(0)).toBe('2026-10-31T18:30:00.000Z')
    expect(from(1)).toBe('2026-10-30T18:30:00.000Z')
    expect(from(7)).toBe('2026-10-24T18:30:00.000Z')
  })
})

describe('opening a patient', () => {
  const openings = () =>
    app.services.session
      .need('read')
      .workspace.db.prepare<[], { user_name: string; at: string }>(
        `SELECT user_name, at FROM changes WHERE action = 'open' ORDER BY seq`,
      )
      .all()
  const sinceOpened = () =>
    cases.since({ patientId: PATIENT, since: { from: 'lastOpened' } }).earlier

  test('is put on record with who and when, once for each look', async () => {
    patients.create({ id: PATIENT, details: buildDetails() })
    cases.opened({ patientId: PATIENT })
    clock.advance(29 * MINUTE)
    cases.opened({ patientId: PATIENT })
    clock.advance(MINUTE)
    cases.opened({ patientId: PATIENT })
    expect(openings()).toEqual([
      { user_name: USER, at: '2026-11-01T09:00:00.000Z' },
      { user_name: USER, at: '2026-11-01T09:30:00.000Z' },
    ])
    const history = cases.history({ patientId: PATIENT, entry: null, before: null, limit: 9 })
    expect(history.changes.map(({ action }) => action)).toEqual(['create'])
    const { findings } = await app.get('workspace:verify', {})
    expect(findings.filter(({ ok }) => !ok)).toEqual([])
  })

  test('is not what fetching a case is, and needs a patient', () => {
    patients.create({ id: PATIENT, details: buildDetails() })
    cases.get({ patientId: PATIENT })
    expect(openings()).toEqual([])
    expect(() => cases.opened({ patientId: patientId(2) })).toThrow()
    expect(openings()).toEqual([])
  })

  test('by a user who has never opened it before leaves nothing to compare with', () => {
    patients.create({ id: PATIENT, details: buildDetails() })
    cases.opened({ patientId: PATIENT })
    expect(sinceOpened()).toBeNull()
  })

  test('marks what came since this user opened it before, whoever else looked at it', async () => {
    patients.create({ id: PATIENT, details: buildDetails() })
    cases.opened({ patientId: PATIENT })
    cases.apply({
      patientId: PATIENT,
      changes: [create(1, buildSite()), create(2, buildContext())],
    })
    await addTestUser(app, 'Dr Probe', 'oncologist')
    await switchUser(app, 'Dr Probe')
    clock.advance(HOUR)
    cases.opened({ patientId: PATIENT })
    cases.apply({ patientId: PATIENT, changes: [remove(1, 1)] })
    clock.advance(HOUR)
    cases.opened({ patientId: PATIENT })
    expect(sinceOpened()).toMatchObject({
      from: '2026-11-01T10:00:00.000Z',
      by: 'lastOpened',
      touched: [{ id: entryId(1), was: 'there' }],
    })
    await switchUser(app, USER)
    clock.advance(HOUR)
    cases.opened({ patientId: PATIENT })
    expect(sinceOpened()?.touched.map(({ id, was }) => [id, was])).toEqual([
      [entryId(1), 'absent'],
      [entryId(2), 'absent'],
    ])
  })
})
