import { describe, expect, it } from 'vitest'
import { SIDES, type Side } from '../../../shared/case/common.ts'
import { BODY_SITE_IDS } from '../../../shared/codes/bodySites.ts'
import { BODY_PATHS } from '../../../shared/figure/art/bodyPaths.ts'
import { type BodySpot, regionOf, rightOf, sitePartOf } from '../../../shared/figure/bodyRegions.ts'
import { FIGURE_VIEWS, type FigureView } from '../../../shared/figure/figureDrawing.ts'
import { flipPath, isInPath } from '../../../shared/figure/pathData.ts'
import { PLATES } from '../../../shared/figure/plates.ts'
import { regionPath } from '../../../shared/figure/regionPaths.ts'
import { isShownIn, viewsOf } from '../../../shared/figure/siteViews.ts'
import { pathBox, pathPoints } from './pathPoints.ts'

// Which view shows which sites, written out: a site that no view shows would be lost to the eye.
const SHOWN: Readonly<Record<FigureView, readonly string[]>> = {
  front: [
    ...['breast', 'chest-wall', 'skin-chest', 'skin-breast', 'skin-neck', 'skin-abdomen'],
    ...['skin-upper-limb', 'skin-lower-limb', 'skin-axilla', 'axillary-node', 'clavicle'],
    ...['supraclavicular-node', 'infraclavicular-node', 'internal-mammary-node', 'scapula'],
    'hilar-node',
    ...['mediastinal-node', 'cervical-node', 'abdominal-node', 'inguinal-node', 'sternum', 'rib'],
    ...['vertebral-column', 'cervical-vertebra', 'thoracic-vertebra', 'lumbar-vertebra', 'sacrum'],
    ...['pelvis', 'ilium', 'acetabulum', 'femur', 'humerus', 'lung', 'pleura', 'liver', 'adrenal'],
    ...['spinal-cord', 'kidney', 'ovary', 'uterus', 'peritoneum', 'stomach', 'small-intestine'],
    ...['duodenum', 'large-intestine', 'bladder', 'pancreas', 'spleen', 'gallbladder', 'thyroid'],
    ...['pericardium', 'heart', 'skin-scalp', 'skin-face', 'skull', 'brain', 'cerebrum'],
    ...['cerebellum', 'brainstem', 'meninges', 'leptomeninges', 'pituitary', 'orbit', 'choroid'],
  ],
  back: [
    ...['skin-back', 'scapula', 'rib', 'vertebral-column', 'cervical-vertebra', 'kidney'],
    ...['thoracic-vertebra', 'lumbar-vertebra', 'sacrum', 'pelvis', 'ilium', 'spinal-cord'],
    'adrenal',
  ],
  skeleton: [
    ...['skull', 'clavicle', 'scapula', 'sternum', 'rib', 'vertebral-column', 'cervical-vertebra'],
    ...['thoracic-vertebra', 'lumbar-vertebra', 'sacrum', 'pelvis', 'ilium', 'acetabulum'],
    ...['femur', 'humerus'],
  ],
  organs: [
    ...['lung', 'pleura', 'liver', 'spinal-cord', 'adrenal', 'kidney', 'bladder', 'ovary'],
    ...['uterus', 'peritoneum', 'stomach', 'small-intestine', 'duodenum', 'large-intestine'],
    ...['pancreas', 'spleen', 'gallbladder', 'thyroid', 'pericardium', 'heart'],
    ...['mediastinal-node', 'cervical-node', 'abdominal-node', 'inguinal-node'],
    ...['internal-mammary-node', 'hilar-node'],
  ],
  chest: [
    ...['breast', 'chest-wall', 'skin-chest', 'skin-breast', 'skin-axilla', 'axillary-node'],
    ...['supraclavicular-node', 'infraclavicular-node', 'internal-mammary-node', 'clavicle'],
    ...['sternum', 'rib'],
  ],
  head: [
    ...['skin-scalp', 'skin-face', 'skull', 'brain', 'cerebrum', 'cerebellum', 'brainstem'],
    ...['meninges', 'leptomeninges', 'pituitary', 'orbit', 'choroid'],
  ],
}
/** They name no place: a spot on the figure would state one. */
const WITHOUT_PLACE = ['bone', 'bone-marrow', 'other', 'skin-other']

const PAIRED_SITES = [
  'hilar-node',
  ...['breast', 'chest-wall', 'skin-chest', 'skin-breast', 'skin-neck', 'skin-back'],
  ...['skin-abdomen', 'skin-upper-limb', 'skin-lower-limb', 'skin-axilla', 'axillary-node'],
  ...['supraclavicular-node', 'infraclavicular-node', 'internal-mammary-node', 'cervical-node'],
  ...['inguinal-node', 'clavicle', 'scapula', 'rib', 'ilium', 'acetabulum', 'femur', 'humerus'],
  ...['lung', 'pleura', 'adrenal', 'kidney', 'ovary', 'cerebellum', 'orbit', 'choroid'],
]

/** The views from the front; the others have tests of their own. */
const FRONTAL = ['front', 'skeleton', 'organs', 'chest'] as const

function spotIn(view: FigureView, siteId: string, side: Side | null): BodySpot {
  const spot = regionOf(siteId, side, null, view)
  if (spot === null) throw new Error(`${siteId} is not on the ${view}`)
  return spot
}

function viewersHalf(siteId: string, side: Side | null, view: FigureView = 'front'): string {
  const { plate, x } = spotIn(view, siteId, side)
  const away = x - PLATES[plate].midline
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
  ] as const)('%s, side %s, is on the %s', (siteId, side, half) => {
    expect(viewersHalf(siteId, side)).toBe(half)
  })

  it.each(FRONTAL)(
    'follows the recorded side at every site of the view %s, the patient’s left on the viewer’s right',
    view => {
      for (const siteId of SHOWN[view]) {
        expect([siteId, viewersHalf(siteId, 'right', view)]).toEqual([siteId, "viewer's left"])
        expect([siteId, viewersHalf(siteId, 'left', view)]).toEqual([siteId, "viewer's right"])
        expect([siteId, viewersHalf(siteId, 'midline', view)]).toEqual([siteId, 'midline'])
        expect([siteId, viewersHalf(siteId, 'bilateral', view)]).toEqual([siteId, 'midline'])
      }
    },
  )

  it('turns the sides over on the back: the patient’s left on the viewer’s left', () => {
    expect(viewersHalf('scapula', 'left', 'back')).toBe("viewer's left")
    expect(viewersHalf('kidney', 'right', 'back')).toBe("viewer's right")
    for (const siteId of SHOWN.back) {
      expect([siteId, viewersHalf(siteId, 'left', 'back')]).toEqual([siteId, "viewer's left"])
      expect([siteId, viewersHalf(siteId, 'right', 'back')]).toEqual([siteId, "viewer's right"])
      expect([siteId, viewersHalf(siteId, 'bilateral', 'back')]).toEqual([siteId, 'midline'])
    }
  })

  // CLINICAL: §1.5, the published case: cerebellar hemisphere, right; scalp and skull, side not stated.
  it.each([
    ['cerebellum', 'right', 'headBack', "viewer's right"],
    ['cerebellum', 'left', 'headBack', "viewer's left"],
    ['cerebellum', null, 'headBack', 'midline'],
    ['skin-scalp', null, 'headFront', 'midline'],
    ['skull', null, 'headFront', 'midline'],
    ['skin-scalp', 'bilateral', 'headFront', 'midline'],
    ['orbit', 'right', 'headFront', "viewer's left"],
    ['choroid', 'left', 'headFront', "viewer's right"],
    ['pituitary', null, 'headFront', 'midline'],
  ] as const)(
    'the close-up of the head draws %s, side %s, on %s, %s',
    (siteId, side, plate, half) => {
      expect(spotIn('head', siteId, side).plate).toBe(plate)
      expect(viewersHalf(siteId, side, 'head')).toBe(half)
    },
  )

  it('draws a side of scalp, face, skull, brain and meninges on the drawing of that side', () => {
    const sided = [
      'skin-scalp',
      'skin-face',
      'skull',
      'brain',
      'cerebrum',
      'meninges',
      'leptomeninges',
    ]
    for (const siteId of sided) {
      expect(spotIn('head', siteId, 'right').plate).toBe('headRight')
      expect(spotIn('head', siteId, 'left').plate).toBe('headLeft')
      expect(spotIn('head', siteId, null).plate).toBe('headFront')
    }
    // The nose points away from the back of the head: at the patient's right side to the viewer's right.
    const [right, left] = [
      spotIn('head', 'skin-face', 'right'),
      spotIn('head', 'skin-face', 'left'),
    ]
    expect(right.x).toBeGreaterThan(15)
    expect(left.x).toBe(30 - right.x)
  })

  it('draws a paired site without a stated side on the midline in every view, and highlights neither side', () => {
    for (const siteId of PAIRED_SITES)
      for (const view of viewsOf(siteId)) {
        expect([siteId, view, viewersHalf(siteId, null, view)]).toEqual([siteId, view, 'midline'])
        expect(spotIn(view, siteId, null).region).toBeNull()
      }
  })

  it.each(FIGURE_VIEWS)('shows in the view %s the sites that belong there', view => {
    expect(BODY_SITE_IDS.filter(id => isShownIn(view, id)).toSorted()).toEqual(
      SHOWN[view].toSorted(),
    )
  })

  it('has a view for every site of the pick-list that names a place, and none for the others', () => {
    expect(BODY_SITE_IDS.filter(id => viewsOf(id).length === 0).toSorted()).toEqual(WITHOUT_PLACE)
    for (const siteId of [...WITHOUT_PLACE, 'no-such-site', '', '__proto__', null])
      for (const view of FIGURE_VIEWS) expect(regionOf(siteId, 'left', null, view)).toBeNull()
  })

  it('marks what lies on the back and is seen through the body', () => {
    expect(SHOWN.front.filter(siteId => regionOf(siteId, 'left')?.behind === true)).toEqual([
      'scapula',
    ])
    expect(spotIn('back', 'scapula', 'left').behind).toBe(false)
  })

  it.each(FIGURE_VIEWS)(
    'puts different sites of one side in different places of the view %s',
    view => {
      const places = SHOWN[view].map(siteId => {
        const { plate, x, y } = spotIn(view, siteId, 'left')
        return `${plate} ${x} ${y}`
      })
      expect(new Set(places).size).toBe(places.length)
    },
  )

  it.each(FIGURE_VIEWS)(
    'stays within the figure of the view %s, whatever the side and part',
    view => {
      for (const siteId of SHOWN[view])
        for (const side of [...SIDES, null])
          for (const part of ['upper', 'middle', 'lower', null] as const) {
            const spot = regionOf(siteId, side, part, view)
            if (spot === null) throw new Error(`${siteId} is not on the ${view}`)
            const box = PLATES[spot.plate].viewBox
            expect(spot.x).toBeGreaterThan(box.x)
            expect(spot.x).toBeLessThan(box.x + box.width)
            expect(spot.y).toBeGreaterThan(box.y)
            expect(spot.y).toBeLessThan(box.y + box.height)
            // The scalp's mark sits on the crown, and the midline of the legs lies between them.
            const isOneSided = side === 'right' || side === 'left'
            if (!isOneSided || rightOf(spot.plate) === 0 || siteId === 'skin-scalp') continue
            const shape = PLATES[spot.plate].isMirrored
              ? flipPath(BODY_PATHS.shape, PLATES[spot.plate].midline)
              : BODY_PATHS.shape
            expect(isInPath(shape, spot), `${siteId} ${side} ${part} in ${view}`).toBe(true)
          }
    },
  )

  it.each(FIGURE_VIEWS)('lies within the region that it highlights in the view %s', view => {
    for (const siteId of SHOWN[view])
      for (const side of ['right', 'left'] as const)
        for (const part of ['upper', 'middle', 'lower', null] as const) {
          const spot = regionOf(siteId, side, part, view)
          if (spot === null || spot.region === null) continue
          const path = regionPath(spot.plate, spot.region)
          const what = `${siteId} ${side} ${part} in ${view}: ${spot.region}`
          expect(path, what).not.toBeNull()
          const box = pathBox(path ?? '')
          const slack = 1.2
          expect(spot.x, what).toBeGreaterThan(box.x - slack)
          expect(spot.x, what).toBeLessThan(box.x + box.width + slack)
          expect(spot.y, what).toBeGreaterThan(box.y - slack)
          expect(spot.y, what).toBeLessThan(box.y + box.height + slack)
        }
  })

  it('highlights both of a pair for a site on both sides', () => {
    expect(regionOf('kidney', 'bilateral')?.region).toBe('kidney.bilateral')
    expect(regionPath('front', 'kidney.bilateral')).toBe(
      `${regionPath('front', 'kidney.right')}${regionPath('front', 'kidney.left')}`,
    )
  })

  it('highlights no organ on the side opposite to the one it lies on', () => {
    expect(regionOf('spleen', null)?.region).toBe('spleen')
    expect(regionOf('spleen', 'left')?.region).toBe('spleen')
    expect(regionOf('spleen', 'right')?.region).toBeNull()
  })

  it('names no path for a region that the plate does not have', () => {
    expect(regionPath('front', 'no-such-region')).toBeNull()
    expect(regionPath('front', 'no-such-region.bilateral')).toBeNull()
    expect(regionPath('front', '__proto__')).toBeNull()
    expect(regionPath('headFront', 'femur.left')).toBeNull()
  })

  it('moves to the named part of a site', () => {
    expect(regionOf('femur', 'right', 'lower')?.region).toBe('femur-lower.right')
    expect(regionOf('femur', 'right', 'lower')?.y).toBeGreaterThan(
      regionOf('femur', 'right')?.y ?? Number.NaN,
    )
    expect(regionOf('breast', 'right', 'upper')?.y).toBeLessThan(
      regionOf('breast', 'right')?.y ?? Number.NaN,
    )
    expect(regionOf('kidney', 'right', 'lower')?.y).toBeGreaterThan(
      regionOf('kidney', 'right')?.y ?? Number.NaN,
    )
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
  const plates = Object.entries(PLATES)

  it('need no clipping: every path ends within the view box', () => {
    for (const [name, { viewBox, paths }] of plates)
      for (const { d } of paths)
        for (const { x, y } of pathPoints(d)) {
          expect(x, name).toBeGreaterThan(viewBox.x - 0.6)
          expect(x, name).toBeLessThan(viewBox.x + viewBox.width + 0.6)
          // The neck ends at the edge of a close-up.
          expect(y, name).toBeGreaterThan(viewBox.y - 2.2)
          expect(y, name).toBeLessThan(viewBox.y + viewBox.height + 2.2)
        }
  })

  it('close every shape that is filled', () => {
    for (const [name, { paths }] of plates)
      for (const { role, d } of paths)
        if (role === 'organ' || role === 'organ2' || role === 'bone' || role === 'hollow')
          expect(d.endsWith('Z'), name).toBe(true)
  })

  it('are the same on both sides, but for the organs', () => {
    const plain = ({ x, y }: { x: number; y: number }) => `${x.toFixed(1)} ${y.toFixed(1)}`
    for (const name of ['back', 'skeleton', 'chest', 'headBack'] as const) {
      const { midline, paths } = PLATES[name]
      for (const { role, d } of paths) {
        if (role === 'edge') continue
        const points = new Set(pathPoints(d).map(plain))
        const missing = pathPoints(flipPath(d, midline)).filter(point => {
          const near = [-0.1, 0, 0.1].flatMap(dx =>
            [-0.1, 0, 0.1].map(dy => plain({ x: point.x + dx, y: point.y + dy })),
          )
          return !near.some(one => points.has(one))
        })
        expect(missing, `${name}, ${role}`).toEqual([])
      }
    }
  })

  it('have the side of a region on that side', () => {
    const named = [
      'clavicle',
      'scapula',
      'humerus',
      'femur',
      'ilium',
      'rib',
      'lung',
      'kidney',
      'adrenal',
      'ovary',
      'breast',
      'chest-wall',
    ]
    for (const name of named) {
      const centre = (plate: 'front' | 'back', side: string) => {
        const box = pathBox(regionPath(plate, `${name}.${side}`) ?? '')
        return box.x + box.width / 2
      }
      const { midline } = PLATES.front
      expect(centre('front', 'right'), name).toBeLessThan(midline)
      expect(centre('front', 'left'), name).toBeGreaterThan(midline)
      expect(centre('back', 'right'), name).toBeGreaterThan(midline)
      expect(centre('back', 'left'), name).toBeLessThan(midline)
    }
  })
})
