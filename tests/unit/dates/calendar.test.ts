import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  ageInYears,
  dayFrom,
  dayNumber,
  dayOf,
  daysInMonth,
  intervalOf,
  monthsBetween,
  precisionOf,
  shiftDayNumber,
} from '../../../shared/dates/calendar.ts'

const day = fc.integer({ min: dayNumber('1850-01-01'), max: dayNumber('2199-12-31') }).map(dayOf)

describe('the calendar', () => {
  test('knows the length of each month, leap years by the Gregorian rule', () => {
    expect([1, 2, 4, 12].map(month => daysInMonth(2023, month))).toEqual([31, 28, 30, 31])
    expect([1900, 2000, 2023, 2024, 2100].map(year => daysInMonth(year, 2))).toEqual([
      28, 29, 28, 29, 28,
    ])
    expect(daysInMonth(24, 2)).toBe(29)
  })

  test('has no 31 February, no 29 February 2023 and no month 13', () => {
    expect([
      dayFrom(2022, 2, 31),
      dayFrom(2023, 2, 29),
      dayFrom(2022, 13, 1),
      dayFrom(2022, 0, 1),
      dayFrom(2024, 2, 29),
      dayFrom(33, 4, 3),
    ]).toEqual([null, null, null, null, '2024-02-29', '0033-04-03'])
  })

  test('numbers days from 1 January 1970, without a gap and without a time zone', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dayNumber('2022-03-28') - dayNumber('2022-03-26')).toBe(2)
    fc.assert(fc.property(day, d => dayOf(dayNumber(d)) === d))
    expect(dayOf(dayNumber('0000-01-01'))).toBe('0000-01-01')
    expect(() => dayOf(dayNumber('9999-12-31') + 1)).toThrow(RangeError)
  })

  test('adds calendar months and stops at the end of a shorter month', () => {
    expect(addMonths('2022-05-03', 1)).toBe('2022-06-03')
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
    expect(addMonths('2022-05-01', -32)).toBe('2019-09-01')
    expect(addMonths('2022-05-31', -31)).toBe('2019-10-31')
    expect(addMonths('2022-12-15', 1)).toBe('2023-01-15')
  })

  test('counts the same day of a later month as a whole number of months', () => {
    expect(monthsBetween('2022-05-03', '2022-06-03')).toBe(1)
    expect(monthsBetween('2019-10-03', '2022-05-03')).toBe(31)
    expect(monthsBetween('2023-01-31', '2023-02-28')).toBe(1)
    // 14 of the 30 days from 3 June to 3 July.
    expect(monthsBetween('2022-05-03', '2022-06-17')).toBe(1 + 14 / 30)
    // 3 April is one month before; the 2 days to 5 April lie in a month of 30 days.
    expect(monthsBetween('2022-05-03', '2022-04-05')).toBe(-1 + 2 / 30)
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: -600, max: 600 }),
        (d, n) => monthsBetween(d, addMonths(d, n)) === n,
      ),
    )
  })

  test('counts more months to a later day, from the same day', () => {
    fc.assert(
      fc.property(day, day, day, (from, a, b) => {
        const [earlier, later] = a < b ? [a, b] : [b, a]
        return monthsBetween(from, earlier) <= monthsBetween(from, later)
      }),
    )
  })

  test('counts fewer months from a later day, to the same day', () => {
    fc.assert(
      fc.property(day, day, day, (to, a, b) => {
        const [earlier, later] = a < b ? [a, b] : [b, a]
        return monthsBetween(earlier, to) >= monthsBetween(later, to)
      }),
    )
  })

  test('keeps the precision: a month is all its days, a year all of its', () => {
    expect(['2022-05-03', '2022-05', '2024-02', '2022'].map(intervalOf)).toEqual([
      { first: '2022-05-03', last: '2022-05-03' },
      { first: '2022-05-01', last: '2022-05-31' },
      { first: '2024-02-01', last: '2024-02-29' },
      { first: '2022-01-01', last: '2022-12-31' },
    ])
    expect(['2022-05-03', '2022-05', '2022'].map(precisionOf)).toEqual(['day', 'month', 'year'])
  })

  test('shifts a day by days, weeks, months and years, and by parts of a month', () => {
    const shift = (
      from: string,
      amount: number,
      unit: 'day' | 'week' | 'month' | 'year',
      round: 'down' | 'up' = 'down',
    ) => {
      const n = shiftDayNumber(dayNumber(from), amount, unit, round)
      return n === null ? null : dayOf(n)
    }
    expect(shift('2022-05-03', 2, 'week')).toBe('2022-05-17')
    expect(shift('2022-05-03', -2, 'day')).toBe('2022-05-01')
    expect(shift('2024-02-29', 1, 'year')).toBe('2025-02-28')
    expect(shift('2022-05-03', 1.5, 'year')).toBe('2023-11-03')
    // Half of the 31 days from 3 May to 3 June.
    expect(shift('2022-05-03', 0.5, 'month', 'down')).toBe('2022-05-18')
    expect(shift('2022-05-03', 0.5, 'month', 'up')).toBe('2022-05-19')
    expect(shift('2022-05-03', 100_000, 'year')).toBeNull()
    expect(shift('2022-05-03', Number.MAX_VALUE, 'day')).toBeNull()
  })
})

describe('an age', () => {
  test('changes on the birthday', () => {
    expect(ageInYears('1971-03-15', '2022-03-14')).toEqual({ low: 50, high: 50 })
    expect(ageInYears('1971-03-15', '2022-03-15')).toEqual({ low: 51, high: 51 })
  })

  test('has two values where the date of birth is a month or a year', () => {
    expect(ageInYears('1971', '2022-03-15')).toEqual({ low: 50, high: 51 })
    expect(ageInYears('1971-03', '2022-03-15')).toEqual({ low: 50, high: 51 })
    expect(ageInYears('1971-03', '2022-04-01')).toEqual({ low: 51, high: 51 })
  })

  test('of someone born on 29 February changes on 1 March of a common year', () => {
    expect(ageInYears('2000-02-29', '2023-02-28')).toEqual({ low: 22, high: 22 })
    expect(ageInYears('2000-02-29', '2023-03-01')).toEqual({ low: 23, high: 23 })
  })
})
