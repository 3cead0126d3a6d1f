import type { EarlierCase, Touch } from '../../shared/history/earlierCase.ts'
import {
  ActionProgress,
  type FollowUp,
  FollowUpBody,
  type Outcome,
  OutcomeBody,
} from '../../shared/meeting/outcome.ts'
import type { ReadableDb } from '../db/connection.ts'
import type { ChangeEntity } from '../db/queries/changes.ts'
import { beforeChanges, type ChangeHead, lastBefore } from '../db/queries/changesSince.ts'
import { outcomesOfPatient } from '../db/queries/outcomes.ts'
import { toOutcome } from './storedOutcome.ts'

const OF_OUTCOMES: readonly ChangeEntity[] = ['outcome', 'addendum', 'followUp', 'action']

/** Who changed a record last and when, from all that was done to it. Throws where that is nothing. */
export function touchOf(changes: readonly ChangeHead[]): Touch {
  const last = changes.at(-1)
  if (last === undefined) throw new Error('a record that was touched by nothing')
  return { at: last.at, userName: last.userName, times: changes.length }
}

/** The signed outcomes of a patient of which something was recorded by these changes, each as it was before the first. */
export function earlierOutcomes(
  db: ReadableDb,
  patientId: string,
  heads: readonly ChangeHead[],
): EarlierCase['outcomes'] {
  const own = heads.filter(({ entity }) => OF_OUTCOMES.includes(entity))
  if (own.length === 0) return []
  return outcomesOfPatient(db, patientId).flatMap(stored => {
    const outcome = toOutcome(db, stored)
    // What is still typed changes with every letter; it is told once it is signed.
    if (outcome.signed === null) return []
    const ids = new Set<string>([
      outcome.id,
      ...[...outcome.addenda, ...outcome.followUps, ...outcome.body.actions].map(({ id }) => id),
    ])
    const changes = own.filter(({ entityId }) => ids.has(entityId))
    if (changes.length === 0) return []
    const past = outcomeThen(db, outcome, changes)
    return [{ meetingId: outcome.meetingId, past, touch: touchOf(changes) }]
  })
}

/** The outcome before these changes; null where it was not there, or cannot be read. */
function outcomeThen(db: ReadableDb, now: Outcome, changes: readonly ChangeHead[]): Outcome | null {
  const first = new Map<string, ChangeHead>()
  for (const change of changes) if (!first.has(change.entityId)) first.set(change.entityId, change)
  const before = beforeChanges(
    db,
    [...first.values()].map(({ seq }) => seq),
  )
  const own = first.get(now.id)
  const body = own === undefined ? null : OutcomeBody.safeParse(before.get(own.seq))
  if (own?.action === 'create' || body?.success === false) return null
  /** Null for what was not there; the record itself where nothing happened to it. */
  const then = <T>(id: string, record: T, earlier: (at: ChangeHead, was: unknown) => T): T[] => {
    const at = first.get(id)
    if (at === undefined) return [record]
    return at.action === 'create' ? [] : [earlier(at, before.get(at.seq))]
  }
  return {
    ...now,
    body: body?.data ?? now.body,
    signed: own === undefined ? now.signed : null,
    addenda: now.addenda.flatMap(each => then(each.id, each, () => each)),
    followUps: now.followUps.flatMap(each =>
      then(each.id, each, ({ seq }, was): FollowUp => {
        const by = lastBefore(db, each.id, seq)
        return { ...each, ...by, body: FollowUpBody.parse(was) }
      }),
    ),
    progress: now.progress.flatMap(each =>
      then(each.actionId, each, (_, was) => ({
        ...each,
        done: ActionProgress.pick({ done: true }).parse(was).done,
      })),
    ),
  }
}
