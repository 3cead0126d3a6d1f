import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chartName } from '../../../shared/board/chartName.ts'
import { measureText } from '../../../shared/timeline/measureText.ts'

const room = { left: 40, right: 240, gap: 4, widthOf: (text: string) => measureText(text, 10, 400) }

describe('the name of a bar in a chart', () => {
  test('stands after the beginning of its bar where it has the room', () => {
    expect(chartName('capecitabine', 60, room)).toEqual({ x: 64, lines: ['capecitabine'] })
  })

  test('ends before its bar where the bar begins too late for it', () => {
    const { x, lines } = chartName('electrochemotherapy', 230, room)
    expect(lines).toEqual(['electrochemotherapy'])
    expect(x + room.widthOf('electrochemotherapy')).toBeCloseTo(226)
  })

  test('ends at the right edge where there is room on neither side', () => {
    const { x, lines } = chartName('electrochemotherapy with bleomycin', 140, room)
    expect(lines).toHaveLength(1)
    expect(x + room.widthOf('electrochemotherapy with bleomycin')).toBeCloseTo(room.right)
  })

  test('goes on in the next line where it is wider than the chart, with a value and its unit in one', () => {
    const { x, lines } = chartName('external beam radiotherapy of the scalp, 30 Gy', 230, room)
    expect(lines).toEqual(['external beam radiotherapy of the scalp,', '30 Gy'])
    expect(x).toBeGreaterThanOrEqual(room.left)
  })

  test('loses no letter, whatever it is, and never leaves the chart', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        fc.double({ min: 40, max: 240, noNaN: true }),
        (name, from) => {
          const { x, lines } = chartName(name, from, room)
          const bare = (text: string) => text.replaceAll(/\s/g, '')
          expect(bare(lines.join(''))).toBe(bare(name))
          expect(x).toBeGreaterThanOrEqual(room.left)
          // One letter that is wider than the chart would be the chart's fault.
          for (const line of lines)
            expect(x + room.widthOf(line)).toBeLessThanOrEqual(room.right + 0.001)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
