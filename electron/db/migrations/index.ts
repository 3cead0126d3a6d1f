import { createTables } from './0010-create-tables.ts'
import type { Migration } from './migration.ts'

export const MIGRATIONS: readonly Migration[] = [createTables]
