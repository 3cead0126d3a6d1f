import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FAMILIES } from '../../../shared/board/board.ts'
import { drawTimeline } from '../../../shared/timeline/drawTimeline.ts'
import { drawLegend } from '../../../shared/timeline/legend.ts'
import { paperStyle } from '../../../shared/timeline/paperStyle.ts'
import { drawingToSvg } from '../../../shared/timeline/toSvg.ts'
import {
  buildAxis,
  buildBoard,
  buildResult,
  buildSite,
  buildSpecimen,
  buildSystemic,
  entryId,
  fact,
  place,
} from './buildBoard.ts'
import { textsOf } from './readDrawing.ts'

const systemic = FAMILIES.map((family, i) =>
  buildSystemic(i + 10, {
    families: [family],
    caption: fact(`caption.${i}`, `a < b & “c” ${family}`, ['X1']),
    ongoing: i % 2 === 0,
  }),
)
const board = buildBoard({
  sites: [buildSite(1), buildSite(2, { certainty: 'suspected' })],
  specimens: [
    buildSpecimen(3, {
      results: [
        buildResult('ER', {
          value: fact('v', '90 % | 9 %', ['X2']),
          bar: { low: 9, high: 90 },
          flag: { direction: 'down', fact: fact('f', 'positive → negative') },
        }),
      ],
    }),
  ],
  systemic,
})
const axis = buildAxis(
  Object.fromEntries([
    [`${entryId(1)}:start`, place(11, 12)],
    [`${entryId(2)}:start`, place(10, null)],
    [`${entryId(3)}:start`, place(null, 0)],
    ...systemic.map(one => [`${one.entry}:start`, place(2, 4)]),
  ]),
)
const drawing = drawTimeline({
  board,
  axis,
  width: 531,
  rowHeight: 9.6,
  labelWidth: 122,
  density: 'paper',
  selected: null,
})
const svg = drawingToSvg(drawing, 'paper')

describe('the drawing as SVG for paper', () => {
  test('closes every element that it opens, and names every definition that it uses', () => {
    const open: string[] = []
    for (const [tag, slash, name, , end] of svg.matchAll(
      /<(\/?)(\w+)((?:[^>"]|"[^"]*")*?)(\/?)>/g,
    )) {
      if (slash === '/') expect(open.pop(), tag).toBe(name)
      else if (end !== '/') open.push(name ?? '')
    }
    expect(open).toEqual([])
    const used = [...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id)
    const defined = new Set([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    expect(used.filter(id => id !== undefined && !defined.has(id))).toEqual([])
    expect(used.length).toBeGreaterThan(10)
  })

  test('is black on white: no hue at all', () => {
    const colours = [...svg.matchAll(/"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})"/g)]
    expect(colours.length).toBeGreaterThan(0)
    expect(colours.filter(([, r, g, b]) => r !== g || g !== b)).toEqual([])
  })

  test('has no line under half a point', () => {
    const widths = [...svg.matchAll(/stroke-width="([\d.]+)"/g)].map(([, width]) => Number(width))
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(0.5)
  })

  test('fills every drug family that has a pattern in its own way', () => {
    const patterns = [...svg.matchAll(/<pattern id="family-(\w+)"[^>]*>(.*?)<\/pattern>/g)]
    expect(new Set(patterns.map(([, , content]) => content)).size).toBe(patterns.length)
    expect(patterns.map(([, family]) => family)).toEqual([
      'chemotherapy',
      'cdk46',
      'her2',
      'adc',
      'immunotherapy',
      'targeted',
      'radiopharmaceutical',
      'supportive',
      'unknown',
    ])
  })

  test('holds every word of the drawing, escaped', () => {
    const written = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) =>
      (text ?? '').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))),
    )
    const drawn = textsOf(drawing).flatMap(shape => shape.spans.map(span => span.text))
    expect(written).toEqual(drawn)
    expect(svg).not.toContain('a < b')
  })

  test('draws its marks: no text of it holds a ≠, ◆, ◇, ▲, ▼ or ▶', () => {
    expect(textsOf(drawing).filter(shape => /[≠◆◇▲▼▶]/.test(shape.text))).toEqual([])
  })
})

describe('the legend', () => {
  const legend = drawLegend(drawing, { width: 531, density: 'paper', left: 0 })

  test('explains what occurs, and nothing else', () => {
    expect(legend.texts).toEqual(expect.arrayContaining(['confirmed', 'chemotherapy', 'ongoing']))
    expect(legend.texts).not.toContain('surgery')
    expect(legend.texts).not.toContain('excluded')
  })

  test('wraps within its width', () => {
    const spans = legend.shapes.flatMap(shape => (shape.kind === 'text' ? shape.spans : []))
    expect(Math.max(...spans.map(span => span.x))).toBeLessThan(531)
    expect(new Set(spans.map(span => Math.round(span.y))).size).toBeGreaterThan(1)
  })
})

test('every role that is drawn has a look on screen and on paper', () => {
  const css = readFileSync(
    join(import.meta.dirname, '../../../renderer/features/timeline/shapes.module.css'),
    'utf8',
  )
  const screen = drawTimeline({
    board,
    axis,
    width: 1500,
    rowHeight: 19,
    labelWidth: 446,
    density: 'screen',
    selected: entryId(1),
  })
  const roles = new Set([...screen.shapes, ...drawing.shapes].map(shape => shape.role))
  // These two are filled with a pattern and have no class of their own.
  const patterned = new Set(['hatch', 'meter.open'])
  const unstyled = [...roles].filter(
    role => !patterned.has(role) && !new RegExp(`\\.${role.replaceAll('.', '-')}[,\\s]`).test(css),
  )
  expect(unstyled).toEqual([])
  for (const role of roles) expect(paperStyle(role)).toBeDefined()
})
