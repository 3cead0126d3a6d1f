import type { ReadableDb, WritableDb } from '../connection.ts'
import { toJson } from '../json.ts'
import { prepared } from '../statements.ts'
import { foldForSearch, toMatchQuery } from './patientSearch.ts'

/** How many matches of a text are looked at before they are sorted: enough for any list that a person reads. */
export const MOST_FOUND = 250

export type ListColumnName =
  | 'sort_name'
  | 'born'
  | 'sex'
  | 'hospital'
  | 'nhs'
  | 'created_at'
  | 'updated_at'
  | 'conflicts'
  | 'missing'
  | 'awaited'
  | 'confirmed'
  | 'suspected'

const MAY_BE_ABSENT: ReadonlySet<ListColumnName> = new Set(['born', 'sex', 'hospital', 'nhs'])

export type ListedCounts = Readonly<{
  conflicts: number
  missing: number
  awaited: number
  confirmed: number
  suspected: number
}>

/** Which patients, in which order; `sort` is a column, `changedSince` a moment. */
export type ListWish = Readonly<{
  archived: boolean
  changedSince: string | null
  conflicts: boolean
  missing: boolean
  awaited: boolean
  suspectedOnly: boolean
  sort: ListColumnName
  descending: boolean
}>

export type ListPage = Readonly<{ limit: number; offset: number }>

/** The conditions of a wish and what is bound to them, in order. */
function conditions(wish: ListWish, table = 'patient_list'): { sql: string; values: unknown[] } {
  const parts = [`${table}.archived = ?`]
  const values: unknown[] = [wish.archived ? 1 : 0]
  if (wish.changedSince !== null) {
    parts.push(`${table}.updated_at >= ?`)
    values.push(wish.changedSince)
  }
  if (wish.conflicts) parts.push(`${table}.conflicts > 0`)
  if (wish.missing) parts.push(`${table}.missing > 0`)
  if (wish.awaited) parts.push(`${table}.awaited > 0`)
  if (wish.suspectedOnly) parts.push(`${table}.suspected > 0 AND ${table}.confirmed = 0`)
  return { sql: parts.join(' AND '), values }
}

/** The order of a wish; equal ones by name, and what is not recorded last, whichever way. */
function orderOf({ sort, descending }: ListWish): string {
  const way = descending ? 'DESC' : 'ASC'
  if (sort === 'sort_name') return `sort_name ${way}, id`
  // Moments are hardly ever equal, and this way their index can be read backwards.
  if (sort === 'created_at' || sort === 'updated_at')
    return `${sort} ${way}, sort_name ${way}, id ${way}`
  const last = MAY_BE_ABSENT.has(sort) ? ' NULLS LAST' : ''
  return `${sort} ${way}${last}, sort_name, id`
}

/** Ids of one page of the patients who fit. */
export function listIds(db: ReadableDb, wish: ListWish, { limit, offset }: ListPage): string[] {
  const { sql, values } = conditions(wish)
  return prepared<{ id: string }>(
    db,
    `SELECT id FROM patient_list WHERE ${sql} ORDER BY ${orderOf(wish)} LIMIT ? OFFSET ?`,
  )
    .all(...values, limit, offset)
    .map(({ id }) => id)
}

export function countListed(db: ReadableDb, wish: ListWish): number {
  const { sql, values } = conditions(wish)
  const row = prepared<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM patient_list WHERE ${sql}`,
  ).get(...values)
  return row?.n ?? 0
}

/** How many come before the first name that starts with a folded text, in the order of names upwards; null where none does. */
export function placeOfName(db: ReadableDb, wish: ListWish, folded: string): number | null {
  const { sql, values } = conditions(wish)
  const end = `${folded}\u{10FFFF}`
  const first = prepared<{ sort_name: string }>(
    db,
    `SELECT sort_name FROM patient_list WHERE ${sql} AND sort_name >= ? AND sort_name < ?
     ORDER BY sort_name, id LIMIT 1`,
  ).get(...values, folded, end)
  if (first === undefined) return null
  const row = prepared<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM patient_list WHERE ${sql} AND sort_name < ?`,
  ).get(...values, first.sort_name)
  return row?.n ?? 0
}

/**
 * Ids of the patients who fit and hold every word of a text, in the order wished for. `isCut` says that more hold them:
 * the order is then that of the ones looked at.
 */
export function findIds(
  db: ReadableDb,
  wish: ListWish,
  text: string,
): Readonly<{ ids: string[]; isCut: boolean }> {
  const folded = foldForSearch(text)
  const words = toMatchQuery(text)
  if (folded === '' || words === null) return { ids: [], isCut: false }
  const { sql, values } = conditions(wish)
  // A name that starts with the text is found through the order of names, already sorted.
  const byName = prepared<{ id: string }>(
    db,
    `SELECT id FROM patient_list WHERE ${sql} AND sort_name >= ? AND sort_name < ?
     ORDER BY sort_name, id LIMIT ${MOST_FOUND + 1}`,
  ).all(...values, folded, `${folded}\u{10FFFF}`)
  const byWords =
    byName.length > MOST_FOUND
      ? []
      : // Left out before the limit, or enough of those that do not fit would hide one that does.
        // Materialized, or SQLite would sort before it limits, and visit every patient for one typed letter.
        prepared<{ id: string }>(
          db,
          `WITH found AS MATERIALIZED (
             SELECT patient_list.id, patient_list.sort_name
             FROM patient_search CROSS JOIN patient_list ON patient_list.row = patient_search.rowid
             WHERE patient_search MATCH ? AND ${sql} LIMIT ${MOST_FOUND + 1}
           )
           SELECT id FROM found ORDER BY sort_name, id`,
        ).all(words, ...values)
  const ids = [...new Set([...byName, ...byWords].map(({ id }) => id))]
  const isCut = byName.length > MOST_FOUND || byWords.length > MOST_FOUND
  return { ids: inWishedOrder(db, wish, ids.slice(0, MOST_FOUND)), isCut }
}

/** Names as they were found: those that start with the text first; any other order is the list's. */
function inWishedOrder(db: ReadableDb, wish: ListWish, ids: string[]): string[] {
  if (wish.sort === 'sort_name' && !wish.descending) return ids
  return prepared<{ id: string }>(
    db,
    `SELECT id FROM patient_list WHERE id IN (SELECT value FROM json_each(?)) ORDER BY ${orderOf(wish)}`,
  )
    .all(toJson(ids))
    .map(({ id }) => id)
}

type CountsRow = ListedCounts & Readonly<{ id: string; created_at: string; counted: number }>

/** When these patients were first recorded, and their counts; null where they are not made by this release of the rules. */
export function listedDetails(
  db: ReadableDb,
  ids: readonly string[],
  version: number,
): ReadonlyMap<string, Readonly<{ createdAt: string; counts: ListedCounts | null }>> {
  const rows = prepared<CountsRow>(
    db,
    `SELECT id, created_at, counted, conflicts, missing, awaited, confirmed, suspected
     FROM patient_list WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(toJson(ids))
  return new Map(
    rows.map(({ id, created_at, counted, ...counts }) => [
      id,
      { createdAt: created_at, counts: counted === version ? counts : null },
    ]),
  )
}

/** Stores what the rules of a release count in a patient's case. */
export function storeCounts(
  db: WritableDb,
  id: string,
  version: number,
  { conflicts, missing, awaited, confirmed, suspected }: ListedCounts,
): void {
  prepared(
    db,
    `UPDATE patient_list SET counted = ?, conflicts = ?, missing = ?, awaited = ?, confirmed = ?, suspected = ?
     WHERE id = ?`,
  ).run(version, conflicts, missing, awaited, confirmed, suspected, id)
}

/** Patients whose counts were not made by this release of the rules, at most `limit`. */
export function uncountedIds(db: ReadableDb, version: number, limit: number): string[] {
  return prepared<{ id: string }>(
    db,
    `SELECT id FROM patient_list WHERE counted < ? UNION ALL
     SELECT id FROM patient_list WHERE counted > ? LIMIT ?`,
  )
    .all(version, version, limit)
    .map(({ id }) => id)
}

export function countUncounted(db: ReadableDb, version: number): number {
  const row = prepared<{ n: number }>(
    db,
    `SELECT (SELECT count(*) FROM patient_list WHERE counted < ?)
          + (SELECT count(*) FROM patient_list WHERE counted > ?) AS n`,
  ).get(version, version)
  return row?.n ?? 0
}
