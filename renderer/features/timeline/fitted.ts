import type { Drawing } from '../../../shared/timeline/shape.ts'

export type Fit = Readonly<{ drawing: Drawing; rowHeight: number }>

/** Row heights of a density: the design's own, lower ones for a panel that is short of room, and one for a panel with room to spare. */
export type RowHeights = Readonly<{ usual: number; lower: readonly number[]; most: number }>

/**
 * The drawing with the highest rows that fit the panel; where none do, it scrolls at its usual size. What could not fit even
 * if everything in it shrank as its rows do is drawn once, and no lower row is tried.
 */
export function fitted(
  height: number,
  draw: (rowHeight: number) => Drawing,
  { usual, lower, most }: RowHeights,
): Fit {
  const drawn = (rowHeight: number): Fit => ({ drawing: draw(rowHeight), rowHeight })
  const fits = ({ drawing }: Fit) => drawing.height <= height
  const first = drawn(usual)
  if (fits(first)) return roomier(first, height, most, drawn)
  const least = Math.min(...lower, usual)
  if (first.drawing.height * (least / usual) > height) return first
  for (const rowHeight of lower) {
    const next = drawn(rowHeight)
    if (fits(next)) return next
  }
  return first
}

/** Uses the room that is left over: as if everything grew with the rows, which is more than really does. */
function roomier(first: Fit, height: number, most: number, drawn: (rowHeight: number) => Fit): Fit {
  const rowHeight = Math.min(most, Math.floor((first.rowHeight * height) / first.drawing.height))
  if (rowHeight <= first.rowHeight) return first
  const next = drawn(rowHeight)
  return next.drawing.height <= height ? next : first
}
