import { createTables } from './0010-create-tables.ts'
import { listPatients } from './0020-list-patients.ts'
import { holdMeetings } from './0040-hold-meetings.ts'
import { keepPhotographs } from './0050-keep-photographs.ts'
import { filterLists } from './0060-filter-lists.ts'
import type { Migration } from './migration.ts'

export const MIGRATIONS: readonly Migration[] = [
  createTables,
  listPatients,
  holdMeetings,
  keepPhotographs,
  filterLists,
]
