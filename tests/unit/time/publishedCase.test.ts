import { describe, expect, test } from 'vitest'
import { monthsBetween } from '../../../shared/dates/calendar.ts'
import {
  comparePositions,
  positionOf,
  positionsOn,
  resolveTimes,
  type TimedEvent,
} from '../../../shared/time/resolve.ts'
import {
  afterEvent,
  beforeEvent,
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
