import type { WritableDb } from '../connection.ts'
import type { Migration } from './migration.ts'

const ENTITIES = [
  'patient',
  'entry',
  'workspace',
  'series',
  'meeting',
  'listItem',
  'outcome',
  'addendum',
  'followUp',
  'action',
]
const ACTIONS = [
  'create',
  'update',
  'remove',
  'restore',
  'archive',
  'unarchive',
  'print',
  'export',
  'open',
  'sign',
]

function listed(words: readonly string[]): string {
  return words.map(word => `'${word}'`).join(', ')
}

/** The history takes new kinds of records. SQLite cannot change a CHECK, so the table is copied, row by row as it is. */
function widenHistory(db: WritableDb): void {
  const [last] = db
    .prepare<[], { seq: number }>(`SELECT seq FROM sqlite_sequence WHERE name = 'changes'`)
    .all()
  db.exec(`
    DROP TRIGGER changes_are_never_updated;
    DROP TRIGGER changes_are_never_deleted;
    DROP INDEX changes_by_patient;
    DROP INDEX changes_by_user;
    DROP INDEX changes_by_act;
    DROP INDEX changes_by_entity;
    ALTER TABLE changes RENAME TO changes_before;
    CREATE TABLE changes (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      at TEXT NOT NULL,
      user_id TEXT NOT NULL,
      user_name TEXT NOT NULL,
      patient_id TEXT NULL,
      entity TEXT NOT NULL CHECK (entity IN (${listed(ENTITIES)})),
      entity_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      action TEXT NOT NULL CHECK (action IN (${listed(ACTIONS)})),
      before TEXT NULL,
      after TEXT NULL,
      -- One act of a user groups several rows.
      act TEXT NOT NULL,
      -- The act that this act undoes.
      undoes TEXT NULL,
      -- SHA-256 over the hash of the row before and all of this row.
      hash TEXT NOT NULL
    ) STRICT;
    INSERT INTO changes SELECT * FROM changes_before ORDER BY seq;
    DROP TABLE changes_before;
    CREATE INDEX changes_by_patient ON changes (patient_id, seq);
    CREATE INDEX changes_by_user ON changes (patient_id, user_id, seq, entity, action, act, undoes);
    CREATE INDEX changes_by_act ON changes (act);
    CREATE INDEX changes_by_entity ON changes (entity_id, seq);
    CREATE TRIGGER changes_are_never_updated BEFORE UPDATE ON changes
      BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END;
    CREATE TRIGGER changes_are_never_deleted BEFORE DELETE ON changes
      BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END;
    -- INSERT OR REPLACE deletes without asking the trigger above.
    CREATE TRIGGER changes_are_never_replaced BEFORE INSERT ON changes
      WHEN EXISTS (SELECT 1 FROM changes WHERE seq = NEW.seq)
      BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END;
  `)
  // A history whose end had been cut off must not look whole afterwards.
  if (last !== undefined)
    db.prepare(`UPDATE sqlite_sequence SET seq = ? WHERE name = 'changes'`).run(last.seq)
}

export const holdMeetings: Migration = {
  version: 40,
  name: 'hold-meetings',
  up: db => {
    widenHistory(db)
    db.exec(`
      CREATE TABLE meeting_series (
        id TEXT PRIMARY KEY NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body)),
        revision INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE meetings (
        id TEXT PRIMARY KEY NOT NULL,
        series_id TEXT NULL REFERENCES meeting_series (id),
        day TEXT NOT NULL,
        start TEXT NULL,
        status TEXT NOT NULL CHECK (status IN ('planned', 'held', 'closed')),
        body TEXT NOT NULL CHECK (json_valid(body)),
        revision INTEGER NOT NULL,
        removed INTEGER NOT NULL CHECK (removed IN (0, 1))
      ) STRICT;
      CREATE INDEX meetings_by_day ON meetings (day, start, id);

      CREATE TABLE list_items (
        id TEXT PRIMARY KEY NOT NULL,
        meeting_id TEXT NOT NULL REFERENCES meetings (id),
        patient_id TEXT NOT NULL REFERENCES patients (id),
        position INTEGER NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body)),
        revision INTEGER NOT NULL,
        removed INTEGER NOT NULL CHECK (removed IN (0, 1))
      ) STRICT;
      CREATE UNIQUE INDEX list_items_once ON list_items (meeting_id, patient_id) WHERE removed = 0;
      CREATE UNIQUE INDEX list_items_in_order ON list_items (meeting_id, position) WHERE removed = 0;
      CREATE INDEX list_items_by_meeting ON list_items (meeting_id);
      CREATE INDEX list_items_by_patient ON list_items (patient_id, meeting_id);

      -- When a case was on the screen of its meeting.
      CREATE TABLE item_times (
        item_id TEXT NOT NULL REFERENCES list_items (id),
        from_at TEXT NOT NULL,
        to_at TEXT NOT NULL,
        PRIMARY KEY (item_id, from_at)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE outcomes (
        id TEXT PRIMARY KEY NOT NULL,
        meeting_id TEXT NOT NULL REFERENCES meetings (id),
        patient_id TEXT NOT NULL REFERENCES patients (id),
        body TEXT NOT NULL CHECK (json_valid(body)),
        revision INTEGER NOT NULL,
        saved_at TEXT NOT NULL,
        saved_by TEXT NOT NULL,
        saved_by_name TEXT NOT NULL,
        -- The revision that the history has last; what was typed since is here alone.
        recorded_revision INTEGER NOT NULL,
        signed_at TEXT NULL,
        signature TEXT NULL CHECK (json_valid(signature)),
        CHECK ((signed_at IS NULL) = (signature IS NULL)),
        UNIQUE (meeting_id, patient_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX outcomes_by_patient ON outcomes (patient_id);
      CREATE INDEX outcomes_unrecorded ON outcomes (id) WHERE recorded_revision < revision;

      -- Once signed, a row stays as it is for whoever writes, by whichever statement.
      CREATE TRIGGER signed_outcomes_are_never_updated BEFORE UPDATE ON outcomes
        WHEN OLD.signed_at IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'a signed outcome is locked'); END;
      CREATE TRIGGER signed_outcomes_are_never_deleted BEFORE DELETE ON outcomes
        WHEN OLD.signed_at IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'a signed outcome is locked'); END;
      -- REPLACE deletes the row in its way without asking the trigger above.
      CREATE TRIGGER signed_outcomes_are_never_replaced BEFORE INSERT ON outcomes
        WHEN EXISTS (
          SELECT 1 FROM outcomes WHERE signed_at IS NOT NULL AND (
            id = NEW.id
            OR (meeting_id = NEW.meeting_id AND patient_id = NEW.patient_id)))
        BEGIN SELECT RAISE(ABORT, 'a signed outcome is locked'); END;
      CREATE TRIGGER signed_outcomes_are_never_displaced BEFORE UPDATE ON outcomes
        WHEN EXISTS (
          SELECT 1 FROM outcomes WHERE signed_at IS NOT NULL AND id <> OLD.id AND (
            id = NEW.id
            OR (meeting_id = NEW.meeting_id AND patient_id = NEW.patient_id)))
        BEGIN SELECT RAISE(ABORT, 'a signed outcome is locked'); END;

      CREATE TABLE outcome_addenda (
        id TEXT PRIMARY KEY NOT NULL,
        outcome_id TEXT NOT NULL REFERENCES outcomes (id),
        position INTEGER NOT NULL,
        at TEXT NOT NULL,
        user_name TEXT NOT NULL,
        text TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX outcome_addenda_by_outcome ON outcome_addenda (outcome_id, position);
      CREATE TRIGGER addenda_are_never_updated BEFORE UPDATE ON outcome_addenda
        BEGIN SELECT RAISE(ABORT, 'addenda are append-only'); END;
      CREATE TRIGGER addenda_are_never_deleted BEFORE DELETE ON outcome_addenda
        BEGIN SELECT RAISE(ABORT, 'addenda are append-only'); END;
      CREATE TRIGGER addenda_are_never_replaced BEFORE INSERT ON outcome_addenda
        WHEN EXISTS (SELECT 1 FROM outcome_addenda WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'addenda are append-only'); END;
      CREATE TRIGGER addenda_follow_a_signature BEFORE INSERT ON outcome_addenda
        WHEN NOT EXISTS (
          SELECT 1 FROM outcomes WHERE id = NEW.outcome_id AND signed_at IS NOT NULL)
        BEGIN SELECT RAISE(ABORT, 'an outcome that is not signed has no addenda'); END;

      -- What was agreed with the patient and what was delivered: open after signing.
      CREATE TABLE outcome_follow_ups (
        id TEXT PRIMARY KEY NOT NULL,
        outcome_id TEXT NOT NULL REFERENCES outcomes (id),
        position INTEGER NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body)),
        revision INTEGER NOT NULL,
        at TEXT NOT NULL,
        user_name TEXT NOT NULL
      ) STRICT;
      CREATE INDEX outcome_follow_ups_by_outcome ON outcome_follow_ups (outcome_id, position);

      CREATE TABLE action_progress (
        action_id TEXT PRIMARY KEY NOT NULL,
        outcome_id TEXT NOT NULL REFERENCES outcomes (id),
        -- What became of it; null for one that is open again.
        done TEXT NULL CHECK (json_valid(done)),
        revision INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX action_progress_by_outcome ON action_progress (outcome_id);

      -- Actions of all outcomes in narrow rows, for lists across patients; kept by the database itself.
      CREATE TABLE outcome_actions (
        action_id TEXT NOT NULL,
        outcome_id TEXT NOT NULL REFERENCES outcomes (id),
        owner TEXT NOT NULL,
        due TEXT NULL,
        PRIMARY KEY (outcome_id, action_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX outcome_actions_by_due ON outcome_actions (due, action_id);
      CREATE TRIGGER outcome_actions_are_listed AFTER INSERT ON outcomes BEGIN
        INSERT INTO outcome_actions
        SELECT json_extract(value, '$.id'), NEW.id, json_extract(value, '$.owner'), json_extract(value, '$.due')
        FROM json_each(NEW.body, '$.actions');
      END;
      CREATE TRIGGER outcome_actions_follow AFTER UPDATE OF body ON outcomes BEGIN
        DELETE FROM outcome_actions WHERE outcome_id = NEW.id;
        INSERT INTO outcome_actions
        SELECT json_extract(value, '$.id'), NEW.id, json_extract(value, '$.owner'), json_extract(value, '$.due')
        FROM json_each(NEW.body, '$.actions');
      END;

      -- What left the workspace for a meeting, with a digest of every case as it was printed.
      CREATE TABLE print_log (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        user_id TEXT NOT NULL,
        user_name TEXT NOT NULL,
        meeting_id TEXT NOT NULL REFERENCES meetings (id),
        kind TEXT NOT NULL,
        action TEXT NOT NULL CHECK (action IN ('print', 'export', 'open')),
        -- The last change that the printed pages can know of.
        up_to INTEGER NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body))
      ) STRICT;
      CREATE INDEX print_log_by_meeting ON print_log (meeting_id, kind, id);
      CREATE TRIGGER print_log_is_never_updated BEFORE UPDATE ON print_log
        BEGIN SELECT RAISE(ABORT, 'the print log is append-only'); END;
      CREATE TRIGGER print_log_is_never_deleted BEFORE DELETE ON print_log
        BEGIN SELECT RAISE(ABORT, 'the print log is append-only'); END;
      CREATE TRIGGER print_log_is_never_replaced BEFORE INSERT ON print_log
        WHEN EXISTS (SELECT 1 FROM print_log WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'the print log is append-only'); END;

      -- What a meeting's list says of a case besides its counts; it holds while patient_list.counted does.
      CREATE TABLE case_readiness (
        patient_id TEXT PRIMARY KEY NOT NULL REFERENCES patients (id),
        body TEXT NOT NULL CHECK (json_valid(body))
      ) STRICT, WITHOUT ROWID;
      -- Made for every case by the count that follows.
      UPDATE patient_list SET counted = 0;
    `)
  },
}
