import type { Side } from '../case/common.ts'
import type { FigureName } from './figureDrawing.ts'
import { FRONT_FIGURE } from './frontFigure.ts'
import { FRONT_REGIONS } from './frontRegions.ts'
import { HEAD_FIGURE } from './headFigure.ts'
import { HEAD_REGIONS } from './headRegions.ts'
import { SITE_SPOTS, type SitePart, type SiteSpot, UNPLACED_SPOT } from './siteSpots.ts'

/** Where a site lies on a figure, in the units of that figure's view box. */
export interface BodySpot {
  readonly figure: FigureName
  readonly x: number
  readonly y: number
  /** The site lies on the back, seen through the body. */
  readonly behind: boolean
  /** The region to highlight, for `regionPath`; null where none is known, as for an unstated side. */
  readonly region: string | null
  /** The figure has no place for this site; it lies in the box below the figure. */
  readonly unplaced: boolean
}

const PATHS: Readonly<Record<FigureName, Readonly<Record<string, string>>>> = {
  front: FRONT_REGIONS,
  head: HEAD_REGIONS,
}

const MIDLINES: Readonly<Record<FigureName, number>> = {
  front: FRONT_FIGURE.midline,
  head: HEAD_FIGURE.midline,
}

/** The site ids that have a place of their own, without `other`. */
export const PLACED_SITE_IDS: readonly string[] = [...SITE_SPOTS]
  .filter(([, spot]) => spot.unplaced !== true)
  .map(([id]) => id)

/** The x that parts the patient's right from the patient's left on a figure. */
export function midlineOf(figure: FigureName): number {
  return MIDLINES[figure]
}

/**
 * The closed path of a region that `regionOf` named, or null where the figure has none.
 * A region of both sides is the right and the left one together.
 */
export function regionPath(figure: FigureName, region: string): string | null {
  const paths = PATHS[figure]
  const whole = paths[region]
  if (whole !== undefined) return whole
  if (!region.endsWith('.bilateral')) return null
  const pair = region.slice(0, -'.bilateral'.length)
  const right = paths[`${pair}.right`]
  const left = paths[`${pair}.left`]
  return right === undefined || left === undefined ? null : right + left
}

/**
 * Where a site is drawn. The patient's left is the viewer's right. A paired site without a stated
 * side, or on both sides, lies on the midline; an unknown site lies, flagged, in the box for such.
 */
export function regionOf(
  siteId: string | null,
  side: Side | null,
  part: SitePart | null = null,
): BodySpot {
  const spot = spotOf(siteId)
  const figure = spot.figure ?? 'front'
  const [x, y] = pointOf(spot, MIDLINES[figure], side, part)
  return {
    figure,
    x,
    y,
    behind: spot.behind === true,
    region: regionName(spot, figure, side, part),
    unplaced: spot.unplaced === true,
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

function spotOf(siteId: string | null): SiteSpot {
  return (siteId === null ? undefined : SITE_SPOTS.get(siteId)) ?? UNPLACED_SPOT
}

function pointOf(
  spot: SiteSpot,
  midline: number,
  side: Side | null,
  part: SitePart | null,
): readonly [number, number] {
  const [outward, down] = (part === null ? undefined : spot.parts?.[part]) ?? [0, 0]
  if (side === 'right' || side === 'left') {
    const [away, y] = spot[side]
    const sign = side === 'right' ? -1 : 1
    return [midline + sign * (away + outward), y + down]
  }
  const [dx, y] = side === null ? spot.home : [0, spot.home[1]]
  return [midline + dx, y + down]
}

function regionName(
  spot: SiteSpot,
  figure: FigureName,
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
  if (PATHS[figure][half] !== undefined) return half
  return spot.only === undefined || spot.only === side ? base : null
}
