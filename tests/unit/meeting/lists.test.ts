import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { landed, NEW_ITEM } from '../../../shared/meeting/deferral.ts'
import { isReordering, moved, movedMembers } from '../../../shared/meeting/listOrder.ts'
import { nextDayOf, weekdayOf } from '../../../shared/meeting/seriesDays.ts'
import { meetingId, partId } from '../../support/meetings.ts'

const list = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 20 })

describe('an order', () => {
  test('has the member at its new place and everybody else as they were', () => {
    fc.assert(
      fc.property(list, fc.nat(), fc.integer({ min: -3, max: 25 }), (before, at, to) => {
        const member = before[at % Math.max(1, before.length)]
        if (member === undefined) return
        const after = moved(before, member, to)
        expect(isReordering(before, after)).toBe(true)
        expect(after.indexOf(member)).toBe(Math.min(Math.max(0, to), before.length - 1))
        expect(after.filter(each => each !== member)).toEqual(
          before.filter(each => each !== member),
        )
      }),
    )
  })

  test('is none of a list where somebody is missing, doubled or strange to it', () => {
    expect(isReordering([1, 2, 3], [3, 1, 2])).toBe(true)
    for (const after of [
      [1, 2],
      [1, 2, 2],
      [1, 2, 3, 4],
      [1, 2, 4],
    ])
      expect(isReordering([1, 2, 3], after)).toBe(false)
  })
})

describe('who was moved', () => {
  test('is only the one who was, not those who made room', () => {
    expect(movedMembers([1, 2, 3, 4, 5], [5, 1, 2, 3, 4])).toEqual(new Set([5]))
    expect(movedMembers([1, 2, 3, 4], [1, 3, 4])).toEqual(new Set())
    expect(movedMembers([1, 2, 3], [9, 1, 2, 3])).toEqual(new Set())
    expect(movedMembers([], [1])).toEqual(new Set())
  })

  test('taken out, leaves the others in their order in both', () => {
    fc.assert(
      fc.property(list, fc.nat(), (before, seed) => {
        const after = before.toSorted((a, b) => ((a * (seed + 7)) % 31) - ((b * (seed + 7)) % 31))
        const gone = movedMembers(before, after)
        const rest = (all: readonly number[]) => all.filter(each => !gone.has(each))
        expect(rest(after)).toEqual(rest(before))
      }),
    )
  })

  test('is one person at the most where one was moved', () => {
    fc.assert(
      fc.property(list, fc.nat(), fc.nat(25), (before, at, to) => {
        const member = before[at % Math.max(1, before.length)]
        if (member === undefined) return
        expect(movedMembers(before, moved(before, member, to)).size).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('the next day of a series', () => {
  const weekly = { weekday: 4, everyWeeks: 1 }

  test('is in its rhythm after the last one, and never before today', () => {
    expect(weekdayOf('2026-11-26')).toBe(4)
    expect(nextDayOf(weekly, null, '2026-11-22')).toBe('2026-11-26')
    expect(nextDayOf(weekly, null, '2026-11-26')).toBe('2026-11-26')
    expect(nextDayOf(weekly, '2026-11-26', '2026-11-22')).toBe('2026-12-03')
    expect(nextDayOf({ weekday: 4, everyWeeks: 2 }, '2026-11-26', '2026-11-22')).toBe('2026-12-10')
    expect(nextDayOf({ weekday: 4, everyWeeks: 2 }, '2026-09-03', '2026-11-22')).toBe('2026-11-26')
  })

  test('does not follow a meeting that was moved within its week', () => {
    expect(nextDayOf(weekly, '2026-11-25', '2026-11-22')).toBe('2026-12-03')
  })

  test('falls on its weekday, whatever the days', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map(n => new Date(n * 86_400_000))
    const text = day.map(date => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 7 }), (last, today, weekday) => {
        const next = nextDayOf({ weekday, everyWeeks: 1 }, last, today)
        expect(weekdayOf(next)).toBe(weekday)
        expect(next >= today).toBe(true)
      }),
    )
  })
})

test('a case that lands where it is listed already keeps what is said there, and adds what it waits for', () => {
  const awaited = (n: number, arrived: string | null) => ({
    id: partId(n),
    what: `Result ${n}`,
    from: null,
    since: null,
    expected: null,
    arrived,
    entry: null,
  })
  const from = {
    ...NEW_ITEM,
    presenter: 'Dr Testa',
    awaited: [awaited(1, null), awaited(2, '2026-11-20'), awaited(3, null)],
  }
  const there = {
    ...NEW_ITEM,
    presenter: 'Dr Probe',
    note: 'Bring films',
    awaited: [awaited(3, null)],
  }
  const cameFrom = {
    meetingId: meetingId(1),
    day: '2026-11-26',
    cause: 'imaging',
    words: null,
  } as const
  const { presenter, note, awaited: waiting, cameFrom: origin } = landed(from, cameFrom, there)
  expect([presenter, note, origin]).toEqual(['Dr Probe', 'Bring films', cameFrom])
  expect(waiting.map(({ id }) => id)).toEqual([partId(3), partId(1)])
})
