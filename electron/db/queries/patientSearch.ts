import type { ReadableDb, WritableDb } from '../connection.ts'
import { prepared } from '../statements.ts'

/** More words than this are not needed to name a patient. */
const MAX_WORDS = 8
const MAX_WORD_LENGTH = 64

// Letters, digits and the marks that follow them: what the index's tokenizer keeps together.
const WORDS = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{M}\p{Co}]*/gu

// Accents of Latin, Greek and Cyrillic, and the optional points of Hebrew and Arabic. Not the vowel
// signs of other scripts, which are letters to their readers.
const ACCENTS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/g

/** Letters that Unicode does not take apart and that a keyboard may lack. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ł', 'l'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ς', 'σ'],
])

/** One form for texts that mean the same: case, accents, width and spaces do not matter. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(ACCENTS, '')
    .normalize('NFKC')
    .replace(/[ßæœøđðþłħıς]/g, letter => PLAIN_LETTERS.get(letter) ?? letter)
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * The full-text query for what a person typed: every word must start a word of the patient, in any
 * order. Null when there is no word in it. Nothing typed is ever read as query syntax.
 */
export function toMatchQuery(text: string): string | null {
  const words = foldForSearch(text.slice(0, 1000)).match(WORDS)
  if (words === null) return null
  return words
    .slice(0, MAX_WORDS)
    .map(word => `"${[...word].slice(0, MAX_WORD_LENGTH).join('')}"*`)
    .join(' ')
}

/** The first rowid of the index that no patient has. */
export function nextSearchRow(db: ReadableDb): number {
  const last = prepared<{ last: number | null }>(
    db,
    'SELECT max(search_row) AS last FROM patients',
  ).get()
  return (last?.last ?? 0) + 1
}

export function insertSearchText(
  db: WritableDb,
  row: number,
  patientId: string,
  text: string,
): void {
  prepared(db, 'INSERT INTO patient_search (rowid, patient_id, text) VALUES (?, ?, ?)').run(
    row,
    patientId,
    foldForSearch(text),
  )
}

export function deleteSearchText(db: WritableDb, row: number): void {
  prepared(db, 'DELETE FROM patient_search WHERE rowid = ?').run(row)
}
