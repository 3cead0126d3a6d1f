import type { ReadableDb, WritableDb } from '../connection.ts'
import { fromJson, toJson } from '../json.ts'
import { prepared } from '../statements.ts'

/** A setting of the workspace, parsed by the caller; null when it was never set. */
export function getSetting(db: ReadableDb, key: string): unknown {
  const row = prepared<{ value: string }>(db, 'SELECT value FROM settings WHERE key = ?').get(key)
  return row === undefined ? null : fromJson(row.value)
}

export function putSetting(db: WritableDb, key: string, value: unknown): void {
  prepared(
    db,
    `INSERT INTO settings (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  ).run(key, toJson(value))
}
