import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PatientDetails } from '../../../shared/patient/patient.ts'
import { buildDetails, patientId } from '../../support/builders.ts'
import {
  dumpTables,
  openTestWorkspace,
  switchUser,
  type TestApp,
  USER,
} from '../../support/workspace.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestWorkspace()
})
afterEach(() => app.close())

function create(n: number, details: Partial<PatientDetails> = {}) {
  return app.ask('patient:create', {
    id: patientId(n),
    details: buildDetails({ identifiers: [], ...details }),
  })
}

async function names(query: string, archived = false): Promise<(string | null)[]> {
  const { patients } = await app.get('patient:list', { query, archived, limit: 50, offset: 0 })
  return patients.map(({ patient }) => patient.details.familyName ?? patient.details.caseName)
}

describe('a patient', () => {
  test('is created as typed and is there after a restart', async () => {
    const details = buildDetails()
    const made = await app.get('patient:create', { id: patientId(1), details })
    expect(made).toEqual({
      case: { patient: { id: patientId(1), revision: 1, archived: false, details }, entries: [] },
      undo: null,
      redo: null,
      meetings: [],
    })
    await switchUser(app, USER)
    expect(await app.get('case:get', { patientId: patientId(1) })).toEqual(made)
  })

  test.each([
    `Robert'); DROP TABLE patients;--`,
    '<img src=x onerror=alert(1)>',
    '"MATCH* OR NEAR(',
    '\u202eevil\u202c \u0627\u0644\u0639\u0631\u0628\u064a\u0629',
    'Z\u0361\u0489al\u0334go',
    '山田 花子 김철수',
    ' leading and trailing ',
    'e\u0301 is not \u00e9',
    '%_\\',
  ])('may be called %j: kept and returned unchanged', async familyName => {
    await app.get('patient:create', { id: patientId(1), details: buildDetails({ familyName }) })
    const found = await app.get('case:get', { patientId: patientId(1) })
    expect(found.case.patient.details.familyName).toBe(familyName)
    expect(
      (await app.ask('patient:list', { query: familyName, archived: false, limit: 9, offset: 0 }))
        .ok,
    ).toBe(true)
    expect(await names('')).toEqual([familyName])
  })

  test('is created once: the same id again is refused and changes nothing', async () => {
    await create(1)
    const before = dumpTables(app)
    expect(await create(1, { familyName: 'Other' })).toMatchObject({ error: { kind: 'conflict' } })
    expect(dumpTables(app)).toEqual(before)
  })

  test('has no NHS number with a wrong check digit', async () => {
    const before = dumpTables(app)
    const reply = await create(1, {
      identifiers: [
        { kind: 'hospital', label: 'No.', value: '9434765918' },
        { kind: 'nhs', label: 'NHS No.', value: '943 476 5918' },
      ],
    })
    expect(reply).toMatchObject({
      ok: false,
      error: { kind: 'invalidInput', issues: [{ path: 'details.identifiers[1].value' }] },
    })
    expect(JSON.stringify(reply)).toContain('check digit')
    expect(JSON.stringify(reply)).not.toContain('5918')
    expect(dumpTables(app)).toEqual(before)
  })

  test('is archived and taken back, out of and into the list', async () => {
    await create(1)
    const archive = { id: patientId(1), revision: 1, archived: true }
    expect(await app.get('patient:archive', archive)).toMatchObject({ revision: 2, archived: true })
    expect([await names(''), await names('', true)]).toEqual([[], ['Testfall']])
    expect([await names('anna'), await names('anna', true)]).toEqual([[], ['Testfall']])
    await app.get('patient:archive', { ...archive, revision: 2, archived: false })
    expect([await names(''), await names('', true)]).toEqual([['Testfall'], []])
    const { changes } = await app.get('case:history', {
      patientId: patientId(1),
      entry: null,
      before: null,
      limit: 10,
    })
    expect(changes.map(change => change.action)).toEqual(['unarchive', 'archive', 'create'])
  })

  test('that was changed in between is not archived', async () => {
    await create(1)
    const before = dumpTables(app)
    const reply = await app.ask('patient:archive', {
      id: patientId(1),
      revision: 7,
      archived: true,
    })
    expect(reply).toMatchObject({ error: { kind: 'conflict' } })
    expect(dumpTables(app)).toEqual(before)
  })
})

describe('the list', () => {
  test('is in the order of names, accents apart, in pages', async () => {
    for (const [n, familyName] of ['Zeta', 'Ärger', 'Beta', 'alpha'].entries())
      await create(n, { familyName })
    expect(await names('')).toEqual(['alpha', 'Ärger', 'Beta', 'Zeta'])
    const page = await app.get('patient:list', { query: '', archived: false, limit: 2, offset: 2 })
    expect(page.patients.map(each => each.patient.details.familyName)).toEqual(['Beta', 'Zeta'])
    expect(page.total).toBe(4)
  })

  test('finds by parts of names in any order, by numbers and by birth date', async () => {
    await app.get('patient:create', { id: patientId(1), details: buildDetails() })
    await create(2, { familyName: 'Müßner', givenName: 'Zoë', born: '1980-01-02' })
    for (const query of ['anna test', 'TESTFALL', '9434765919', '943 476', 'test 00', '15/3/1971'])
      expect([query, await names(query)]).toEqual([query, ['Testfall']])
    for (const query of ['zoe mussner', 'MÜSS', '2-Jan-1980', '1980'])
      expect([query, await names(query)]).toEqual([query, ['Müßner']])
    expect(await names('nobody')).toEqual([])
    expect(await names('***')).toEqual([])
  })

  test('finds by what was changed, and no more by what was there before', async () => {
    await create(1)
    await app.get('case:apply', {
      patientId: patientId(1),
      changes: [
        {
          do: 'details',
          revision: 1,
          details: buildDetails({ familyName: 'Neuname', identifiers: [] }),
        },
      ],
    })
    expect([await names('testfall'), await names('neuname')]).toEqual([[], ['Neuname']])
  })

  test('is not kept from a patient in use by any number of archived ones of the same name', async () => {
    const { db } = app.services.session.need('read').workspace
    db.transaction(() => {
      for (let n = 0; n < 600; n += 1)
        app.services.patients.create({
          id: patientId(n),
          details: buildDetails({ identifiers: [] }),
        })
      db.prepare('UPDATE patients SET archived = 1').run()
    })()
    await create(700, { familyName: 'Last' })
    expect(await names('anna')).toEqual(['Last'])
  })
})

describe('duplicates', () => {
  async function duplicatesOf(details: Partial<PatientDetails>, except: number | null = null) {
    const { patients } = await app.get('patient:duplicates', {
      details: buildDetails(details),
      except: except === null ? null : patientId(except),
    })
    return patients.map(({ id }) => id)
  }

  test('are those with a same number, or the same name and birth date, archived ones too', async () => {
    await app.get('patient:create', { id: patientId(1), details: buildDetails() })
    await app.get('patient:archive', { id: patientId(1), revision: 1, archived: true })
    await create(2, { familyName: 'Other', born: '1971-03-15' })
    const none = { identifiers: [], familyName: 'Different' }
    expect(await duplicatesOf(none)).toEqual([])
    const number = [{ kind: 'nhs', label: 'x', value: '9434765919' }] as const
    expect(await duplicatesOf({ ...none, identifiers: [...number] })).toEqual([patientId(1)])
    expect(await duplicatesOf({ familyName: 'TESTFALL', identifiers: [] })).toEqual([patientId(1)])
    expect(await duplicatesOf({ identifiers: [], born: '1971-03-16' })).toEqual([])
    expect(await duplicatesOf({}, 1)).toEqual([])
  })

  test('do not block', async () => {
    await create(1)
    expect((await create(2)).ok).toBe(true)
  })
})
