import { describe, expect, test } from 'vitest'
import { dayNumber, monthsBetween } from '../../../shared/dates/calendar.ts'
import type { DateStatement, Offset, When } from '../../../shared/dates/when.ts'
import { EntryId } from '../../../shared/ids.ts'
import {
  comparePositions,
  daysOf,
  isOnAxis,
  type Position,
  positionOf,
  positionsOn,
  resolveTimes,
  type TimedEvent,
  type TimeKey,
} from '../../../shared/time/resolve.ts'
import type { Quantity } from '../../../shared/values/quantity.ts'

const NAMES = [
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
type Name = (typeof NAMES)[number]

function entryOf(name: Name): EntryId {
  const n = String(NAMES.indexOf(name) + 1).padStart(12, '0')
  return EntryId.parse(`00000000-0000-4000-8000-${n}`)
}
function key(name: Name, end: 'start' | 'end' = 'start'): TimeKey {
  return `${entryOf(name)}:${end}`
}
const asGiven = { approximate: false, verbatim: null, source: null }
function on(date: string, approximate = false): DateStatement {
  return { kind: 'date', date, ...asGiven, approximate }
}
function between(from: string | null, to: string | null): DateStatement {
  return { kind: 'between', from, to, ...asGiven }
}
function rel(offset: Offset, name: Name, end: 'start' | 'end' = 'start'): DateStatement {
  return { kind: 'relative', anchor: { entry: entryOf(name), end }, offset, ...asGiven }
}
function afterEvent(name: Name, end: 'start' | 'end' = 'start') {
  return rel({ type: 'after' }, name, end)
}
function beforeEvent(name: Name) {
  return rel({ type: 'before' }, name)
}
type Unit = 'day' | 'week' | 'month' | 'year'
function inThe(n: number, unit: Unit, name: Name) {
  return rel({ type: 'ordinal', n, unit }, name)
}
function elapsed(n: number, unit: Unit, direction: 'before' | 'after', name: Name) {
  return rel({ type: 'elapsed', direction, low: n, high: null, unit }, name)
}
function event(name: Name, ...when: When): TimedEvent {
  return { key: key(name), when }
}
function lasting(low: number, unit: string | null): Quantity {
  return { comparator: '=', low, high: null, unit, verbatim: null }
}

/** The published case: two calendar dates, everything else as the interval that was printed. */
const published: readonly TimedEvent[] = [
  event('core biopsy', beforeEvent('surgery')),
  event('surgery'),
  event('chemo', elapsed(1, 'month', 'after', 'surgery')),
  event('tamoxifen', afterEvent('chemo')),
  {
    key: key('tamoxifen', 'end'),
    when: [],
    endsAfter: { of: key('tamoxifen'), duration: lasting(8, 'months') },
  },
  event('erythema', inThe(11, 'month', 'surgery')),
  event('chest biopsy', afterEvent('erythema')),
  event('radiotherapy', afterEvent('chest biopsy')),
  event('scalp', on('2022-05'), inThe(32, 'month', 'surgery')),
  event('scalp biopsy', afterEvent('scalp')),
  event('lesions', elapsed(3, 'month', 'after', 'scalp'), afterEvent('scalp biopsy')),
  event('bone RT', on('2023-03')),
  event('nab-paclitaxel'),
]

const HIDDEN = ['conflicting', 'circular', 'lowKnown', 'highKnown'] as const
/** Low, high, and "≈" for derived. */
function brief(position: Position): readonly unknown[] {
  expect(HIDDEN.map(field => typeof position[field])).toEqual(HIDDEN.map(() => 'boolean'))
  const mark = position.derived ? ['≈'] : []
  return [position.low, position.high, ...mark]
}
function months(events: readonly TimedEvent[], origin: Name) {
  const positions = positionsOn({ origin: key(origin) }, resolveTimes(events))
  return (name: Name, end: 'start' | 'end' = 'start') =>
    brief(positionOf(key(name, end), positions))
}
function days(events: readonly TimedEvent[]) {
  const { calendar } = resolveTimes(events)
  return (name: Name, end: 'start' | 'end' = 'start') => {
    const position = positionOf(key(name, end), calendar)
    const { first, last } = daysOf(position)
    return position.derived ? [first, last, '≈'] : [first, last]
  }
}

describe('the published case in months since surgery', () => {
  const at = months(published, 'surgery')

  test('has surgery at 0, and what was counted from it where it was stated', () => {
    expect(at('surgery')).toEqual([0, 0])
    expect(at('chemo')).toEqual([1, 1])
    expect(at('erythema')).toEqual([10, 11])
    expect(at('scalp')).toEqual([31, 32])
  })

  test('leaves the side open on which nothing was recorded', () => {
    expect(at('core biopsy')).toEqual([null, 0])
    expect(at('chest biopsy')).toEqual([10, null, '≈'])
    expect(at('radiotherapy')).toEqual([10, null, '≈'])
    expect(at('scalp biopsy')).toEqual([31, null, '≈'])
  })

  test('adds up over several events', () => {
    expect(at('lesions')).toEqual([31 + 3, 32 + 3, '≈'])
    expect(at('tamoxifen')).toEqual([1, null, '≈'])
    expect(at('tamoxifen', 'end')).toEqual([1 + 8, null, '≈'])
  })

  test('places a calendar date by the one event that has both', () => {
    // From the end of October 2019 to the beginning of March 2023, and from 1 September 2019 to 31 March 2023.
    expect(at('bone RT')).toEqual([
      monthsBetween('2019-10-31', '2023-03-01'),
      monthsBetween('2019-09-01', '2023-03-31'),
      '≈',
    ])
    const [low, high] = at('bone RT')
    expect(low).toBeCloseTo(40 + 1 / 31, 10)
    expect(high).toBeCloseTo(42 + 30 / 31, 10)
  })

  test('does not place what nothing was said of', () => {
    expect(at('nab-paclitaxel')).toEqual([null, null])
  })
})

describe('the published case by the calendar', () => {
  const at = days(published)

  test('has two stated dates', () => {
    expect(at('scalp')).toEqual(['2022-05-01', '2022-05-31'])
    expect(at('bone RT')).toEqual(['2023-03-01', '2023-03-31'])
  })

  test('derives surgery from May 2022 in the 32nd month: 32 months back from the first, 31 from the last', () => {
    expect(at('surgery')).toEqual(['2019-09-01', '2019-10-31', '≈'])
  })

  test('derives the rest from surgery and from the scalp mass', () => {
    expect(at('chemo')).toEqual(['2019-10-01', '2019-11-30', '≈'])
    expect(at('erythema')).toEqual(['2020-07-01', '2020-09-30', '≈'])
    expect(at('lesions')).toEqual(['2022-08-01', '2022-08-31', '≈'])
    expect(at('core biopsy')).toEqual([null, '2019-10-31', '≈'])
    expect(at('chest biopsy')).toEqual(['2020-07-01', null, '≈'])
    expect(at('scalp biopsy')).toEqual(['2022-05-01', null, '≈'])
    expect(at('tamoxifen', 'end')).toEqual(['2020-06-01', null, '≈'])
    expect(at('nab-paclitaxel')).toEqual([null, null])
  })

  test('no statement of it conflicts with another, and none runs in a circle', () => {
    const { calendar } = resolveTimes(published)
    const odd = [...calendar.values()].filter(p => p.conflicting || p.circular)
    expect(odd).toEqual([])
  })
})

describe('the published case in months since the scalp mass', () => {
  const at = months(published, 'scalp')

  test('counts surgery backward by the same statement, and from there the rest', () => {
    expect(at('surgery')).toEqual([-32, -31, '≈'])
    expect(at('chemo')).toEqual([-31, -30, '≈'])
    expect(at('erythema')).toEqual([-22, -20, '≈'])
    expect(at('lesions')).toEqual([3, 3])
    expect(at('scalp biopsy')).toEqual([0, null])
  })

  test('counts between two stated months as far apart as their days can be', () => {
    expect(at('bone RT')).toEqual([
      monthsBetween('2022-05-31', '2023-03-01'),
      monthsBetween('2022-05-01', '2023-03-31'),
    ])
  })
})

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
    ])
    expect(positionOf(key('X'), calendar)).toMatchObject({
      low: dayNumber('2021-01-01'),
      lowKnown: false,
      highKnown: false,
    })
    expect(positionOf(key('Y'), calendar).conflicting).toBe(false)
    expect(daysOf(positionOf(key('Z'), calendar))).toEqual({
      first: '2021-05-01',
      last: '2021-05-31',
    })
    expect(positionOf(key('Z'), calendar)).toMatchObject({ lowKnown: true, highKnown: true })
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

describe('the order of positions', () => {
  test('is by the earliest, then by the latest, with "before" ahead, "after" behind and unplaced last', () => {
    const positions = positionsOn({ origin: key('surgery') }, resolveTimes(published))
    const ordered = [...NAMES.slice(0, 12)]
      .reverse()
      .sort((a, b) =>
        comparePositions(positionOf(key(a), positions), positionOf(key(b), positions)),
      )
    expect(ordered).toEqual([
      'core biopsy',
      'surgery',
      'chemo',
      'tamoxifen',
      'erythema',
      'radiotherapy',
      'chest biopsy',
      'scalp',
      'scalp biopsy',
      'lesions',
      'bone RT',
      'nab-paclitaxel',
    ])
  })
})
