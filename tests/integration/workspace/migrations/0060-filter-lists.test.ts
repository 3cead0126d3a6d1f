import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { connect, prepareForWriting, type WritableDb } from '../../../../electron/db/connection.ts'
import { migrate } from '../../../../electron/db/migrate.ts'
import { MIGRATIONS } from '../../../../electron/db/migrations/index.ts'
import { type ListWish, listIds } from '../../../../electron/db/queries/patientList.ts'
import { DatabaseKey } from '../../../../electron/vault/databaseKey.ts'
import { temporaryFolder } from '../support.ts'

const NOBODY_LEFT_OUT: ListWish = {
  archived: false,
  changedSince: null,
  conflicts: false,
  missing: false,
  awaited: false,
  suspectedOnly: false,
  sort: 'sort_name',
  descending: false,
}

/** Nine thousand patients of whom a few have what filters look for; names are in the order of their numbers. */
function workspace(): WritableDb {
  const db = connect(join(temporaryFolder(), 'board.db'), DatabaseKey.random(), { create: true })
  onTestFinished(() => {
    db.close()
  })
  prepareForWriting(db)
  migrate(db, { migrations: MIGRATIONS })
  db.exec(`
    WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)
    INSERT INTO patients SELECT 'p' || i, '{"sex":"female","identifiers":[]}', 'name ' || i, NULL, 1,
      i = 1200, 'now', i FROM n;
    UPDATE patient_list SET conflicts = 2 WHERE id IN ('p1100', 'p1200', 'p3500');
    UPDATE patient_list SET awaited = 1 WHERE id = 'p3000';
    UPDATE patient_list SET suspected = 3 WHERE id IN ('p1050', 'p2050');
    UPDATE patient_list SET confirmed = 1 WHERE id IN ('p1060', 'p2050');
    ANALYZE;
  `)
  return db
}

test.each([
  [{ conflicts: true }, ['p1100', 'p3500'], 'patient_list_with_conflicts'],
  [{ conflicts: true, archived: true }, ['p1200'], 'patient_list_with_conflicts'],
  [{ awaited: true }, ['p3000'], 'patient_list_with_awaited'],
  [{ suspectedOnly: true }, ['p1050'], 'patient_list_with_suspected'],
] as const)('%o is answered from whom it leaves, in the order of names', (part, ids, index) => {
  const db = workspace()
  const asked: string[] = []
  const listening = new Proxy(db, {
    get: (target, name) =>
      name === 'prepare'
        ? (sql: string) => {
            asked.push(sql)
            return target.prepare(sql)
          }
        : Reflect.get(target, name),
  })
  const wish = { ...NOBODY_LEFT_OUT, ...part }
  expect(listIds(listening, wish, { limit: 100, offset: 0 })).toEqual(ids)
  const [sql = ''] = asked
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(Number(wish.archived), 100, 0)
  expect(JSON.stringify(plan)).toContain(`USING INDEX ${index} `)
  expect(JSON.stringify(plan)).not.toContain('B-TREE')
})
