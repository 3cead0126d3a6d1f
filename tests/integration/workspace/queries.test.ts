import { describe, expect, test } from 'vitest'
import { deleteDraft, getDraft, listDrafts, putDraft } from '../../../electron/db/queries/drafts.ts'
import {
  getEntry,
  insertEntry,
  listEntries,
  setEntryRemoved,
  updateEntry,
} from '../../../electron/db/queries/entries.ts'
import { matchPatients } from '../../../electron/db/queries/patientMatches.ts'
import {
  countPatients,
  getPatient,
  getPatients,
  insertPatient,
  listPatients,
  setPatientArchived,
  updatePatient,
} from '../../../electron/db/queries/patients.ts'
import { getSetting, putSetting } from '../../../electron/db/queries/settings.ts'
import { RevisionConflict } from '../../../electron/db/revisionConflict.ts'
import { buildPatient, newWorkspace } from './support.ts'

const LATER = '2026-02-02T00:00:00Z'

async function newDb() {
  return (await newWorkspace()).workspace.db
}

describe('patients', () => {
  test('come back as they were stored', async () => {
    const db = await newDb()
    insertPatient(db, buildPatient())
    expect(getPatient(db, 'patient-1')).toEqual({
      id: 'patient-1',
      body: { family: 'testa, nadia' },
      sortName: 'testa, nadia',
      born: '1950-02-03',
      revision: 1,
      archived: false,
      updatedAt: '2026-01-02T03:04:05Z',
    })
    expect(getPatient(db, 'patient-2')).toBeNull()
  })

  test('keep a text whatever is in it', async () => {
    const db = await newDb()
    const name = `Robert'); DROP TABLE patients;-- <b>\u202Eأحمد e\u0301 \u{1F600} "\\`
    insertPatient(db, buildPatient({ name, text: name }))
    expect(getPatient(db, 'patient-1')?.body).toEqual({ family: name })
  })

  test('change only from the revision that was read', async () => {
    const db = await newDb()
    insertPatient(db, buildPatient())
    const change = {
      ...buildPatient({ name: 'nova, nadia', text: 'Nova Nadia' }),
      updatedAt: LATER,
    }
    expect(updatePatient(db, { ...change, expectedRevision: 1 })).toBe(2)
    expect(() => updatePatient(db, { ...change, sortName: 'x', expectedRevision: 1 })).toThrow(
      RevisionConflict,
    )
    expect(() => updatePatient(db, { ...change, id: 'nobody', expectedRevision: 1 })).toThrow(
      RevisionConflict,
    )
    expect(getPatient(db, 'patient-1')).toMatchObject({ sortName: 'nova, nadia', revision: 2 })
    const found = (text: string) => matchPatients(db, text, { archived: false, limit: 9 })
    expect([found('testa'), found('nova')]).toEqual([[], ['patient-1']])
  })

  test('are listed by name in pages, those in use apart from the archived', async () => {
    const db = await newDb()
    for (const name of ['d', 'b', 'a', 'c']) insertPatient(db, buildPatient({ id: name, name }))
    const archive = { id: 'b', archived: true, updatedAt: LATER }
    expect(setPatientArchived(db, { ...archive, expectedRevision: 1 })).toBe(2)
    expect(() => setPatientArchived(db, { ...archive, expectedRevision: 1 })).toThrow(
      RevisionConflict,
    )
    const page = (archived: boolean, offset: number) =>
      listPatients(db, { archived, limit: 2, offset }).map(each => each.id)
    expect([page(false, 0), page(false, 2), page(true, 0)]).toEqual([['a', 'c'], ['d'], ['b']])
    const counts = [false, true].map(archived => countPatients(db, { archived }))
    expect(counts).toEqual([3, 1])
    expect(
      getPatients(db, ['c', 'nobody', 'a'])
        .map(each => each.id)
        .sort(),
    ).toEqual(['a', 'c'])
  })
})

describe('entries', () => {
  async function dbWithEntry() {
    const db = await newDb()
    insertPatient(db, buildPatient())
    const body = { note: 'first' }
    insertEntry(db, { id: 'entry-1', patientId: 'patient-1', kind: 'specimen', body, position: 2 })
    return db
  }

  test('come back by position, without those removed', async () => {
    const db = await dbWithEntry()
    const kind = 'site'
    insertEntry(db, { id: 'entry-2', patientId: 'patient-1', kind, body: null, position: 1 })
    insertEntry(db, { id: 'entry-3', patientId: 'patient-1', kind, body: [3], position: 3 })
    setEntryRemoved(db, { id: 'entry-3', expectedRevision: 1, removed: true })
    const row = { patientId: 'patient-1', revision: 1, removed: false }
    expect(listEntries(db, 'patient-1')).toEqual([
      { ...row, id: 'entry-2', kind, body: null, position: 1 },
      { ...row, id: 'entry-1', kind: 'specimen', body: { note: 'first' }, position: 2 },
    ])
    expect(getEntry(db, 'entry-3')).toEqual({
      ...row,
      id: 'entry-3',
      kind,
      body: [3],
      position: 3,
      revision: 2,
      removed: true,
    })
    setEntryRemoved(db, { id: 'entry-3', expectedRevision: 2, removed: false })
    expect(listEntries(db, 'patient-1')).toHaveLength(3)
    expect(listEntries(db, 'patient-2')).toEqual([])
  })

  test('change only from the revision that was read', async () => {
    const db = await dbWithEntry()
    const change = { id: 'entry-1', body: { note: 'second' }, position: 5 }
    expect(updateEntry(db, { ...change, expectedRevision: 1 })).toBe(2)
    expect(() => updateEntry(db, { ...change, body: {}, expectedRevision: 1 })).toThrow(
      RevisionConflict,
    )
    expect(() =>
      setEntryRemoved(db, { id: 'entry-1', expectedRevision: 1, removed: true }),
    ).toThrow(RevisionConflict)
    expect(getEntry(db, 'entry-1')).toMatchObject({ body: { note: 'second' }, revision: 2 })
  })

  test('belong to a patient who exists, and have an id of their own', async () => {
    const db = await dbWithEntry()
    const entry = { kind: 'site', body: {}, position: 1 }
    expect(() => insertEntry(db, { ...entry, id: 'x', patientId: 'nobody' })).toThrow('FOREIGN KEY')
    expect(() => insertEntry(db, { ...entry, id: 'entry-1', patientId: 'patient-1' })).toThrow(
      'UNIQUE',
    )
  })
})

test('a draft is kept for each user and form until it is deleted', async () => {
  const db = await newDb()
  const draft = { userId: 'u1', key: 'specimen', patientId: 'p1', body: { er: '90 %' }, at: '1' }
  putDraft(db, draft)
  putDraft(db, { ...draft, body: { er: '95 %' }, at: '3' })
  putDraft(db, { ...draft, key: 'new-patient', patientId: null, at: '2' })
  putDraft(db, { ...draft, userId: 'u2' })
  expect(listDrafts(db, 'u1')).toEqual([
    { ...draft, body: { er: '95 %' }, at: '3' },
    { ...draft, key: 'new-patient', patientId: null, at: '2' },
  ])
  deleteDraft(db, 'u1', 'specimen')
  deleteDraft(db, 'u1', 'specimen')
  expect([getDraft(db, 'u1', 'specimen'), getDraft(db, 'u2', 'specimen')]).toEqual([
    null,
    { ...draft, userId: 'u2' },
  ])
})

test('a setting is the last value put, and null before', async () => {
  const db = await newDb()
  expect(getSetting(db, 'cutoff')).toBeNull()
  putSetting(db, 'cutoff', '>=1')
  putSetting(db, 'cutoff', { er: '>=10' })
  expect(getSetting(db, 'cutoff')).toEqual({ er: '>=10' })
  expect(() => putSetting(db, 'cutoff', undefined)).toThrow('no JSON form')
})
