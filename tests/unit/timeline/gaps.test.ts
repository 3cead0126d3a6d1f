import { describe, expect, test } from 'vitest'
import type { EventKey } from '../../../shared/board/axis.ts'
import { foldedAtFirst, gapsOf } from '../../../shared/timeline/gaps.ts'
import { buildAxis, entryId, place } from './buildBoard.ts'

/** An axis with a day at each of some months. */
function axisAt(...months: readonly number[]) {
  const places = Object.fromEntries(
    months.map((at, i) => [`${entryId(i + 1)}:start` as EventKey, place(at, at)]),
  )
  return buildAxis(places, { from: 0, to: Math.max(...months), ticks: [], lowerTicks: [] })
}

const stretch = ({ from, to }: { from: number; to: number }) => [from, to]

describe('a stretch of the axis can be folded', () => {
  test('where nothing is recorded for a year, with a month left open on both sides', () => {
    expect(gapsOf(axisAt(0, 20, 22)).map(stretch)).toEqual([[1, 19]])
  })

  test('not where less than twelve whole months would go', () => {
    expect(gapsOf(axisAt(0, 13.9, 15))).toEqual([])
    expect(gapsOf(axisAt(0, 14, 15)).map(stretch)).toEqual([[1, 13]])
  })

  test('not where it is less than an eighth of the whole', () => {
    expect(gapsOf(axisAt(0, 15, 112))).toMatchObject([{ from: 16, to: 111 }])
    expect(gapsOf(axisAt(0, 15, 104))).toMatchObject([
      { from: 1, to: 14 },
      { from: 16, to: 103 },
    ])
  })

  test('between two events each, in the order of time', () => {
    expect(gapsOf(axisAt(60, 0, 30)).map(stretch)).toEqual([
      [1, 29],
      [31, 59],
    ])
  })

  test('never over a bound of an imprecise date, nor over a date that the scale names', () => {
    const bounded = buildAxis(
      {
        [`${entryId(1)}:start`]: place(0, 0),
        [`${entryId(2)}:start`]: place(10, 40),
      },
      { to: 40, ticks: [], lowerTicks: [] },
    )
    expect(gapsOf(bounded).map(stretch)).toEqual([[11, 39]])
    const named = { ...bounded, ticks: [{ at: 25, label: '25th', weight: 'key' as const }] }
    expect(gapsOf(named).map(stretch)).toEqual([
      [11, 24],
      [26, 39],
    ])
  })
})

describe('the length of a fold is said in words', () => {
  for (const [months, words] of [
    [13, ['13', 'months']],
    [23, ['23', 'months']],
    [24, ['2', 'years']],
    [25, ['2 years', '1 month']],
    [62, ['5 years', '2 months']],
  ] as const)
    test(`${months} months: ${words.join(' ')}`, () => {
      expect(gapsOf(axisAt(0, months + 2)).map(gap => gap.words)).toEqual([words])
    })
})

describe('before anybody asks', () => {
  test('only what is three years and a quarter of the axis is folded', () => {
    expect(foldedAtFirst(axisAt(0, 37, 40))).toEqual([])
    expect(foldedAtFirst(axisAt(0, 38, 40)).map(stretch)).toEqual([[1, 37]])
    expect(foldedAtFirst(axisAt(0, 38, 120, 150)).map(stretch)).toEqual([[39, 119]])
  })
})
