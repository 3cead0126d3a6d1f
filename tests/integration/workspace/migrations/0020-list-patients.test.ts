import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { connect, prepareForWriting, type WritableDb } from '../../../../electron/db/connection.ts'
import { migrate } from '../../../../electron/db/migrate.ts'
import { createTables } from '../../../../electron/db/migrations/0010-create-tables.ts'
import { listPatients } from '../../../../electron/db/migrations/0020-list-patients.ts'
import { DatabaseKey } from '../../../../electron/vault/databaseKey.ts'
import { temporaryFolder } from '../support.ts'

const BODY = JSON.stringify({
  sex: 'female',
  identifiers: [
    { kind: 'other', label: 'Trial', value: 'T1' },
    { kind: 'hospital', label: 'Hospital No.', value: 'H 17' },
    { kind: 'hospital', label: 'Old No.', value: 'H 16' },
    { kind: 'nhs', label: 'NHS No.', value: '9434765919' },
  ],
})
const BARE = JSON.stringify({ sex: 'notRecorded', identifiers: [] })

function databaseAtVersion10(): WritableDb {
  const file = join(temporaryFolder(), 'board.db')
  const db = connect(file, DatabaseKey.random(), { create: true })
  onTestFinished(() => {
    db.close()
  })
  prepareForWriting(db)
  migrate(db, { migrations: [createTables] })
  return db
}

function insert(db: WritableDb, id: string, row: number, body: string): void {
  db.prepare(`INSERT INTO patients VALUES (?, ?, ?, '1971', 1, 0, '2026-02-02', ?)`).run(
    id,
    body,
    `name ${id}`,
    row,
  )
}

function listed(db: WritableDb): unknown[] {
  return db.prepare('SELECT * FROM patient_list ORDER BY row').all()
}

const ROW = {
  row: 1,
  id: 'a',
  archived: 0,
  sort_name: 'name a',
  born: '1971',
  sex: 'female',
  hospital: 'H 17',
  nhs: '9434765919',
  created_at: '2026-01-01',
  updated_at: '2026-02-02',
  counted: 0,
  conflicts: 0,
  missing: 0,
  awaited: 0,
  confirmed: 0,
  suspected: 0,
}

test('lists the patients who are there, first recorded when the history says so, with nothing counted yet', () => {
  const db = databaseAtVersion10()
  insert(db, 'a', 1, BODY)
  insert(db, 'b', 2, BARE)
  db.exec(
    `INSERT INTO changes VALUES (1, '2026-01-01', 'u', 'U', 'a', 'patient', 'a', 'patient', 'create', NULL, '{}', 'x', NULL, 'h')`,
  )
  migrate(db, { migrations: [createTables, listPatients] })
  expect(listed(db)).toEqual([
    ROW,
    {
      ...ROW,
      row: 2,
      id: 'b',
      sort_name: 'name b',
      sex: null,
      hospital: null,
      nhs: null,
      created_at: '2026-02-02',
    },
  ])
})

test('follows a patient who is added, changed or archived, and takes the counts back when an entry changes', () => {
  const db = databaseAtVersion10()
  migrate(db, { migrations: [createTables, listPatients] })
  insert(db, 'a', 1, BODY)
  expect(listed(db)).toEqual([{ ...ROW, created_at: '2026-02-02' }])
  db.exec(
    `UPDATE patients SET body = '${BARE}', sort_name = 'z', born = NULL, updated_at = '2026-03-03'`,
  )
  const changed = {
    ...ROW,
    sort_name: 'z',
    born: null,
    sex: null,
    hospital: null,
    nhs: null,
    created_at: '2026-02-02',
    updated_at: '2026-03-03',
  }
  expect(listed(db)).toEqual([changed])
  db.exec(`UPDATE patients SET archived = 1; UPDATE patient_list SET counted = 1, missing = 3`)
  expect(listed(db)).toEqual([{ ...changed, archived: 1, counted: 1, missing: 3 }])
  db.exec(`INSERT INTO entries VALUES ('e', 'a', 'note', '{}', 1, 0, 1)`)
  expect(listed(db)).toMatchObject([{ counted: 0 }])
  db.exec('UPDATE patient_list SET counted = 1; UPDATE entries SET removed = 1')
  expect(listed(db)).toMatchObject([{ counted: 0 }])
})

test.each([
  ['born', 'patient_list_born'],
  ['updated_at', 'patient_list_changed'],
  ['missing DESC', 'patient_list_missing'],
])('has an index for the order by %s', (column, index) => {
  const db = databaseAtVersion10()
  migrate(db, { migrations: [createTables, listPatients] })
  const plan = db
    .prepare<[], { detail: string }>(
      `EXPLAIN QUERY PLAN SELECT id FROM patient_list WHERE archived = 0 ORDER BY ${column}, sort_name, id LIMIT 9`,
    )
    .all()
  expect(plan.map(({ detail }) => detail)).toEqual([
    `SEARCH patient_list USING COVERING INDEX ${index} (archived=?)`,
  ])
})
