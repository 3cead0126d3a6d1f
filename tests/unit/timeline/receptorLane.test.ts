import { describe, expect, test } from 'vitest'
import { drawTimeline } from '../../../shared/timeline/drawTimeline.ts'
import type { Drawing } from '../../../shared/timeline/shape.ts'
import {
  buildAxis,
  buildBoard,
  buildResult,
  buildSpecimen,
  entryId,
  fact,
  place,
} from './buildBoard.ts'
import { monthOf, textsOf, withRole } from './readDrawing.ts'

const LABELS = 400
const WIDTH = 1400

describe('the receptor lane', () => {
  const sizes = { width: WIDTH, rowHeight: 19, labelWidth: LABELS } as const
  const axis = buildAxis({ [`${entryId(1)}:start`]: place(12, null) })

  function cellOf(changes: Parameters<typeof buildResult>[1]): Drawing {
    const results = [buildResult('ER', changes)]
    const board = buildBoard({ specimens: [buildSpecimen(1, { results })] })
    return drawTimeline({ board, axis, density: 'screen', selected: null, ...sizes })
  }

  test('a specimen begins at its earliest possible date, with a tick there and a line that fades', () => {
    const drawing = cellOf({})
    const [tick] = withRole(drawing, 'collected.tick')
    const [along] = withRole(drawing, 'collected')
    const value = textsOf(drawing).find(shape => shape.text === '80 %')
    expect(tick?.kind === 'line' && monthOf(drawing)(tick.x1)).toBe(12)
    expect(along?.kind === 'line' && along.fade.right > 0).toBe(true)
    const [meter] = withRole(drawing, 'meter')
    expect(meter?.kind === 'rect' && Math.round(monthOf(drawing)(meter.x))).toBe(12)
    expect(value).toBeDefined()
  })

  test('two readings stand beside each other, and the bar is solid to the lower, striped to the higher', () => {
    const drawing = cellOf({
      value: fact('v', '90 % | 9 %', ['X2']),
      bar: { low: 9, high: 90 },
    })
    const [solid] = withRole(drawing, 'meter.fill')
    const [open] = withRole(drawing, 'meter.open')
    expect(solid?.kind === 'rect' && solid.width).toBeCloseTo(38 * 0.09, 1)
    expect(open?.kind === 'rect' && open.width).toBeCloseTo(38 * 0.81, 1)
    expect(textsOf(drawing).map(shape => shape.text)).toEqual(
      expect.arrayContaining(['90 % | 9 %', 'X2']),
    )
    expect(withRole(drawing, 'notEqual')).toHaveLength(3)
  })

  test('what is not reported has its words in a dashed box, and no bar', () => {
    const drawing = cellOf({
      value: fact('v', 'not reported', [], 'missing'),
      bar: null,
      missing: true,
    })
    expect(withRole(drawing, 'missingBox')).toHaveLength(1)
    expect([...withRole(drawing, 'meter'), ...withRole(drawing, 'meter.fill')]).toEqual([])
  })

  test('a status without a percentage has an empty dashed bar', () => {
    const board = buildBoard({
      specimens: [
        buildSpecimen(1),
        buildSpecimen(2, {
          results: [buildResult('ER', { value: fact('w', 'negative'), bar: null })],
        }),
      ],
    })
    const drawing = drawTimeline({ board, axis, density: 'screen', selected: null, ...sizes })
    expect(withRole(drawing, 'meter.empty')).toHaveLength(1)
  })

  test('a changed call is a filled flag; a changed value is quiet', () => {
    const flagged = cellOf({
      flag: { direction: 'down', fact: fact('f', 'positive → negative') },
      change: { direction: 'down', fact: fact('c', 'from 90 %') },
    })
    expect(withRole(flagged, 'flag')).toHaveLength(1)
    expect(withRole(flagged, 'triangle.flag')).toHaveLength(1)
    const changed = cellOf({ change: { direction: 'both', fact: fact('c', 'undecidable') } })
    expect(withRole(changed, 'flag')).toEqual([])
    expect(withRole(changed, 'triangle')).toHaveLength(2)
  })

  test('specimens of nearly one date never overlap: the later one is pushed right, with a line to its date', () => {
    const specimens = [1, 2].map(n => buildSpecimen(n, { label: String(n) }))
    const near = buildAxis({
      [`${entryId(1)}:start`]: place(12, 12),
      [`${entryId(2)}:start`]: place(12.5, 12.5),
    })
    const board = buildBoard({ specimens })
    const drawing = drawTimeline({ board, axis: near, density: 'screen', selected: null, ...sizes })
    const [first, second] = drawing.rows
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeLessThanOrEqual((second?.x ?? 0) + 4)
    expect(withRole(drawing, 'leader').length).toBeGreaterThan(0)
  })

  test('the switch between the rules stands over the calls that turn on them', () => {
    const drawing = cellOf({})
    expect(drawing.ruleSwitch.map(box => box.cutoff)).toEqual(['>=1', '>=10', '>10'])
  })
})
