import { describe, expect, test } from 'vitest'
import { monthsOfDay } from '../../../shared/board/axes.ts'
import { scaleOf, type TimeFrame } from '../../../shared/timeline/scale.ts'
import { ticksOf } from '../../../shared/timeline/ticks.ts'
import { buildAxis } from './buildBoard.ts'

const TIME: TimeFrame = { left: 0, width: 900, before: 0, after: 0, from: 0, to: 36, folds: [] }
/** Surgery on 1 November 2019. */
const SURGERY = buildAxis(
  {},
  { to: 36, ticks: [], calendarZero: { at: 2019 * 12 + 10, about: true } },
)
const labels = (ticks: readonly { label: string }[]) => ticks.map(tick => tick.label)

describe('the ticks of the scale', () => {
  test('grow finer with the zoom, never closer than they may stand', () => {
    for (const [zoom, step] of [
      [1, 6],
      [2, 2],
      [4, 1],
    ] as const) {
      const { upper } = ticksOf(SURGERY, scaleOf(TIME, zoom), 80)
      expect(labels(upper).slice(0, 4)).toEqual([0, step, 2 * step, 3 * step].map(String))
    }
  })

  test('say the calendar under the months, with ≈ where it is not known to the day', () => {
    const { lower } = ticksOf(SURGERY, scaleOf(TIME, 1), 80)
    expect(labels(lower)).toEqual([
      '≈ Jan-2020',
      '≈ Jul-2020',
      '≈ Jan-2021',
      '≈ Jul-2021',
      '≈ Jan-2022',
      '≈ Jul-2022',
    ])
    expect(lower.map(tick => tick.at)).toEqual([2, 8, 14, 20, 26, 32])
  })

  test('say months by the calendar, and years alone where there is no room for months', () => {
    const zero = 2019 * 12
    const calendar = buildAxis(
      {},
      {
        id: 'calendar',
        from: zero,
        to: zero + 36,
        ticks: [],
        calendarZero: { at: 0, about: false },
      },
    )
    const time = { ...TIME, from: zero, to: zero + 36 }
    expect(labels(ticksOf(calendar, scaleOf(time, 0.5), 80).upper)).toEqual([
      '2019',
      '2020',
      '2021',
      '2022',
    ])
    expect(labels(ticksOf(calendar, scaleOf(time, 2), 80).upper).slice(0, 3)).toEqual([
      'Jan-2019',
      'Mar-2019',
      'May-2019',
    ])
  })

  test('keep every recorded date, and stand in no fold', () => {
    const axis = { ...SURGERY, ticks: [{ at: 32, label: '32nd', weight: 'key' as const }] }
    const fold = { from: 7, to: 25, width: 50, words: ['18', 'months'] as const }
    const { upper } = ticksOf(axis, scaleOf({ ...TIME, folds: [fold] }, 1), 80)
    expect(labels(upper)).toContain('32nd')
    expect(upper.filter(({ at }) => at > 7 && at < 25)).toEqual([])
  })
})

describe('a day on the axis', () => {
  test('is counted in months from its zero', () => {
    expect(monthsOfDay(SURGERY, '2019-11-01')).toBe(0)
    expect(monthsOfDay(SURGERY, '2020-11-01')).toBe(12)
    expect(monthsOfDay(SURGERY, '2019-12-16')).toBeCloseTo(1 + 15 / 31)
  })

  test('has no place where the zero has no calendar date', () => {
    expect(monthsOfDay(buildAxis({}), '2020-01-01')).toBeNull()
  })
})
