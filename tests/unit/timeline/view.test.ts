import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scaleOf, type TimeFrame } from '../../../shared/timeline/scale.ts'
import {
  centredOn,
  clamped,
  FIT,
  maxZoom,
  panned,
  revealed,
  zoomed,
} from '../../../shared/timeline/view.ts'

const FOLD = { from: 20, to: 80, width: 50, words: ['5', 'years'] } as const
const TIME: TimeFrame = {
  left: 400,
  width: 1000,
  before: 100,
  after: 50,
  from: 0,
  to: 100,
  folds: [],
}
const FOLDED: TimeFrame = { ...TIME, folds: [FOLD] }

describe('the scale', () => {
  test('lies between its two zones, whose width no zoom changes', () => {
    for (const zoom of [1, 2, 7.5]) {
      const scale = scaleOf(TIME, zoom)
      expect([scale.from, scale.right - scale.to]).toEqual([500, 50])
      expect(scale.at(0)).toBe(500)
      expect(scale.at(100)).toBeCloseTo(400 + 1000 * zoom - 50)
    }
  })

  test('gives a fold its own width at every zoom, and what is left to the open months', () => {
    for (const zoom of [1, 3]) {
      const scale = scaleOf(FOLDED, zoom)
      expect(scale.at(80) - scale.at(20)).toBeCloseTo(50)
      expect(scale.perMonth).toBeCloseTo((1000 * zoom - 150 - 50) / 40)
      expect(scale.at(20) - scale.at(0)).toBeCloseTo(20 * scale.perMonth)
      expect(scale.folds.map(({ x }) => x)).toEqual([scale.at(20)])
    }
  })

  test('gives back the month of every position, also inside a fold', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.integer({ min: 1, max: 20 }),
        (month, zoom) => {
          const scale = scaleOf(FOLDED, zoom)
          expect(scale.monthsAt(scale.at(month))).toBeCloseTo(month, 6)
        },
      ),
    )
  })

  test('never goes back in time from left to right', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (a, b) => {
          const scale = scaleOf(FOLDED, 2)
          expect(Math.sign(scale.at(a) - scale.at(b)) * Math.sign(a - b)).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })
})

describe('a view', () => {
  test('keeps the month under the pointer where it is while it zooms in', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 500, max: 1350, noNaN: true }),
        fc.double({ min: 1, max: 6, noNaN: true }),
        (x, factor) => {
          const month = scaleOf(FOLDED).monthsAt(x)
          const view = zoomed(FIT, factor, x, FOLDED)
          const scale = scaleOf(FOLDED, view.zoom)
          expect(month).not.toBeNull()
          expect(scale.at(month ?? 0) - view.offset).toBeCloseTo(x, 4)
        },
      ),
    )
  })

  test('never shows less than the whole nor what is beyond its ends', () => {
    expect(zoomed(FIT, 0.2, 900, TIME)).toEqual(FIT)
    expect(panned({ zoom: 2, offset: 100 }, -500, TIME)).toEqual({ zoom: 2, offset: 0 })
    expect(panned({ zoom: 2, offset: 100 }, 5000, TIME)).toEqual({ zoom: 2, offset: 1000 })
    expect(clamped({ zoom: 1e9, offset: 0 }, TIME).zoom).toBe(maxZoom(TIME))
  })

  test('zooms no further than 480 pixels a month', () => {
    expect(scaleOf(TIME, maxZoom(TIME)).perMonth).toBeCloseTo(480)
    expect(scaleOf(FOLDED, maxZoom(FOLDED)).perMonth).toBeCloseTo(480)
  })

  test('moves only as far as it must to show something', () => {
    const view = { zoom: 4, offset: 1000 }
    expect(revealed(view, { from: 1800, to: 1900 }, TIME)).toBe(view)
    const later = revealed(view, { from: 3000, to: 3100 }, TIME)
    expect(3000 - later.offset).toBeLessThan(1400)
    const earlier = revealed(view, { from: 500, to: 600 }, TIME)
    expect(500 - earlier.offset).toBeGreaterThanOrEqual(400)
  })

  test('puts a month in the middle, or the end that it lies beyond at the edge', () => {
    const view = centredOn(50, { zoom: 4, offset: 0 }, TIME)
    expect(scaleOf(TIME, 4).at(50) - view.offset).toBeCloseTo(900)
    expect(centredOn(500, { zoom: 4, offset: 0 }, TIME).offset).toBe(3000)
    expect(centredOn(-5, { zoom: 4, offset: 700 }, TIME).offset).toBe(0)
  })
})
