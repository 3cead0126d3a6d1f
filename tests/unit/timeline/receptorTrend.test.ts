import { expect, test } from 'vitest'
import type { Board, BoardSpecimen } from '../../../shared/board/board.ts'
import { drawTimeline } from '../../../shared/timeline/drawTimeline.ts'
import type { Density } from '../../../shared/timeline/metrics.ts'
import type { Drawing, LineShape, RectShape } from '../../../shared/timeline/shape.ts'
import { buildAxis, buildBoard, buildResult, buildSpecimen, fact, place } from './buildBoard.ts'
import { onMarks, outside, overlaps, textBoxes, textsOf, withRole } from './readDrawing.ts'

type Span = BoardSpecimen['results'][number]['spans'][number]

const at = (percent: number): Span => ({ low: percent, high: percent })

function er(n: number, spans: readonly Span[], text: string): BoardSpecimen['results'] {
  return [
    buildResult('ER', {
      value: fact(`er.${n}`, text),
      spans,
      bar: spans[0] === undefined ? null : { low: spans[0].low, high: spans[0].high },
    }),
  ]
}

/** Specimens of one marker, each at its month. */
function draw(
  of: readonly Readonly<{
    spans: readonly Span[]
    text?: string
    missing?: boolean
    when: ReturnType<typeof place>
  }>[],
  changes: Partial<Board> = {},
  density: Density = 'screen',
): Drawing {
  const specimens = of.map(({ spans, text = 'value', missing = false }, i) => {
    const [result] = er(i, spans, text)
    return buildSpecimen(i + 1, {
      label: String.fromCharCode(65 + i),
      results: result === undefined ? [] : [{ ...result, missing }],
    })
  })
  const places = Object.fromEntries(
    specimens.map((specimen, i) => [`${specimen.entry}:start`, of[i]?.when ?? place(0, 0)]),
  )
  return drawTimeline({
    board: buildBoard({ specimens, ...changes }),
    axis: buildAxis(places),
    width: 1540,
    rowHeight: 19,
    labelWidth: 450,
    density,
    selected: null,
    receptors: 'trend',
  })
}

const rects = (drawing: Drawing, role: RectShape['role']) => withRole(drawing, role) as RectShape[]
const lines = (drawing: Drawing, role: LineShape['role']) => withRole(drawing, role) as LineShape[]

/** Height of a stroke's middle as a percentage of its plot, by the plot's own frame. */
function percentOf(drawing: Drawing, { y, height }: RectShape): number {
  const [top = 0, bottom = 0] = lines(drawing, 'trend.frame').map(line => line.y1)
  return Math.round((100 * (bottom - (y + height / 2))) / (bottom - top))
}

test('a value stands at its height between 0 and 100 %, at its time', () => {
  const drawing = draw([
    { spans: [at(80)], when: place(0, 0) },
    { spans: [at(10)], when: place(31, 32) },
  ])
  const values = rects(drawing, 'trend.value')
  expect(values.map(value => percentOf(drawing, value))).toEqual([80, 10])
  expect(values[0]?.x).toBeLessThan(values[1]?.x ?? 0)
})

test('readings that disagree are a striped range with a stroke at each of them', () => {
  const drawing = draw([{ spans: [at(90), at(9)], when: place(0, 0) }])
  expect(rects(drawing, 'trend.value').map(value => percentOf(drawing, value))).toEqual([90, 9])
  const [range] = rects(drawing, 'meter.open')
  const [top = 0, bottom = 0] = lines(drawing, 'trend.frame').map(line => line.y1)
  expect(range?.height).toBeCloseTo((bottom - top) * 0.81, 0)
})

test('a band or comparator is drawn over all that it can stand for, and not as a point', () => {
  const drawing = draw([{ spans: [{ low: 0, high: 10 }], text: '<10 %', when: place(0, 0) }])
  expect(rects(drawing, 'trend.value')).toEqual([])
  const [range] = rects(drawing, 'trend.range')
  const [top = 0, bottom = 0] = lines(drawing, 'trend.frame').map(line => line.y1)
  expect(range?.height).toBeCloseTo((bottom - top) * 0.1, 0)
})

test('lines join specimens in order, each with every reading that the next leaves open', () => {
  const drawing = draw([
    { spans: [at(80)], when: place(0, 0) },
    { spans: [at(90), at(9)], when: place(11, 11) },
    { spans: [at(50)], when: place(32, 32) },
  ])
  expect(lines(drawing, 'trend.link')).toHaveLength(4)
})

test.each([
  ['a missing value', true, 'not reported'],
  ['a status without a percentage', false, 'negative'],
])('no line leads over %s, whose words stand in its place', (_, missing, text) => {
  const drawing = draw([
    { spans: [at(80)], when: place(0, 0) },
    { spans: [], missing, text, when: place(11, 11) },
    { spans: [at(50)], when: place(32, 32) },
  ])
  expect(lines(drawing, 'trend.link')).toEqual([])
  expect(textsOf(drawing).map(shape => shape.text)).toContain(text)
  expect(rects(drawing, 'meter.empty')).toHaveLength(missing ? 0 : 1)
  expect(rects(drawing, 'trend.value')).toHaveLength(2)
})

test('an open date fades at the end that was not recorded, and an interval is as wide as it is', () => {
  const drawing = draw([
    { spans: [at(10)], when: place(null, 0) },
    { spans: [at(20)], when: place(6, 12) },
    { spans: [at(30)], when: place(31, null) },
  ])
  const [before, within, after] = rects(drawing, 'trend.value')
  expect(before?.fade).toMatchObject({ right: 0 })
  expect(before?.fade.left).toBeGreaterThan(0)
  expect(within?.fade).toEqual({ left: 0, right: 0 })
  const perMonth = (drawing.time.width - drawing.time.before - drawing.time.after) / 40
  expect(within?.width).toBeCloseTo(6 * perMonth, 0)
  expect(after?.fade).toMatchObject({ left: 0 })
  expect(after?.fade.right).toBeGreaterThan(0)
})

test('the cut-off in force is named and drawn at its height; a marker without one says so', () => {
  const two = buildSpecimen(1, {
    results: [buildResult('ER', { spans: [at(50)] }), buildResult('Ki-67', { spans: [at(20)] })],
  })
  const drawing = drawTimeline({
    board: buildBoard({ specimens: [two], markers: ['ER', 'Ki-67'] }),
    axis: buildAxis({ [`${two.entry}:start`]: place(0, 0) }),
    width: 1540,
    rowHeight: 19,
    labelWidth: 450,
    density: 'screen',
    selected: null,
    receptors: 'trend',
  })
  expect(lines(drawing, 'trend.cut')).toHaveLength(1)
  const said = textsOf(drawing).map(shape => shape.text)
  expect(said).toContain('cut-off ≥ 1 %')
  expect(said).toContain('no cut-off')
})

test.each(['screen', 'compact', 'paper'] as const)(
  'no words lie over others or leave the drawing, at %s',
  density => {
    const drawing = draw(
      Array.from({ length: 12 }, (_, i) => ({
        spans: i % 4 === 3 ? [] : [at((i * 37) % 100)],
        missing: i % 4 === 3,
        text: i % 4 === 3 ? 'not reported' : `${(i * 37) % 100} %`,
        when: place(i * 3, i * 3 + 1),
      })),
      {},
      density,
    )
    const boxes = textBoxes(drawing, density)
    expect(overlaps(boxes)).toEqual([])
    expect(outside(boxes, drawing)).toEqual([])
    expect(onMarks(boxes, drawing)).toEqual([])
  },
)

test('the switch has its place where there is a percentage to chart, and none otherwise', () => {
  expect(draw([{ spans: [at(80)], when: place(0, 0) }]).viewSwitch).not.toBeNull()
  expect(draw([{ spans: [], missing: true, when: place(0, 0) }]).viewSwitch).toBeNull()
  expect(draw([{ spans: [at(80)], when: place(0, 0) }], {}, 'paper').viewSwitch).toBeNull()
})

test('every specimen can be selected in the charts, with the words it has in the columns', () => {
  const drawing = draw([
    { spans: [at(80)], text: '80 %', when: place(0, 0) },
    { spans: [at(50)], text: '50 %', when: place(11, 11) },
  ])
  expect(drawing.rows.map(row => row.label)).toEqual([
    expect.stringMatching(/^Specimen A: Scalp.*ER 80 %/),
    expect.stringMatching(/^Specimen B: Scalp.*ER 50 %/),
  ])
})
