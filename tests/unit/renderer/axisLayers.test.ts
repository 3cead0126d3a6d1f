import { describe, expect, it } from 'vitest'
import { CHUNK_HEIGHT, layered } from '../../../renderer/features/timeline/layers.ts'
import { text } from '../../../shared/timeline/canvas.ts'
import { drawTimeline } from '../../../shared/timeline/drawTimeline.ts'
import type { Shape } from '../../../shared/timeline/shape.ts'
import { buildAxis, buildBoard } from '../timeline/buildBoard.ts'

const NAME = text('SITES', [{ x: 17, y: 551, text: 'SITES' }], {
  role: 'text.lane',
  size: 11,
  turned: true,
})
const WORDS = text('SITES', [{ x: 17, y: 551, text: 'SITES' }], { role: 'text.lane', size: 11 })

const EMPTY = drawTimeline({
  board: buildBoard(),
  axis: buildAxis({}),
  density: 'screen',
  selected: null,
  ...{ width: 1542, rowHeight: 19, labelWidth: 450 },
})

describe('the axis in parts that are painted as they come into view', () => {
  it('has a lane’s name in view as soon as the upper end of its letters is', () => {
    expect(topOfPartWith(NAME)).toBeLessThanOrEqual(551 - 5 * 11)
    // Words that lie flat come with the line that they stand on.
    expect(topOfPartWith(WORDS)).toBe(Math.floor(551 / CHUNK_HEIGHT) * CHUNK_HEIGHT)
  })
})

/** Where the part begins that a shape is painted with; 0 for what is painted at once. */
function topOfPartWith(shape: Shape): number {
  const { always, chunks } = layered({ ...EMPTY, height: 800, shapes: [shape], pinnedFrom: 1 })
  if ([...always.values()].flat().includes(shape)) return 0
  const chunk = chunks.find(({ shapes }) => [...shapes.values()].flat().includes(shape))
  if (chunk === undefined) throw new Error('the shape is painted nowhere')
  return chunk.top
}
