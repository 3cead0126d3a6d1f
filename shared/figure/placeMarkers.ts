import type { Side } from '../case/common.ts'
import { type BodySpot, rightOf } from './bodyRegions.ts'
import type { PlateName, Rect } from './figureDrawing.ts'
import { PLATES } from './plates.ts'
import {
  type Bounds,
  type Diamond,
  diamondDistance,
  type Point,
  spreadDiamonds,
} from './spreadDiamonds.ts'
import { midlineInView, plateIn, toView, type ViewGeometry } from './viewGeometry.ts'

/** What placing needs to know of a marker; whatever else it carries is handed through. */
export interface SiteMarker {
  readonly spot: BodySpot
  readonly side: Side | null
}

/** A marker's place, in the view's units. */
export interface MarkerPlace {
  readonly x: number
  readonly y: number
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
  geometry: ViewGeometry,
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
        leader: leaderOf(diamond.home, centre, size),
      })),
    }
  }
  throw new RangeError('The figure has no room for its markers')
}

interface MarkerDiamond<M> extends Diamond {
  readonly marker: M
}

function markerDiamond<M extends SiteMarker>(
  marker: M,
  radius: number,
  geometry: ViewGeometry,
): MarkerDiamond<M> {
  const { spot, side } = marker
  const { cell } = plateIn(geometry, spot.plate)
  const midline = midlineInView(geometry, spot.plate)
  const own = (bounds: Bounds) => ownSide(bounds, spot.plate, side, midline)
  const bounds = own(innerBounds(geometry.box, radius))
  const room = cell === null ? bounds : own(innerBounds(cell, radius))
  const isOneSided = side === 'right' || side === 'left'
  const isOnMidline = !isOneSided && spot.x === PLATES[spot.plate].midline
  const others = geometry.plates.flatMap(place =>
    place.plate === spot.plate || place.cell === null ? [] : [place.cell],
  )
  return {
    marker,
    home: toView(geometry, spot),
    bounds,
    // Off the midline, a marker would seem to state a side: it gives way up or down first.
    preferred: isOnMidline ? { ...room, minX: midline, maxX: midline } : room,
    avoid: [...others, ...geometry.keepOut],
  }
}

/** The part of the bounds on the side that is stated; all of them where none is. */
function ownSide(bounds: Bounds, plate: PlateName, side: Side | null, midline: number): Bounds {
  const right = rightOf(plate)
  if (right === 0 || (side !== 'right' && side !== 'left')) return bounds
  return (side === 'right') === (right === -1)
    ? { ...bounds, maxX: Math.min(bounds.maxX, midline - OFF_MIDLINE) }
    : { ...bounds, minX: Math.max(bounds.minX, midline + OFF_MIDLINE) }
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
