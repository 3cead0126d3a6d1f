import { expect } from 'vitest'
import type { DateStatement, Offset, When } from '../../../shared/dates/when.ts'
import { EntryId } from '../../../shared/ids.ts'
import {
  daysOf,
  type Position,
  positionOf,
  positionsOn,
  resolveTimes,
  type TimedEvent,
  type TimeKey,
} from '../../../shared/time/resolve.ts'
import type { Quantity } from '../../../shared/values/quantity.ts'

export const NAMES = [
  'core biopsy',
  'surgery',
  'chemo',
  'tamoxifen',
  'erythema',
  'chest biopsy',
  'radiotherapy',
  'scalp',
  'scalp biopsy',
  'lesions',
  'bone RT',
  'nab-paclitaxel',
  'X',
  'Y',
  'Z',
] as const
export type Name = (typeof NAMES)[number]

export function entryOf(name: Name): EntryId {
  const n = String(NAMES.indexOf(name) + 1).padStart(12, '0')
  return EntryId.parse(`00000000-0000-4000-8000-${n}`)
}
export function key(name: Name, end: 'start' | 'end' = 'start'): TimeKey {
  return `${entryOf(name)}:${end}`
}
export const asGiven = { approximate: false, verbatim: null, source: null }
export function on(date: string, approximate = false): DateStatement {
  return { kind: 'date', date, ...asGiven, approximate }
}
export function between(from: string | null, to: string | null): DateStatement {
  return { kind: 'between', from, to, ...asGiven }
}
export function rel(offset: Offset, name: Name, end: 'start' | 'end' = 'start'): DateStatement {
  return { kind: 'relative', anchor: { entry: entryOf(name), end }, offset, ...asGiven }
}
export function afterEvent(name: Name, end: 'start' | 'end' = 'start') {
  return rel({ type: 'after' }, name, end)
}
export function beforeEvent(name: Name) {
  return rel({ type: 'before' }, name)
}
export type Unit = 'day' | 'week' | 'month' | 'year'
export function inThe(n: number, unit: Unit, name: Name) {
  return rel({ type: 'ordinal', n, unit }, name)
}
export function elapsed(n: number, unit: Unit, direction: 'before' | 'after', name: Name) {
  return rel({ type: 'elapsed', direction, low: n, high: null, unit }, name)
}
export function event(name: Name, ...when: When): TimedEvent {
  return { key: key(name), when }
}
export function lasting(low: number, unit: string | null): Quantity {
  return { comparator: '=', low, high: null, unit, verbatim: null }
}

export const HIDDEN = ['conflicting', 'circular', 'lowKnown', 'highKnown'] as const
/** Low, high, and "≈" for derived. */
export function brief(position: Position): readonly unknown[] {
  expect(HIDDEN.map(field => typeof position[field])).toEqual(HIDDEN.map(() => 'boolean'))
  const mark = position.derived ? ['≈'] : []
  return [position.low, position.high, ...mark]
}
export function months(events: readonly TimedEvent[], origin: Name) {
  const positions = positionsOn({ origin: key(origin) }, resolveTimes(events))
  return (name: Name, end: 'start' | 'end' = 'start') =>
    brief(positionOf(key(name, end), positions))
}
export function days(events: readonly TimedEvent[]) {
  const { calendar } = resolveTimes(events)
  return (name: Name, end: 'start' | 'end' = 'start') => {
    const position = positionOf(key(name, end), calendar)
    const { first, last } = daysOf(position)
    return position.derived ? [first, last, '≈'] : [first, last]
  }
}
