import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { connect, prepareForWriting, type WritableDb } from '../../../../electron/db/connection.ts'
import { migrate } from '../../../../electron/db/migrate.ts'
import { createTables } from '../../../../electron/db/migrations/0010-create-tables.ts'
import { listPatients } from '../../../../electron/db/migrations/0020-list-patients.ts'
import { holdMeetings } from '../../../../electron/db/migrations/0040-hold-meetings.ts'
import { appendChange, verifyChain } from '../../../../electron/db/queries/changes.ts'
import { DatabaseKey } from '../../../../electron/vault/databaseKey.ts'
import { temporaryFolder } from '../support.ts'

const BEFORE = [createTables, listPatients]
const AFTER = [...BEFORE, holdMeetings]

function databaseAtVersion20(): WritableDb {
  const file = join(temporaryFolder(), 'board.db')
  const db = connect(file, DatabaseKey.random(), { create: true })
  onTestFinished(() => {
    db.close()
  })
  prepareForWriting(db)
  migrate(db, { migrations: BEFORE })
  return db
}

function addChanges(db: WritableDb, count: number): void {
  for (let n = 1; n <= count; n += 1)
    appendChange(db, {
      at: `2026-01-0${n}T08:00:00.000Z`,
      userId: 'u',
      userName: 'Dr Testa',
      patientId: 'a',
      entity: 'entry',
      entityId: `e${n}`,
      kind: 'site',
      action: 'create',
      before: null,
      after: { n, text: 'ü “quoted”' },
      act: `act ${n}`,
      undoes: null,
    })
}

const rows = (db: WritableDb) => db.prepare('SELECT * FROM changes ORDER BY seq').all()

/** Two meetings with a patient on both lists; the outcome of the first is signed, that of the second is not. */
function databaseWithOutcomes(): WritableDb {
  const db = databaseAtVersion20()
  migrate(db, { migrations: AFTER })
  const body = JSON.stringify({ actions: [{ id: 'a1', owner: 'Dr Probe', due: '2026-12-03' }] })
  db.exec(`
    INSERT INTO patients VALUES ('p', '{}', 'name', NULL, 1, 0, '2026-02-02', 1);
    INSERT INTO meetings VALUES ('m1', NULL, '2026-11-19', NULL, 'held', '{}', 1, 0);
    INSERT INTO meetings VALUES ('m2', NULL, '2026-11-26', NULL, 'planned', '{}', 1, 0);
    INSERT INTO outcomes VALUES ('o1', 'm1', 'p', '${body}', 1, 'now', 'u', 'Dr Testa', 1, NULL, NULL);
    INSERT INTO outcomes VALUES ('o2', 'm2', 'p', '${body}', 1, 'now', 'u', 'Dr Testa', 1, NULL, NULL);
    UPDATE outcomes SET signed_at = 'now', signature = '{}' WHERE id = 'o1';
  `)
  return db
}

test('keeps every row of the history, its chain, and the number of the next', () => {
  const db = databaseAtVersion20()
  addChanges(db, 3)
  const before = rows(db)
  migrate(db, { migrations: AFTER })
  expect(rows(db)).toEqual(before)
  expect(verifyChain(db)).toBeNull()
  addChanges(db, 1)
  expect(rows(db)).toHaveLength(4)
  expect(verifyChain(db)).toBeNull()
})

test('does not make a history whole whose end had been cut off', () => {
  const db = databaseAtVersion20()
  addChanges(db, 3)
  db.exec('DROP TRIGGER changes_are_never_deleted; DELETE FROM changes WHERE seq = 3')
  db.exec(`CREATE TRIGGER changes_are_never_deleted BEFORE DELETE ON changes
    BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END`)
  expect(verifyChain(db)).toBe(3)
  migrate(db, { migrations: AFTER })
  expect(verifyChain(db)).toBe(3)
})

test.each([
  `UPDATE changes SET user_name = 'other' WHERE seq = 1`,
  'DELETE FROM changes WHERE seq = 1',
  'INSERT OR REPLACE INTO changes SELECT * FROM changes WHERE seq = 1',
])('the history is still append-only: %s', sql => {
  const db = databaseAtVersion20()
  addChanges(db, 2)
  migrate(db, { migrations: AFTER })
  expect(() => db.exec(sql)).toThrow('append-only')
})

test('counts every case anew, so that lists of meetings know what it lacks', () => {
  const db = databaseAtVersion20()
  db.exec(`
    INSERT INTO patients VALUES ('p', '{}', 'name', NULL, 1, 0, '2026-02-02', 1);
    UPDATE patient_list SET counted = 1;
  `)
  migrate(db, { migrations: AFTER })
  expect(db.prepare('SELECT counted FROM patient_list').all()).toEqual([{ counted: 0 }])
})

test.each([
  `UPDATE outcomes SET body = '{"other":1}' WHERE id = 'o1'`,
  `UPDATE outcomes SET signed_at = NULL, signature = NULL WHERE id = 'o1'`,
  `UPDATE outcomes SET revision = revision`,
  `UPDATE OR REPLACE outcomes SET meeting_id = 'm1' WHERE id = 'o2'`,
  `UPDATE OR REPLACE outcomes SET id = 'o1' WHERE id = 'o2'`,
  `DELETE FROM outcomes WHERE id = 'o1'`,
  `INSERT OR REPLACE INTO outcomes VALUES ('o1', 'm1', 'p', '{}', 1, 'now', 'u', 'x', 1, NULL, NULL)`,
  `INSERT OR REPLACE INTO outcomes VALUES ('o3', 'm1', 'p', '{}', 1, 'now', 'u', 'x', 1, NULL, NULL)`,
  `INSERT INTO outcomes VALUES ('o1', 'm1', 'p', '{}', 1, 'now', 'u', 'x', 1, NULL, NULL)
   ON CONFLICT DO UPDATE SET body = excluded.body`,
])('a signed outcome stays, whatever is tried: %s', sql => {
  const db = databaseWithOutcomes()
  const before = db.prepare('SELECT * FROM outcomes ORDER BY id').all()
  expect(() => db.exec(sql)).toThrow('a signed outcome is locked')
  expect(db.prepare('SELECT * FROM outcomes ORDER BY id').all()).toEqual(before)
})

test('addenda are only added, and only to what is signed', () => {
  const db = databaseWithOutcomes()
  const add = (id: string, outcome: string) =>
    db.exec(
      `INSERT OR REPLACE INTO outcome_addenda VALUES ('${id}', '${outcome}', 1, 'now', 'Dr Testa', 'Later.')`,
    )
  expect(() => add('x', 'o2')).toThrow('not signed')
  add('x', 'o1')
  expect(() => add('x', 'o1')).toThrow('append-only')
  expect(() => db.exec(`UPDATE outcome_addenda SET text = 'other'`)).toThrow('append-only')
  expect(() => db.exec('DELETE FROM outcome_addenda')).toThrow('append-only')
})

test('the list of actions follows what is typed', () => {
  const db = databaseWithOutcomes()
  const actions = () =>
    db.prepare(`SELECT * FROM outcome_actions WHERE outcome_id = 'o2' ORDER BY action_id`).all()
  const first = { action_id: 'a1', outcome_id: 'o2', owner: 'Dr Probe', due: '2026-12-03' }
  expect(actions()).toEqual([first])
  const body = JSON.stringify({ actions: [{ id: 'a2', owner: 'Dr Testa', due: null }] })
  db.prepare(`UPDATE outcomes SET body = ? WHERE id = 'o2'`).run(body)
  expect(actions()).toEqual([{ action_id: 'a2', outcome_id: 'o2', owner: 'Dr Testa', due: null }])
})

test.each(['UPDATE print_log SET kind = kind', 'DELETE FROM print_log'])(
  'what was printed stays on record: %s',
  sql => {
    const db = databaseWithOutcomes()
    db.exec(`INSERT INTO print_log (at, user_id, user_name, meeting_id, kind, action, up_to, body)
      VALUES ('now', 'u', 'Dr Testa', 'm1', 'pack', 'print', 1, '{}')`)
    expect(() => db.exec(sql)).toThrow('append-only')
  },
)

test('no list has a patient twice or a place twice', () => {
  const db = databaseWithOutcomes()
  const add = (id: string, patient: string, place: number, removed = 0) =>
    db.exec(
      `INSERT INTO list_items VALUES ('${id}', 'm1', '${patient}', ${place}, '{}', 1, ${removed})`,
    )
  db.exec(`INSERT INTO patients VALUES ('q', '{}', 'name', NULL, 1, 0, '2026-02-02', 2)`)
  add('i1', 'p', 1)
  expect(() => add('i2', 'p', 2)).toThrow('UNIQUE')
  expect(() => add('i2', 'q', 1)).toThrow('UNIQUE')
  add('i2', 'p', 1, 1)
  add('i3', 'q', 2)
})
