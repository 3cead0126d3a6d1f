import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SIDES, type Side } from '../../../shared/case/common.ts'
import { PLACED_SITE_IDS, regionOf } from '../../../shared/figure/bodyRegions.ts'
import {
  BOARD_GEOMETRY,
  type FigureGeometry,
  midlineInDrawing,
  scaleGeometry,
  toDrawing,
} from '../../../shared/figure/figureGeometry.ts'
import {
  type PlacedMarkers,
  placeMarkers,
  type SiteMarker,
} from '../../../shared/figure/placeMarkers.ts'
import { diamondDistance } from '../../../shared/figure/spreadDiamonds.ts'

const RADIUS = 11.5

interface TestMarker extends SiteMarker {
  readonly id: string
  readonly label: string
  readonly certainty: 'confirmed' | 'suspected' | 'excluded'
}

function markersOf(sites: readonly (readonly [string, Side | null])[]): TestMarker[] {
  return sites.map(([siteId, side], i) => ({
    id: `s${i}`,
    label: `${i + 1}`,
    siteId,
    side,
    certainty: 'suspected',
  }))
}

const site = fc.tuple(
  fc.constantFrom(...PLACED_SITE_IDS, 'skin-other', 'other', 'no-such-site'),
  fc.constantFrom(...SIDES, null),
)
const manySites = fc.array(site, { minLength: 1, maxLength: 60 })
/** All at a few places, the hardest case. */
const crowdedSites = fc
  .tuple(fc.array(site, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 60 }))
  .map(([places, count]) =>
    Array.from(
      { length: count },
      (_, i) => places[i % places.length] ?? (['other', null] as const),
    ),
  )

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
  geometry: FigureGeometry,
): void {
  expect(placed.markers.map(({ id }) => id)).toEqual(given.map(({ id }) => id))
  expect(overlaps(placed)).toBe(0)
  const { box } = geometry
  for (const marker of placed.markers) {
    expect(marker.x).toBeGreaterThanOrEqual(box.x + placed.radius - 1e-6)
    expect(marker.x).toBeLessThanOrEqual(box.x + box.width - placed.radius + 1e-6)
    expect(marker.y).toBeGreaterThanOrEqual(box.y + placed.radius - 1e-6)
    expect(marker.y).toBeLessThanOrEqual(box.y + box.height - placed.radius + 1e-6)
    const midline = midlineInDrawing(marker.spot.figure, geometry)
    if (marker.side === 'right') expect(marker.x).toBeLessThan(midline)
    if (marker.side === 'left') expect(marker.x).toBeGreaterThan(midline)
    const home = toDrawing(marker.spot, geometry)
    const moved = Math.hypot(marker.x - home.x, marker.y - home.y)
    expect(marker.leader !== null).toBe(moved > placed.radius)
  }
}

describe('placing markers', () => {
  it('never overlaps, drops, leaves the box or crosses the midline, from 1 to 60 markers', () => {
    fc.assert(
      fc.property(fc.oneof(manySites, crowdedSites), sites => {
        const given = markersOf(sites)
        expectSound(given, placeMarkers(given, RADIUS, BOARD_GEOMETRY), BOARD_GEOMETRY)
      }),
      { numRuns: 60 },
    )
  })

  it('holds in a small drawing too, where it shrinks the markers rather than drop one', () => {
    const small = scaleGeometry(BOARD_GEOMETRY, 0.5)
    const given = markersOf(Array.from({ length: 60 }, () => ['cerebellum', 'left'] as const))
    const placed = placeMarkers(given, RADIUS, small)
    expect(placed.radius).toBeLessThan(RADIUS)
    expectSound(given, placed, small)
  })

  it('gives the same drawing for the same markers', () => {
    fc.assert(
      fc.property(manySites, sites => {
        const first = placeMarkers(markersOf(sites), RADIUS, BOARD_GEOMETRY)
        expect(placeMarkers(markersOf(sites), RADIUS, BOARD_GEOMETRY)).toEqual(first)
      }),
      { numRuns: 15 },
    )
  })

  it('leaves a marker with room around it exactly on its spot', () => {
    for (const [siteId, side] of [
      ['femur', 'right'],
      ['kidney', 'left'],
      ['cerebellum', 'right'],
      ['other', null],
    ] as const) {
      const { markers } = placeMarkers(markersOf([[siteId, side]]), RADIUS, BOARD_GEOMETRY)
      const home = toDrawing(regionOf(siteId, side), BOARD_GEOMETRY)
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
      ['other', null],
      ['brain', null],
      ['cerebellum', null],
      ['breast', 'left'],
      ['other', 'right'],
    ])
    const placed = placeMarkers(given, RADIUS, BOARD_GEOMETRY)
    expectSound(given, placed, BOARD_GEOMETRY)
    for (const { x, side, spot } of placed.markers) {
      if (side === 'left' || side === 'right') continue
      expect(x).toBe(midlineInDrawing(spot.figure, BOARD_GEOMETRY))
    }
  })

  it('fans out markers of exactly the same place around it', () => {
    const given = markersOf(Array.from({ length: 5 }, () => ['liver', null] as const))
    const { markers, radius } = placeMarkers(given, RADIUS, BOARD_GEOMETRY)
    const home = toDrawing(regionOf('liver', null), BOARD_GEOMETRY)
    expect(radius).toBe(RADIUS)
    for (const marker of markers) {
      expect(Math.hypot(marker.x - home.x, marker.y - home.y)).toBeLessThan(4 * RADIUS)
    }
  })

  it('leads from the true spot to the edge of a marker that had to move', () => {
    const given = markersOf(Array.from({ length: 9 }, () => ['spleen', null] as const))
    const { markers, radius } = placeMarkers(given, RADIUS, BOARD_GEOMETRY)
    const home = toDrawing(regionOf('spleen', null), BOARD_GEOMETRY)
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
    const placed = placeMarkers(given, RADIUS, BOARD_GEOMETRY)
    expectSound(given, placed, BOARD_GEOMETRY)
    expect(placed.radius).toBe(RADIUS)
    expect(placed.markers.filter(({ leader }) => leader !== null)).toEqual([])
    const { inset } = BOARD_GEOMETRY
    for (const { x, y, spot } of placed.markers) {
      const isOverInset = x > inset.x && y < inset.y + inset.height
      expect(isOverInset).toBe(spot.figure === 'head')
    }
  })

  it('places nothing when there is nothing', () => {
    expect(placeMarkers([], RADIUS, BOARD_GEOMETRY)).toEqual({ radius: RADIUS, markers: [] })
  })

  it('says so when the geometry itself leaves no room', () => {
    const none = { ...BOARD_GEOMETRY, box: { x: 0, y: 0, width: 0, height: 0 } }
    expect(() => placeMarkers(markersOf([['liver', null]]), RADIUS, none)).toThrow(RangeError)
  })
})
