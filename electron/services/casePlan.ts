import type { Case, Entry, EntryBody } from '../../shared/case/entry.ts'
import { brokenRules, countKinds, KIND_NAME, referrersOf } from '../../shared/history/caseRules.ts'
import type { ChangeRequest } from '../../shared/history/change.ts'
import type { EntryId } from '../../shared/ids.ts'
import type { PatientDetails } from '../../shared/patient/patient.ts'
import type { StoredEntry } from '../db/queries/entries.ts'
import { assertIdentifiers } from './identifierRules.ts'
import { changedInBetween, conflict, invalidInput, notFound } from './refusal.ts'

type Step = Readonly<{ at: number; id: EntryId }>

/** A change that fits the case as it is now; `at` is its place in what was asked for. */
export type PlannedChange =
  | Readonly<{ do: 'details'; details: PatientDetails }>
  | (Step & Readonly<{ do: 'create'; before: null; after: EntryBody }>)
  | (Step & Readonly<{ do: 'update'; revision: number; before: EntryBody; after: EntryBody }>)
  | (Step & Readonly<{ do: 'remove'; revision: number; before: EntryBody; after: null }>)

export type PlanContext = Readonly<{
  userName: string
  /** The entry of that id in any case, removed or not. */
  stored: (id: EntryId) => StoredEntry | null
}>

/**
 * The changes that really change something, and the entries as they would then be; throws conflict where the case was
 * changed in between. Saving what is already there changes nothing and is not put on record.
 */
export function planChanges(
  before: Case,
  changes: readonly ChangeRequest[],
  context: PlanContext,
): { planned: PlannedChange[]; after: Entry[] } {
  assertOneChangeEach(changes)
  const byId = new Map(before.entries.map(entry => [entry.id, entry]))
  const planned = changes.flatMap((change, at) => planOne(before, byId, change, at, context))
  const after = new Map(byId)
  for (const change of planned) {
    if (change.do === 'details') continue
    if (change.after === null) after.delete(change.id)
    else after.set(change.id, { id: change.id, revision: 1, body: change.after })
  }
  return { planned, after: [...after.values()] }
}

function planOne(
  { patient }: Case,
  byId: ReadonlyMap<EntryId, Entry>,
  change: ChangeRequest,
  at: number,
  { userName, stored }: PlanContext,
): PlannedChange[] {
  if (change.do === 'details') {
    if (change.revision !== patient.revision) throw changedInBetween()
    const { details } = change
    assertIdentifiers(details, `changes[${at}].details`, patient.details)
    return isSame(details, patient.details) ? [] : [{ do: 'details', details }]
  }
  const { id } = change
  const current = byId.get(id)
  if (change.do === 'create') {
    if (stored(id) !== null)
      throw conflict(
        'This entry was saved before. Nothing was changed; open the case again to see it.',
      )
    assertSettledBy(null, change.body, at, userName)
    return [{ do: 'create', at, id, before: null, after: change.body }]
  }
  if (current === undefined) {
    if (stored(id)?.patientId === patient.id) throw changedInBetween()
    throw notFound('entry')
  }
  if (current.revision !== change.revision) throw changedInBetween()
  const step = { at, id, revision: change.revision, before: current.body } as const
  if (change.do === 'remove') return [{ ...step, do: 'remove', after: null }]
  if (change.body.kind !== current.body.kind)
    throw invalidInput([{ path: `changes[${at}].body.kind`, message: 'an entry stays what it is' }])
  assertSettledBy(current.body, change.body, at, userName)
  return isSame(change.body, current.body) ? [] : [{ ...step, do: 'update', after: change.body }]
}

function assertOneChangeEach(changes: readonly ChangeRequest[]): void {
  const seen = new Set<string>()
  changes.forEach((change, at) => {
    const target = change.do === 'details' ? 'patient' : change.id
    if (seen.has(target))
      throw invalidInput([
        { path: `changes[${at}]`, message: 'changes something that is changed before in this act' },
      ])
    seen.add(target)
  })
}

/** Nobody settles a conflict in another's name. */
function assertSettledBy(
  before: EntryBody | null,
  after: EntryBody,
  at: number,
  userName: string,
): void {
  if (after.kind !== 'conflict' || after.settlement === null) return
  const old = before?.kind === 'conflict' ? before.settlement : null
  if (isSame(old, after.settlement) || after.settlement.by === userName) return
  throw invalidInput([
    { path: `changes[${at}].body.settlement.by`, message: 'must be the user who is signed in' },
  ])
}

/** Both sides were parsed by one schema, so their fields stand in one order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Throws where the case would name entries that are not there, or two things by one label. */
export function assertCaseRules(after: readonly Entry[], planned: readonly PlannedChange[]): void {
  const steps = planned.filter(change => change.do !== 'details')
  const removed = new Map(
    steps.flatMap(step => (step.do === 'remove' ? [[step.id, step.before] as const] : [])),
  )
  const referrers = referrersOf(after, new Set(removed.keys()))
  if (referrers.length > 0) throw stillNamed([...removed.values()], referrers)
  const places = new Map(steps.map(step => [step.id, step.at]))
  const broken = brokenRules(after, new Set(places.keys()))
  if (broken.length === 0) return
  throw invalidInput(
    broken.map(({ entry, path, message }) => ({
      path: `changes[${places.get(entry) ?? 0}].body.${path}`,
      message,
    })),
  )
}

function stillNamed(removed: readonly EntryBody[], referrers: readonly Entry[]) {
  const [only, ...more] = removed
  const what = only === undefined || more.length > 0 ? 'entries' : KIND_NAME[only.kind][0]
  return conflict(
    `The ${what} cannot be removed: ${countKinds(referrers)} of this case still ${referrers.length === 1 ? 'refers' : 'refer'} to it. Nothing was changed; change or remove ${referrers.length === 1 ? 'that' : 'those'} first.`,
  )
}
