import type { Point } from './spreadDiamonds.ts'

const NUMBER = /-?\d*\.?\d+/g
/** Straight pieces that a curve is taken as, for asking what lies inside. */
const PIECES = 6

const flips = new Map<string, string>()

/** Path data turned over at a vertical line: what was at its left lies at its right. */
export function flipPath(d: string, midline: number): string {
  const key = `${midline} ${d}`
  const before = flips.get(key)
  if (before !== undefined) return before
  let at = 0
  const flipped = d.replace(NUMBER, number => {
    at += 1
    return at % 2 === 1 ? `${Math.round((2 * midline - Number(number)) * 100) / 100}` : number
  })
  flips.set(key, flipped)
  return flipped
}

/** The corners of each closed part of a path in absolute M, L, C and Z. */
export function pathPolygons(d: string): Point[][] {
  return d
    .split('M')
    .filter(part => part !== '')
    .map(part => {
      const [head = '', ...steps] = part.split(/(?=[LC])/)
      const points: Point[] = pairs(head)
      for (const step of steps) {
        const ends = pairs(step)
        const from = points.at(-1)
        const [first, second, last] = ends
        if (step.startsWith('L') || from === undefined) points.push(...ends)
        else if (first !== undefined && second !== undefined && last !== undefined)
          points.push(...curve(from, first, second, last))
      }
      return points
    })
}

/** The drawings never change, and there are few of them. */
const known = new Map<string, Point[][]>()

/** Whether a point lies inside any part of a closed path. */
export function isInPath(d: string, point: Point): boolean {
  let polygons = known.get(d)
  if (polygons === undefined) {
    polygons = pathPolygons(d)
    known.set(d, polygons)
  }
  return polygons.some(corners => isInside(corners, point))
}

function pairs(text: string): Point[] {
  const numbers = (text.match(NUMBER) ?? []).map(Number)
  const points: Point[] = []
  for (let i = 0; i + 1 < numbers.length; i += 2)
    points.push({ x: numbers[i] ?? 0, y: numbers[i + 1] ?? 0 })
  return points
}

function curve(from: Point, first: Point, second: Point, to: Point): Point[] {
  return Array.from({ length: PIECES }, (_, i) => {
    const t = (i + 1) / PIECES
    const u = 1 - t
    const at = (axis: 'x' | 'y') =>
      u ** 3 * from[axis] +
      3 * u * u * t * first[axis] +
      3 * u * t * t * second[axis] +
      t ** 3 * to[axis]
    return { x: at('x'), y: at('y') }
  })
}

function isInside(corners: readonly Point[], { x, y }: Point): boolean {
  let inside = false
  for (const [i, a] of corners.entries()) {
    const b = corners[(i + 1) % corners.length] ?? a
    if (a.y > y === b.y > y) continue
    if (x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  }
  return inside
}
