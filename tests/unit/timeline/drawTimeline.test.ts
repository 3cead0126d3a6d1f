import { describe, expect, test } from 'vitest'
import type { Place } from '../../../shared/board/axis.ts'
import { FAMILIES } from '../../../shared/board/board.ts'
import { drawTimeline } from '../../../shared/timeline/drawTimeline.ts'
import { FAMILY_PATTERN } from '../../../shared/timeline/families.ts'
import type { Drawing } from '../../../shared/timeline/shape.ts'
import {
  buildAxis,
  buildBoard,
  buildImaging,
  buildLocal,
  buildResult,
  buildSite,
  buildSpecimen,
  buildSystemic,
  entryId,
  fact,
  place,
} from './buildBoard.ts'
import { textsOf, withRole } from './readDrawing.ts'

const LABELS = 400
const WIDTH = 1400

function siteAt(start: Place | undefined, end?: Place): Drawing {
  const board = buildBoard({ sites: [buildSite(1)] })
  const places = {
    [`${entryId(1)}:start`]: start,
    ...(end === undefined ? {} : { [`${entryId(1)}:end`]: end }),
    // Something before the axis keeps the zone there, so that positions do not depend on the date tried.
    [`${entryId(9)}:start`]: place(null, 0),
  }
  const axis = buildAxis(Object.fromEntries(Object.entries(places).filter(([, p]) => p)))
  const sizes = { width: WIDTH, rowHeight: 19, labelWidth: LABELS } as const
  return drawTimeline({ board, axis, density: 'screen', selected: null, ...sizes })
}

function systemicAt(
  start: Place | undefined,
  end: Place | undefined,
  changes: Parameters<typeof buildSystemic>[1] = {},
): Drawing {
  const board = buildBoard({ systemic: [buildSystemic(1, changes)] })
  const places = {
    [`${entryId(1)}:start`]: start,
    [`${entryId(1)}:end`]: end,
    [`${entryId(9)}:start`]: place(null, 0),
  }
  const axis = buildAxis(Object.fromEntries(Object.entries(places).filter(([, p]) => p)))
  const sizes = { width: WIDTH, rowHeight: 19, labelWidth: LABELS } as const
  return drawTimeline({ board, axis, density: 'screen', selected: null, ...sizes })
}

/** Where a month lies, from the grid of the drawing itself. */
function monthOf(drawing: Drawing): (x: number) => number {
  const zero = drawing.shapes.find(shape => shape.role === 'grid.zero')
  const grid = drawing.shapes.filter(shape => shape.role === 'grid')
  const six = grid[0]
  if (zero?.kind !== 'line' || six?.kind !== 'line') throw new Error('no grid')
  const month = (six.x1 - zero.x1) / 6
  // Adding 0 turns a minus zero into zero.
  return x => Math.round(((x - zero.x1) / month) * 10) / 10 + 0
}

type Bounds = Readonly<{ from: number; to: number; fadesIn: boolean; fadesOut: boolean }>

function bar(drawing: Drawing, role: 'bar.confirmed' | 'bar.endocrine'): Bounds | null {
  const [shape] = withRole(drawing, role)
  if (shape?.kind !== 'rect') return null
  const at = monthOf(drawing)
  return {
    from: at(shape.x),
    to: at(shape.x + shape.width),
    fadesIn: shape.fade.left > 0,
    fadesOut: shape.fade.right > 0,
  }
}

function brackets(drawing: Drawing): string[] {
  const at = monthOf(drawing)
  return withRole(drawing, 'bracket').flatMap(shape => {
    if (shape.kind !== 'path') return []
    const [arm, corner] = shape.points
    if (arm === undefined || corner === undefined) return []
    return [`${arm[0] > corner[0] ? '[' : ']'}${at(corner[0])}`]
  })
}

function dashes(drawing: Drawing): Bounds[] {
  const at = monthOf(drawing)
  return withRole(drawing, 'possible').flatMap(shape =>
    shape.kind === 'line'
      ? [
          {
            from: at(shape.x1),
            to: at(shape.x2),
            fadesIn: shape.fade.left > 0,
            fadesOut: shape.fade.right > 0,
          },
        ]
      : [],
  )
}

function diamondAt(drawing: Drawing): number | null {
  const [shape] = withRole(drawing, 'diamond.confirmed')
  const top = shape?.kind === 'path' ? shape.points[0] : undefined
  return top === undefined ? null : monthOf(drawing)(top[0])
}

describe('a site is drawn from when it was first seen, in the precision of its date', () => {
  test('a day: a sharp edge with the mark on it, and a fade where its end is not recorded', () => {
    const drawing = siteAt(place(12, 12))
    expect(diamondAt(drawing)).toBe(12)
    expect(bar(drawing, 'bar.confirmed')).toMatchObject({
      from: 12,
      fadesIn: false,
      fadesOut: true,
    })
    expect([brackets(drawing), dashes(drawing)]).toEqual([[], []])
  })

  test('“in the 12th month”: the mark in the middle of the interval', () => {
    const drawing = siteAt(place(11, 12))
    expect(diamondAt(drawing)).toBe(11.5)
    expect(bar(drawing, 'bar.confirmed')).toMatchObject({ from: 11.5, fadesIn: false })
  })

  test('between two months: a bracket at the first, dashes up to the last, solid only from there', () => {
    const drawing = siteAt(place(6, 18))
    expect(brackets(drawing)).toEqual(['[6'])
    expect(dashes(drawing)).toEqual([{ from: 6, to: 18, fadesIn: false, fadesOut: false }])
    expect(diamondAt(drawing)).toBe(18)
    expect(bar(drawing, 'bar.confirmed')).toMatchObject({ from: 18, fadesIn: false })
  })

  test('before a month: it fades in towards the recorded bound', () => {
    const drawing = siteAt(place(null, 0), place(0, 0))
    expect(bar(drawing, 'bar.confirmed')).toMatchObject({ to: 0, fadesIn: true, fadesOut: false })
    expect(diamondAt(drawing)).toBe(0)
  })

  test('after a month: a bracket at the bound, and dashes that fade out; no bar claims that it was there', () => {
    const drawing = siteAt(place(10, null))
    expect(brackets(drawing)).toEqual(['[10'])
    expect(dashes(drawing)).toEqual([expect.objectContaining({ from: 10, fadesOut: true })])
    expect(bar(drawing, 'bar.confirmed')).toBeNull()
  })

  test('not dated at all: dashes that fade at both ends, and the words beside them', () => {
    const drawing = siteAt(undefined)
    expect(dashes(drawing)).toEqual([expect.objectContaining({ fadesIn: true, fadesOut: true })])
    expect([bar(drawing, 'bar.confirmed'), brackets(drawing)]).toEqual([null, []])
    expect(textsOf(drawing).map(shape => shape.text)).toContain('month 12')
  })

  test('a bound that is only where drawing ends is not drawn as recorded', () => {
    const drawing = siteAt({ low: 10, high: 20, lowKnown: true, highKnown: false, derived: false })
    expect(brackets(drawing)).toEqual(['[10'])
    expect(bar(drawing, 'bar.confirmed')).toBeNull()
  })

  test('an excluded site is a diamond struck through, without a bar', () => {
    const board = buildBoard({ sites: [buildSite(1, { certainty: 'excluded' })] })
    const axis = buildAxis({ [`${entryId(1)}:start`]: place(12, 12) })
    const sizes = { width: WIDTH, rowHeight: 19, labelWidth: LABELS } as const
    const drawing = drawTimeline({ board, axis, density: 'screen', selected: null, ...sizes })
    expect(withRole(drawing, 'diamond.excluded')).toHaveLength(1)
    expect(withRole(drawing, 'strike')).toHaveLength(1)
    expect(withRole(drawing, 'bar.excluded')).toEqual([])
  })
})

describe('a treatment is drawn from its beginning to its end', () => {
  test('both days recorded: sharp edges', () => {
    expect(bar(systemicAt(place(2, 2), place(9, 9)), 'bar.endocrine')).toEqual({
      from: 2,
      to: 9,
      fadesIn: false,
      fadesOut: false,
    })
  })

  test('begun in a month: a bracket at its first day, and soft until its last', () => {
    const drawing = systemicAt(place(2, 3), place(9, 9))
    expect(brackets(drawing)).toEqual(['[2'])
    expect(bar(drawing, 'bar.endocrine')).toEqual({
      from: 2,
      to: 9,
      fadesIn: true,
      fadesOut: false,
    })
  })

  test('ended in a month: soft through it, and a closing bracket at its last day', () => {
    const drawing = systemicAt(place(2, 2), place(9, 10))
    expect(brackets(drawing)).toEqual([']10'])
    expect(bar(drawing, 'bar.endocrine')).toMatchObject({ to: 10, fadesOut: true })
  })

  test('ended within a year: solid to its beginning, dashed through it, a closing bracket at its end', () => {
    const drawing = systemicAt(place(2, 2), place(12, 24))
    expect(bar(drawing, 'bar.endocrine')).toMatchObject({ from: 2, to: 12, fadesOut: false })
    expect(dashes(drawing)).toEqual([{ from: 12, to: 24, fadesIn: false, fadesOut: false }])
    expect(brackets(drawing)).toEqual([']24'])
  })

  test('ended before a month: a closing bracket there, and soft up to it', () => {
    const drawing = systemicAt(place(2, 2), place(null, 24))
    expect(bar(drawing, 'bar.endocrine')).toMatchObject({ to: 24, fadesOut: true })
    expect(brackets(drawing)).toEqual([']24'])
  })

  test('stop not recorded: it fades out', () => {
    const drawing = systemicAt(place(10, 10), undefined)
    expect(bar(drawing, 'bar.endocrine')).toMatchObject({ from: 10, fadesOut: true })
    expect(withRole(drawing, 'arrow')).toEqual([])
  })

  test('ongoing: a solid bar past the last date, with an arrow', () => {
    const drawing = systemicAt(place(10, 10), undefined, { ongoing: true })
    const drawn = bar(drawing, 'bar.endocrine')
    expect(drawn).toMatchObject({ from: 10, fadesIn: false, fadesOut: false })
    expect(drawn?.to).toBeGreaterThan(40)
    expect(withRole(drawing, 'arrow')).toHaveLength(1)
  })

  test('start not recorded, ongoing: it fades in towards the arrow', () => {
    const drawing = systemicAt(undefined, undefined, { ongoing: true })
    expect(bar(drawing, 'bar.endocrine')).toMatchObject({ fadesIn: true, fadesOut: false })
    expect(withRole(drawing, 'arrow')).toHaveLength(1)
  })

  test('eight months at some time after month 10: a block of eight months on dashes that fade out', () => {
    const details = [fact(`systemic.${entryId(1)}.duration`, '8 months')]
    const drawing = systemicAt(place(10, null), place(18, null), { details })
    const drawn = bar(drawing, 'bar.endocrine')
    expect(drawn).toMatchObject({ fadesIn: false, fadesOut: false })
    expect((drawn?.to ?? 0) - (drawn?.from ?? 0)).toBeCloseTo(8, 0)
    expect(drawn?.from).toBeGreaterThan(10)
    expect(brackets(drawing)).toEqual(['[10'])
    expect(dashes(drawing)).toEqual([expect.objectContaining({ from: 10, fadesOut: true })])
  })

  test('begun after a month, for a time not recorded: a bracket there, and soft on both sides', () => {
    const drawing = systemicAt(place(10, null), undefined)
    expect(brackets(drawing)).toEqual(['[10'])
    expect(bar(drawing, 'bar.endocrine')).toMatchObject({ from: 10, fadesIn: true, fadesOut: true })
  })

  test('two families share the bar, a strip for each', () => {
    const drawing = systemicAt(place(2, 2), place(9, 9), { families: ['endocrine', 'cdk46'] })
    const strips = [...withRole(drawing, 'bar.endocrine'), ...withRole(drawing, 'bar.cdk46')]
    const heights = strips.map(shape => (shape.kind === 'rect' ? shape.height : 0))
    expect(heights).toEqual([heights[0], heights[0]])
    expect(heights[0]).toBeLessThan(7)
  })
})

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
