import type { ReadableDb } from '../connection.ts'
import { fromJson, fromNullableJson } from '../json.ts'
import { prepared } from '../statements.ts'

/** Which actions; every owner named must own it, letter case aside; `overdueOn` is today. Nulls ask for nothing. */
export type ActionWish = Readonly<{
  state: 'open' | 'done' | 'all'
  owners: readonly string[]
  overdueOn: string | null
}>

/** An action of any patient as stored; bodies are parsed by the caller. */
export type StoredAction = Readonly<{
  action: unknown
  outcomeId: string
  meetingId: string
  meetingDay: string
  patientId: string
  signed: boolean
  progress: Readonly<{ actionId: string; revision: number; done: unknown }> | null
}>

const STATE = { open: 'done IS NULL', done: 'done IS NOT NULL', all: 'TRUE' } as const

function conditions({ state, owners, overdueOn }: ActionWish): { sql: string; values: unknown[] } {
  const parts: string[] = ['meetings.removed = 0', STATE[state]]
  const values: unknown[] = []
  for (const owner of owners) {
    parts.push('lower(trim(outcome_actions.owner)) = lower(trim(?))')
    values.push(owner)
  }
  if (overdueOn !== null) {
    parts.push('outcome_actions.due < ? AND done IS NULL')
    values.push(overdueOn)
  }
  return { sql: parts.join(' AND '), values }
}

const FROM = `FROM outcome_actions
  JOIN outcomes ON outcomes.id = outcome_actions.outcome_id
  JOIN meetings ON meetings.id = outcomes.meeting_id
  LEFT JOIN action_progress ON action_progress.action_id = outcome_actions.action_id`

/** Actions that fit, by due day, those without one last. */
export function listActions(
  db: ReadableDb,
  wish: ActionWish,
  { limit, offset }: Readonly<{ limit: number; offset: number }>,
): StoredAction[] {
  const { sql, values } = conditions(wish)
  return prepared<{
    action: string
    outcome_id: string
    meeting_id: string
    day: string
    patient_id: string
    signed: number
    action_id: string
    revision: number | null
    done: string | null
  }>(
    db,
    `SELECT (SELECT value FROM json_each(outcomes.body, '$.actions')
             WHERE json_extract(value, '$.id') = outcome_actions.action_id) AS action,
       outcomes.id AS outcome_id, outcomes.meeting_id, meetings.day, outcomes.patient_id,
       outcomes.signed_at IS NOT NULL AS signed, outcome_actions.action_id, action_progress.revision,
       action_progress.done
     ${FROM} WHERE ${sql}
     ORDER BY outcome_actions.due NULLS LAST, meetings.day, outcome_actions.action_id
     LIMIT ? OFFSET ?`,
  )
    .all(...values, limit, offset)
    .map(row => ({
      action: fromJson(row.action),
      outcomeId: row.outcome_id,
      meetingId: row.meeting_id,
      meetingDay: row.day,
      patientId: row.patient_id,
      signed: row.signed === 1,
      progress:
        row.revision === null
          ? null
          : {
              actionId: row.action_id,
              revision: row.revision,
              done: fromNullableJson(row.done),
            },
    }))
}

export function countActions(db: ReadableDb, wish: ActionWish): number {
  const { sql, values } = conditions(wish)
  const row = prepared<{ n: number }>(db, `SELECT count(*) AS n ${FROM} WHERE ${sql}`).get(
    ...values,
  )
  return row?.n ?? 0
}

/** Every owner of an open action, as first written, in the order of names. */
export function actionOwners(db: ReadableDb): string[] {
  return prepared<{ owner: string }>(
    db,
    `SELECT min(trim(outcome_actions.owner)) AS owner ${FROM}
     WHERE meetings.removed = 0 AND done IS NULL AND trim(outcome_actions.owner) <> ''
     GROUP BY lower(trim(outcome_actions.owner)) ORDER BY 1`,
  )
    .all()
    .map(({ owner }) => owner)
}
