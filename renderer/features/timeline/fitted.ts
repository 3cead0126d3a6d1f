import type { Drawing } from '../../../shared/timeline/shape.ts'

export type Fit = Readonly<{ drawing: Drawing; rowHeight: number }>

/**
 * The drawing with the highest rows that fit the panel; where none do, it scrolls at its full size. What could not fit even
 * if everything in it shrank as its rows do is drawn once, and no lower row is tried.
 */
export function fitted(
  height: number,
  draw: (rowHeight: number) => Drawing,
  rowHeights: readonly [number, ...number[]],
): Fit {
  const [full, ...smaller] = rowHeights
  const first = { drawing: draw(full), rowHeight: full }
  const least = Math.min(...rowHeights)
  if (first.drawing.height <= height || first.drawing.height * (least / full) > height) return first
  for (const rowHeight of smaller) {
    const drawing = draw(rowHeight)
    if (drawing.height <= height) return { drawing, rowHeight }
  }
  return first
}
