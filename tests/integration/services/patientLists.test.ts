import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EntryBody } from '../../../shared/case/entry.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { PatientDetails } from '../../../shared/patient/patient.ts'
import {
  BY_NAME,
  LIST_COLUMNS,
  type ListColumn,
  NO_FILTER,
} from '../../../shared/patient/patientList.ts'
import {
  buildAssessment,
  buildConflict,
  buildDetails,
  buildSite,
  entryId,
  patientId,
} from '../../support/builders.ts'
import { openTestWorkspace, switchUser, type TestApp, USER } from '../../support/workspace.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestWorkspace()
})
afterEach(() => app.close())

type Question = Partial<Input<'patient:list'>>

const ALL = { query: '', archived: false, limit: 100, offset: 0 } as const

async function names(question: Question = {}): Promise<(string | null)[]> {
  const { patients } = await app.get('patient:list', { ...ALL, ...question })
  return patients.map(({ patient }) => patient.details.familyName)
}

async function create(
  n: number,
  familyName: string,
  details: Partial<PatientDetails> = {},
  bodies: readonly EntryBody[] = [],
): Promise<void> {
  await app.get('patient:create', {
    id: patientId(n),
    details: buildDetails({ familyName, identifiers: [], ...details }),
  })
  if (bodies.length === 0) return
  await app.get('case:apply', {
    patientId: patientId(n),
    changes: bodies.map((body, at) => ({ do: 'create', id: entryId(n * 100 + at), body })),
  })
}

function hospital(value: string): PatientDetails['identifiers'] {
  return [{ kind: 'hospital', label: 'Hospital No.', value }]
}

describe('the list', () => {
  test('is in the order of any column, what is not recorded last both ways, equal ones by name', async () => {
    await create(1, 'Beta', { born: '1980-02-01', identifiers: hospital('H3') })
    await create(2, 'Alpha', { born: null, identifiers: [] })
    await create(3, 'Delta', { born: '1950', identifiers: hospital('H1') })
    await create(4, 'Gamma', { born: '1950', identifiers: hospital('H2') })
    const by = (column: ListColumn, descending = false) =>
      names({ sort: { by: column, descending } })
    expect(await by('name')).toEqual(['Alpha', 'Beta', 'Delta', 'Gamma'])
    expect(await by('name', true)).toEqual(['Gamma', 'Delta', 'Beta', 'Alpha'])
    expect(await by('born')).toEqual(['Delta', 'Gamma', 'Beta', 'Alpha'])
    expect(await by('born', true)).toEqual(['Beta', 'Delta', 'Gamma', 'Alpha'])
    expect(await by('hospital')).toEqual(['Delta', 'Gamma', 'Beta', 'Alpha'])
    expect(await by('hospital', true)).toEqual(['Beta', 'Gamma', 'Delta', 'Alpha'])
  })

  test.each(LIST_COLUMNS)('can be sorted by %s, and pages of it never overlap', async column => {
    for (let n = 0; n < 7; n += 1) await create(n, `Name ${n}`)
    for (const descending of [false, true]) {
      const sort = { by: column, descending }
      const pages = await Promise.all([0, 3, 6].map(offset => names({ sort, limit: 3, offset })))
      expect(pages.flat()).toEqual(await names({ sort }))
      expect(new Set(pages.flat()).size).toBe(7)
    }
  })

  test('counts what the board counts, at every change and after every undo', async () => {
    await create(1, 'Case', {}, [
      buildSite({ certainty: 'suspected' }),
      buildConflict(),
      buildAssessment({ value: null, quantity: null, text: null, missing: 'pending' }),
    ])
    const [before] = (await app.get('patient:list', ALL)).patients
    expect(before?.counts).toMatchObject({ conflicts: 1, awaited: 1, suspected: 1, confirmed: 0 })
    expect(before?.counts?.missing).toBeGreaterThan(0)
    const { undo } = await app.get('case:get', { patientId: patientId(1) })
    if (undo === null) throw new Error('nothing to undo')
    await app.get('case:undo', { patientId: patientId(1), act: undo.act })
    const [after] = (await app.get('patient:list', ALL)).patients
    expect(after?.counts).toMatchObject({ conflicts: 0, awaited: 0, suspected: 0 })
  })

  test('holds only those who have what is asked for', async () => {
    await create(1, 'Conflict', {}, [buildConflict()])
    await create(2, 'Suspected', {}, [buildSite({ certainty: 'suspected' })])
    await create(3, 'Both', {}, [
      buildSite({ certainty: 'suspected' }),
      buildSite({ certainty: 'confirmed' }),
    ])
    await create(4, 'Awaiting', {}, [
      buildAssessment({ value: null, quantity: null, text: null, missing: 'pending' }),
    ])
    const only = (filter: Partial<typeof NO_FILTER>) =>
      names({ filter: { ...NO_FILTER, ...filter } })
    expect(await only({})).toEqual(['Awaiting', 'Both', 'Conflict', 'Suspected'])
    expect(await only({ conflicts: true })).toEqual(['Conflict'])
    expect(await only({ suspectedOnly: true })).toEqual(['Suspected'])
    expect(await only({ awaited: true })).toEqual(['Awaiting'])
    expect(await only({ conflicts: true, awaited: true })).toEqual([])
    expect(await names({ query: 'anna', filter: { ...NO_FILTER, awaited: true } })).toEqual([
      'Awaiting',
    ])
    const { total } = await app.get('patient:list', {
      ...ALL,
      limit: 1,
      filter: { ...NO_FILTER, missing: true },
    })
    expect(total).toBe(4)
  })

  test('holds those who were changed on the days asked for, today being one', async () => {
    await create(1, 'Old')
    app.clock.advance(3 * 86_400_000)
    await switchUser(app, USER)
    await create(2, 'New')
    const days = (changedDays: number) => names({ filter: { ...NO_FILTER, changedDays } })
    expect([await days(1), await days(3), await days(4)]).toEqual([
      ['New'],
      ['New'],
      ['New', 'Old'],
    ])
  })

  test('says when more hold the words than it looked at', async () => {
    const { db } = app.services.session.need('read').workspace
    db.transaction(() => {
      for (let n = 0; n < 260; n += 1)
        app.services.patients.create({
          id: patientId(n),
          details: buildDetails({ familyName: `Name ${n}`, identifiers: [] }),
        })
    })()
    const found = await app.get('patient:list', { ...ALL, query: 'anna' })
    expect([found.total, found.isCut]).toEqual([250, true])
    const narrower = await app.get('patient:list', { ...ALL, query: 'anna 25' })
    expect([narrower.total, narrower.isCut]).toEqual([11, false])
  })

  test('gives its ids in its order, and the place of a name', async () => {
    for (const [n, name] of ['Zeta', 'Ärger', 'Beta'].entries()) await create(n, name)
    const question = { query: '', archived: false, filter: NO_FILTER, sort: BY_NAME }
    expect(await app.get('patient:order', question)).toEqual({
      ids: [1, 2, 0].map(patientId),
      isCut: false,
    })
    const place = async (startsWith: string) =>
      (await app.get('patient:place', { ...question, startsWith })).place
    expect([await place('z'), await place('Ä'), await place('x'), await place(' ')]).toEqual([
      2,
      0,
      null,
      null,
    ])
  })
})

describe('counts of another release', () => {
  test('are told as not made, and are made a few at a time after the workspace is opened', async () => {
    for (let n = 0; n < 25; n += 1) await create(n, `Name ${n}`)
    const { db } = app.services.session.need('read').workspace
    db.prepare('UPDATE patient_list SET counted = 99, missing = 77').run()
    const before = await app.get('patient:list', ALL)
    expect([before.uncounted, before.patients[0]?.counts]).toEqual([25, null])
    await switchUser(app, USER)
    app.clock.advance(50)
    expect((await app.get('patient:list', ALL)).uncounted).toBe(15)
    app.clock.advance(1000)
    const after = await app.get('patient:list', ALL)
    expect(after.uncounted).toBe(0)
    expect(after.patients[0]?.counts?.missing).toBeLessThan(77)
  })
})

describe('views', () => {
  const view = {
    id: patientId(1),
    name: 'My conflicts',
    question: {
      query: '',
      archived: false,
      filter: { ...NO_FILTER, conflicts: true },
      sort: { by: 'changed', descending: true },
    },
    columns: ['name', 'conflicts'],
  } as const satisfies Input<'view:put'>

  test('are kept for their user, changed, chosen as the first, and deleted', async () => {
    await app.get('view:put', { ...view, columns: [...view.columns] })
    await app.get('view:put', { ...view, columns: [...view.columns], name: 'Conflicts' })
    await app.get('view:first', { id: view.id })
    await switchUser(app, USER)
    expect(await app.get('view:list', {})).toEqual({
      views: [{ ...view, name: 'Conflicts' }],
      first: view.id,
    })
    expect(await app.get('view:delete', { id: view.id })).toEqual({ views: [], first: null })
  })

  test('have names of their own, and only one that is there comes first', async () => {
    await app.get('view:put', { ...view, columns: [...view.columns] })
    const twin = { ...view, columns: [...view.columns], id: patientId(2), name: ' my CONFLICTS' }
    expect(await app.ask('view:put', twin)).toMatchObject({ error: { kind: 'invalidInput' } })
    expect(await app.ask('view:first', { id: patientId(9) })).toMatchObject({
      error: { kind: 'notFound' },
    })
    expect((await app.get('view:list', {})).views).toHaveLength(1)
  })
})

describe('what was used last', () => {
  test('comes newest first, once each, with patients as lists show them', async () => {
    await create(1, 'One')
    await create(2, 'Two')
    for (const n of [1, 2, 1]) await app.get('recent:add', { patient: patientId(n), command: null })
    await app.get('recent:add', { patient: null, command: 'case.undo' })
    const recent = await app.get('recent:list', {})
    expect(recent.patients.map(({ patient }) => patient.details.familyName)).toEqual(['One', 'Two'])
    expect(recent.commands).toEqual(['case.undo'])
  })
})

describe('the theme of this machine', () => {
  test('is the one that was chosen last, before a workspace is open too', async () => {
    expect(await app.get('host:info', {})).toMatchObject({ theme: 'system' })
    const settings = await app.get('settings:get', {})
    await app.get('settings:put', { ...settings, theme: 'contrast' })
    await app.get('workspace:lock', {})
    expect(await app.get('host:info', {})).toMatchObject({ theme: 'contrast' })
    await app.get('host:theme', { theme: 'dark' })
    expect(await app.get('host:info', {})).toMatchObject({ theme: 'dark' })
  })
})
