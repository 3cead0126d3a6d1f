import { expect, test } from 'vitest'
import { fitted } from '../../../renderer/features/timeline/fitted.ts'
import type { Drawing } from '../../../shared/timeline/shape.ts'

const ROW_HEIGHTS = [14, 13, 12] as const

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

test('what fits with no row height scrolls at its full size', () => {
  const { draw, drawn } = drawing(30)
  expect(fitted(399, draw, ROW_HEIGHTS)).toEqual({ drawing: { height: 460 }, rowHeight: 14 })
  expect(drawn).toEqual([14, 13, 12])
})

test('what is too high for the lowest rows by far is drawn once', () => {
  const { draw, drawn } = drawing(60)
  expect(fitted(700, draw, ROW_HEIGHTS).rowHeight).toBe(14)
  expect(drawn).toEqual([14])
})
