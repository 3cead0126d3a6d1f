import type { ReadableDb } from '../connection.ts'
import { prepared } from '../statements.ts'
import { foldForSearch, toMatchQuery } from './patientSearch.ts'

/** How many matches are looked at before they are sorted: enough for any list a person reads. */
const MAX_MATCHES = 250

/** Nobody types more to find a patient; what is longer is not folded to its end. */
const LONGEST_QUERY = 1000

// A name that starts with the text is found through the order of names, already sorted.
const BY_NAME = `
  SELECT id FROM patients
  WHERE archived = ? AND sort_name >= ? AND sort_name < ?
  ORDER BY sort_name, id LIMIT ?`

// Archived ones are left out before the limit: or enough of them would hide a patient in use.
// Materialized, or SQLite would sort before it limits, and visit every patient for one typed letter.
const BY_WORDS = `
  WITH found AS MATERIALIZED (
    SELECT patients.id, patients.sort_name
    FROM patient_search CROSS JOIN patients ON patients.search_row = patient_search.rowid
    WHERE patient_search MATCH ? AND patients.archived = ?
    LIMIT ${MAX_MATCHES}
  )
  SELECT id FROM found ORDER BY sort_name, id`

/**
 * Ids of the patients, in use or archived, that hold every word of a folded text, at most `limit`: first those whose
 * name starts with it.
 */
export function matchPatients(
  db: ReadableDb,
  text: string,
  { archived, limit }: Readonly<{ archived: boolean; limit: number }>,
): string[] {
  const folded = foldForSearch(text.slice(0, LONGEST_QUERY))
  const words = toMatchQuery(text)
  if (folded === '' || words === null) return []
  const flag = archived ? 1 : 0
  const byName = prepared<{ id: string }>(db, BY_NAME).all(
    flag,
    folded,
    `${folded}\u{10FFFF}`,
    limit,
  )
  const byWords =
    byName.length < limit ? prepared<{ id: string }>(db, BY_WORDS).all(words, flag) : []
  return [...new Set([...byName, ...byWords].map(({ id }) => id))].slice(0, limit)
}
