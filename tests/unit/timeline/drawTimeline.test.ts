import { describe, expect, test } from 'vitest'
import { FAMILIES } from '../../../shared/board/board.ts'
import { drawTimeline } from '../../../shared/timeline/drawTimeline.ts'
import { FAMILY_PATTERN } from '../../../shared/timeline/families.ts'
import {
  buildAxis,
  buildBoard,
  buildImaging,
  buildLocal,
  buildSite,
  buildSpecimen,
  entryId,
  fact,
  place,
} from './buildBoard.ts'
import { textsOf, withRole } from './readDrawing.ts'

const LABELS = 400
const WIDTH = 1400

test('every drug family has a pattern of its own', () => {
  const patterns = FAMILIES.map(family => JSON.stringify(FAMILY_PATTERN[family]))
  expect(new Set(patterns).size).toBe(FAMILIES.length)
})

describe('marks at a time', () => {
  const sizes = { width: WIDTH, rowHeight: 19, labelWidth: LABELS } as const

  test('studies of one time share a square with their count, and all their words stand beside it', () => {
    const imaging = [1, 2, 3].map(n =>
      buildImaging(n, { caption: fact(`caption.${n}`, `study ${n}`) }),
    )
    const axis = buildAxis(
      Object.fromEntries([1, 2, 3].map(n => [`${entryId(n)}:start`, place(5, 5)])),
    )
    const board = buildBoard({ imaging })
    const drawing = drawTimeline({ board, axis, density: 'screen', selected: null, ...sizes })
    expect(withRole(drawing, 'square')).toHaveLength(1)
    expect(textsOf(drawing).map(shape => shape.text)).toEqual(
      expect.arrayContaining(['3', 'study 1', 'study 2', 'study 3']),
    )
  })

  test('a study without a date stands in a line that fades at both ends, not at a time', () => {
    const board = buildBoard({ imaging: [buildImaging(1)] })
    const axis = buildAxis({})
    const drawing = drawTimeline({ board, axis, density: 'screen', selected: null, ...sizes })
    const fades = withRole(drawing, 'possible').map(shape =>
      shape.kind === 'line' ? [shape.fade.left > 0, shape.fade.right > 0] : [],
    )
    expect(fades).toEqual([
      [true, false],
      [false, true],
    ])
  })

  test('local treatments whose words would meet go on lines of their own', () => {
    const local = [1, 2].map(n =>
      buildLocal(n, { caption: fact(`caption.${n}`, 'a long description of what was irradiated') }),
    )
    const axis = buildAxis({
      [`${entryId(1)}:start`]: place(20, 20),
      [`${entryId(2)}:start`]: place(20.5, 20.5),
    })
    const board = buildBoard({ local })
    const drawing = drawTimeline({ board, axis, density: 'screen', selected: null, ...sizes })
    const tops = withRole(drawing, 'box.local').map(shape => (shape.kind === 'rect' ? shape.y : 0))
    expect(new Set(tops).size).toBe(2)
  })
})

test('an empty board keeps its lanes and says what is not recorded', () => {
  const sizes = { width: WIDTH, rowHeight: 19, labelWidth: LABELS } as const
  const board = buildBoard()
  const drawing = drawTimeline({
    board,
    axis: buildAxis({}),
    density: 'screen',
    selected: null,
    ...sizes,
  })
  expect(drawing.lanes.map(lane => lane.name)).toEqual([
    'sites',
    'receptors',
    'treatment',
    'imaging',
  ])
  expect(textsOf(drawing).map(shape => shape.text)).toEqual(
    expect.arrayContaining([
      'No site is recorded.',
      'No specimen is recorded.',
      'No treatment is recorded.',
      'No study is recorded.',
    ]),
  )
})

test('what is selected is tinted over its row, on its band and in its letter', () => {
  const board = buildBoard({ sites: [buildSite(1)], specimens: [buildSpecimen(2)] })
  const axis = buildAxis(
    { [`${entryId(1)}:start`]: place(11, 12), [`${entryId(2)}:start`]: place(12, 12) },
    { bands: [{ from: 11, to: 12, entry: entryId(1) }] },
  )
  const options = { board, axis, width: WIDTH, rowHeight: 19, labelWidth: LABELS } as const
  const site = drawTimeline({ ...options, density: 'screen', selected: entryId(1) })
  const specimen = drawTimeline({ ...options, density: 'screen', selected: entryId(2) })
  expect(withRole(site, 'row.selected')).toHaveLength(1)
  expect(withRole(site, 'band.selected')).toHaveLength(1)
  expect(withRole(specimen, 'letter.selected')).toHaveLength(1)
  expect(withRole(specimen, 'row.selected')).toEqual([])
})

test('a label of the scale gives way to a recorded date, and the zero is always there', () => {
  const ticks = [
    { at: 0, label: '0', weight: 'key' as const },
    { at: 11.8, label: '12th', weight: 'key' as const },
    { at: 12, label: '12', weight: 'grid' as const },
    { at: 24, label: '24', weight: 'grid' as const },
  ]
  const axis = buildAxis({ [`${entryId(1)}:start`]: place(null, 0) }, { ticks })
  for (const [density, width, labelWidth] of [
    ['screen', 1540, 450],
    ['compact', 776, 232],
    ['paper', 531, 122],
  ] as const) {
    const board = buildBoard({ sites: [buildSite(1)] })
    const drawing = drawTimeline({
      board,
      axis,
      width,
      labelWidth,
      rowHeight: density === 'paper' ? 9.6 : 15,
      density,
      selected: null,
    })
    const labels = drawing.shapes.flatMap(shape =>
      shape.kind === 'text' && shape.role.startsWith('text.tick') ? [shape.text] : [],
    )
    expect(labels).toEqual(expect.arrayContaining(['before surgery', '0', '12th', '24']))
    expect(labels).not.toContain('12')
  }
})
