import { describe, expect, test } from 'vitest'
import type { Axis, EventKey, Place } from '../../../shared/board/axis.ts'
import { drawTimeline, type TimelineOptions } from '../../../shared/timeline/drawTimeline.ts'
import type { Drawing } from '../../../shared/timeline/shape.ts'
import {
  buildAxis,
  buildBoard,
  buildImaging,
  buildLocal,
  buildResult,
  buildSite,
  buildSpecimen,
  entryId,
  fact,
  place,
} from './buildBoard.ts'
import { overlaps, textBoxes, textsOf, withRole } from './readDrawing.ts'

const SIZES = { width: 776, rowHeight: 14, labelWidth: 214, density: 'compact' } as const

function drawn(
  board: Parameters<typeof buildBoard>[0],
  starts: readonly (Place | undefined)[],
  more: Partial<TimelineOptions> & { changes?: Partial<Axis> } = {},
): Drawing {
  const places = starts.map((at, i) => [`${entryId(i + 1)}:start` as EventKey, at] as const)
  const { changes, ...options } = more
  const axis = buildAxis(Object.fromEntries(places.filter(([, at]) => at !== undefined)), changes)
  return drawTimeline({ board: buildBoard(board), axis, selected: null, ...SIZES, ...options })
}

const lineOf = (drawing: Drawing, text: string) =>
  textsOf(drawing).find(shape => shape.text === text)?.spans ?? []
const heightOf = (drawing: Drawing, name: string) =>
  drawing.lanes.find(lane => lane.name === name)?.height ?? 0

describe('a name too long for its column', () => {
  const name = 'Femur, right, “sub femoral segment” and what is near it'
  // No interval is drawn on a calendar: the row begins with the site itself.
  const site = (at: number, more = {}) =>
    drawn({ sites: [buildSite(1, { name: fact('name', name) })] }, [place(at, at)], {
      changes: { id: 'calendar' },
      ...more,
    })

  test('runs on into time on one line where the row begins with nothing', () => {
    const [first, ...more] = lineOf(site(30), name)
    expect(more).toEqual([])
    expect(first?.text).toBe(name)
    expect(overlaps(textBoxes(site(30), 'compact'))).toEqual([])
  })

  test('wraps where something stands in its way, and where time moves below it', () => {
    expect(lineOf(site(0), name).length).toBeGreaterThan(1)
    expect(lineOf(site(30, { zoom: 3 }), name).length).toBeGreaterThan(1)
    expect(lineOf(site(30, { density: 'screen' }), name).length).toBeLessThanOrEqual(2)
  })
})

describe('words of marks', () => {
  const local = (n: number, text: string) =>
    buildLocal(n, { caption: fact(`${n}.caption`, text), what: fact(`${n}.what`, text) })

  test('stand on the side that spares the row a line', () => {
    const first = 'left of its mark, as the right is wanted by another'
    const drawing = drawn(
      { local: [local(1, first), local(2, 'of the other, which ends there')] },
      [place(20, 20), place(38, 38)],
    )
    const [one] = lineOf(drawing, first)
    const [other] = lineOf(drawing, 'of the other, which ends there')
    expect(one?.y).toBe(other?.y)
  })

  test('of several at one time stand on both sides of their mark where one is too narrow', () => {
    const words = ['ultrasound of the right chest wall, 10.9 × 5.4 mm', 'MRI of it, with its size']
    const drawing = drawn(
      {
        imaging: words.map((text, i) =>
          buildImaging(i + 1, { caption: fact(`${i}.caption`, text) }),
        ),
      },
      [place(22, 22), place(22, 22)],
    )
    const [left] = lineOf(drawing, words[0] ?? '')
    const [right] = lineOf(drawing, words[1] ?? '')
    const [mark] = withRole(drawing, 'square')
    if (mark?.kind !== 'rect') throw new Error('there is no mark')
    expect(left?.y).toBe(right?.y)
    expect(left?.x).toBeLessThan(mark.x)
    expect(right?.x).toBeGreaterThan(mark.x)
  })

  test('do not repeat a date that the scale has in its own words', () => {
    const treated = buildLocal(1, {
      what: fact('what', '“radiation treatment”'),
      when: fact('when', 'Mar-2023'),
      caption: fact('caption', '“radiation treatment”, Mar-2023'),
    })
    const key = { at: 38, label: 'Mar-2023', weight: 'key' } as const
    const said = (lowerTicks: Axis['lowerTicks']) =>
      textsOf(drawn({ local: [treated] }, [place(38, 38)], { changes: { lowerTicks } })).map(
        ({ text }) => text,
      )
    expect(said([key])).toEqual(expect.arrayContaining(['“radiation treatment”', 'Mar-2023']))
    expect(said([key])).not.toContain('“radiation treatment”, Mar-2023')
    expect(said([])).toContain('“radiation treatment”, Mar-2023')
  })
})

describe('receptors where a line cannot hold all words of all columns', () => {
  const specimen = (n: number) =>
    buildSpecimen(n, {
      label: String(n),
      results: [
        buildResult('ER', {
          value: fact(`${n}.value`, '10 %', [`X${n}`]),
          call: fact(`${n}.call`, 'low positive'),
          change: { direction: 'down', fact: fact(`${n}.change`, 'from 80 %') },
          flag: { direction: 'down', fact: fact(`${n}.flag`, 'positive → low positive') },
        }),
      ],
    })
  const of = (count: number) => {
    const numbers = Array.from({ length: count }, (_, i) => i + 1)
    return drawn(
      { specimens: numbers.map(specimen) },
      numbers.map(n => place(n * 6, n * 6)),
    )
  }

  test('a flag says what the call is now, the value and its conflicts are as they were, and a row stays one line', () => {
    const texts = textsOf(of(3)).map(({ text }) => text)
    expect(texts.filter(text => text === 'low positive')).toHaveLength(3)
    expect(texts.filter(text => text === '10 %')).toHaveLength(3)
    expect(texts).toEqual(expect.arrayContaining(['X1', 'X2', 'X3']))
    expect(heightOf(of(3), 'receptors')).toBe(heightOf(of(1), 'receptors'))
  })

  test('where there is room a flag says both calls', () => {
    expect(textsOf(of(1)).map(({ text }) => text)).toContain('positive → low positive')
  })
})

test('the switches stand in the label column beside the names of the markers', () => {
  const results = [buildResult('ER'), buildResult('PR')]
  const drawing = drawn({ markers: ['ER', 'PR'], specimens: [buildSpecimen(1, { results })] }, [
    place(6, 6),
  ])
  const rowOf = (text: string) => lineOf(drawing, text)[0]?.y ?? 0
  for (const box of drawing.ruleSwitch) {
    expect(box.y).toBeLessThan(rowOf('ER'))
    expect(box.y + box.height).toBeGreaterThan(rowOf('ER'))
    expect(box.x + box.width).toBeLessThanOrEqual(SIZES.labelWidth)
  }
  expect(drawing.ruleSwitch.length).toBeGreaterThan(0)
})

test('the note of the scale runs on into time up to its first date, and wraps where time moves', () => {
  const lowerNote = fact('note', '≈ derived from what is stated by date and by interval')
  const lowerTicks = [{ at: 12, label: '≈ Jan-2020', weight: 'grid' }] as const
  const of = (zoom: number, before: Axis['before'] = null) =>
    drawn({}, [], { zoom, changes: { lowerNote, lowerTicks, before } })
  expect(lineOf(of(1), lowerNote.text)).toHaveLength(1)
  expect(of(1).headHeight).toBeLessThan(of(2).headHeight)
  const narrow = of(1, fact('before', 'before surgery'))
  for (const drawing of [of(1), of(2), narrow])
    expect(overlaps(textBoxes(drawing, 'compact'))).toEqual([])
})
