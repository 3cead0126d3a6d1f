import type { ReadableDb } from '../connection.ts'
import { prepared } from '../statements.ts'

const PICTURE = `json_extract(body, '$.picture.attachment')`

/** The photographs that name a picture and are not removed. */
export function photographsOf(
  db: ReadableDb,
  attachment: string,
): Readonly<{ id: string; patientId: string }>[] {
  return prepared<{ id: string; patient_id: string }>(
    db,
    `SELECT patient_id, id FROM entries
     WHERE kind = 'photograph' AND ${PICTURE} = ? AND removed = 0`,
  )
    .all(attachment)
    .map(({ id, patient_id: patientId }) => ({ id, patientId }))
}

/** The picture of every photograph that is not removed, each once. */
export function picturesInUse(db: ReadableDb): Set<string> {
  const rows = prepared<{ name: string | null }>(
    db,
    `SELECT DISTINCT ${PICTURE} AS name FROM entries WHERE kind = 'photograph' AND removed = 0`,
  ).all()
  return new Set(rows.flatMap(({ name }) => (name === null ? [] : [name])))
}

/** Whatever in the drafts of any user may be the name of a picture. */
export function picturesInDrafts(db: ReadableDb): Set<string> {
  const names = new Set<string>()
  for (const { body } of prepared<{ body: string }>(db, 'SELECT body FROM drafts').all())
    for (const [name] of body.matchAll(/\b[0-9a-f]{64}\b/g)) names.add(name)
  return names
}
