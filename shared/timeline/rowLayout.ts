/** Where a text may stand: beginning at `x` and running right, or ending there. */
export type Candidate = Readonly<{ x: number; side: 'right' | 'left' }>

export type Placed = Readonly<{ line: number; x: number }>

/** The lines of one row and what stands on each of them. The row grows by a line where nothing else is free. */
export type RowLayout = Readonly<{
  lines: () => number
  isFree: (line: number, from: number, to: number) => boolean
  /** Where the first thing on a line begins; the right bound on an empty one. */
  firstTaken: (line: number) => number
  /** Whether words may stand there at all, whatever else does: inside the bounds of that line, and not over a fold. */
  isInside: (line: number, from: number, to: number) => boolean
  /** Whether words may stand there: not over a fold. */
  isOpen: (from: number, to: number) => boolean
  take: (line: number, from: number, to: number) => void
  /** Puts a text of a width beside its mark, else in the nearest gap where `mayStray`, else on a new line. */
  place: (
    width: number,
    candidates: readonly Candidate[],
    mayStray: boolean,
    firstLine?: number,
  ) => Placed
}>

type Taken = Readonly<{ from: number; to: number }>

export function createRowLayout(
  bounds: Readonly<{
    left: number
    /** Where lines after the first may begin; `left` when left out. */
    reach?: number
    right: number
    gap: number
    folds?: readonly Taken[]
  }>,
): RowLayout {
  const { left, reach = left, right, gap, folds = [] } = bounds
  const lines: Taken[][] = [[]]
  const leftOf = (lineIndex: number) => (lineIndex === 0 ? left : reach)

  function isFree(lineIndex: number, from: number, to: number): boolean {
    const taken = lines[lineIndex] ?? []
    return taken.every(other => to + gap <= other.from || from >= other.to + gap)
  }

  function isOpen(from: number, to: number): boolean {
    return folds.every(fold => to <= fold.from || from >= fold.to)
  }

  function take(lineIndex: number, from: number, to: number): void {
    while (lines.length <= lineIndex) lines.push([])
    lines[lineIndex]?.push({ from, to })
  }

  function firstTaken(lineIndex: number): number {
    return Math.min(right, ...(lines[lineIndex] ?? []).map(({ from }) => from))
  }

  function isInside(lineIndex: number, from: number, to: number): boolean {
    return from >= leftOf(lineIndex) && to <= right && isOpen(from, to)
  }

  function fits(lineIndex: number, x: number, width: number): boolean {
    return isInside(lineIndex, x, x + width) && isFree(lineIndex, x, x + width)
  }

  function gapNearest(lineIndex: number, width: number, wanted: number): number | null {
    const taken = lines[lineIndex] ?? []
    const starts = [
      leftOf(lineIndex),
      ...taken.map(other => other.to + gap),
      ...folds.map(({ to }) => to + 2),
    ]
    const ends = [
      right,
      ...taken.map(other => other.from - gap),
      ...folds.map(({ from }) => from - 2),
    ]
    const all = [...starts, ...ends.map(end => end - width)].filter(x => fits(lineIndex, x, width))
    if (all.length === 0) return null
    return all.reduce((best, x) => (Math.abs(x - wanted) < Math.abs(best - wanted) ? x : best))
  }

  function place(
    width: number,
    candidates: readonly Candidate[],
    mayStray: boolean,
    firstLine = 0,
  ): Placed {
    const starts = candidates.map(({ x, side }) => (side === 'right' ? x : x - width))
    for (let lineIndex = firstLine; lineIndex < lines.length; lineIndex += 1) {
      const beside = starts.find(x => fits(lineIndex, x, width))
      const x = beside ?? (mayStray ? gapNearest(lineIndex, width, starts[0] ?? left) : null)
      if (x !== null) {
        take(lineIndex, x, x + width)
        return { line: lineIndex, x }
      }
    }
    const start = leftOf(lines.length)
    const within = (x: number) => x >= start && x + width <= right
    const inside =
      starts.find(x => within(x) && isOpen(x, x + width)) ??
      (mayStray ? gapNearest(lines.length, width, starts[0] ?? left) : null) ??
      starts.find(within)
    const x = inside ?? Math.max(start, Math.min(starts[0] ?? start, right - width))
    take(lines.length, x, x + width)
    return { line: lines.length - 1, x }
  }

  return { lines: () => lines.length, isFree, firstTaken, isInside, isOpen, take, place }
}
