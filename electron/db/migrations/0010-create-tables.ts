import type { Migration } from './migration.ts'

export const createTables: Migration = {
  version: 10,
  name: 'create-tables',
  up: db => {
    db.exec(`
      CREATE TABLE patients (
        id TEXT PRIMARY KEY NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body)),
        sort_name TEXT NOT NULL,
        born TEXT NULL,
        revision INTEGER NOT NULL,
        archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
        updated_at TEXT NOT NULL,
        -- The patient's row in patient_search. A rowid of its own, because VACUUM renumbers
        -- the rowids of a table whose primary key is text.
        search_row INTEGER NOT NULL UNIQUE
      ) STRICT;
      CREATE INDEX patients_by_name ON patients (archived, sort_name, id);

      CREATE VIRTUAL TABLE patient_search USING fts5 (
        patient_id UNINDEXED,
        text,
        tokenize = 'unicode61 remove_diacritics 2',
        prefix = '1 2 3 4'
      );

      -- Clustered by patient: all that belongs to one patient lies in neighbouring pages.
      CREATE TABLE entries (
        id TEXT NOT NULL UNIQUE,
        patient_id TEXT NOT NULL REFERENCES patients (id),
        kind TEXT NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body)),
        revision INTEGER NOT NULL,
        removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
        position INTEGER NOT NULL,
        PRIMARY KEY (patient_id, id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE changes (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        user_id TEXT NOT NULL,
        user_name TEXT NOT NULL,
        patient_id TEXT NULL,
        entity TEXT NOT NULL CHECK (entity IN ('patient', 'entry', 'workspace')),
        entity_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        action TEXT NOT NULL CHECK (action IN (
          'create', 'update', 'remove', 'restore', 'archive', 'unarchive', 'print', 'export', 'open'
        )),
        before TEXT NULL,
        after TEXT NULL,
        -- One act of a user groups several rows.
        act TEXT NOT NULL,
        -- The act that this act undoes.
        undoes TEXT NULL,
        -- SHA-256 over the hash of the row before and all of this row.
        hash TEXT NOT NULL
      ) STRICT;
      CREATE INDEX changes_by_patient ON changes (patient_id, seq);
      CREATE INDEX changes_by_user ON changes (patient_id, user_id, seq, action, act, undoes);
      CREATE INDEX changes_by_act ON changes (act);
      CREATE INDEX changes_by_entity ON changes (entity_id, seq);
      CREATE TRIGGER changes_are_never_updated BEFORE UPDATE ON changes
        BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END;
      CREATE TRIGGER changes_are_never_deleted BEFORE DELETE ON changes
        BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END;

      CREATE TABLE drafts (
        user_id TEXT NOT NULL,
        key TEXT NOT NULL,
        patient_id TEXT NULL,
        body TEXT NOT NULL CHECK (json_valid(body)),
        at TEXT NOT NULL,
        PRIMARY KEY (user_id, key)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE settings (
        key TEXT PRIMARY KEY NOT NULL,
        value TEXT NOT NULL CHECK (json_valid(value))
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
