import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { connect, prepareForWriting } from '../../../../electron/db/connection.ts'
import { migrate } from '../../../../electron/db/migrate.ts'
import { createTables } from '../../../../electron/db/migrations/0010-create-tables.ts'
import { listPatients } from '../../../../electron/db/migrations/0020-list-patients.ts'
import { holdMeetings } from '../../../../electron/db/migrations/0040-hold-meetings.ts'
import { keepPhotographs } from '../../../../electron/db/migrations/0050-keep-photographs.ts'
import { photographsOf, picturesInUse } from '../../../../electron/db/queries/photographs.ts'
import { DatabaseKey } from '../../../../electron/vault/databaseKey.ts'
import { temporaryFolder } from '../support.ts'

test('the pictures of photographs are found without reading other entries', () => {
  const db = connect(join(temporaryFolder(), 'board.db'), DatabaseKey.random(), { create: true })
  onTestFinished(() => {
    db.close()
  })
  prepareForWriting(db)
  migrate(db, { migrations: [createTables, listPatients, holdMeetings] })
  db.exec(
    `INSERT INTO patients VALUES ('p', '{"sex":"female","identifiers":[]}', 'n', NULL, 1, 0, 'now', 1)`,
  )
  const insert = db.prepare(`INSERT INTO entries VALUES (?, 'p', ?, ?, 1, ?, 1)`)
  insert.run('shown', 'photograph', '{"picture":{"attachment":"aa"}}', 0)
  insert.run('removed', 'photograph', '{"picture":{"attachment":"bb"}}', 1)
  insert.run('other', 'note', '{"picture":{"attachment":"cc"}}', 0)
  migrate(db, { migrations: [createTables, listPatients, holdMeetings, keepPhotographs] })
  expect(db.pragma('user_version', { simple: true })).toBe(50)
  expect(picturesInUse(db)).toEqual(new Set(['aa']))
  expect(photographsOf(db, 'aa')).toEqual([{ id: 'shown', patientId: 'p' }])
  expect(photographsOf(db, 'bb')).toEqual([])
  const plans = [
    `SELECT DISTINCT json_extract(body, '$.picture.attachment') AS name FROM entries
     WHERE kind = 'photograph' AND removed = 0`,
    `SELECT patient_id, id FROM entries
     WHERE kind = 'photograph' AND json_extract(body, '$.picture.attachment') = 'aa' AND removed = 0`,
  ].map(sql => JSON.stringify(db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all()))
  for (const plan of plans) expect(plan).toContain('USING INDEX photographs_by_picture')
})
