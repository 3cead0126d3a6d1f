import type { EntryId } from '../ids.ts'
import { rect } from './canvas.ts'
import type { Metrics } from './metrics.ts'
import type { Shape } from './shape.ts'

/** How far a dot with its ring reaches to the left of the item that it stands before. */
export function newMarkWidth(metrics: Metrics): number {
  return metrics.mark * 0.72
}

/** A dot with a ring before an item that is new or changed since the chosen date; the item begins at `x`. */
export function drawNewMark(
  metrics: Metrics,
  x: number,
  y: number,
  entry: EntryId | null,
): Shape[] {
  const round = (role: 'new' | 'new.dot', size: number) =>
    rect(
      role,
      { x: x - newMarkWidth(metrics) / 2 - size / 2, y: y - size / 2, width: size, height: size },
      entry,
      { radius: size / 2 },
    )
  return [round('new', metrics.mark * 0.62), round('new.dot', metrics.mark * 0.3)]
}
