import type { Migration } from './migration.ts'

export const keepPhotographs: Migration = {
  version: 50,
  name: 'keep-photographs',
  up: db => {
    db.exec(`
      -- Which pictures the photographs of all patients name, without reading any other entry.
      CREATE INDEX photographs_by_picture
        ON entries (json_extract(body, '$.picture.attachment'), removed, patient_id, id)
        WHERE kind = 'photograph';
      -- Photographs that were removed with their bytes, which no undoing can bring back.
      CREATE INDEX changes_that_remove_photographs ON changes (patient_id, entity_id)
        WHERE kind = 'photograph' AND action = 'remove' AND undoes IS NULL;
    `)
  },
}
