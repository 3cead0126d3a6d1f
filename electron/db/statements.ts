import type Database from 'better-sqlite3'
import type { ReadableDb } from './connection.ts'

const statements = new WeakMap<ReadableDb, Map<string, Database.Statement<unknown[]>>>()

/** The statement for a text of SQL, prepared once for each connection. */
export function prepared<Row = unknown>(
  db: ReadableDb,
  sql: string,
): Database.Statement<unknown[], Row> {
  let ofConnection = statements.get(db)
  if (ofConnection === undefined) {
    ofConnection = new Map()
    statements.set(db, ofConnection)
  }
  let statement = ofConnection.get(sql)
  if (statement === undefined) {
    statement = db.prepare(sql)
    ofConnection.set(sql, statement)
  }
  return statement as Database.Statement<unknown[], Row>
}
