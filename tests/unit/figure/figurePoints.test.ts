import { describe, expect, it } from 'vitest'
import { bodySiteById } from '../../../shared/codes/bodySites.ts'
import type { FigureView } from '../../../shared/figure/figureDrawing.ts'
import { pointFor, regionAt } from '../../../shared/figure/figurePoints.ts'
import { flipPath, isInPath } from '../../../shared/figure/pathData.ts'
import { toView, VIEW_GEOMETRY } from '../../../shared/figure/viewGeometry.ts'

/** A place in the frame of the body, in the units of the view. */
function bodyPoint(view: Exclude<FigureView, 'head'>, x: number, y: number) {
  return toView(VIEW_GEOMETRY[view], { plate: view, x, y })
}

describe('what lies at a point of the figure', () => {
  // The body's midline is at 52.65: smaller x is the viewer's left.
  it.each([
    ['front', 43, 48, 'breast', 'right'],
    ['front', 62.3, 48, 'breast', 'left'],
    ['front', 36.6, 44.6, 'skin-axilla', 'right'],
    ['front', 50, 40, 'skin-chest', 'right'],
    ['front', 55, 70, 'skin-abdomen', 'left'],
    ['front', 20, 70, 'skin-upper-limb', 'right'],
    ['front', 62, 120, 'skin-lower-limb', 'left'],
    ['front', 50, 27, 'skin-neck', 'right'],
    ['front', 56, 5, 'skin-scalp', 'left'],
    ['front', 50, 18, 'skin-face', 'right'],
    ['back', 45, 50, 'skin-back', 'left'],
    ['back', 60, 50, 'skin-back', 'right'],
    ['back', 85, 70, 'skin-upper-limb', 'right'],
    ['back', 50, 8, 'skin-scalp', 'left'],
    ['skeleton', 52.65, 42, 'sternum', null],
    ['skeleton', 41, 33.2, 'clavicle', 'right'],
    ['skeleton', 64.8, 110, 'femur', 'left'],
    ['skeleton', 42, 79, 'ilium', 'right'],
    ['skeleton', 52.65, 72, 'lumbar-vertebra', null],
    ['skeleton', 52.65, 83, 'sacrum', null],
    ['skeleton', 52.65, 5, 'skull', null],
    ['organs', 44, 45, 'lung', 'right'],
    ['organs', 42, 64, 'liver', null],
    ['organs', 52.65, 93.6, 'bladder', null],
    ['organs', 62.6, 80, 'large-intestine', null],
    ['organs', 57.9, 88.3, 'ovary', 'left'],
    ['chest', 43, 48, 'breast', 'right'],
    ['chest', 52.65, 42, 'sternum', null],
    ['chest', 62, 58, 'chest-wall', 'left'],
  ] as const)('%s at %d, %d is %s, side %s', (view, x, y, siteId, side) => {
    expect(regionAt(view, bodyPoint(view, x, y))).toEqual({ siteId, side })
  })

  it('is nothing beside the figure', () => {
    for (const view of ['front', 'back', 'skeleton', 'organs', 'chest', 'head'] as const) {
      expect(regionAt(view, { x: 2, y: 2 })).toBeNull()
      expect(regionAt(view, { x: 343, y: 511 })).toBeNull()
    }
    // Between arm and flank.
    expect(regionAt('front', bodyPoint('front', 30, 75))).toBeNull()
  })

  it('is the head’s close-up where that stands over the body', () => {
    const at = toView(VIEW_GEOMETRY.front, { plate: 'headFront', x: 57, y: 4 })
    expect(regionAt('front', at)).toEqual({ siteId: 'skin-scalp', side: 'left' })
  })

  it.each([
    ['headRight', 9, 4, 'skin-scalp', 'right'],
    ['headRight', 21, 17, 'skin-face', 'right'],
    ['headLeft', 21, 4, 'skin-scalp', 'left'],
    ['headLeft', 9, 17, 'skin-face', 'left'],
    ['headBack', 48, 8, 'skin-scalp', 'left'],
    ['headBack', 57, 8, 'skin-scalp', 'right'],
    ['headFront', 48, 4, 'skin-scalp', 'right'],
    ['headFront', 57, 18, 'skin-face', 'left'],
  ] as const)('%s at %d, %d is %s, side %s', (plate, x, y, siteId, side) => {
    expect(regionAt('head', toView(VIEW_GEOMETRY.head, { plate, x, y }))).toEqual({ siteId, side })
  })

  it('is always a site of the pick-list, with a side only where that has sides', () => {
    for (const view of ['front', 'back', 'skeleton', 'organs', 'chest', 'head'] as const)
      for (let x = 4; x < 344; x += 12)
        for (let y = 4; y < 512; y += 12) {
          const found = regionAt(view, { x, y })
          if (found === null) continue
          const site = bodySiteById(found.siteId)
          expect(site, found.siteId).not.toBeNull()
          if (found.side !== null) expect([found, site?.hasSides]).toEqual([found, true])
        }
  })
})

describe('the point of a place', () => {
  it('is where the site’s mark stands', () => {
    const right = pointFor('kidney', 'right', 'front')
    const left = pointFor('kidney', 'left', 'front')
    expect(right?.x).toBeLessThan(VIEW_GEOMETRY.front.box.width / 2)
    expect(left?.x).toBeGreaterThan(VIEW_GEOMETRY.front.box.width / 2)
    expect(pointFor('kidney', 'left', 'back')?.x).toBeLessThan(VIEW_GEOMETRY.back.box.width / 2)
  })

  it('leads back to the place that it came from', () => {
    for (const [view, siteId] of [
      ['skeleton', 'clavicle'],
      ['skeleton', 'femur'],
      ['organs', 'lung'],
      ['chest', 'breast'],
      ['front', 'skin-lower-limb'],
      ['back', 'skin-back'],
      ['head', 'skin-face'],
    ] as const)
      for (const side of ['right', 'left'] as const) {
        const point = pointFor(siteId, side, view)
        if (point === null) throw new Error(`${siteId} is not on the ${view}`)
        expect([siteId, regionAt(view, point)]).toEqual([siteId, { siteId, side }])
      }
  })

  it('is none where the view does not show the site', () => {
    expect(pointFor('skin-back', 'left', 'front')).toBeNull()
    expect(pointFor('bone', null, 'skeleton')).toBeNull()
    expect(pointFor('no-such-site', null, 'front')).toBeNull()
  })
})

describe('path data', () => {
  const SQUARE = 'M0 0L10 0L10 10L0 10Z'

  it('holds what lies within its corners, and within the bend of a curve', () => {
    expect(isInPath(SQUARE, { x: 5, y: 5 })).toBe(true)
    expect(isInPath(SQUARE, { x: 11, y: 5 })).toBe(false)
    const bent = 'M0 0C0 12 10 12 10 0L0 0Z'
    expect(isInPath(bent, { x: 5, y: 8 })).toBe(true)
    expect(isInPath(bent, { x: 5, y: 10 })).toBe(false)
  })

  it('turned over twice is what it was', () => {
    expect(flipPath('M1 2C3 4 5 6 7 8Z', 10)).toBe('M19 2C17 4 15 6 13 8Z')
    expect(flipPath(flipPath(SQUARE, 4), 4)).toBe(SQUARE)
  })
})
