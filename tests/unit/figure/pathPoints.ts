import type { Rect } from '../../../shared/figure/figureDrawing.ts'

/** The points of path data in absolute M, L, C, Z, control points too; throws on anything else. */
export function pathPoints(d: string): { x: number; y: number }[] {
  if (!/^[MLCZ\d.\s-]*$/.test(d)) throw new Error('path data other than absolute M, L, C, Z')
  const numbers = (d.match(/-?(\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
  if (numbers.length === 0 || numbers.length % 2 === 1) throw new Error('odd coordinates')
  const points: { x: number; y: number }[] = []
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    points.push({ x: numbers[i] ?? Number.NaN, y: numbers[i + 1] ?? Number.NaN })
  }
  return points
}

/** The box around a path's points. */
export function pathBox(d: string): Rect {
  const points = pathPoints(d)
  const xs = points.map(point => point.x)
  const ys = points.map(point => point.y)
  const x = Math.min(...xs)
  const y = Math.min(...ys)
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}
