import type { Rect } from './figureDrawing.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Where a centre may lie, ends included. */
export interface Bounds {
  readonly minX: number
  readonly maxX: number
  readonly minY: number
  readonly maxY: number
}

/** One diamond to place. */
export interface Diamond {
  readonly home: Point
  /** Never left. */
  readonly bounds: Bounds
  /** Left only where there is no room in it. */
  readonly preferred: Bounds
  /** Covered only where there is no room elsewhere. */
  readonly avoid: readonly Rect[]
}

const ROUNDS = 200
const PULL = 0.05
/** In radii: enough that two filled diamonds with their strokes stay two to the eye. */
const LEAST_GAP = 0.36
const ROOMY_GAP = 0.45
/** What leaving the preferred bounds, or covering a rectangle to avoid, costs in radii of distance. */
const PENALTY = 5
const GOLDEN_ANGLE = 2.399963

/** How far apart two diamonds' centres are, measured so that two radii mean that they touch. */
export function diamondDistance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
}

/**
 * Centres for diamonds of one radius so that none overlaps another, each near its home, in the order
 * given; null where they do not all fit. First all push each other apart evenly, then each that is
 * still in the way takes the nearest free place.
 */
export function spreadDiamonds<D extends Diamond>(
  diamonds: readonly D[],
  radius: number,
): { readonly diamond: D; readonly centre: Point }[] | null {
  if (diamonds.some(({ bounds, preferred }) => isEmpty(bounds) || isEmpty(preferred))) return null
  const bodies = relax(diamonds, (2 + ROOMY_GAP) * radius)
  const clearance = (2 + LEAST_GAP) * radius
  const taken: Point[] = []
  const settled = new Set<Body<D>>()
  for (const body of bodies) {
    if (penaltyAt(body.diamond, body.centre, radius) > 0) continue
    if (!isFree(body.centre, taken, clearance)) continue
    settled.add(body)
    taken.push(body.centre)
  }
  for (const body of bodies) {
    if (settled.has(body)) continue
    const centre = nearestFree(body.diamond, taken, clearance, radius)
    if (centre === null) return null
    body.centre = centre
    taken.push(centre)
  }
  return bodies
}

interface Body<D extends Diamond> {
  readonly diamond: D
  centre: Point
}

function relax<D extends Diamond>(diamonds: readonly D[], distance: number): Body<D>[] {
  const bodies = diamonds.map((diamond, i) => {
    // A hair's breadth apart in different directions, so that equal homes fan out.
    const x = diamond.home.x + 0.05 * Math.cos(i * GOLDEN_ANGLE)
    const y = diamond.home.y + 0.05 * Math.sin(i * GOLDEN_ANGLE)
    return { diamond, centre: clamp({ x, y }, diamond.preferred) }
  })
  for (let round = 0; round < ROUNDS; round++) {
    if (round < ROUNDS / 2) for (const body of bodies) pullHome(body)
    for (const [i, body] of bodies.entries()) {
      for (const other of bodies.slice(i + 1)) pushApart(body, other, distance)
    }
  }
  return bodies
}

function pullHome(body: Body<Diamond>): void {
  const { centre, diamond } = body
  const x = centre.x + (diamond.home.x - centre.x) * PULL
  const y = centre.y + (diamond.home.y - centre.y) * PULL
  body.centre = clamp({ x, y }, diamond.preferred)
}

function pushApart(a: Body<Diamond>, b: Body<Diamond>, distance: number): void {
  const apart = diamondDistance(a.centre, b.centre)
  if (apart >= distance) return
  const share = apart < 1e-6 ? 0 : (distance - apart) / apart / 2
  const dx = apart < 1e-6 ? distance / 2 : (b.centre.x - a.centre.x) * share
  const dy = (b.centre.y - a.centre.y) * share
  const move = (body: Body<Diamond>, sign: number): void => {
    const x = body.centre.x + sign * dx
    const y = body.centre.y + sign * dy
    body.centre = clamp({ x, y }, body.diamond.preferred)
  }
  move(a, -1)
  move(b, 1)
}

function nearestFree(
  diamond: Diamond,
  taken: readonly Point[],
  clearance: number,
  radius: number,
): Point | null {
  const { home, bounds } = diamond
  const step = radius / 3
  let best: Point | null = null
  let bestCost = Number.POSITIVE_INFINITY
  const start = clamp(home, bounds)
  const firstX = start.x - Math.floor((start.x - bounds.minX) / step) * step
  const firstY = start.y - Math.floor((start.y - bounds.minY) / step) * step
  for (let x = firstX; x <= bounds.maxX; x += step) {
    for (let y = firstY; y <= bounds.maxY; y += step) {
      const distance = Math.hypot(x - home.x, y - home.y)
      if (distance >= bestCost) continue
      const cost = distance + penaltyAt(diamond, { x, y }, radius)
      if (cost < bestCost && isFree({ x, y }, taken, clearance)) {
        best = { x, y }
        bestCost = cost
      }
    }
  }
  return best
}

function penaltyAt(diamond: Diamond, point: Point, radius: number): number {
  const outside = isInside(point, diamond.preferred) ? 0 : 1
  const covered = diamond.avoid.filter(rect => covers(point, rect, radius)).length
  return (outside + covered) * PENALTY * radius
}

function covers(centre: Point, rect: Rect, radius: number): boolean {
  const nearest = {
    x: Math.min(Math.max(centre.x, rect.x), rect.x + rect.width),
    y: Math.min(Math.max(centre.y, rect.y), rect.y + rect.height),
  }
  return diamondDistance(centre, nearest) < radius - 1e-6
}

function isFree(point: Point, taken: readonly Point[], clearance: number): boolean {
  return taken.every(other => diamondDistance(point, other) >= clearance - 1e-6)
}

function isInside(point: Point, bounds: Bounds): boolean {
  return (
    point.x >= bounds.minX - 1e-6 &&
    point.x <= bounds.maxX + 1e-6 &&
    point.y >= bounds.minY - 1e-6 &&
    point.y <= bounds.maxY + 1e-6
  )
}

function isEmpty(bounds: Bounds): boolean {
  return bounds.minX > bounds.maxX || bounds.minY > bounds.maxY
}

function clamp(point: Point, bounds: Bounds): Point {
  return {
    x: Math.min(Math.max(point.x, bounds.minX), bounds.maxX),
    y: Math.min(Math.max(point.y, bounds.minY), bounds.maxY),
  }
}
