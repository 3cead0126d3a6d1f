import { describe, expect, it } from 'vitest'
import { SIDES, type Side } from '../../../shared/case/common.ts'
import { BODY_SITE_IDS } from '../../../shared/codes/bodySites.ts'
import { midlineOf, regionOf, regionPath, sitePartOf } from '../../../shared/figure/bodyRegions.ts'
import type { FigureName } from '../../../shared/figure/figureDrawing.ts'
import { FRONT_FIGURE } from '../../../shared/figure/frontFigure.ts'
import { FRONT_REGIONS } from '../../../shared/figure/frontRegions.ts'
import { HEAD_FIGURE } from '../../../shared/figure/headFigure.ts'
import { HEAD_REGIONS } from '../../../shared/figure/headRegions.ts'
import { pathBox, pathPoints } from './pathPoints.ts'

const FRONT_SITES = [
  ...['breast', 'chest-wall', 'skin-chest', 'skin-breast', 'skin-neck', 'skin-back'],
  ...['skin-abdomen', 'skin-upper-limb', 'skin-lower-limb', 'skin-axilla', 'axillary-node'],
  ...['supraclavicular-node', 'infraclavicular-node', 'internal-mammary-node'],
  ...['mediastinal-node', 'cervical-node', 'abdominal-node', 'inguinal-node', 'bone', 'clavicle'],
  ...['scapula', 'sternum', 'rib', 'vertebral-column', 'cervical-vertebra', 'thoracic-vertebra'],
  ...['lumbar-vertebra', 'sacrum', 'pelvis', 'ilium', 'acetabulum', 'femur', 'humerus'],
  ...['bone-marrow', 'lung', 'pleura', 'liver', 'spinal-cord', 'adrenal', 'kidney', 'ovary'],
  ...['uterus', 'peritoneum', 'stomach', 'small-intestine', 'duodenum', 'large-intestine'],
  ...['bladder', 'pancreas', 'spleen', 'gallbladder', 'thyroid', 'pericardium', 'heart'],
]
const HEAD_SITES = [
  ...['skin-scalp', 'skin-face', 'skull', 'brain', 'cerebrum', 'cerebellum', 'brainstem'],
  ...['meninges', 'leptomeninges', 'pituitary', 'orbit', 'choroid'],
]
const UNPLACED_SITES = ['skin-other', 'other']
const ALL_SITES = [...FRONT_SITES, ...HEAD_SITES, ...UNPLACED_SITES]

const PAIRED_SITES = [
  ...['breast', 'chest-wall', 'skin-chest', 'skin-breast', 'skin-neck', 'skin-back'],
  ...['skin-abdomen', 'skin-upper-limb', 'skin-lower-limb', 'skin-axilla', 'axillary-node'],
  ...['supraclavicular-node', 'infraclavicular-node', 'internal-mammary-node', 'cervical-node'],
  ...['inguinal-node', 'clavicle', 'scapula', 'rib', 'ilium', 'acetabulum', 'femur', 'humerus'],
  ...['lung', 'pleura', 'adrenal', 'kidney', 'ovary', 'cerebellum', 'orbit', 'choroid'],
]

const FIGURES = { front: FRONT_FIGURE, head: HEAD_FIGURE }

function viewersHalf(siteId: string, side: Side | null): string {
  const { figure, x } = regionOf(siteId, side)
  const away = x - midlineOf(figure)
  if (away === 0) return 'midline'
  return away < 0 ? "viewer's left" : "viewer's right"
}

describe('where a site lies on the figure', () => {
  // Written out, because a marker on the wrong side is the worst thing that this drawing can do.
  it.each([
    ['breast', 'right', "viewer's left"],
    ['breast', 'left', "viewer's right"],
    ['chest-wall', 'right', "viewer's left"],
    ['clavicle', 'left', "viewer's right"],
    ['scapula', 'left', "viewer's right"],
    ['ilium', 'left', "viewer's right"],
    ['femur', 'right', "viewer's left"],
    ['cerebellum', 'right', "viewer's left"],
    ['cerebellum', 'left', "viewer's right"],
    ['adrenal', 'left', "viewer's right"],
    ['adrenal', 'right', "viewer's left"],
    ['kidney', 'right', "viewer's left"],
    ['kidney', 'left', "viewer's right"],
    ['lung', 'left', "viewer's right"],
    ['orbit', 'right', "viewer's left"],
    ['axillary-node', 'right', "viewer's left"],
    ['skin-scalp', 'left', "viewer's right"],
    ['skin-scalp', null, 'midline'],
    ['skull', null, 'midline'],
    ['breast', null, 'midline'],
    ['breast', 'bilateral', 'midline'],
    ['femur', 'midline', 'midline'],
    ['liver', null, "viewer's left"],
    ['gallbladder', null, "viewer's left"],
    ['spleen', null, "viewer's right"],
    ['stomach', null, "viewer's right"],
    ['large-intestine', 'right', "viewer's left"],
    ['large-intestine', 'left', "viewer's right"],
    ['other', null, 'midline'],
    ['other', 'left', "viewer's right"],
  ] as const)('%s, side %s, is on the %s', (siteId, side, half) => {
    expect(viewersHalf(siteId, side)).toBe(half)
  })

  it('follows the recorded side at every site, the patient’s left on the viewer’s right', () => {
    for (const siteId of [...ALL_SITES, 'no-such-site']) {
      expect([siteId, viewersHalf(siteId, 'right')]).toEqual([siteId, "viewer's left"])
      expect([siteId, viewersHalf(siteId, 'left')]).toEqual([siteId, "viewer's right"])
      expect([siteId, viewersHalf(siteId, 'midline')]).toEqual([siteId, 'midline'])
      expect([siteId, viewersHalf(siteId, 'bilateral')]).toEqual([siteId, 'midline'])
    }
  })

  it('draws a paired site without a stated side on the midline, and highlights neither side', () => {
    for (const siteId of PAIRED_SITES) {
      expect([siteId, viewersHalf(siteId, null)]).toEqual([siteId, 'midline'])
      expect([siteId, regionOf(siteId, null).region]).toEqual([siteId, null])
    }
  })

  it('has a place for every site of the pick-list but the two that name none', () => {
    expect(BODY_SITE_IDS.filter(id => regionOf(id, null).unplaced).sort()).toEqual([
      'other',
      'skin-other',
    ])
    expect([...ALL_SITES].sort()).toEqual([...BODY_SITE_IDS].sort())
  })

  it('draws each site on the figure that shows it best', () => {
    for (const siteId of FRONT_SITES) {
      expect(regionOf(siteId, null)).toMatchObject({ figure: 'front', unplaced: false })
    }
    for (const siteId of HEAD_SITES) {
      expect(regionOf(siteId, null)).toMatchObject({ figure: 'head', unplaced: false })
    }
  })

  it('keeps a site that it cannot place, flagged, in the box below the figure', () => {
    for (const siteId of [...UNPLACED_SITES, 'no-such-site', '', '__proto__', null]) {
      expect(regionOf(siteId, null)).toMatchObject({
        figure: 'front',
        unplaced: true,
        region: 'unplaced',
      })
    }
  })

  it('marks what lies on the back', () => {
    expect(ALL_SITES.filter(siteId => regionOf(siteId, 'left').behind)).toEqual([
      'skin-back',
      'scapula',
    ])
  })

  it('puts different sites of one side in different places', () => {
    const places = [...FRONT_SITES, ...HEAD_SITES].map(siteId => {
      const { figure, x, y } = regionOf(siteId, 'left')
      return `${figure} ${x} ${y}`
    })
    expect(new Set(places).size).toBe(places.length)
  })

  it('stays within the figure, whatever the side and part', () => {
    for (const siteId of ALL_SITES) {
      for (const side of [...SIDES, null]) {
        for (const part of ['upper', 'middle', 'lower', null] as const) {
          const { figure, x, y } = regionOf(siteId, side, part)
          const box = FIGURES[figure].viewBox
          expect(x).toBeGreaterThan(box.x)
          expect(x).toBeLessThan(box.x + box.width)
          expect(y).toBeGreaterThan(box.y)
          expect(y).toBeLessThan(box.y + box.height)
        }
      }
    }
  })

  it('lies within the region that it highlights', () => {
    for (const siteId of ALL_SITES) {
      for (const side of ['right', 'left'] as const) {
        for (const part of ['upper', 'middle', 'lower', null] as const) {
          const { figure, region, x, y } = regionOf(siteId, side, part)
          if (region === null) continue
          const path = regionPath(figure, region)
          expect(path, `${siteId} ${side} ${part}: ${region}`).not.toBeNull()
          const box = pathBox(path ?? '')
          const slack = 1.2
          expect(x, `${siteId} ${side} ${part} x`).toBeGreaterThan(box.x - slack)
          expect(x, `${siteId} ${side} ${part} x`).toBeLessThan(box.x + box.width + slack)
          expect(y, `${siteId} ${side} ${part} y`).toBeGreaterThan(box.y - slack)
          expect(y, `${siteId} ${side} ${part} y`).toBeLessThan(box.y + box.height + slack)
        }
      }
    }
  })

  it('highlights both of a pair for a site on both sides', () => {
    expect(regionOf('kidney', 'bilateral').region).toBe('kidney.bilateral')
    expect(regionPath('front', 'kidney.bilateral')).toBe(
      FRONT_REGIONS['kidney.right'] + FRONT_REGIONS['kidney.left'],
    )
  })

  it('highlights no organ on the side opposite to the one it lies on', () => {
    expect(regionOf('spleen', null).region).toBe('spleen')
    expect(regionOf('spleen', 'left').region).toBe('spleen')
    expect(regionOf('spleen', 'right').region).toBeNull()
  })

  it('names no path for a region that the figure does not have', () => {
    expect(regionPath('front', 'no-such-region')).toBeNull()
    expect(regionPath('front', 'no-such-region.bilateral')).toBeNull()
    expect(regionPath('head', 'femur.left')).toBeNull()
  })

  it('moves to the named part of a site', () => {
    expect(regionOf('femur', 'right', 'lower').region).toBe('femur-lower.right')
    expect(regionOf('femur', 'right', 'lower').y).toBeGreaterThan(regionOf('femur', 'right').y)
    expect(regionOf('breast', 'right', 'upper').y).toBeLessThan(regionOf('breast', 'right').y)
    expect(regionOf('kidney', 'right', 'lower').y).toBeGreaterThan(regionOf('kidney', 'right').y)
    expect(regionOf('spleen', 'left', 'lower')).toEqual(regionOf('spleen', 'left'))
  })
})

describe('the part that a sub-site names', () => {
  it.each([
    ['upper', 'upper'],
    ['Upper outer quadrant', 'upper'],
    ['proximal', 'upper'],
    ['lower pole', 'lower'],
    ['distal third', 'lower'],
    ['midshaft', 'middle'],
    ['sub femoral segment', null],
    ['upper and lower', null],
    ['flower', null],
    ['', null],
    [null, null],
  ] as const)('of %j is %j', (subsite, part) => {
    expect(sitePartOf(subsite)).toBe(part)
  })
})

describe('the drawings', () => {
  const regions: readonly [FigureName, Readonly<Record<string, string>>][] = [
    ['front', FRONT_REGIONS],
    ['head', HEAD_REGIONS],
  ]

  it('have the side of a region on that side', () => {
    for (const [figure, paths] of regions) {
      for (const [name, d] of Object.entries(paths)) {
        const box = pathBox(d)
        const centre = box.x + box.width / 2
        if (name.endsWith('.right')) expect(centre, name).toBeLessThan(midlineOf(figure))
        if (name.endsWith('.left')) expect(centre, name).toBeGreaterThan(midlineOf(figure))
      }
    }
  })

  it('have both sides of every region that has one', () => {
    for (const [, paths] of regions) {
      for (const name of Object.keys(paths)) {
        const twin = name.endsWith('.right')
          ? name.replace(/right$/, 'left')
          : name.replace(/left$/, 'right')
        expect(Object.keys(paths)).toContain(twin)
      }
    }
  })

  it('need no clipping: every path ends within the view box', () => {
    for (const figure of Object.values(FIGURES)) {
      const { viewBox } = figure
      for (const { d } of figure.paths) {
        for (const { x, y } of pathPoints(d)) {
          expect(x).toBeGreaterThan(viewBox.x - 0.6)
          expect(x).toBeLessThan(viewBox.x + viewBox.width + 0.6)
          expect(y).toBeGreaterThan(viewBox.y - 0.6)
          expect(y).toBeLessThan(viewBox.y + viewBox.height + 0.6)
        }
      }
    }
  })

  it('close every path but the skull, which is a line', () => {
    for (const { paths } of Object.values(FIGURES)) {
      for (const { role, d } of paths) expect(d.endsWith('Z')).toBe(role !== 'skull')
    }
    for (const [, paths] of regions) {
      for (const d of Object.values(paths)) expect(d.endsWith('Z')).toBe(true)
    }
  })
})
