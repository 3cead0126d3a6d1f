import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIGURE_VIEWS } from '../../../shared/figure/figureDrawing.ts'
import { pointFor, regionAt } from '../../../shared/figure/figurePoints.ts'
import {
  type FigureLesion,
  headWidth,
  lesionLines,
  lesionMarks,
  viewsOfLesion,
} from '../../../shared/figure/lesionMarks.ts'
import { pinAt, pointOfPin, viewsOfPin } from '../../../shared/figure/pins.ts'
import { VIEW_GEOMETRY } from '../../../shared/figure/viewGeometry.ts'
import { entryId } from '../../support/builders.ts'

function lesion(n: number, changes: Partial<FigureLesion> = {}): FigureLesion {
  const fact = (text: string) => ({ id: text, text, tone: 'reported' as const, conflicts: [] })
  return {
    entry: entryId(n),
    label: `L${n}`,
    bodySite: 'skin-scalp',
    side: null,
    pin: null,
    name: fact('Scalp'),
    what: fact('not linked to a site of disease'),
    certainty: null,
    signs: [],
    ...changes,
  }
}

const drawn = (lesions: readonly FigureLesion[], view: (typeof FIGURE_VIEWS)[number]) =>
  lesionMarks(lesions, { geometry: VIEW_GEOMETRY[view], radius: 10, around: [] })

describe('a pin', () => {
  test('stands where it was pressed, in every view and at any point of the skin', () => {
    const view = fc.constantFrom(...FIGURE_VIEWS)
    const point = fc.record({
      x: fc.integer({ min: 0, max: 344 }),
      y: fc.integer({ min: 0, max: 512 }),
    })
    fc.assert(
      fc.property(view, point, (at, pressed) => {
        const pin = pinAt(at, pressed)
        if (pin === null) return
        expect(viewsOfPin(pin)).toContain(at)
        const shown = pointOfPin(at, pin)
        // A close-up of the same skin may stand in the same view; on its own drawing the place is kept.
        if (at === 'front' && pin.plate === 'front' && pressed.y < 160) return
        expect(Math.hypot((shown?.x ?? 0) - pressed.x, (shown?.y ?? 0) - pressed.y)).toBeLessThan(
          0.1,
        )
      }),
      { numRuns: 400 },
    )
  })

  test('is set on skin only: not beside the figure, on bones or on organs', () => {
    expect(pinAt('front', { x: 2, y: 2 })).toBeNull()
    const skull = pointFor('skull', null, 'skeleton') ?? { x: 0, y: 0 }
    expect(pinAt('skeleton', skull)).toBeNull()
    const liver = pointFor('liver', null, 'organs') ?? { x: 0, y: 0 }
    expect(pinAt('organs', liver)).toBeNull()
  })

  test('of the chest wall is seen from the front and in the close-up, with the same region under it', () => {
    const pressed = pointFor('skin-chest', 'right', 'chest') ?? { x: 0, y: 0 }
    const pin = pinAt('chest', pressed)
    if (pin === null) throw new Error('no pin')
    expect(viewsOfPin(pin)).toEqual(['front', 'chest'])
    const atFront = pointOfPin('front', pin) ?? { x: 0, y: 0 }
    expect(regionAt('front', atFront)?.side).toBe('right')
  })

  test('of the back of the head is not seen from the front', () => {
    const pin = { plate: 'headBack', x: 52, y: 8 } as const
    expect(viewsOfPin(pin)).toEqual(['back', 'head'])
  })
})

describe('lesions on the figure', () => {
  test('keep their tips exactly, and their heads apart from each other and from the sites', () => {
    const pin = fc
      .record({ x: fc.integer({ min: 40, max: 66 }), y: fc.integer({ min: 30, max: 60 }) })
      .map(at => ({ plate: 'front' as const, ...at }))
    fc.assert(
      fc.property(fc.array(pin, { minLength: 1, maxLength: 8 }), pins => {
        const lesions = pins.map((one, i) => lesion(i + 1, { pin: one }))
        const around = [{ x: 172, y: 200, reach: 12 }]
        const { marks } = lesionMarks(lesions, {
          geometry: VIEW_GEOMETRY.front,
          radius: 8,
          around,
        })
        expect(marks).toHaveLength(pins.length)
        const heads = [
          ...marks.map(({ x, y, lesion: { label } }) => ({ x, y, reach: headWidth(label, 8) / 2 })),
          ...around,
        ]
        heads.forEach((one, i) => {
          for (const other of heads.slice(i + 1))
            expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(
              one.reach + other.reach,
            )
        })
        for (const { tip, lesion: one } of marks)
          expect(tip).toEqual(one.pin === null ? null : pointOfPin('front', one.pin))
      }),
    )
  })

  test('without a pin stand at their region and say so', () => {
    const { marks } = drawn([lesion(1)], 'head')
    expect(marks[0]).toMatchObject({ isPinned: false })
    expect(lesionLines(drawn([lesion(1)], 'head'))[0]).toContain('no pin set, drawn at its region')
  })

  test('that a view does not show are named, and those without any place too', () => {
    const [scalp, back, nowhere] = [
      lesion(1),
      lesion(2, { bodySite: 'skin-back' }),
      lesion(3, { bodySite: null }),
    ]
    const { marks, elsewhere, unplaced } = drawn([scalp, back, nowhere], 'front')
    expect(marks.map(mark => mark.lesion)).toEqual([scalp])
    expect(elsewhere).toEqual([back])
    expect(unplaced).toEqual([nowhere])
    expect(viewsOfLesion(back)).toEqual(['back'])
  })
})
