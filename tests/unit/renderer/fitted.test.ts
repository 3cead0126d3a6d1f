import { expect, test } from 'vitest'
import { fitted } from '../../../renderer/features/timeline/fitted.ts'
import type { Drawing } from '../../../shared/timeline/shape.ts'

const ROW_HEIGHTS = { usual: 14, lower: [13, 12], most: 19 } as const

/** Draws a number of rows below a head that stays as high as it is, and counts how often. */
function drawing(rows: number) {
  const drawn: number[] = []
  const draw = (rowHeight: number) => {
    drawn.push(rowHeight)
    return { height: 40 + rows * rowHeight } as Drawing
  }
  return { draw, drawn }
}

test('rows are as high as the panel has room for', () => {
  const { draw, drawn } = drawing(30)
  expect(fitted(460, draw, ROW_HEIGHTS).rowHeight).toBe(14)
  expect(fitted(430, draw, ROW_HEIGHTS).rowHeight).toBe(13)
  expect(fitted(400, draw, ROW_HEIGHTS).rowHeight).toBe(12)
  expect(drawn).toEqual([14, 14, 13, 14, 13, 12])
})

test('room to spare makes rows higher, up to the most and no further', () => {
  const { draw, drawn } = drawing(30)
  expect(fitted(540, draw, ROW_HEIGHTS)).toEqual({ drawing: { height: 520 }, rowHeight: 16 })
  expect(fitted(2000, draw, ROW_HEIGHTS).rowHeight).toBe(19)
  expect(drawn).toEqual([14, 16, 14, 19])
})

test('what does not fit when it is drawn higher stays at the usual size', () => {
  const draw = (rowHeight: number) => ({ height: rowHeight > 14 ? 900 : 460 }) as Drawing
  expect(fitted(600, draw, ROW_HEIGHTS)).toEqual({ drawing: { height: 460 }, rowHeight: 14 })
})

test('what fits with no row height scrolls at its usual size', () => {
  const { draw, drawn } = drawing(30)
  expect(fitted(399, draw, ROW_HEIGHTS)).toEqual({ drawing: { height: 460 }, rowHeight: 14 })
  expect(drawn).toEqual([14, 13, 12])
})

test('what is too high for the lowest rows by far is drawn once', () => {
  const { draw, drawn } = drawing(60)
  expect(fitted(700, draw, ROW_HEIGHTS).rowHeight).toBe(14)
  expect(drawn).toEqual([14])
})
