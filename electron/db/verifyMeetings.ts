import { z } from 'zod'
import type { ReadableDb } from './connection.ts'
import { signedOutcomes } from './queries/outcomes.ts'
import { signedHash } from './signedContent.ts'

function countOf(db: ReadableDb, sql: string): number {
  return db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM (${sql})`).get()?.n ?? 0
}

/** The last change of a record among some actions, and of one kind where that is given. */
function lastOf(id: string, entity: string, actions: readonly string[], kinds: readonly string[]) {
  const listed = (words: readonly string[]) => words.map(word => `'${word}'`).join(', ')
  return `(SELECT seq FROM changes WHERE entity_id = ${id} AND entity = '${entity}'
    AND kind IN (${listed(kinds)}) AND action IN (${listed(actions)}) ORDER BY seq DESC LIMIT 1)`
}

/** Meetings and places on lists that are not what the history makes of them, and lists whose order is not. */
export function countFaultyLists(db: ReadableDb): number {
  const written = ['create', 'update', 'restore']
  const present = ['create', 'restore', 'remove']
  const itemKinds = ['listItem', 'asked']
  return (
    countOf(
      db,
      `SELECT 1 FROM list_items AS item
       LEFT JOIN changes AS content ON content.seq = ${lastOf('item.id', 'listItem', written, itemKinds)}
       LEFT JOIN changes AS presence ON presence.seq = ${lastOf('item.id', 'listItem', present, itemKinds)}
       WHERE content.after IS NOT item.body OR (presence.action IS 'remove') <> item.removed`,
    ) +
    countOf(
      db,
      `SELECT 1 FROM meetings AS meeting
       LEFT JOIN changes AS content ON content.seq = ${lastOf('meeting.id', 'meeting', written, ['meeting'])}
       LEFT JOIN changes AS presence ON presence.seq = ${lastOf('meeting.id', 'meeting', present, ['meeting'])}
       LEFT JOIN changes AS status ON status.seq = ${lastOf('meeting.id', 'meeting', ['update'], ['status'])}
       WHERE content.after IS NOT meeting.body OR (presence.action IS 'remove') <> meeting.removed
         OR ifnull(json_extract(status.after, '$.status'), 'planned') <> meeting.status`,
    ) +
    // Places run from 1 without a gap, in the order that was recorded last.
    countOf(
      db,
      `SELECT 1 FROM meetings AS meeting
       LEFT JOIN changes AS recorded ON recorded.seq = ${lastOf('meeting.id', 'meeting', ['update'], ['order'])}
       WHERE ifnull(recorded.after, '[]') <> (
         SELECT json_group_array(id) FROM (
           SELECT id FROM list_items WHERE meeting_id = meeting.id AND removed = 0 ORDER BY position))
       OR EXISTS (
         SELECT 1 FROM list_items WHERE meeting_id = meeting.id AND removed = 0
           AND position <> (SELECT count(*) FROM list_items AS before
             WHERE before.meeting_id = meeting.id AND before.removed = 0
               AND before.position <= list_items.position))`,
    ) +
    countOf(
      db,
      `SELECT DISTINCT entity_id FROM changes
       WHERE (entity = 'listItem' AND entity_id NOT IN (SELECT id FROM list_items))
          OR (entity = 'meeting' AND entity_id NOT IN (SELECT id FROM meetings))`,
    )
  )
}

/** What keeps a signed row as it is, whoever writes. */
const GUARDS = [
  'signed_outcomes_are_never_updated',
  'signed_outcomes_are_never_deleted',
  'signed_outcomes_are_never_replaced',
  'signed_outcomes_are_never_displaced',
  'addenda_are_never_updated',
  'addenda_are_never_deleted',
  'addenda_are_never_replaced',
  'addenda_follow_a_signature',
] as const

const Signature = z.looseObject({ sha256: z.string() })

/** Outcomes whose signature does not fit, that the history tells otherwise, or that nothing guards any more. */
export function countFaultyOutcomes(db: ReadableDb): number {
  const written = ['create', 'update']
  const guards = GUARDS.map(name => `'${name}'`).join(', ')
  const present = countOf(
    db,
    `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name IN (${guards})`,
  )
  return (
    GUARDS.length -
    present +
    countBrokenSignatures(db) +
    // The history knows who signed, and with which hash.
    countOf(
      db,
      `SELECT 1 FROM outcomes AS outcome
       LEFT JOIN changes AS signing ON signing.seq = ${lastOf('outcome.id', 'outcome', ['sign'], ['outcome'])}
       WHERE json_extract(signing.after, '$.signature.sha256')
         IS NOT json_extract(outcome.signature, '$.sha256')`,
    ) +
    countOf(
      db,
      `SELECT 1 FROM outcomes AS outcome
       LEFT JOIN changes AS content ON content.seq = ${lastOf('outcome.id', 'outcome', written, ['outcome'])}
       WHERE outcome.signed_at IS NULL AND outcome.recorded_revision = outcome.revision
         AND content.after IS NOT outcome.body`,
    ) +
    countOf(
      db,
      `SELECT 1 FROM outcome_addenda AS addendum
       LEFT JOIN changes AS told ON told.seq = ${lastOf('addendum.id', 'addendum', ['create'], ['addendum'])}
       WHERE json_extract(told.after, '$.text') IS NOT addendum.text
          OR told.at IS NOT addendum.at OR told.user_name IS NOT addendum.user_name`,
    ) +
    countOf(
      db,
      `SELECT 1 FROM outcome_follow_ups AS record
       LEFT JOIN changes AS told ON told.seq = ${lastOf('record.id', 'followUp', written, ['followUp'])}
       WHERE told.after IS NOT record.body`,
    ) +
    countOf(
      db,
      `SELECT 1 FROM action_progress AS progress
       LEFT JOIN changes AS told ON told.seq = ${lastOf('progress.action_id', 'action', written, ['action'])}
       WHERE json_extract(told.after, '$.done') IS NOT json_extract(progress.done, '$')`,
    ) +
    countOf(
      db,
      `SELECT DISTINCT entity_id FROM changes
       WHERE (entity = 'outcome' AND entity_id NOT IN (SELECT id FROM outcomes))
          OR (entity = 'addendum' AND entity_id NOT IN (SELECT id FROM outcome_addenda))
          OR (entity = 'followUp' AND entity_id NOT IN (SELECT id FROM outcome_follow_ups))
          OR (entity = 'action' AND entity_id NOT IN (SELECT action_id FROM action_progress))`,
    )
  )
}

function countBrokenSignatures(db: ReadableDb): number {
  let broken = 0
  for (const { id, meetingId, patientId, body, signature } of signedOutcomes(db)) {
    const around = Signature.safeParse(signature)
    const fits =
      around.success &&
      around.data.sha256 === signedHash({ id, meetingId, patientId, body, around: around.data })
    if (!fits) broken += 1
  }
  return broken
}
