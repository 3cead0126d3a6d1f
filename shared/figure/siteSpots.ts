/** A third of a long or large site, where the record names one. */
export type SitePart = 'upper' | 'middle' | 'lower'

type Point = readonly [number, number]

/** One site's place. Distances are in view box units; y runs down. */
export interface SiteSpot {
  /** `pair`: one on each side, so that an unstated side is drawn on the midline. */
  readonly kind: 'pair' | 'single'
  /** It lies in the head, which has drawings of its own. */
  readonly isHead?: boolean
  /** Distance from the midline (towards the patient's left) and y, when no side is stated. */
  readonly home: Point
  /** Distance away from the midline and y, on either side. */
  readonly right: Point
  readonly left: Point
  readonly region?: string
  /** The region lies on this side alone, whatever side is recorded. */
  readonly only?: 'right' | 'left'
  /** It lies on the back, seen through the body from the front. */
  readonly behind?: boolean
  /** Shift away from the midline and down for a named part. */
  readonly parts?: Readonly<Record<SitePart, Point>>
  readonly partRegions?: boolean
}

type More = Partial<SiteSpot>

/** One of a pair, `away` from the midline. */
function pair(away: number, y: number, more: More = {}): SiteSpot {
  return { kind: 'pair', home: [0, y], right: [away, y], left: [away, y], ...more }
}

/** A site on the midline, or on both sides of it, that a report can still give a side. */
function middle(y: number, away: number, more: More = {}): SiteSpot {
  return { kind: 'single', home: [0, y], right: [away, y], left: [away, y], ...more }
}

/** An organ with a place of its own, `dx` towards the patient's left. */
function organ(dx: number, y: number, more: More = {}): SiteSpot {
  const away = Math.max(Math.abs(dx), 3)
  return { kind: 'single', home: [dx, y], right: [away, y], left: [away, y], ...more }
}

const head = { isHead: true } as const

/**
 * Where each body site of the pick-list lies, in the frame of the body seen from the front. Schematic. What names no
 * place, such as "bone, not further named", is not here: no spot of the figure would be true.
 */
export const SITE_SPOTS: ReadonlyMap<string, SiteSpot> = new Map<string, SiteSpot>([
  ['breast', pair(7.9, 48, { region: 'breast', parts: thirds([0.1, -2.9], [0, 0], [0, 2.6]) })],
  ['chest-wall', pair(10.9, 54.6, { region: 'chest-wall' })],
  ['skin-chest', pair(4.6, 38.6)],
  ['skin-breast', pair(11, 49.8, { region: 'breast' })],
  ['skin-neck', pair(3.2, 25)],
  ['skin-back', pair(8.6, 60, { behind: true })],
  ['skin-abdomen', pair(5.6, 75)],
  ['skin-upper-limb', pair(33, 70)],
  ['skin-lower-limb', pair(11.6, 118)],
  ['skin-axilla', pair(16.2, 44)],
  ['axillary-node', pair(15.4, 40.6)],
  ['supraclavicular-node', pair(6.6, 31)],
  ['infraclavicular-node', pair(8.6, 36.2)],
  ['internal-mammary-node', pair(3, 42)],
  ['mediastinal-node', middle(39.6, 2)],
  ['hilar-node', pair(3.4, 45)],
  ['cervical-node', pair(4, 27.4)],
  ['abdominal-node', middle(71, 3)],
  ['inguinal-node', pair(8.2, 94.6)],
  ['clavicle', pair(7.9, 33.4, { region: 'clavicle' })],
  ['scapula', pair(14.2, 38.6, { region: 'scapula', behind: true })],
  ['sternum', middle(40.6, 1, { region: 'sternum' })],
  ['rib', pair(10, 51, { region: 'rib' })],
  ['vertebral-column', middle(54, 1, { region: 'vertebral-column' })],
  ['cervical-vertebra', middle(29, 0.8, { region: 'cervical-vertebra' })],
  ['thoracic-vertebra', middle(48, 1, { region: 'thoracic-vertebra' })],
  ['lumbar-vertebra', middle(72, 1.3, { region: 'lumbar-vertebra' })],
  ['sacrum', middle(83, 1.2, { region: 'sacrum' })],
  ['pelvis', middle(86.6, 6.9, { region: 'pelvis', ...sides(5.4, 92.6) })],
  ['ilium', pair(8.6, 81.2, { region: 'ilium' })],
  ['acetabulum', pair(10.9, 89.8, { region: 'acetabulum' })],
  ['femur', pair(12, 112, long('femur', [2.6, -15], [0, 0], [-3.4, 19.6]))],
  ['humerus', pair(23, 48, long('humerus', [-3.2, -8.6], [0, 0], [4.8, 10.6]))],
  ['lung', pair(6.2, 42, { region: 'lung', parts: thirds([0, -4.6], [0, 0], [0.6, 10.6]) })],
  ['pleura', pair(10.4, 57.4, { region: 'pleura' })],
  ['liver', organ(-6.2, 65, { region: 'liver', left: [3.6, 63.6], right: [8, 66] })],
  ['adrenal', pair(5, 60, { region: 'adrenal', right: [6.2, 61.5], left: [6.9, 59.2] })],
  [
    'kidney',
    pair(7.8, 67, {
      region: 'kidney',
      right: [7.9, 68.4],
      left: [8.5, 66.2],
      parts: thirds([-0.4, -3.4], [0, 0], [0.4, 3.8]),
    }),
  ],
  ['ovary', pair(5.2, 88.3, { region: 'ovary' })],
  ['uterus', middle(88, 1.4, { region: 'uterus' })],
  ['peritoneum', middle(77, 8, { region: 'peritoneum' })],
  ['stomach', organ(7.6, 62.6, { region: 'stomach', only: 'left' })],
  ['small-intestine', middle(82, 6, { region: 'small-intestine' })],
  ['duodenum', organ(-4.6, 74.2, { region: 'duodenum', only: 'right' })],
  ['large-intestine', middle(77.6, 9.8, { region: 'large-intestine', ...sides(10.4, 79.6) })],
  ['bladder', middle(93.6, 1.4, { region: 'bladder' })],
  ['pancreas', organ(3.2, 70.4, { region: 'pancreas' })],
  ['spleen', organ(11.6, 65.2, { region: 'spleen', only: 'left' })],
  ['gallbladder', organ(-4.4, 71.2, { region: 'gallbladder', only: 'right' })],
  ['thyroid', middle(29.6, 1.2, { region: 'thyroid' })],
  ['pericardium', organ(3.6, 50.6, { region: 'heart' })],
  ['heart', organ(1.6, 46.4, { region: 'heart' })],
  ['spinal-cord', middle(50, 0.4, { region: 'spinal-cord' })],
  ['skin-scalp', middle(-0.3, 6.6, { ...head, region: 'scalp', ...sides(6.4, 3.2) })],
  ['skin-face', middle(17.4, 5, { ...head, region: 'face' })],
  ['skull', middle(4.8, 6.2, { ...head, region: 'skull', ...sides(6.4, 6.4) })],
  ['brain', middle(7.4, 3.8, { ...head, region: 'brain' })],
  ['cerebrum', middle(6.2, 4, { ...head, region: 'brain' })],
  ['cerebellum', pair(2.7, 9.4, { ...head, region: 'cerebellum' })],
  ['brainstem', middle(11.6, 0.6, { ...head, region: 'brainstem' })],
  ['meninges', middle(3.2, 5.6, { ...head, region: 'meninges', ...sides(5.4, 5.4) })],
  ['leptomeninges', middle(3.2, 5.6, { ...head, region: 'meninges', ...sides(5.9, 7.4) })],
  ['pituitary', middle(12.5, 0.5, { ...head, region: 'pituitary' })],
  ['orbit', pair(3.4, 12.9, { ...head, region: 'eye' })],
  ['choroid', pair(3.4, 13.2, { ...head, region: 'eye' })],
])

/** Where a site of the head lies on the drawing of its right side; the left side is the same, turned over. */
export const PROFILE_SPOTS: ReadonlyMap<string, Point> = new Map([
  ['skin-scalp', [8.6, 3.4]],
  ['skin-face', [20, 17.4]],
  ['skull', [17.2, 3.4]],
  ['brain', [11.4, 8.6]],
  ['cerebrum', [15.6, 8]],
  ['meninges', [12.6, 2.6]],
  ['leptomeninges', [5.6, 7.8]],
])

/** Where a site lies that the drawing of the back of the head shows best: away from the midline, and y. */
export const HEAD_BACK_SPOTS: ReadonlyMap<string, Point> = new Map([['cerebellum', [2.6, 14.2]]])

function thirds(upper: Point, centre: Point, lower: Point): Readonly<Record<SitePart, Point>> {
  return { upper, middle: centre, lower }
}

/** A long bone: its parts have regions of their own. */
function long(region: string, upper: Point, centre: Point, lower: Point): More {
  return { region, parts: thirds(upper, centre, lower), partRegions: true }
}

function sides(away: number, y: number): More {
  return { right: [away, y], left: [away, y] }
}
