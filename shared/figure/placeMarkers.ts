import type { Side } from '../case/common.ts'
import { type BodySpot, midlineOf, regionOf } from './bodyRegions.ts'
import type { Rect } from './figureDrawing.ts'
import { type FigureGeometry, midlineInDrawing, toDrawing } from './figureGeometry.ts'
import type { SitePart } from './siteSpots.ts'
import {
  type Bounds,
  type Diamond,
  diamondDistance,
  type Point,
  spreadDiamonds,
} from './spreadDiamonds.ts'

/** What placing needs to know of a marker; whatever else it carries is handed through. */
export interface SiteMarker {
  readonly siteId: string | null
  readonly side: Side | null
  readonly part?: SitePart | null
}

/** A marker's place, in drawing units. */
export interface MarkerPlace {
  readonly x: number
  readonly y: number
  readonly spot: BodySpot
  /** From the true spot to the marker's edge, when the marker moved more than its radius. */
  readonly leader: {
    readonly x1: number
    readonly y1: number
    readonly x2: number
    readonly y2: number
  } | null
}

export interface PlacedMarkers<M> {
  /** Half the diagonal of the diamonds; smaller than asked only where they do not all fit. */
  readonly radius: number
  /** All of them, in the order given. */
  readonly markers: readonly (M & MarkerPlace)[]
}

const SHRINK = 0.9
const SMALLEST = 0.01
const OFF_MIDLINE = 0.001

/**
 * Places diamond markers so that none overlaps another, each as near to its true spot as it can be,
 * and none of a stated side crosses the midline. `radius` is half a diamond's diagonal. The same
 * input always gives the same drawing. Throws where the geometry itself leaves no room.
 */
export function placeMarkers<M extends SiteMarker>(
  markers: readonly M[],
  radius: number,
  geometry: FigureGeometry,
): PlacedMarkers<M> {
  for (let size = radius; size > radius * SMALLEST; size *= SHRINK) {
    const placed = spreadDiamonds(
      markers.map(marker => markerDiamond(marker, size, geometry)),
      size,
    )
    if (placed === null) continue
    return {
      radius: size,
      markers: placed.map(({ diamond, centre }) => ({
        ...diamond.marker,
        ...centre,
        spot: diamond.spot,
        leader: leaderOf(diamond.home, centre, size),
      })),
    }
  }
  throw new RangeError('The figure has no room for its markers')
}

interface MarkerDiamond<M> extends Diamond {
  readonly marker: M
  readonly spot: BodySpot
}

function markerDiamond<M extends SiteMarker>(
  marker: M,
  radius: number,
  geometry: FigureGeometry,
): MarkerDiamond<M> {
  const spot = regionOf(marker.siteId, marker.side, marker.part ?? null)
  const isHead = spot.figure === 'head'
  const midline = midlineInDrawing(spot.figure, geometry)
  const bounds = ownSide(innerBounds(geometry.box, radius), marker.side, midline)
  const room = isHead ? ownSide(innerBounds(geometry.inset, radius), marker.side, midline) : bounds
  const hasSide = marker.side === 'right' || marker.side === 'left'
  const isOnMidline = !hasSide && spot.x === midlineOf(spot.figure)
  return {
    marker,
    spot,
    home: toDrawing(spot, geometry),
    bounds,
    // Off the midline, a marker would seem to state a side: it gives way up or down first.
    preferred: isOnMidline ? { ...room, minX: midline, maxX: midline } : room,
    avoid: isHead ? geometry.keepOut : [geometry.inset, ...geometry.keepOut],
  }
}

/** The part of the bounds on the side that is stated; all of them where none is. */
function ownSide(bounds: Bounds, side: Side | null, midline: number): Bounds {
  if (side === 'right') return { ...bounds, maxX: Math.min(bounds.maxX, midline - OFF_MIDLINE) }
  if (side === 'left') return { ...bounds, minX: Math.max(bounds.minX, midline + OFF_MIDLINE) }
  return bounds
}

/** Where a centre may lie so that a diamond stays within a rectangle. */
function innerBounds(rect: Rect, radius: number): Bounds {
  return {
    minX: rect.x + radius,
    maxX: rect.x + rect.width - radius,
    minY: rect.y + radius,
    maxY: rect.y + rect.height - radius,
  }
}

function leaderOf(home: Point, centre: Point, radius: number): MarkerPlace['leader'] {
  if (Math.hypot(home.x - centre.x, home.y - centre.y) <= radius) return null
  const toEdge = radius / diamondDistance(home, centre)
  return {
    x1: home.x,
    y1: home.y,
    x2: centre.x + (home.x - centre.x) * toEdge,
    y2: centre.y + (home.y - centre.y) * toEdge,
  }
}
