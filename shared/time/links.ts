import type { Anchor, DateStatement, When } from '../dates/when.ts'
import type { Quantity } from '../values/quantity.ts'
import { type Step, stepOf, stepOfDuration } from './step.ts'

/** The beginning or the end of an entry: `${entry}:start` or `${entry}:end`. */
export type TimeKey = string

/** An event of a case and every statement of its time. Keys are unique. */
export type TimedEvent = Readonly<{
  key: TimeKey
  when: When
  /** Its time is the end of something that lasted so long since its start. */
  endsAfter?: Readonly<{ of: TimeKey; duration: Quantity }>
}>

export function timeKey(anchor: Anchor): TimeKey {
  return `${anchor.entry}:${anchor.end}`
}

/** "The event `to` lies a step after the event `from`." */
export type Link = Readonly<{ from: TimeKey; to: TimeKey; step: Step }>
/** A statement as the resolver uses it. */
export type Clause =
  | Readonly<{ kind: 'date'; statement: DateStatement }>
  | Readonly<{ kind: 'link'; link: Link }>

export type Graph = Readonly<{
  /** Every event after those that it counts from, except round a circle. */
  ordered: readonly TimeKey[]
  clauses: ReadonlyMap<TimeKey, readonly Clause[]>
  durations: readonly Link[]
  /** Events that count from each other, and those between two such circles. */
  circular: ReadonlySet<TimeKey>
}>

/** The other end of the same entry: an end lies after its start. */
export function otherEnd(key: TimeKey, end: Anchor['end']): TimeKey | null {
  const from = end === 'start' ? ':end' : ':start'
  return key.endsWith(from) ? `${key.slice(0, -from.length)}:${end}` : null
}

/** An entry without an end of its own, such as a biopsy, ends when it starts. */
export function canonicalKey(key: TimeKey, known: ReadonlySet<TimeKey>): TimeKey {
  const start = otherEnd(key, 'start')
  return !known.has(key) && start !== null && known.has(start) ? start : key
}

function clausesOf(event: TimedEvent, known: ReadonlySet<TimeKey>): Clause[] {
  return event.when.flatMap((statement): Clause[] => {
    if (statement.kind === 'missing') return []
    if (statement.kind !== 'relative') return [{ kind: 'date', statement }]
    const from = canonicalKey(timeKey(statement.anchor), known)
    const step = stepOf(statement.offset, statement.approximate)
    return [{ kind: 'link', link: { from, to: event.key, step } }]
  })
}

/** Takes away what waits for nothing, again and again: what is left is a circle, or waits for one. */
function peel(
  keys: readonly TimeKey[],
  waitsFor: ReadonlyMap<TimeKey, readonly TimeKey[]>,
): TimeKey[] {
  const waiting = new Map<TimeKey, number>()
  const waiters = new Map<TimeKey, TimeKey[]>()
  for (const key of keys) {
    const needs = (waitsFor.get(key) ?? []).filter(other => waitsFor.has(other))
    waiting.set(key, needs.length)
    for (const other of needs) {
      const list = waiters.get(other)
      if (list === undefined) waiters.set(other, [key])
      else list.push(key)
    }
  }
  const free = keys.filter(key => waiting.get(key) === 0)
  for (let at = 0; at < free.length; at += 1) {
    for (const waiter of waiters.get(free[at] ?? '') ?? []) {
      const left = (waiting.get(waiter) ?? 0) - 1
      waiting.set(waiter, left)
      if (left === 0) free.push(waiter)
    }
  }
  return free
}

function inverted(
  keys: readonly TimeKey[],
  needs: ReadonlyMap<TimeKey, readonly TimeKey[]>,
): Map<TimeKey, TimeKey[]> {
  const result = new Map<TimeKey, TimeKey[]>(keys.map(key => [key, []]))
  for (const [key, others] of needs) for (const other of others) result.get(other)?.push(key)
  return result
}

export function graphOf(events: readonly TimedEvent[]): Graph {
  const known = new Set(events.map(event => event.key))
  const clauses = new Map(events.map(event => [event.key, clausesOf(event, known)]))
  const needs = new Map(
    [...clauses].map(([key, list]) => [
      key,
      list.flatMap(clause => (clause.kind === 'link' ? [clause.link.from] : [])),
    ]),
  )
  const keys = [...known]
  const upstream = peel(keys, needs)
  const isUpstream = new Set(upstream)
  const tangled = keys.filter(key => !isUpstream.has(key))
  const backward = inverted(tangled, new Map(tangled.map(key => [key, needs.get(key) ?? []])))
  const isDownstream = new Set(peel(tangled, backward))
  const circular = new Set(tangled.filter(key => !isDownstream.has(key)))
  const acyclic = new Map(
    [...needs].map(([key, list]) => [
      key,
      circular.has(key) ? list.filter(other => !circular.has(other)) : list,
    ]),
  )
  const durations = events.flatMap((event): Link[] => {
    const step = event.endsAfter === undefined ? null : stepOfDuration(event.endsAfter.duration)
    if (event.endsAfter === undefined || step === null) return []
    return [{ from: canonicalKey(event.endsAfter.of, known), to: event.key, step }]
  })
  return { ordered: peel(keys, acyclic), clauses, durations, circular }
}
