import type { WritableDb } from '../connection.ts'

/**
 * One step of the schema. Append-only: never edited after a release, and it imports nothing that
 * could change under it.
 */
export type Migration = Readonly<{
  /** A multiple of ten, higher than all before. */
  version: number
  name: string
  up: (db: WritableDb) => void
}>
