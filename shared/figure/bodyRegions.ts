import type { Side } from '../case/common.ts'
import type { FigureView, PlateName } from './figureDrawing.ts'
import { BODY_MIDLINE, PLATES, PROFILE_MIDLINE } from './plates.ts'
import { regionPath } from './regionPaths.ts'
import {
  HEAD_BACK_SPOTS,
  PROFILE_SPOTS,
  SITE_SPOTS,
  type SitePart,
  type SiteSpot,
} from './siteSpots.ts'
import { isShownIn } from './siteViews.ts'

/** Where a site lies on a plate, in the units of that plate's view box. */
export interface BodySpot {
  readonly plate: PlateName
  readonly x: number
  readonly y: number
  /** The site lies on the back, and is seen through the body. */
  readonly behind: boolean
  /** The region to highlight, for `regionPath`; null where none is known, as for an unstated side. */
  readonly region: string | null
}

/** The site ids that have a place on the figure. */
export const PLACED_SITE_IDS: readonly string[] = [...SITE_SPOTS.keys()]

/**
 * Which way the patient's right lies from the midline of a plate: -1 at the viewer's left, 1 at the viewer's right, 0
 * where all of the plate is one side.
 */
export function rightOf(plate: PlateName): -1 | 0 | 1 {
  if (plate === 'headRight' || plate === 'headLeft') return 0
  return PLATES[plate].isMirrored ? 1 : -1
}

/**
 * Where a site is drawn in a view, or null where the view has no place for it. The patient's left is the viewer's right
 * from the front, and the viewer's left from the back. A paired site without a stated side, or on both sides, lies on the
 * midline.
 */
export function regionOf(
  siteId: string | null,
  side: Side | null,
  part: SitePart | null = null,
  view: FigureView = 'front',
): BodySpot | null {
  if (siteId === null || !isShownIn(view, siteId)) return null
  const spot = SITE_SPOTS.get(siteId)
  if (spot === undefined) return null
  const isOneSided = side === 'right' || side === 'left'
  const onProfile = view === 'head' && isOneSided ? PROFILE_SPOTS.get(siteId) : undefined
  if (onProfile !== undefined) return profileSpot(spot, onProfile, side === 'left')
  const onBack = view === 'head' ? HEAD_BACK_SPOTS.get(siteId) : undefined
  const plate = plateOf(view, spot, onBack !== undefined)
  const [away, y] =
    onBack === undefined
      ? pointOf(spot, side, part)
      : [isOneSided ? onBack[0] * (side === 'right' ? -1 : 1) : 0, onBack[1]]
  return {
    plate,
    x: BODY_MIDLINE + (PLATES[plate].isMirrored ? -away : away),
    y,
    behind: spot.behind === true && !PLATES[plate].isMirrored,
    region: regionName(spot, plate, side, part),
  }
}

const PART_WORDS: readonly (readonly [SitePart, RegExp])[] = [
  ['upper', /\b(upper|proximal|superior)\b/i],
  ['middle', /\b(middle|mid|midshaft)\b/i],
  ['lower', /\b(lower|distal|inferior)\b/i],
]

/** The part that a recorded sub-site names in plain words; null where it names none, or more than one. */
export function sitePartOf(subsite: string | null): SitePart | null {
  if (subsite === null) return null
  const named = PART_WORDS.filter(([, words]) => words.test(subsite))
  const only = named.length === 1 ? named[0] : undefined
  return only === undefined ? null : only[0]
}

function plateOf(view: FigureView, spot: SiteSpot, isBack: boolean): PlateName {
  if (view === 'head') return isBack ? 'headBack' : 'headFront'
  return view === 'front' && spot.isHead === true ? 'headFront' : view
}

function profileSpot(spot: SiteSpot, [x, y]: readonly [number, number], isLeft: boolean): BodySpot {
  const plate = isLeft ? 'headLeft' : 'headRight'
  const region = spot.region ?? null
  return {
    plate,
    x: isLeft ? 2 * PROFILE_MIDLINE - x : x,
    y,
    behind: false,
    region: region === null || regionPath(plate, region) === null ? null : region,
  }
}

/** Away from the midline, the patient's left being more, and y. */
function pointOf(
  spot: SiteSpot,
  side: Side | null,
  part: SitePart | null,
): readonly [number, number] {
  const [outward, down] = (part === null ? undefined : spot.parts?.[part]) ?? [0, 0]
  if (side === 'right' || side === 'left') {
    const [away, y] = spot[side]
    return [(side === 'right' ? -1 : 1) * (away + outward), y + down]
  }
  const [dx, y] = side === null ? spot.home : [0, spot.home[1]]
  return [dx, y + down]
}

function regionName(
  spot: SiteSpot,
  plate: PlateName,
  side: Side | null,
  part: SitePart | null,
): string | null {
  if (spot.region === undefined) return null
  const base = part !== null && spot.partRegions === true ? `${spot.region}-${part}` : spot.region
  if (spot.kind === 'pair') {
    return side === null || side === 'midline' ? null : `${base}.${side}`
  }
  if (side !== 'right' && side !== 'left') return base
  const half = `${base}.${side}`
  if (regionPath(plate, half) !== null) return half
  return spot.only === undefined || spot.only === side ? base : null
}
