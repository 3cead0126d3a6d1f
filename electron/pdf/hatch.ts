import { colourOperands, num } from './ink.ts'
import type { Hatch } from './picture.ts'

type Area = Readonly<{ x: number; y: number; width: number; height: number }>

const QUARTER = 0.5523

/**
 * The strokes and dots of a hatch inside a path. Drawn one by one: a tiling pattern shows the seams of its tiles on
 * screens and in some printers.
 */
export function hatchOperators(path: string, area: Area, hatch: Hatch): string {
  const { tile, colour, strokes, strokeWidth, dots } = hatch
  const ink = colourOperands(colour) ?? '0 0 0'
  const out = ['q', path, 'W n']
  const origins = tilesOver(area, tile)
  if (strokes.length > 0) {
    out.push(`${ink} RG ${num(strokeWidth)} w [] 0 d`)
    for (const [left, top] of origins) {
      for (const [x1, y1, x2, y2] of strokes) {
        out.push(`${num(left + x1)} ${num(top + y1)} m ${num(left + x2)} ${num(top + y2)} l`)
      }
    }
    out.push('S')
  }
  if (dots.length > 0) {
    out.push(`${ink} rg`)
    for (const [left, top] of origins) {
      for (const { x, y, radius } of dots) out.push(dot(left + x, top + y, radius))
    }
    out.push('f')
  }
  out.push('Q')
  return out.join(' ')
}

/** Corners of the tiles that touch an area, counted from the picture's own corner. */
function tilesOver({ x, y, width, height }: Area, tile: number): [number, number][] {
  const corners: [number, number][] = []
  const from = Math.floor(y / tile) * tile
  for (let top = from; top < y + height; top += tile) {
    for (let left = Math.floor(x / tile) * tile; left < x + width; left += tile) {
      corners.push([left, top])
    }
  }
  return corners
}

function dot(x: number, y: number, r: number): string {
  const k = r * QUARTER
  const curve = (...at: number[]): string => `${at.map(num).join(' ')} c`
  return [
    `${num(x + r)} ${num(y)} m`,
    curve(x + r, y + k, x + k, y + r, x, y + r),
    curve(x - k, y + r, x - r, y + k, x - r, y),
    curve(x - r, y - k, x - k, y - r, x, y - r),
    curve(x + k, y - r, x + r, y - k, x + r, y),
  ].join(' ')
}
