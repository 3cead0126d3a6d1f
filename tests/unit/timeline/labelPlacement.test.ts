import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { demoCase } from '../../../electron/demo/demoCase.ts'
import type { EventKey, Place } from '../../../shared/board/axis.ts'
import { type Board, FAMILIES } from '../../../shared/board/board.ts'
import { boardOf } from '../../../shared/board/boardOf.ts'
import { ORGAN_GROUP_LABEL } from '../../../shared/codes/bodySites/bodySite.ts'
import { drawTimeline } from '../../../shared/timeline/drawTimeline.ts'
import type { Density } from '../../../shared/timeline/metrics.ts'
import { lesionsOfLane } from '../../../shared/timeline/skinLane.ts'
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
import { factsIn, onMarks, outside, overlaps, textBoxes } from './readDrawing.ts'

const DEMO = join(import.meta.dirname, '../../../resources/demo/wu-2024.json')

const SIZES = {
  screen: { width: 1540, rowHeight: 19, labelWidth: 446 },
  compact: { width: 770, rowHeight: 14, labelWidth: 232 },
  paper: { width: 531, rowHeight: 9.6, labelWidth: 122 },
} as const satisfies Record<Density, unknown>
const DENSITIES = ['screen', 'compact', 'paper'] as const

let demo: Board

beforeAll(async () => {
  demo = boardOf(await demoCase(DEMO), { cutoff: '>=1', today: '2024-06-01' })
})

test('no organ’s name reaches the number in its row, nor what stands in the next one', () => {
  const groups = Object.values(ORGAN_GROUP_LABEL)
  const sites = groups.map((group, at) => buildSite(at, { group, number: String(at + 10) }))
  const places = Object.fromEntries(sites.map(({ entry }) => [`${entry}:start`, place(3, 3)]))
  const opened = new Set(sites.map(({ group }) => group))
  const drawing = drawTimeline({
    board: buildBoard({ sites, axes: [buildAxis(places)] }),
    axis: buildAxis(places),
    density: 'screen',
    selected: null,
    opened,
    ...SIZES.screen,
  })
  const boxes = textBoxes(drawing, 'screen')
  const said = boxes.filter(({ role }) => role === 'text.group').map(({ text }) => text)
  expect(said.join(' ')).toContain('Lymph node')
  expect(overlaps(boxes)).toEqual([])
})

describe('the published case', () => {
  for (const density of DENSITIES) {
    for (const id of ['surgery', 'metastasis', 'calendar'] as const) {
      test(`has no words over each other and none cut: ${density}, axis ${id}`, () => {
        const axis = demo.axes.find(one => one.id === id)
        if (axis === undefined) throw new Error('no such axis')
        const drawing = drawTimeline({
          board: demo,
          axis,
          density,
          selected: null,
          ...SIZES[density],
        })
        const boxes = textBoxes(drawing, density)
        expect(overlaps(boxes)).toEqual([])
        expect(onMarks(boxes, drawing)).toEqual([])
        expect(outside(boxes, drawing)).toEqual([])
      })
    }
  }

  test('has every fact of its lanes on the axis, word for word', () => {
    const [axis] = demo.axes
    if (axis === undefined) throw new Error('no axis')
    const drawing = drawTimeline({
      board: demo,
      axis,
      density: 'screen',
      selected: null,
      ...SIZES.screen,
    })
    const drawn = factsIn(drawing)
    const facts = [
      ...demo.sites.flatMap(site => [
        site.nameInGroup,
        site.foundBy,
        ...(site.certainty === 'confirmed' ? [site.status] : []),
        ...(site.interval === null ? [] : [site.interval]),
      ]),
      ...(demo.suspectedTogether === null
        ? []
        : [demo.suspectedTogether.heading, ...demo.suspectedTogether.remarks]),
      ...demo.specimens.flatMap(specimen => [
        specimen.from,
        ...(specimen.hasReceptors ? [specimen.procedure, specimen.collected] : []),
        ...(specimen.withoutReceptors === null ? [] : [specimen.withoutReceptors]),
        ...specimen.results.flatMap(result => [
          result.value,
          ...(result.flag !== null
            ? [result.flag.fact]
            : result.change !== null
              ? [result.change.fact]
              : []),
          ...(result.notEvaluable === null ? [] : [result.notEvaluable]),
        ]),
      ]),
      demo.rule.sentence,
      ...demo.callsByRule.map(call => call.fact),
      ...demo.systemic.flatMap(one => [one.name, one.line, one.setting, one.caption]),
      ...demo.local.map(one => one.caption),
      ...demo.imaging.map(one => one.caption),
      ...demo.assessments.map(one => one.caption),
    ]
    const missing = facts.filter(one => drawn.get(one.id) !== one.text)
    expect(missing.map(one => `${one.id}: ${one.text}`)).toEqual([])
    const tags = drawing.shapes.flatMap(shape =>
      shape.kind === 'text' && shape.role === 'text.tag' ? [shape.text] : [],
    )
    const dates = demo.sites.map(site => site.firstSeenShort)
    const labels = [...facts, ...dates].flatMap(one => one.conflicts)
    expect([...new Set(tags)].toSorted()).toEqual([...new Set(labels)].toSorted())
  })

  test('says the same in words for a screen reader, a sentence for each thing on the axis', () => {
    const [axis] = demo.axes
    if (axis === undefined) throw new Error('no axis')
    const drawing = drawTimeline({
      board: demo,
      axis,
      density: 'screen',
      selected: null,
      ...SIZES.screen,
    })
    const entries = [
      ...demo.sites,
      ...demo.specimens,
      ...demo.local,
      ...demo.systemic,
      ...demo.imaging,
      ...demo.assessments,
      ...lesionsOfLane(demo),
      ...demo.skinNotes,
    ].map(one => one.entry)
    expect(drawing.rows.map(row => row.entry).toSorted()).toEqual(entries.toSorted())
    for (const site of demo.sites) {
      const said = drawing.rows.find(row => row.entry === site.entry)?.label
      expect(said).toContain(site.name.text)
      expect(said).toContain(site.firstSeen.text)
    }
  })
})

const wordArbitrary = fc.constantFrom(
  'mastectomy',
  'albumin-bound paclitaxel',
  'not recorded',
  '2–3 weeks',
  'Hỗ trợ điều trị',
  'химиотерапия',
  '乳癌転移',
  'pertuzumab + trastuzumab + docetaxel',
  'x',
)
const textArbitrary = fc
  .array(wordArbitrary, { minLength: 1, maxLength: 7 })
  .map(words => words.join(' '))
const tagsArbitrary = fc.array(fc.constantFrom('X1', 'X22', 'X104'), { maxLength: 2 })
const placeArbitrary: fc.Arbitrary<Place | null> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 40 }).map(at => place(at, at)),
  fc.integer({ min: 0, max: 39 }).map(at => place(at, at + 1)),
  fc
    .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }))
    .map(([low, length]) => place(low, low + length)),
  fc.integer({ min: 0, max: 40 }).map(at => place(null, at)),
  fc.integer({ min: 0, max: 40 }).map(at => place(at, null)),
)

type Generated = Readonly<{
  kind: 'site' | 'specimen' | 'systemic' | 'local' | 'imaging'
  start: Place | null
  end: Place | null
  text: string
  name: string
  tags: readonly string[]
  flag: boolean
  family: number
}>

const eventArbitrary: fc.Arbitrary<Generated> = fc.record({
  kind: fc.constantFrom('site', 'specimen', 'systemic', 'local', 'imaging'),
  start: placeArbitrary,
  end: placeArbitrary,
  text: textArbitrary,
  name: textArbitrary,
  tags: tagsArbitrary,
  flag: fc.boolean(),
  family: fc.integer({ min: 0, max: FAMILIES.length - 1 }),
})

function boardFrom(events: readonly Generated[], together: Place | null) {
  const places: Partial<Record<EventKey, Place>> = {}
  const numbered = events.map((event, i) => ({ ...event, n: i + 1 }))
  for (const { n, kind, flag, start, end } of numbered) {
    const isTogether = together !== null && kind === 'site' && flag
    const first = isTogether ? together : start
    if (first !== null) places[`${entryId(n)}:start`] = first
    if (end !== null) places[`${entryId(n)}:end`] = end
  }
  const of = (kind: Generated['kind']) => numbered.filter(event => event.kind === kind)
  const board = buildBoard({
    suspectedTogether:
      together === null
        ? null
        : {
            heading: fact('heading', 'several suspected, none biopsied'),
            remarks: [fact('remark', 'staging date: month 35 or month 32', ['X10'])],
          },
    callsByRule: [
      { marker: 'ER', cutoff: '>=10', fact: fact('by.1', '1, 2, 3 negative, 4 undecidable') },
      { marker: 'ER', cutoff: '>10', fact: fact('by.2', '1 negative, 4 undecidable', ['X16']) },
    ],
    sites: of('site')
      .map(({ n, text, name, tags, flag }) =>
        buildSite(n, {
          certainty: flag ? 'suspected' : 'confirmed',
          nameInGroup: fact(`${n}.name`, name, tags),
          name: fact(`${n}.name`, name, tags),
          status: fact(`${n}.status`, text, tags),
          interval: flag ? fact(`${n}.interval`, text) : null,
        }),
      )
      .toSorted((a, b) => a.certainty.localeCompare(b.certainty)),
    specimens: of('specimen').map(({ n, text, name, tags, flag }) =>
      buildSpecimen(n, {
        label: String(n),
        from: fact(`${n}.from`, name, tags),
        collected: fact(`${n}.collected`, text),
        results: [
          buildResult('ER', {
            value: fact(`${n}.value`, flag ? '90 % | 9 %' : '80 %', tags),
            change: { direction: 'both', fact: fact(`${n}.change`, text) },
            flag: flag
              ? { direction: 'down', fact: fact(`${n}.flag`, 'positive → negative') }
              : null,
          }),
        ],
      }),
    ),
    systemic: of('systemic').map(({ n, text, name, tags, flag, family }) =>
      buildSystemic(n, {
        name: fact(`${n}.name`, name, tags),
        caption: fact(`${n}.caption`, text, tags),
        setting: fact(`${n}.setting`, flag ? 'adjuvant' : 'locoregional recurrence'),
        families: [FAMILIES[family] ?? 'unknown'],
        ongoing: flag,
      }),
    ),
    local: of('local').map(({ n, text, tags }) =>
      buildLocal(n, { caption: fact(`${n}.caption`, text, tags) }),
    ),
    imaging: of('imaging').map(({ n, text, tags }) =>
      buildImaging(n, { caption: fact(`${n}.caption`, text, tags) }),
    ),
  })
  return { board, axis: buildAxis(places) }
}

test('no board makes words lie over each other, leave the drawing, or go missing', () => {
  fc.assert(
    fc.property(
      fc.array(eventArbitrary, { maxLength: 24 }),
      fc.constantFrom(...DENSITIES),
      placeArbitrary,
      (events, density, together) => {
        const { board, axis } = boardFrom(events, together)
        const drawing = drawTimeline({ board, axis, density, selected: null, ...SIZES[density] })
        const boxes = textBoxes(drawing, density)
        expect(overlaps(boxes)).toEqual([])
        expect(onMarks(boxes, drawing)).toEqual([])
        expect(outside(boxes, drawing)).toEqual([])
        expect(drawing.rows).toHaveLength(events.length)
        const drawn = factsIn(drawing)
        for (const one of [...board.systemic, ...board.local, ...board.imaging]) {
          expect(drawn.get(one.caption.id)?.replaceAll(' ', '')).toBe(
            one.caption.text.replaceAll(' ', ''),
          )
        }
      },
    ),
    { numRuns: 200 },
  )
})
