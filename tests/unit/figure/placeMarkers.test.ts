import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SIDES, type Side } from '../../../shared/case/common.ts'
import { PLACED_SITE_IDS, regionOf, rightOf } from '../../../shared/figure/bodyRegions.ts'
import { FIGURE_VIEWS } from '../../../shared/figure/figureDrawing.ts'
import {
  type PlacedMarkers,
  placeMarkers,
  type SiteMarker,
} from '../../../shared/figure/placeMarkers.ts'
import { diamondDistance } from '../../../shared/figure/spreadDiamonds.ts'
import {
  midlineInView,
  plateIn,
  scaleGeometry,
  toView,
  VIEW_GEOMETRY,
  type ViewGeometry,
} from '../../../shared/figure/viewGeometry.ts'

const RADIUS = 11.5
const FRONT = VIEW_GEOMETRY.front

interface TestMarker extends SiteMarker {
  readonly id: string
  readonly label: string
  readonly certainty: 'confirmed' | 'suspected' | 'excluded'
}

function markersOf(
  sites: readonly (readonly [string, Side | null])[],
  geometry = FRONT,
): TestMarker[] {
  return sites.flatMap(([siteId, side], i) => {
    const spot = regionOf(siteId, side, null, geometry.view)
    return spot === null
      ? []
      : [{ id: `s${i}`, label: `${i + 1}`, spot, side, certainty: 'suspected' as const }]
  })
}

const site = fc.tuple(fc.constantFrom(...PLACED_SITE_IDS), fc.constantFrom(...SIDES, null))
const manySites = fc.array(site, { minLength: 1, maxLength: 60 })
/** All at a few places, the hardest case. */
const crowdedSites = fc
  .tuple(fc.array(site, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 60 }))
  .map(([places, count]) =>
    Array.from(
      { length: count },
      (_, i) => places[i % places.length] ?? (['liver', null] as const),
    ),
  )

function homeOf(siteId: string, side: Side | null) {
  const spot = regionOf(siteId, side)
  if (spot === null) throw new Error(`${siteId} is not on the front`)
  return toView(FRONT, spot)
}

function overlaps({ radius, markers }: PlacedMarkers<TestMarker>): number {
  let count = 0
  for (const [i, marker] of markers.entries()) {
    for (const other of markers.slice(i + 1)) {
      if (diamondDistance(marker, other) < 2 * radius) count += 1
    }
  }
  return count
}

function expectSound(
  given: readonly TestMarker[],
  placed: PlacedMarkers<TestMarker>,
  geometry: ViewGeometry,
): void {
  expect(placed.markers.map(({ id }) => id)).toEqual(given.map(({ id }) => id))
  expect(overlaps(placed)).toBe(0)
  const { box } = geometry
  for (const marker of placed.markers) {
    expect(marker.x).toBeGreaterThanOrEqual(box.x + placed.radius - 1e-6)
    expect(marker.x).toBeLessThanOrEqual(box.x + box.width - placed.radius + 1e-6)
    expect(marker.y).toBeGreaterThanOrEqual(box.y + placed.radius - 1e-6)
    expect(marker.y).toBeLessThanOrEqual(box.y + box.height - placed.radius + 1e-6)
    const midline = midlineInView(geometry, marker.spot.plate)
    // -1 from the front, 1 from the back, 0 on a drawing of one side.
    const right = rightOf(marker.spot.plate)
    if (right !== 0 && marker.side === 'right')
      expect((marker.x - midline) * right).toBeGreaterThan(0)
    if (right !== 0 && marker.side === 'left') expect((marker.x - midline) * right).toBeLessThan(0)
    const home = toView(geometry, marker.spot)
    const moved = Math.hypot(marker.x - home.x, marker.y - home.y)
    expect(marker.leader !== null).toBe(moved > placed.radius)
  }
}

describe('placing markers', () => {
  it('never overlaps, drops, leaves the box or crosses the midline in any view, from 1 to 60 markers', () => {
    fc.assert(
      fc.property(
        fc.oneof(manySites, crowdedSites),
        fc.constantFrom(...FIGURE_VIEWS),
        (sites, view) => {
          const geometry = VIEW_GEOMETRY[view]
          const given = markersOf(sites, geometry)
          expectSound(given, placeMarkers(given, RADIUS, geometry), geometry)
        },
      ),
      { numRuns: 80 },
    )
  })

  it('holds in a small drawing too, where it shrinks the markers rather than drop one', () => {
    const small = scaleGeometry(FRONT, 0.5)
    const given = markersOf(Array.from({ length: 60 }, () => ['cerebellum', 'left'] as const))
    const placed = placeMarkers(given, RADIUS, small)
    expect(placed.radius).toBeLessThan(RADIUS)
    expectSound(given, placed, small)
  })

  it('gives the same drawing for the same markers', () => {
    fc.assert(
      fc.property(manySites, sites => {
        const first = placeMarkers(markersOf(sites), RADIUS, FRONT)
        expect(placeMarkers(markersOf(sites), RADIUS, FRONT)).toEqual(first)
      }),
      { numRuns: 15 },
    )
  })

  it('leaves a marker with room around it exactly on its spot', () => {
    for (const [siteId, side] of [
      ['femur', 'right'],
      ['kidney', 'left'],
      ['cerebellum', 'right'],
    ] as const) {
      const { markers } = placeMarkers(markersOf([[siteId, side]]), RADIUS, FRONT)
      const home = homeOf(siteId, side)
      expect(markers[0]?.x).toBeCloseTo(home.x, 0)
      expect(markers[0]?.y).toBeCloseTo(home.y, 0)
      expect(markers[0]?.leader).toBeNull()
    }
  })

  it('keeps markers without a side on the midline, one above the other', () => {
    const given = markersOf([
      ['breast', null],
      ['breast', null],
      ['lung', null],
      ['skin-chest', 'midline'],
      ['kidney', 'bilateral'],
      ['brain', null],
      ['cerebellum', null],
      ['breast', 'left'],
    ])
    const placed = placeMarkers(given, RADIUS, FRONT)
    expectSound(given, placed, FRONT)
    for (const { x, side, spot } of placed.markers) {
      if (side === 'left' || side === 'right') continue
      expect(x).toBe(midlineInView(FRONT, spot.plate))
    }
  })

  it('fans out markers of exactly the same place around it', () => {
    const given = markersOf(Array.from({ length: 5 }, () => ['liver', null] as const))
    const { markers, radius } = placeMarkers(given, RADIUS, FRONT)
    const home = homeOf('liver', null)
    expect(radius).toBe(RADIUS)
    for (const marker of markers) {
      expect(Math.hypot(marker.x - home.x, marker.y - home.y)).toBeLessThan(4 * RADIUS)
    }
  })

  it('leads from the true spot to the edge of a marker that had to move', () => {
    const given = markersOf(Array.from({ length: 9 }, () => ['spleen', null] as const))
    const { markers, radius } = placeMarkers(given, RADIUS, FRONT)
    const home = homeOf('spleen', null)
    const moved = markers.flatMap(marker =>
      marker.leader === null ? [] : [{ marker, leader: marker.leader }],
    )
    expect(moved.length).toBeGreaterThan(4)
    for (const { marker, leader } of moved) {
      expect({ x: leader.x1, y: leader.y1 }).toEqual(home)
      const edge = diamondDistance({ x: leader.x2, y: leader.y2 }, marker)
      expect(edge).toBeCloseTo(radius, 6)
    }
  })

  it('keeps the published case as it is drawn: each marker at its spot, none on the inset', () => {
    const given: TestMarker[] = markersOf([
      ['breast', 'right'],
      ['chest-wall', 'right'],
      ['skin-scalp', null],
      ['skull', null],
      ['clavicle', 'left'],
      ['scapula', 'left'],
      ['ilium', 'left'],
      ['femur', 'right'],
      ['cerebellum', 'right'],
      ['adrenal', 'left'],
      ['kidney', 'right'],
    ])
    const placed = placeMarkers(given, RADIUS, FRONT)
    expectSound(given, placed, FRONT)
    expect(placed.radius).toBe(RADIUS)
    expect(placed.markers.filter(({ leader }) => leader !== null)).toEqual([])
    const { cell } = plateIn(FRONT, 'headFront')
    if (cell === null) throw new Error('the head has no frame')
    for (const { x, y, spot } of placed.markers) {
      const isOverInset = x > cell.x && y < cell.y + cell.height
      expect(isOverInset).toBe(spot.plate === 'headFront')
    }
  })

  it('places nothing when there is nothing', () => {
    expect(placeMarkers([], RADIUS, FRONT)).toEqual({ radius: RADIUS, markers: [] })
  })

  it('says so when the geometry itself leaves no room', () => {
    const none = { ...FRONT, box: { x: 0, y: 0, width: 0, height: 0 } }
    expect(() => placeMarkers(markersOf([['liver', null]]), RADIUS, none)).toThrow(RangeError)
  })
})
