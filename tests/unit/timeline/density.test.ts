import { describe, expect, test } from 'vitest'
import type { EventKey, Place } from '../../../shared/board/axis.ts'
import { drawTimeline, type TimelineOptions } from '../../../shared/timeline/drawTimeline.ts'
import { gapsOf } from '../../../shared/timeline/gaps.ts'
import type { Drawing } from '../../../shared/timeline/shape.ts'
import { drawingToSvg } from '../../../shared/timeline/toSvg.ts'
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
import { overlaps, textBoxes, textsOf, withRole } from './readDrawing.ts'

const SIZES = { width: 1400, rowHeight: 19, labelWidth: 400, density: 'screen' } as const

type More = Partial<TimelineOptions>

function studies(count: number, at: (i: number) => Place | undefined, more: More = {}): Drawing {
  const board = buildBoard({
    imaging: Array.from({ length: count }, (_, i) =>
      buildImaging(i + 1, { caption: fact(`imaging.${i}.caption`, `scan ${i + 1}`) }),
    ),
  })
  const places = Array.from(
    { length: count },
    (_, i) => [`${entryId(i + 1)}:start`, at(i)] as const,
  )
  const axis = buildAxis(Object.fromEntries(places.filter(([, p]) => p !== undefined)))
  return drawTimeline({ board, axis, selected: null, ...SIZES, ...more })
}

/** Numbers in the marks, in order of time. */
function counts(drawing: Drawing): number[] {
  return textsOf(drawing)
    .filter(shape => shape.role === 'text.mark')
    .map(shape => Number(shape.text))
}

const words = (drawing: Drawing) => textsOf(drawing).map(shape => shape.text)

describe('events of one time', () => {
  test('share a mark with their count, and each of them says that it stands there with the others', () => {
    const drawing = studies(3, () => place(12, 12))
    expect(counts(drawing)).toEqual([3])
    expect(drawing.rows.map(row => row.stack.length)).toEqual([3, 3, 3])
    expect(words(drawing)).toEqual(expect.arrayContaining(['scan 1', 'scan 2', 'scan 3']))
  })

  test('are one thing to press where they are more than six, and none of them is lost', () => {
    const drawing = studies(9, () => place(12, 12))
    expect(counts(drawing)).toEqual([9])
    expect(drawing.rows).toHaveLength(1)
    expect(drawing.rows[0]?.stack.map(one => one.entry)).toEqual(
      Array.from({ length: 9 }, (_, i) => entryId(i + 1)),
    )
    expect(drawing.rows[0]?.label).toMatch(/^9 events at one mark/)
  })

  test('the selected one of a stack is what its mark stands for', () => {
    const drawing = studies(9, () => place(12, 12), { selected: entryId(5) })
    expect(drawing.rows[0]?.entry).toBe(entryId(5))
  })
})

describe('more events than a row has room for', () => {
  const dense = (more: More = {}) => studies(200, i => place(i / 5, i / 5), more)

  test('become marks with counts that add up to all of them', () => {
    const drawing = dense()
    const single = withRole(drawing, 'square').length - counts(drawing).length
    expect(counts(drawing).reduce((sum, count) => sum + count, single)).toBe(200)
    const listed = new Set(
      drawing.rows.flatMap(row => [row.entry, ...row.stack.map(one => one.entry)]),
    )
    expect(listed.size).toBe(200)
  })

  test('part as the axis is zoomed in', () => {
    expect(counts(dense({ zoom: 8 })).length).toBeLessThan(
      withRole(dense({ zoom: 8 }), 'square').length,
    )
    expect(withRole(dense({ zoom: 8 }), 'square').length).toBeGreaterThan(
      withRole(dense(), 'square').length * 2,
    )
  })

  test('stay as few rows as two events have', () => {
    const lane = (drawing: Drawing) => drawing.lanes.find(one => one.name === 'imaging')?.height
    expect(lane(dense()) ?? 0).toBeLessThanOrEqual((lane(studies(2, i => place(i, i))) ?? 0) + 40)
  })

  test('say every one of them in the text alternative', () => {
    const all = dense().texts.join('\n')
    expect(dense().texts.filter(text => text.startsWith('Imaging')).length).toBe(200)
    expect(all).toContain('Imaging')
  })

  test('have no words over each other', () => {
    for (const zoom of [1, 3, 12]) {
      expect(overlaps(textBoxes(dense({ zoom }), 'screen'))).toEqual([])
    }
  })
})

describe('events without any date', () => {
  test('stand on a shelf that says how many they are, below the dated ones', () => {
    const drawing = studies(5, i => (i < 3 ? place(i * 10, i * 10) : undefined))
    expect(words(drawing)).toContain('Not dated · 2')
    const y = (text: string) => textsOf(drawing).find(one => one.text === text)?.spans[0]?.y ?? 0
    expect(y('scan 4')).toBeGreaterThan(y('scan 1'))
  })

  test('stay in the window at every zoom', () => {
    const drawing = studies(5, i => (i < 3 ? place(i * 10, i * 10) : undefined), { zoom: 10 })
    const shelf = drawing.shapes.slice(drawing.pinnedFrom)
    const said = shelf.flatMap(shape => (shape.kind === 'text' ? [shape] : []))
    expect(said.map(shape => shape.text)).toEqual(
      expect.arrayContaining(['Not dated · 2', 'scan 4', 'scan 5']),
    )
    for (const { spans } of said) expect(spans[0]?.x ?? 0).toBeLessThan(SIZES.width)
    expect(drawing.rows.filter(row => !row.moves).map(row => row.entry)).toEqual([
      entryId(4),
      entryId(5),
    ])
  })

  test('are one mark with their number where they are more than twelve', () => {
    const drawing = studies(20, () => undefined)
    expect(words(drawing)).toContain('Not dated · 20')
    expect(counts(drawing)).toEqual([20])
  })
})

describe('more sites than rows', () => {
  const manySites = (more: More = {}) => {
    const board = buildBoard({
      sites: Array.from({ length: 30 }, (_, i) =>
        buildSite(i + 1, {
          group: i < 26 ? 'Bone' : 'Liver',
          certainty: i % 2 === 0 ? 'confirmed' : 'suspected',
        }),
      ),
    })
    const places = Array.from({ length: 30 }, (_, i) => [`${entryId(i + 1)}:start`, place(i, i)])
    const axis = buildAxis(Object.fromEntries(places))
    return drawTimeline({ board, axis, selected: null, ...SIZES, ...more })
  }

  test('are folded by organ with their count and certainty', () => {
    const drawing = manySites()
    expect(words(drawing)).toEqual(
      expect.arrayContaining([
        '26 sites: 13 confirmed, 13 suspected',
        '4 sites: 2 confirmed, 2 suspected',
      ]),
    )
    expect(drawing.rows.map(row => row.label)).toEqual([
      'Bone: 26 sites: 13 confirmed, 13 suspected, folded',
      'Liver: 4 sites: 2 confirmed, 2 suspected, folded',
    ])
  })

  test('open by organ when they are pressed, or when one of them is selected', () => {
    const key = manySites().rows[1]?.opens ?? ''
    expect(manySites({ opened: new Set([key]) }).rows).toHaveLength(5)
    expect(manySites({ selected: entryId(28) }).rows).toHaveLength(5)
  })
})

describe('more treatments than rows', () => {
  test('are folded by line with their count', () => {
    const board = buildBoard({
      systemic: Array.from({ length: 30 }, (_, i) =>
        buildSystemic(i + 1, {
          line: fact(`systemic.${i}.line`, i < 20 ? '1' : '2'),
          setting: fact(`systemic.${i}.setting`, 'palliative'),
          ongoing: i === 29,
        }),
      ),
    })
    const places = Array.from({ length: 30 }, (_, i) => [
      [`${entryId(i + 1)}:start` as EventKey, place(i, i)],
      [`${entryId(i + 1)}:end` as EventKey, place(i + 1, i + 1)],
    ]).flat()
    const drawing = drawTimeline({
      board,
      axis: buildAxis(Object.fromEntries(places)),
      selected: null,
      ...SIZES,
    })
    expect(drawing.rows.map(row => row.label)).toEqual([
      'palliative, line 1: 20 treatments, folded',
      'palliative, line 2: 10 treatments, 1 ongoing, folded',
    ])
    expect(withRole(drawing, 'bar.endocrine')).toHaveLength(30)
  })
})

describe('a lane that is collapsed', () => {
  test('says how many are out of view and keeps a tick at each time', () => {
    const drawing = studies(5, i => place(i * 5, i * 5), { collapsed: new Set(['imaging']) })
    expect(words(drawing)).toContain('5 events out of view')
    expect(withRole(drawing, 'assessment')).toHaveLength(5)
    expect(drawing.lanes.find(one => one.name === 'imaging')).toMatchObject({
      isCollapsed: true,
      count: 5,
    })
    expect(drawing.rows).toEqual([])
  })
})

describe('a folded gap', () => {
  const board = buildBoard({ sites: [buildSite(1), buildSite(2)] })
  const axis = buildAxis(
    {
      [`${entryId(1)}:start`]: place(0, 0),
      [`${entryId(2)}:start`]: place(110, 110),
    },
    { to: 120, ticks: [] },
  )
  const folds = gapsOf(axis)
  const drawing = drawTimeline({ board, axis, selected: null, folds, ...SIZES })

  test('is a strip between two zigzags through all lanes, with its length at the scale', () => {
    expect(folds).toMatchObject([{ from: 1, to: 109 }])
    expect(withRole(drawing, 'fold')).toHaveLength(1)
    const [strip] = withRole(drawing, 'fold')
    if (strip?.kind !== 'rect') throw new Error('no strip')
    expect(strip.y).toBe(drawing.headHeight)
    expect(strip.y + strip.height).toBeCloseTo(drawing.height, 1)
    expect(withRole(drawing, 'fold.edge')).toHaveLength(2)
    expect(words(drawing)).toEqual(expect.arrayContaining(['9', 'years']))
  })

  test('leaves what happened before and after it in its order, closer together', () => {
    const open = drawTimeline({ board, axis, selected: null, ...SIZES })
    const xs = (of: Drawing) =>
      withRole(of, 'diamond.confirmed').map(shape =>
        shape.kind === 'path' ? (shape.points[0]?.[0] ?? 0) : 0,
      )
    const [before = 0, after = 0] = xs(drawing)
    expect(before).toBeLessThan(after)
    expect(drawing.time.folds).toHaveLength(1)
    expect(open.time.folds).toHaveLength(0)
    const [strip] = withRole(drawing, 'fold')
    if (strip?.kind !== 'rect') throw new Error('no strip')
    expect(strip.x).toBeGreaterThan(before)
    expect(strip.x + strip.width).toBeLessThan(after)
  })

  test('prints the same, as vectors', () => {
    const paper = drawTimeline({
      board,
      axis,
      selected: null,
      folds,
      width: 520,
      labelWidth: 120,
      rowHeight: 9.6,
      density: 'paper',
    })
    expect(withRole(paper, 'fold.edge')).toHaveLength(2)
    const svg = drawingToSvg(paper, 'paper')
    expect(svg).toContain('>years<')
    expect(svg.match(/<path d="M[^"]{200,}"/g)?.length).toBe(2)
  })
})

describe('what is new or changed', () => {
  test('has a dot in a ring before it, in a row and at a mark, and nothing else has', () => {
    const board = buildBoard({
      sites: [buildSite(1), buildSite(2)],
      local: [buildLocal(3), buildLocal(4)],
    })
    const axis = buildAxis(
      Object.fromEntries([1, 2, 3, 4].map(n => [`${entryId(n)}:start`, place(n * 8, n * 8)])),
    )
    const marked = new Set([entryId(2), entryId(3)])
    const drawing = drawTimeline({ board, axis, selected: null, marked, ...SIZES })
    expect(withRole(drawing, 'new').map(shape => shape.entry)).toEqual(
      expect.arrayContaining([entryId(2), entryId(3)]),
    )
    expect(withRole(drawing, 'new')).toHaveLength(2)
    expect(withRole(drawing, 'new.dot')).toHaveLength(2)
  })

  test.each(['values', 'trend'] as const)(
    'has it before a specimen’s letter too, whether values or their charts are drawn: %s',
    receptors => {
      const results = [buildResult('ER', { spans: [{ low: 80, high: 80 }] })]
      const board = buildBoard({
        markers: ['ER'],
        specimens: [
          buildSpecimen(1, { label: 'B', results }),
          buildSpecimen(2, { label: 'A', results }),
        ],
      })
      const axis = buildAxis({
        [`${entryId(1)}:start`]: place(30, 30),
        [`${entryId(2)}:start`]: place(4, 4),
      })
      const marked = new Set([entryId(1)])
      const drawing = drawTimeline({ board, axis, selected: null, marked, receptors, ...SIZES })
      const [dot, ...more] = withRole(drawing, 'new.dot')
      expect(more).toEqual([])
      const letter = withRole(drawing, 'letter').find(shape => shape.entry === entryId(1))
      if (dot?.kind !== 'rect' || letter?.kind !== 'rect') throw new Error('it is not drawn')
      expect(dot.entry).toBe(entryId(1))
      expect(dot.x + dot.width).toBeLessThan(letter.x)
      expect(letter.x - dot.x).toBeLessThan(20)
    },
  )
})

describe('today', () => {
  test('is a line where the scale reaches it, and nothing beyond its ends', () => {
    const at = (today: number) =>
      withRole(
        studies(2, i => place(i, i), { today }),
        'today',
      ).length
    expect(at(20)).toBe(1)
    expect(at(400)).toBe(0)
    expect(at(-3)).toBe(0)
  })
})
