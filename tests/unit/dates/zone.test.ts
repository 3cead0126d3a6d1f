import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf } from '../../../shared/dates/calendar.ts'
import { dayAt, formatMoment, startOfDay, type Zone } from '../../../shared/dates/zone.ts'

/** A zone that changes from one offset to another, in minutes ahead of UTC, at an instant. */
const changing =
  (at: string, before: number, after: number): Zone =>
  ms =>
    ms < Date.parse(at) ? before : after
const iso = (ms: number) => new Date(ms).toISOString()

describe('the beginning of a day', () => {
  test.each([
    ['in UTC', '2026-11-22', () => 0, '2026-11-22T00:00:00.000Z'],
    ['east of UTC', '2026-11-22', () => 60, '2026-11-21T23:00:00.000Z'],
    ['west of UTC', '2026-11-22', () => -300, '2026-11-22T05:00:00.000Z'],
    ['of the 29th of February', '2028-02-29', () => 60, '2028-02-28T23:00:00.000Z'],
  ])('%s', (_, day, zone, expected) => {
    expect(iso(startOfDay(day, zone))).toBe(expected)
  })

  test('after the clocks went back that night follows the time before', () => {
    // Berlin, 25-Oct-2026: at 01:00 UTC the clocks go from +2 h to +1 h.
    const berlin = changing('2026-10-25T01:00:00.000Z', 120, 60)
    expect(iso(startOfDay('2026-10-25', berlin))).toBe('2026-10-24T22:00:00.000Z')
    expect(iso(startOfDay('2026-10-26', berlin))).toBe('2026-10-25T23:00:00.000Z')
  })

  test('is the jump where the clocks jump over midnight', () => {
    // Cairo, 28-Apr-2023: 00:00 became 01:00.
    const cairo = changing('2023-04-27T22:00:00.000Z', 120, 180)
    expect(iso(startOfDay('2023-04-28', cairo))).toBe('2023-04-27T22:00:00.000Z')
  })

  test('is the only midnight that is of the day where the clocks went back from it', () => {
    // 24:00 of the 4th became 23:00 again: the 5th begins an hour later.
    const zone = changing('2026-09-04T21:00:00.000Z', 180, 120)
    expect(iso(startOfDay('2026-09-05', zone))).toBe('2026-09-04T22:00:00.000Z')
  })

  test('of a day that a zone left out is where the calendar goes on', () => {
    // Apia had no 30-Dec-2011: 10 hours behind became 14 ahead.
    const apia = changing('2011-12-30T10:00:00.000Z', -600, 840)
    expect(iso(startOfDay('2011-12-30', apia))).toBe('2011-12-30T10:00:00.000Z')
    expect(iso(startOfDay('2011-12-31', apia))).toBe('2011-12-30T10:00:00.000Z')
  })

  test('lies in that day, and the instant before it does not, in every zone with one change', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 14_000, max: 24_000 }),
        fc.integer({ min: -48, max: 48 }),
        fc.integer({ min: -12, max: 13 }),
        fc.constantFrom(-60, 0, 60),
        (number, hours, offset, change) => {
          const day = dayOf(number)
          const at = iso(number * 86_400_000 + hours * 3_600_000)
          const zone = changing(at, offset * 60, offset * 60 + change)
          const start = startOfDay(day, zone)
          expect([dayAt(start, zone), dayAt(start - 1, zone)]).toEqual([day, dayOf(number - 1)])
        },
      ),
    )
  })
})

test('a moment is written with the day and the time of the clock on the wall', () => {
  expect(formatMoment('2026-11-22T23:05:59.000Z', () => 60)).toBe('23-Nov-2026 00:05')
  expect(formatMoment('2026-01-01T00:30:00.000Z', () => -60)).toBe('31-Dec-2025 23:30')
})
