import type { DateStatement } from '../dates/when.ts'
import { type Clause, type Graph, type Link, otherEnd, type TimeKey } from './links.ts'
import { hull, intersection, isPlaced, meets, NOWHERE, type Reach, type Span } from './span.ts'
import { derivedReach, reachAfter, reachBefore, reachFromStatement, type Shift } from './step.ts'

/** What an axis knows of time: how to move along it, and where a calendar date lies on it. */
export type Frame = Readonly<{
  shift: Shift
  /** Null for a date that this axis cannot place. */
  spanOfDate: (statement: DateStatement) => Span | null
  /** The event that the axis counts from, at 0. */
  origin: TimeKey | null
}>

export type Solution = Readonly<{
  spans: ReadonlyMap<TimeKey, Span>
  /** Events whose statements cannot all be true. */
  conflicting: ReadonlySet<TimeKey>
}>

const ORIGIN: Span = {
  low: { value: 0, soft: false, derived: false },
  high: { value: 0, soft: false, derived: false },
}

type Spans = Map<TimeKey, Span>
type Stated = { spans: Spans; conflicting: Set<TimeKey>; links: Link[] }

/** Both where they share something; the first where the words differ by no more than their precision. */
function narrowed(first: Reach, next: Reach): Reach {
  const span = intersection([first.span, next.span])
  const wide = intersection([first.wide, next.wide])
  return span === null || wide === null ? first : { span, wide }
}

/**
 * Places every event by its own statements, after the events that they count from. Statements that meet narrow each
 * other; where they do not, the first one stays.
 */
function placeByStatements(graph: Graph, frame: Frame): Stated {
  const spans: Spans = new Map()
  const conflicting = new Set<TimeKey>()
  const links: Link[] = []
  if (frame.origin !== null) spans.set(frame.origin, ORIGIN)

  const placeOf = (clause: Clause, key: TimeKey): Reach => {
    if (clause.kind === 'date') {
      const span = frame.spanOfDate(clause.statement) ?? NOWHERE
      return reachFromStatement(span, clause.statement.approximate)
    }
    const { from, step } = clause.link
    if (from === frame.origin) return reachAfter(ORIGIN, step, frame.shift)
    // Round a circle no event comes first: its links only fill what is placed otherwise.
    const isRound = graph.circular.has(key) && graph.circular.has(from)
    const anchor = isRound ? NOWHERE : (spans.get(from) ?? NOWHERE)
    return derivedReach(reachAfter(anchor, step, frame.shift))
  }
  for (const key of graph.ordered) {
    let placed: Reach | null = null
    for (const clause of graph.clauses.get(key) ?? []) {
      const reach = placeOf(clause, key)
      if (placed !== null && !meets(placed.wide, reach.wide)) {
        conflicting.add(key)
        continue
      }
      if (clause.kind === 'link') links.push(clause.link)
      if (placed === null) placed = isPlaced(reach.span) ? reach : null
      else placed = narrowed(placed, reach)
    }
    if (key !== frame.origin) spans.set(key, placed?.span ?? NOWHERE)
  }
  return { spans, conflicting, links }
}

/** All candidates together: what they share, or, where they differ by no more than their words' precision, what they cover. */
function combined(candidates: readonly Reach[]): Reach | 'contradiction' | null {
  if (candidates.length === 0) return null
  const wide = intersection(candidates.map(reach => reach.wide))
  if (wide === null) return 'contradiction'
  const spans = candidates.map(reach => reach.span)
  return { span: intersection(spans) ?? hull(spans), wide }
}

type Neighbours = ReadonlyMap<TimeKey, readonly Link[]>

function linksByKey(links: readonly Link[]): Neighbours {
  const byKey = new Map<TimeKey, Link[]>()
  for (const link of links) {
    for (const key of new Set([link.from, link.to])) {
      const list = byKey.get(key)
      if (list === undefined) byKey.set(key, [link])
      else list.push(link)
    }
  }
  return byKey
}

/** An end that is not placed lies no earlier than its start, and a start no later than its end. */
function withOtherEnd(key: TimeKey, spans: ReadonlyMap<TimeKey, Span>): Span {
  const { low, high } = spans.get(key) ?? NOWHERE
  const start = spans.get(otherEnd(key, 'start') ?? '')
  const end = spans.get(otherEnd(key, 'end') ?? '')
  return { low: low ?? start?.low ?? null, high: high ?? end?.high ?? null }
}

/** Keeps what is placed; a bound that would cross the other is left open. */
function fill(span: Span, given: Span): Span {
  const filled = { low: span.low ?? given.low, high: span.high ?? given.high }
  return intersection([filled]) !== null ? filled : span
}

/**
 * Fills bounds that no statement gives from the nearest events that have them, in both directions of a link. Each bound
 * is set once, so that nothing is derived from itself and the order of the events does not matter.
 */
function fillFromNeighbours(
  stated: Stated,
  neighbours: Neighbours,
  shift: Shift,
  lookUp: (key: TimeKey, spans: Spans) => Span,
): void {
  const { spans, conflicting } = stated
  const contradictory = new Set<TimeKey>()
  let frontier = new Set(spans.keys())
  while (frontier.size > 0) {
    const updates: (readonly [TimeKey, Span])[] = []
    for (const key of frontier) {
      const span = spans.get(key) ?? NOWHERE
      if (contradictory.has(key) || (span.low !== null && span.high !== null)) continue
      const candidates = (neighbours.get(key) ?? [])
        .map(link =>
          link.to === key
            ? reachAfter(lookUp(link.from, spans), link.step, shift)
            : reachBefore(lookUp(link.to, spans), link.step, shift),
        )
        .filter(reach => isPlaced(reach.span))
      const found = combined(candidates)
      if (found === null) continue
      if (found === 'contradiction' || !meets(found.wide, span)) {
        contradictory.add(key)
        conflicting.add(key)
        continue
      }
      const filled = fill(span, derivedReach(found).span)
      if (filled.low !== span.low || filled.high !== span.high) updates.push([key, filled])
    }
    frontier = new Set()
    for (const [key, span] of updates) {
      spans.set(key, span)
      for (const link of neighbours.get(key) ?? []) frontier.add(link.from).add(link.to)
      for (const end of ['start', 'end'] as const) {
        const other = otherEnd(key, end)
        for (const link of neighbours.get(other ?? '') ?? []) frontier.add(link.from).add(link.to)
      }
    }
    frontier = new Set([...frontier].filter(key => spans.has(key)))
  }
}

/** Places the events of a case on one axis. Never throws, and ends whatever the statements are. */
export function solve(graph: Graph, frame: Frame): Solution {
  const stated = placeByStatements(graph, frame)
  const neighbours = linksByKey([...stated.links, ...graph.durations])
  fillFromNeighbours(stated, neighbours, frame.shift, (key, spans) => spans.get(key) ?? NOWHERE)
  fillFromNeighbours(stated, neighbours, frame.shift, withOtherEnd)
  return stated
}
