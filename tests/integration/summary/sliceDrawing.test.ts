import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sliceDrawing } from '../../../electron/pdf/summary/sliceDrawing.ts'
import { boardOf } from '../../../shared/board/boardOf.ts'
import { drawTimeline } from '../../../shared/timeline/drawTimeline.ts'
import type { Drawing, Shape } from '../../../shared/timeline/shape.ts'
import { caseArbitrary } from '../../support/caseArbitrary.ts'

const TALLEST = 300

function drawn(of: Parameters<typeof boardOf>[0]): Drawing | null {
  const board = boardOf(of, { cutoff: '>=1', today: '2026-11-22' })
  const axis = board.axes.find(one => one.unavailable === null)
  if (axis === undefined) return null
  return drawTimeline({
    board,
    axis,
    width: 529,
    rowHeight: 9.6,
    labelWidth: 119,
    density: 'paper',
    selected: null,
  })
}

function marksOf(shapes: readonly Shape[], below: number): string[] {
  return shapes
    .filter(shape => shape.kind === 'text' || shape.kind === 'path')
    .filter(shape =>
      shape.kind === 'text'
        ? shape.spans.some(span => span.y > below)
        : shape.role !== 'bracket.together' && shape.points.some(([, y]) => y > below),
    )
    .map(shape => (shape.kind === 'text' ? shape.text : `${shape.role} ${shape.entry}`))
    .toSorted()
}

const CASES = fc.sample(caseArbitrary({ sites: 30, specimens: 14, others: 8 }), {
  numRuns: 30,
  seed: 11,
})

test.each(CASES.map((of, i) => [i, of] as const))(
  'a long time axis goes on over the pages with every word and mark once, none out of bounds: case %i',
  (_, of) => {
    const drawing = drawn(of)
    if (drawing === null) return
    const parts = sliceDrawing(drawing, TALLEST)
    const { headHeight } = drawing
    expect(parts.flatMap(part => marksOf(part.shapes, headHeight)).toSorted()).toEqual(
      marksOf(drawing.shapes, headHeight),
    )
    for (const { height, shapes } of parts) {
      const lines = shapes.flatMap(shape =>
        shape.kind === 'text' ? shape.spans.map(span => span.y) : [],
      )
      expect(Math.max(0, ...lines)).toBeLessThanOrEqual(height)
    }
    const inside = parts.reduce((sum, part) => sum + part.height - headHeight, headHeight)
    expect(inside).toBeCloseTo(drawing.height, 3)
  },
)

test('a time axis that fits stays one drawing', () => {
  const [drawing] = CASES.map(drawn).filter(one => one !== null)
  if (drawing === undefined) throw new Error('no case has a time axis')
  expect(sliceDrawing(drawing, drawing.height)).toEqual([drawing])
  expect(sliceDrawing(drawing, drawing.height / 2).length).toBeGreaterThan(1)
})
