import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, dayOf, intervalOf, monthsBetween } from '../../../shared/dates/calendar.ts'
import { type DateStatement, type Offset, TIME_UNITS } from '../../../shared/dates/when.ts'
import { EntryId } from '../../../shared/ids.ts'
import {
  comparePositions,
  type Position,
  positionOf,
  positionsOn,
  resolveTimes,
  type TimedEvent,
} from '../../../shared/time/resolve.ts'

const ENTRIES = Array.from({ length: 7 }, (_, i) =>
  EntryId.parse(`00000000-0000-4000-8000-00000000000${i}`),
)
const entry = fc.constantFrom(...ENTRIES)
const end = fc.constantFrom('start' as const, 'end' as const)
const day = fc.integer({ min: dayNumber('1950-01-01'), max: dayNumber('2050-12-31') }).map(dayOf)
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([d, n]) => d.slice(0, n))
const unit = fc.constantFrom(...TIME_UNITS)
const amount = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constantFrom(0.5, 1.5, 100_000))
const offset: fc.Arbitrary<Offset> = fc.oneof(
  fc.constantFrom<Offset>({ type: 'at' }, { type: 'before' }, { type: 'after' }),
  fc.record({ type: fc.constant('ordinal' as const), n: fc.integer({ min: 1, max: 60 }), unit }),
  fc
    .tuple(amount, fc.option(amount), unit, fc.constantFrom('before' as const, 'after' as const))
    .map(([a, b, u, direction]) => ({
      type: 'elapsed' as const,
      direction,
      low: b === null ? a : Math.min(a, b),
      high: b === null ? null : Math.max(a, b),
      unit: u,
    })),
)
const asGiven = fc.boolean().map(approximate => ({ approximate, verbatim: null, source: null }))
const statement: fc.Arbitrary<DateStatement> = fc
  .tuple(
    fc.oneof(
      fc.record({ kind: fc.constant('date' as const), date: partial }),
      fc.record({
        kind: fc.constant('between' as const),
        from: partial,
        to: fc.constant(null),
      }),
      fc.record({
        kind: fc.constant('relative' as const),
        anchor: fc.record({ entry, end }),
        offset,
      }),
      fc.record({
        kind: fc.constant('relative' as const),
        anchor: fc.record({ entry, end }),
        offset,
      }),
    ),
    asGiven,
  )
  .map(([said, given]) => ({ ...said, ...given }))
const duration = fc.record({
  comparator: fc.constantFrom('=' as const, '>' as const, '<' as const, '~' as const),
  low: fc.integer({ min: 0, max: 30 }),
  high: fc.constant(null),
  unit: fc.constantFrom('months', 'weeks', 'cycles', null),
  verbatim: fc.constant(null),
})
const events: fc.Arbitrary<readonly TimedEvent[]> = fc
  .uniqueArray(
    fc.record({
      entry,
      end,
      when: fc.array(statement, { maxLength: 3 }),
      duration: fc.option(duration),
    }),
    { selector: e => `${e.entry}:${e.end}`, maxLength: 14 },
  )
  .map(list =>
    list.map(e => ({
      key: `${e.entry}:${e.end}`,
      when: e.when,
      ...(e.end === 'end' && e.duration !== null
        ? { endsAfter: { of: `${e.entry}:start`, duration: e.duration } }
        : {}),
    })),
  )
const axis = fc.oneof(
  fc.constant('calendar' as const),
  entry.map(e => ({ origin: `${e}:start` })),
)

function sorted(
  positions: ReadonlyMap<string, Position>,
): readonly (readonly [string, Position])[] {
  return [...positions].sort(([a], [b]) => (a < b ? -1 : 1))
}

test('every event gets a position, whatever is stated of it, and no lower bound lies above the upper', () => {
  fc.assert(
    fc.property(events, axis, (given, onAxis) => {
      const positions = positionsOn(onAxis, resolveTimes(given))
      expect([...positions.keys()].sort()).toEqual(given.map(e => e.key).sort())
      for (const { low, high, lowKnown, highKnown } of positions.values()) {
        if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high)
        expect(lowKnown && low === null).toBe(false)
        expect(highKnown && high === null).toBe(false)
        expect(Number.isNaN(low) || Number.isNaN(high)).toBe(false)
      }
    }),
    { numRuns: 3000 },
  )
})

test('the order of the events changes nothing', () => {
  const shuffled = events.chain(given =>
    fc.tuple(fc.constant(given), fc.shuffledSubarray([...given], { minLength: given.length })),
  )
  fc.assert(
    fc.property(shuffled, axis, ([given, other], onAxis) => {
      expect(sorted(positionsOn(onAxis, resolveTimes(given)))).toEqual(
        sorted(positionsOn(onAxis, resolveTimes(other))),
      )
    }),
    { numRuns: 3000 },
  )
})

test('an unrelated event changes nothing', () => {
  const stranger = EntryId.parse('00000000-0000-4000-8000-0000000000ff')
  fc.assert(
    fc.property(events, partial, axis, (given, date, onAxis) => {
      const added: TimedEvent = {
        key: `${stranger}:start`,
        when: [{ kind: 'date', date, approximate: false, verbatim: null, source: null }],
      }
      const more = positionsOn(onAxis, resolveTimes([...given, added]))
      const without = new Map(more)
      without.delete(added.key)
      expect(sorted(without)).toEqual(sorted(positionsOn(onAxis, resolveTimes(given))))
    }),
    { numRuns: 1000 },
  )
})

test('calendar dates alone give exactly the months between them', () => {
  fc.assert(
    fc.property(partial, partial, (from, to) => {
      const dated = (date: string): DateStatement => ({
        kind: 'date',
        date,
        approximate: false,
        verbatim: null,
        source: null,
      })
      const times = resolveTimes([
        { key: `${ENTRIES[0]}:start`, when: [dated(from)] },
        { key: `${ENTRIES[1]}:start`, when: [dated(to)] },
      ])
      const a = intervalOf(from)
      const b = intervalOf(to)
      const positions = positionsOn({ origin: `${ENTRIES[0]}:start` }, times)
      expect(positionOf(`${ENTRIES[1]}:start`, positions)).toEqual({
        low: monthsBetween(a.last, b.first),
        high: monthsBetween(a.first, b.last),
        lowKnown: true,
        highKnown: true,
        derived: false,
        conflicting: false,
        circular: false,
      })
    }),
  )
})

test('the order of positions is one order', () => {
  fc.assert(
    fc.property(events, axis, (given, onAxis) => {
      const all = [...positionsOn(onAxis, resolveTimes(given)).values()]
      for (const a of all)
        for (const b of all) {
          expect(comparePositions(a, b) + comparePositions(b, a)).toBe(0)
          for (const c of all)
            if (comparePositions(a, b) <= 0 && comparePositions(b, c) <= 0)
              expect(comparePositions(a, c)).toBeLessThanOrEqual(0)
        }
    }),
    { numRuns: 200 },
  )
})

test('a chain of two thousand events, and a knot of two hundred, are resolved', () => {
  const id = (i: number) => EntryId.parse(`00000000-0000-4000-8000-${String(i).padStart(12, '0')}`)
  const counted = (i: number): DateStatement => ({
    kind: 'relative',
    anchor: { entry: id(i), end: 'start' },
    offset: { type: 'elapsed', direction: 'after', low: 1, high: null, unit: 'day' },
    approximate: false,
    verbatim: null,
    source: null,
  })
  const first: DateStatement = {
    kind: 'date',
    date: '2020-01-01',
    approximate: false,
    verbatim: null,
    source: null,
  }
  const chain = Array.from({ length: 2000 }, (_, i) => ({
    key: `${id(i)}:start`,
    when: [i === 0 ? first : counted(i - 1)],
  }))
  const last = positionOf(`${id(1999)}:start`, resolveTimes(chain).calendar)
  expect(last.low).toBe(dayNumber('2020-01-01') + 1999)

  const backward = chain.map((event, i) => ({
    ...event,
    when: i === 1999 ? [counted(1998), first] : i === 0 ? [] : [counted(i - 1)],
  }))
  const start = positionOf(`${id(0)}:start`, resolveTimes(backward).calendar)
  expect(start.low).toBe(dayNumber('2020-01-01') - 1999)

  const knot = Array.from({ length: 200 }, (_, i) => ({
    key: `${id(i)}:start`,
    when: [1, 7, 31, 62].map(step => counted((i + step) % 200)),
  }))
  expect([...resolveTimes(knot).calendar.values()].every(p => p.circular)).toBe(true)
})
