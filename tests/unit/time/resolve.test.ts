import { describe, expect, test } from 'vitest'
import { dayNumber, monthsBetween } from '../../../shared/dates/calendar.ts'
import type { When } from '../../../shared/dates/when.ts'
import {
  daysOf,
  isOnAxis,
  positionOf,
  resolveTimes,
  type TimedEvent,
} from '../../../shared/time/resolve.ts'
import type { Quantity } from '../../../shared/values/quantity.ts'
import {
  afterEvent,
  beforeEvent,
  between,
  days,
  elapsed,
  event,
  inThe,
  key,
  lasting,
  months,
  NAMES,
  on,
} from './timedEvents.ts'

describe('an axis of months', () => {
  test('has the same day of a later month at a whole number', () => {
    const at = months([event('X', on('2019-10-03')), event('Y', on('2022-05-03'))], 'X')
    expect(at('Y')).toEqual([31, 31])
  })

  test('counts weeks and days as the fewest and the most months that they can be', () => {
    const at = months(
      [event('surgery'), event('X', elapsed(2, 'week', 'after', 'surgery'))],
      'surgery',
    )
    expect(at('X')).toEqual([14 / 31, 14 / 28])
  })

  test('no run of days ever is fewer or more months than it is drawn', () => {
    for (const n of [1, 14, 30, 59, 90, 182, 365, 730, 1461, 5000]) {
      const at = months(
        [event('surgery'), event('X', elapsed(n, 'day', 'after', 'surgery'))],
        'surgery',
      )
      const [low, high] = at('X')
      for (let start = dayNumber('1998-01-01'); start < dayNumber('2003-01-01'); start += 3) {
        const exact = monthsBetween(
          new Date(start * 86_400_000).toISOString().slice(0, 10),
          new Date((start + n) * 86_400_000).toISOString().slice(0, 10),
        )
        expect(exact).toBeGreaterThanOrEqual(Number(low) - 1e-9)
        expect(exact).toBeLessThanOrEqual(Number(high) + 1e-9)
      }
    }
  })

  test('counts a year as twelve months', () => {
    const at = months(
      [event('surgery'), event('X', elapsed(1.5, 'year', 'after', 'surgery'))],
      'surgery',
    )
    expect(at('X')).toEqual([18, 18])
  })

  test('that counts from an event which is not there places nothing that is not counted from it', () => {
    const at = months([event('X', afterEvent('surgery')), event('Y', on('2022'))], 'surgery')
    expect(at('X')).toEqual([0, null])
    expect(at('Y')).toEqual([null, null])
  })
})

describe('several statements of one event', () => {
  test('narrow each other where they meet', () => {
    const events = [
      event('surgery', on('2019-10-03')),
      event('X', on('2022-05'), inThe(32, 'month', 'surgery')),
    ]
    expect(days(events)('X')).toEqual(['2022-05-03', '2022-05-31', '≈'])
    expect(months(events, 'surgery')('X')).toEqual([31, monthsBetween('2019-10-03', '2022-05-31')])
  })

  test('keep the first where they contradict each other, and say so', () => {
    const events = [
      event('surgery', on('2019-10-03')),
      event('X', on('2022-05'), inThe(12, 'month', 'surgery')),
    ]
    const { calendar } = resolveTimes(events)
    expect(positionOf(key('X'), calendar)).toMatchObject({ conflicting: true, derived: false })
    expect(days(events)('X')).toEqual(['2022-05-01', '2022-05-31'])
    expect(positionOf(key('surgery'), calendar).conflicting).toBe(false)
  })

  test('do not contradict each other by less than a unit of their words', () => {
    const events = [
      event('surgery', on('2019-10-03')),
      event('X', on('2019-11-10'), elapsed(1, 'month', 'after', 'surgery')),
      event('Y', on('2020-01-10'), elapsed(1, 'month', 'after', 'surgery')),
    ]
    const { calendar } = resolveTimes(events)
    expect(positionOf(key('X'), calendar).conflicting).toBe(false)
    expect(days(events)('X')).toEqual(['2019-11-10', '2019-11-10'])
    expect(positionOf(key('Y'), calendar).conflicting).toBe(true)
  })

  test('that are approximate have soft bounds and contradict nothing', () => {
    const { calendar } = resolveTimes([
      event('X', on('2021', true)),
      event('Y', on('2021', true), on('2022-01')),
      event('Z', on('2021', true), on('2021-05')),
      event('chemo', on('2021', true), on('2020-12')),
    ])
    expect(positionOf(key('X'), calendar)).toMatchObject({
      low: dayNumber('2021-01-01'),
      lowKnown: false,
      highKnown: false,
    })
    expect(positionOf(key('Y'), calendar).conflicting).toBe(false)
    expect(positionOf(key('chemo'), calendar).conflicting).toBe(false)
    expect(daysOf(positionOf(key('Z'), calendar))).toEqual({
      first: '2021-05-01',
      last: '2021-05-31',
    })
    expect(positionOf(key('Z'), calendar)).toMatchObject({ lowKnown: true, highKnown: true })
  })

  test('are not measured against an origin that was derived from them', () => {
    // Three months before 31 May is 28 February, and from there to 31 May it is more than three months.
    const events = [
      event('surgery'),
      event('X', on('2022-05-31'), elapsed(3, 'month', 'after', 'surgery')),
    ]
    expect(days(events)('surgery')).toEqual(['2022-02-28', '2022-02-28', '≈'])
    expect(months(events, 'surgery')('X')).toEqual([3, 3])
  })

  test('leave an undated event open when two others date it differently', () => {
    const events = [
      event('surgery'),
      event('X', on('2022-05'), inThe(32, 'month', 'surgery')),
      event('Y', on('2020-01'), inThe(20, 'month', 'surgery')),
    ]
    expect(days(events)('surgery')).toEqual([null, null])
    const { calendar } = resolveTimes(events)
    expect(positionOf(key('surgery'), calendar).conflicting).toBe(true)
    expect(positionOf(key('X'), calendar).conflicting).toBe(false)
  })
})

describe('one bound', () => {
  test('that is recorded is kept, and the other stays open', () => {
    const at = days([event('X', between('2022-05', null)), event('Y', between(null, '2020'))])
    expect(at('X')).toEqual(['2022-05-01', null])
    expect(at('Y')).toEqual([null, '2020-12-31'])
  })

  test('an event that only comes after another tells nothing of the other', () => {
    const at = days([event('X'), event('Y', on('2022'), afterEvent('X'))])
    expect(at('X')).toEqual([null, null])
  })

  test('after an end that is not recorded lies after the start', () => {
    const events: readonly TimedEvent[] = [
      event('surgery'),
      event('chemo', elapsed(1, 'month', 'after', 'surgery')),
      { key: key('chemo', 'end'), when: [] },
      event('X', afterEvent('chemo', 'end')),
    ]
    expect(months(events, 'surgery')('X')).toEqual([1, null, '≈'])
    expect(months(events, 'surgery')('chemo', 'end')).toEqual([null, null])
  })

  test('the end of an entry that has none is its start', () => {
    const events = [event('surgery'), event('X', afterEvent('surgery', 'end'))]
    expect(months(events, 'surgery')('X')).toEqual([0, null])
  })
})

describe('the end of a treatment', () => {
  function course(duration: Quantity, ...end: When): readonly TimedEvent[] {
    return [
      event('chemo', on('2022-01-10')),
      { key: key('chemo', 'end'), when: end, endsAfter: { of: key('chemo'), duration } },
    ]
  }

  test('follows from its start and duration when only these are recorded', () => {
    expect(days(course(lasting(8, 'months')))('chemo', 'end')).toEqual([
      '2022-09-10',
      '2022-09-10',
      '≈',
    ])
    expect(days(course({ ...lasting(6, 'weeks'), high: 8 }))('chemo', 'end')).toEqual([
      '2022-02-21',
      '2022-03-07',
      '≈',
    ])
    const open: Quantity = { ...lasting(6, 'months'), comparator: '>' }
    expect(days(course(open))('chemo', 'end')).toEqual(['2022-07-10', null, '≈'])
  })

  test('that is recorded stays as recorded', () => {
    expect(days(course(lasting(8, 'months'), on('2022-10')))('chemo', 'end')).toEqual([
      '2022-10-01',
      '2022-10-31',
    ])
  })

  test('is not made up from cycles, or from a number without a unit', () => {
    expect(days(course(lasting(4, 'cycles')))('chemo', 'end')).toEqual([null, null])
    expect(days(course(lasting(4, null)))('chemo', 'end')).toEqual([null, null])
  })

  test('dates the start where only the end is dated', () => {
    const events: readonly TimedEvent[] = [
      event('chemo'),
      {
        key: key('chemo', 'end'),
        when: [on('2022-09-10')],
        endsAfter: { of: key('chemo'), duration: lasting(8, 'months') },
      },
    ]
    expect(days(events)('chemo')).toEqual(['2022-01-10', '2022-01-10', '≈'])
  })
})

describe('events that count from each other in a circle', () => {
  test('are not placed, and say why', () => {
    const { calendar } = resolveTimes([
      event('X', elapsed(1, 'month', 'after', 'Y')),
      event('Y', elapsed(1, 'month', 'after', 'Z')),
      event('Z', elapsed(1, 'month', 'after', 'X')),
      event('surgery', afterEvent('surgery')),
      event('scalp', afterEvent('X')),
      event('chemo', on('2022')),
    ])
    const circular = NAMES.filter(name => positionOf(key(name), calendar).circular)
    expect(circular).toEqual(['surgery', 'X', 'Y', 'Z'])
    const placed = NAMES.filter(name => isOnAxis(positionOf(key(name), calendar)))
    expect(placed).toEqual(['chemo'])
  })

  test('are placed as soon as one of them has a date', () => {
    const at = days([
      event('X', on('2022-05-03'), beforeEvent('Y')),
      event('Y', elapsed(1, 'month', 'after', 'X')),
    ])
    expect(at('X')).toEqual(['2022-05-03', '2022-05-03'])
    expect(at('Y')).toEqual(['2022-06-03', '2022-06-03', '≈'])
  })
})
