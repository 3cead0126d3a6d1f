import type { Migration } from './migration.ts'

export const filterLists: Migration = {
  version: 60,
  name: 'filter-lists',
  up: db => {
    db.exec(`
      -- The few whom a filter leaves are found in the order of names without a look at all the others.
      CREATE INDEX patient_list_with_conflicts ON patient_list (archived, sort_name, id)
        WHERE conflicts > 0;
      CREATE INDEX patient_list_with_awaited ON patient_list (archived, sort_name, id)
        WHERE awaited > 0;
      CREATE INDEX patient_list_with_suspected ON patient_list (archived, confirmed, sort_name, id)
        WHERE suspected > 0;
    `)
  },
}
