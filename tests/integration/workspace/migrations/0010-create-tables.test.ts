import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { connect, prepareForWriting, type WritableDb } from '../../../../electron/db/connection.ts'
import { migrate } from '../../../../electron/db/migrate.ts'
import { createTables } from '../../../../electron/db/migrations/0010-create-tables.ts'
import { DatabaseKey } from '../../../../electron/vault/databaseKey.ts'
import { temporaryFolder } from '../support.ts'

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

function planOf(db: WritableDb, sql: string): string {
  const rows = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all()
  return rows.map(row => row.detail).join('; ')
}

test('creates the tables and the version', () => {
  const db = databaseAtVersion10()
  const tables = db
    .prepare<[], { name: string; strict: number }>(
      `SELECT name, strict FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
  expect(tables).toEqual(
    ['changes', 'drafts', 'entries', 'patients', 'settings'].map(name => ({ name, strict: 1 })),
  )
  expect(db.pragma('user_version', { simple: true })).toBe(10)
})

test('reads the entries of one patient in one range, and lists patients without a sort', () => {
  const db = databaseAtVersion10()
  expect(planOf(db, `SELECT * FROM entries WHERE patient_id = 'a'`)).toBe(
    'SEARCH entries USING PRIMARY KEY (patient_id=?)',
  )
  const list = 'SELECT id FROM patients WHERE archived = 0 ORDER BY sort_name, id LIMIT 50'
  expect(planOf(db, list)).toBe(
    'SEARCH patients USING COVERING INDEX patients_by_name (archived=?)',
  )
})

test.each([
  [
    'a body that is no JSON',
    `INSERT INTO patients VALUES ('a', 'no json', 'a', NULL, 1, 0, 'now', 1)`,
  ],
  [
    'an entry of an unknown patient',
    `INSERT INTO entries VALUES ('e', 'nobody', 'note', '{}', 1, 0, 1)`,
  ],
  [
    'an action that is not on the list',
    `INSERT INTO changes VALUES (1, 'now', 'u', 'U', NULL, 'entry', 'e', 'k', 'erase', NULL, NULL, 'a', NULL, 'h')`,
  ],
])('refuses %s', (_, sql) => {
  const db = databaseAtVersion10()
  expect(() => db.exec(sql)).toThrow(/constraint/i)
})

test('never lets a change be altered or deleted', () => {
  const db = databaseAtVersion10()
  db.exec(
    `INSERT INTO changes VALUES (1, 'now', 'u', 'U', NULL, 'entry', 'e', 'k', 'create', NULL, '{}', 'a', NULL, 'h')`,
  )
  expect(() => db.exec(`UPDATE changes SET user_name = 'X'`)).toThrow('append-only')
  expect(() => db.exec('DELETE FROM changes')).toThrow('append-only')
  expect(db.prepare('SELECT count(*) AS n FROM changes').get()).toEqual({ n: 1 })
})
