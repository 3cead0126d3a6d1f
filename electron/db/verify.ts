import { attachmentsIn } from '../vault/attachments.ts'
import { readKeyring } from '../vault/keyringFile.ts'
import { asWorkspaceError } from '../vault/workspaceError.ts'
import { APPLICATION_ID, type ReadableDb, readIntegerPragma } from './connection.ts'
import { latestVersion } from './migrate.ts'
import type { Workspace } from './open.ts'
import { verifyChain } from './queries/changes.ts'
import { picturesInDrafts, picturesInUse } from './queries/photographs.ts'
import { countFaultyLists, countFaultyOutcomes } from './verifyMeetings.ts'
import { readWorkspaceId } from './workspaceFiles.ts'

export const CHECKS = [
  'integrity',
  'references',
  'schema',
  'keyring',
  'history',
  'entries',
  'patients',
  'search',
  'photographs',
  'meetings',
  'outcomes',
] as const
export type Check = (typeof CHECKS)[number]

/** Something that is not as it must be; the sentence counts and never quotes. */
export type Finding = Readonly<{ check: Check; count: number; message: string }>

function countOf(db: ReadableDb, sql: string): number {
  return db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM (${sql})`).get()?.n ?? 0
}

function rowsOf(db: ReadableDb, pragma: string): number {
  const rows = db.pragma(pragma)
  return Array.isArray(rows) ? rows.length : 1
}

function verifyIntegrity(db: ReadableDb): number {
  return db.pragma('integrity_check(1)', { simple: true }) === 'ok'
    ? 0
    : rowsOf(db, 'integrity_check')
}

function verifySchema(db: ReadableDb): number {
  const isKnown =
    readIntegerPragma(db, 'application_id') === APPLICATION_ID &&
    readIntegerPragma(db, 'user_version') === latestVersion()
  return isKnown ? 0 : 1
}

function verifyKeyring({ folder, workspaceId }: Workspace): number {
  try {
    const isOurs =
      readKeyring(folder).workspaceId === workspaceId && readWorkspaceId(folder) === workspaceId
    return isOurs ? 0 : 1
  } catch (error) {
    if (asWorkspaceError(error) === null) throw error
    return 1
  }
}

/** Records that are not what the last change of their body, or of their presence, made of them. */
function countUnexplained(
  db: ReadableDb,
  table: 'patients' | 'entries',
  entity: 'patient' | 'entry',
  flag: 'archived' | 'removed',
  [set, ...clear]: readonly [string, ...string[]],
): number {
  const lastOf = (actions: readonly string[]) => `(
    SELECT seq FROM changes WHERE entity_id = record.id AND entity = '${entity}'
    AND action IN (${actions.map(action => `'${action}'`).join(', ')})
    ORDER BY seq DESC LIMIT 1)`
  return countOf(
    db,
    `SELECT 1 FROM ${table} AS record
     LEFT JOIN changes AS content ON content.seq = ${lastOf(['create', 'update', 'restore'])}
     LEFT JOIN changes AS presence ON presence.seq = ${lastOf([set, ...clear])}
     WHERE content.after IS NOT record.body
       OR (presence.action IS '${set}') <> record.${flag}`,
  )
}

/** Records that the history has and the tables have not. */
function countLost(
  db: ReadableDb,
  table: 'patients' | 'entries',
  entity: 'patient' | 'entry',
): number {
  return countOf(
    db,
    `SELECT DISTINCT entity_id FROM changes
     WHERE entity = '${entity}' AND entity_id NOT IN (SELECT id FROM ${table})`,
  )
}

function verifySearch(db: ReadableDb): number {
  return countOf(
    db,
    `SELECT 1 FROM patients LEFT JOIN patient_search ON patient_search.rowid = patients.search_row
     WHERE patient_search.patient_id IS NOT patients.id
     UNION ALL
     SELECT 1 FROM patient_search
     WHERE rowid NOT IN (SELECT search_row FROM patients)`,
  )
}

function verifySearchIndex(db: Workspace['db']): number {
  try {
    db.prepare(
      `INSERT INTO patient_search (patient_search, rank) VALUES ('integrity-check', 1)`,
    ).run()
    return 0
  } catch (error) {
    if (asWorkspaceError(error)?.code === 'damaged') return 1
    throw error
  }
}

/** Photographs whose picture is gone or damaged, and files that no photograph, draft or import under way names. */
function verifyPhotographs(
  { db, folder, databaseKey }: Workspace,
  imported: ReadonlySet<string> | null,
): number {
  const attachments = attachmentsIn(folder, databaseKey)
  const inUse = picturesInUse(db)
  const { names, halfWritten, foreign } = attachments.list()
  const known = new Set([...inUse, ...picturesInDrafts(db), ...(imported ?? [])])
  const unsound = [...inUse].filter(name => !attachments.isSound(name))
  return (
    unsound.length +
    names.filter(name => !known.has(name)).length +
    foreign +
    (imported === null ? halfWritten : 0)
  )
}

const RUNS: Record<
  Check,
  { message: string; run: (workspace: Workspace, imported: ReadonlySet<string> | null) => number }
> = {
  integrity: {
    message: 'The database file has damaged parts.',
    run: ({ db }) => verifyIntegrity(db),
  },
  references: {
    message: 'Some records refer to others that are not there.',
    run: ({ db }) => rowsOf(db, 'foreign_key_check'),
  },
  schema: {
    message: 'The database does not have the schema of this release.',
    run: ({ db }) => verifySchema(db),
  },
  keyring: {
    message: 'The keyring or the workspace file cannot be read or belongs to another workspace.',
    run: verifyKeyring,
  },
  history: {
    message: 'The history of changes is broken: a change is missing or was altered.',
    run: ({ db }) => (verifyChain(db) === null ? 0 : 1),
  },
  entries: {
    message: 'Some entries are not what the history says of them.',
    run: ({ db }) =>
      countUnexplained(db, 'entries', 'entry', 'removed', [
        'remove',
        'create',
        'update',
        'restore',
      ]) + countLost(db, 'entries', 'entry'),
  },
  patients: {
    message: 'Some patients are not what the history says of them.',
    run: ({ db }) =>
      countUnexplained(db, 'patients', 'patient', 'archived', ['archive', 'unarchive', 'create']) +
      countLost(db, 'patients', 'patient'),
  },
  search: {
    message: 'The search index does not fit the patients.',
    run: ({ db }) => verifySearch(db) + verifySearchIndex(db),
  },
  photographs: {
    message: 'Some pictures are missing, damaged or belong to no photograph.',
    run: verifyPhotographs,
  },
  meetings: {
    message: 'Some meetings or lists are not what the history says of them.',
    run: ({ db }) => countFaultyLists(db),
  },
  outcomes: {
    message: 'Some outcomes are not as they were signed or recorded, or are no longer guarded.',
    run: ({ db }) => countFaultyOutcomes(db),
  },
}

/**
 * Reads the whole workspace and tells what is not as it must be; an empty list is a sound one. `imported` names the
 * pictures that were imported since it was opened and belong to no photograph yet; null where nobody can be importing.
 */
export function verifyWorkspace(
  workspace: Workspace,
  imported: ReadonlySet<string> | null = null,
): Finding[] {
  return CHECKS.flatMap(check => {
    const { message, run } = RUNS[check]
    const count = countOrDamage(() => run(workspace, imported))
    return count === 0 ? [] : [{ check, count, message }]
  })
}

/** A check that meets damaged pages has found something, and the others still run. */
function countOrDamage(run: () => number): number {
  try {
    return run()
  } catch (error) {
    if (asWorkspaceError(error)?.code === 'damaged') return 1
    throw error
  }
}
