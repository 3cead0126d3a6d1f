import type { Certainty } from '../case/site.ts'
import type { EntryId } from '../ids.ts'
import { line, path } from './canvas.ts'
import type { Metrics } from './metrics.ts'
import type { Point, Shape } from './shape.ts'

/** Filled when confirmed, hollow when suspected, struck through when excluded. */
export function diamond(
  certainty: Certainty,
  [x, y]: Point,
  size: number,
  entry: EntryId | null,
): Shape[] {
  const half = size / 2
  const outline = path(
    `diamond.${certainty}`,
    [
      [x, y - half],
      [x + half, y],
      [x, y + half],
      [x - half, y],
    ],
    entry,
  )
  if (certainty !== 'excluded') return [outline]
  const reach = half * 1.05
  return [outline, line('strike', [x - reach, y + reach], [x + reach, y - reach], entry)]
}

/** An upright bracket at a bound that was recorded, open towards where the event may lie. */
export function bracket(
  opens: 'right' | 'left',
  x: number,
  [top, bottom]: readonly [number, number],
  metrics: Metrics,
  entry: EntryId | null,
): Shape {
  const arm = bracketArm(metrics) * (opens === 'right' ? 1 : -1)
  return path(
    'bracket',
    [
      [x + arm, top],
      [x, top],
      [x, bottom],
      [x + arm, bottom],
    ],
    entry,
    false,
  )
}

/** How far a bracket's arms reach to the side that it opens to. */
export function bracketArm(metrics: Metrics): number {
  return metrics.mark * 0.34
}

/** The head of an arrow that points right: going on at the last report. */
export function arrowHead([x, y]: Point, height: number, entry: EntryId | null): Shape {
  return path(
    'arrow',
    [
      [x, y - height / 2],
      [x + height * 0.75, y],
      [x, y + height / 2],
    ],
    entry,
  )
}

export function triangle(
  direction: 'up' | 'down',
  role: 'triangle' | 'triangle.flag',
  [x, y]: Point,
  size: number,
  entry: EntryId | null,
): Shape {
  const half = size / 2
  const tip = direction === 'up' ? y - half * 0.9 : y + half * 0.9
  const base = direction === 'up' ? y + half * 0.9 : y - half * 0.9
  return path(
    role,
    [
      [x, base],
      [x + size, base],
      [x + half, tip],
    ],
    entry,
  )
}

/** The sign for two readings, drawn: two level strokes and one across. */
export function notEqual([x, y]: Point, size: number, entry: EntryId | null): Shape[] {
  const half = size / 2
  const stroke = (from: Point, to: Point) => path('notEqual', [from, to], entry, false)
  return [
    stroke([x, y - half * 0.34], [x + size, y - half * 0.34]),
    stroke([x, y + half * 0.34], [x + size, y + half * 0.34]),
    stroke([x + size * 0.7, y - half * 0.9], [x + size * 0.3, y + half * 0.9]),
  ]
}
