import { describe, expect, test } from 'vitest'
import type { Place } from '../../../shared/board/axis.ts'
import { drawTimeline } from '../../../shared/timeline/drawTimeline.ts'
import type { Drawing } from '../../../shared/timeline/shape.ts'
import {
  buildAxis,
  buildBoard,
  buildSite,
  buildSystemic,
  entryId,
  fact,
  place,
} from './buildBoard.ts'
import { monthOf, textsOf, withRole } from './readDrawing.ts'

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
