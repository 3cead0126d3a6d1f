import type { Migration } from './migration.ts'

/** The first number of a kind, as `body` has it. */
function numberIn(body: string, kind: 'hospital' | 'nhs'): string {
  return `(
    SELECT json_extract(value, '$.value') FROM json_each(${body}, '$.identifiers')
    WHERE json_extract(value, '$.kind') = '${kind}' LIMIT 1)`
}

export const listPatients: Migration = {
  version: 20,
  name: 'list-patients',
  up: db => {
    db.exec(`
      -- What lists of patients sort and filter by, in narrow rows: a list of 100,000 reads none of their bodies.
      CREATE TABLE patient_list (
        -- The patient's search_row.
        row INTEGER PRIMARY KEY NOT NULL,
        id TEXT NOT NULL UNIQUE,
        archived INTEGER NOT NULL,
        sort_name TEXT NOT NULL,
        born TEXT NULL,
        sex TEXT NULL,
        hospital TEXT NULL,
        nhs TEXT NULL,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        -- The release of the rules that made the counts; 0 while they are not made.
        counted INTEGER NOT NULL,
        conflicts INTEGER NOT NULL,
        missing INTEGER NOT NULL,
        awaited INTEGER NOT NULL,
        confirmed INTEGER NOT NULL,
        suspected INTEGER NOT NULL
      ) STRICT;

      INSERT INTO patient_list
      SELECT search_row, id, archived, sort_name, born, nullif(json_extract(body, '$.sex'), 'notRecorded'),
        ${numberIn('patients.body', 'hospital')}, ${numberIn('patients.body', 'nhs')},
        coalesce((SELECT min(at) FROM changes WHERE entity_id = patients.id), updated_at), updated_at,
        0, 0, 0, 0, 0, 0
      FROM patients;

      CREATE INDEX patient_list_name ON patient_list (archived, sort_name, id);
      CREATE INDEX patient_list_born ON patient_list (archived, born, sort_name, id);
      CREATE INDEX patient_list_sex ON patient_list (archived, sex, sort_name, id);
      CREATE INDEX patient_list_hospital ON patient_list (archived, hospital, sort_name, id);
      CREATE INDEX patient_list_nhs ON patient_list (archived, nhs, sort_name, id);
      CREATE INDEX patient_list_created ON patient_list (archived, created_at, sort_name, id);
      CREATE INDEX patient_list_changed ON patient_list (archived, updated_at, sort_name, id);
      -- Counts are wanted highest first, equal ones by name.
      CREATE INDEX patient_list_conflicts ON patient_list (archived, conflicts DESC, sort_name, id);
      CREATE INDEX patient_list_missing ON patient_list (archived, missing DESC, sort_name, id);
      CREATE INDEX patient_list_awaited ON patient_list (archived, awaited DESC, sort_name, id);
      CREATE INDEX patient_list_confirmed ON patient_list (archived, confirmed DESC, sort_name, id);
      CREATE INDEX patient_list_suspected ON patient_list (archived, suspected DESC, sort_name, id);
      CREATE INDEX patient_list_counted ON patient_list (counted);

      -- Kept by the database itself, so that no way of writing a patient can leave the list behind.
      CREATE TRIGGER patient_is_listed AFTER INSERT ON patients BEGIN
        INSERT INTO patient_list VALUES (
          NEW.search_row, NEW.id, NEW.archived, NEW.sort_name, NEW.born,
          nullif(json_extract(NEW.body, '$.sex'), 'notRecorded'),
          ${numberIn('NEW.body', 'hospital')}, ${numberIn('NEW.body', 'nhs')},
          NEW.updated_at, NEW.updated_at, 0, 0, 0, 0, 0, 0);
      END;
      CREATE TRIGGER patient_list_follows AFTER UPDATE OF archived, updated_at ON patients BEGIN
        UPDATE patient_list SET archived = NEW.archived, updated_at = NEW.updated_at
        WHERE row = NEW.search_row;
      END;
      CREATE TRIGGER patient_list_follows_body AFTER UPDATE OF body, sort_name, born ON patients BEGIN
        UPDATE patient_list SET sort_name = NEW.sort_name, born = NEW.born,
          sex = nullif(json_extract(NEW.body, '$.sex'), 'notRecorded'),
          hospital = ${numberIn('NEW.body', 'hospital')}, nhs = ${numberIn('NEW.body', 'nhs')},
          counted = 0
        WHERE row = NEW.search_row;
      END;
      -- Counts hold for the entries of which they were made, and for no others.
      CREATE TRIGGER entry_is_counted AFTER INSERT ON entries BEGIN
        UPDATE patient_list SET counted = 0 WHERE id = NEW.patient_id AND counted <> 0;
      END;
      CREATE TRIGGER entry_is_counted_anew AFTER UPDATE ON entries BEGIN
        UPDATE patient_list SET counted = 0 WHERE id = NEW.patient_id AND counted <> 0;
      END;
    `)
  },
}
