/**
 * Slips of typing (a letter added, left out, changed, or two neighbours swapped) that lead from `typed` to `word` and
 * to the nearest beginning of `word`. Counts past `limit` come back as `limit + 1`.
 */
export function editDistances(
  typed: string,
  word: string,
  limit: number,
): Readonly<{ whole: number; prefix: number }> {
  const over = limit + 1
  // Every letter typed beyond the word's length is a slip, whichever beginning it is compared with.
  if (typed.length - word.length > limit) return { whole: over, prefix: over }
  let beforePrevious: number[] = []
  let previous = Array.from({ length: word.length + 1 }, (_, column) => column)
  let previousBest = 0
  for (let row = 1; row <= typed.length; row++) {
    // Cells further than `limit` from the diagonal are past it, so only the band around it is worked out.
    const first = Math.max(1, row - limit)
    const last = Math.min(word.length, row + limit)
    const current = previous.map(() => over)
    current[0] = Math.min(row, over)
    let best = current[0]
    for (let column = first; column <= last; column++) {
      const same = typed[row - 1] === word[column - 1]
      let cost = (previous[column - 1] ?? over) + (same ? 0 : 1)
      cost = Math.min(cost, (previous[column] ?? over) + 1, (current[column - 1] ?? over) + 1)
      if (typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1]) {
        cost = Math.min(cost, (beforePrevious[column - 2] ?? over) + 1)
      }
      current[column] = Math.min(cost, over)
      if (cost < best) best = cost
    }
    // A swap steps over one row, so two rows past the limit are needed to be sure.
    if (best > limit && previousBest > limit) return { whole: over, prefix: over }
    beforePrevious = previous
    previous = current
    previousBest = best
  }
  return {
    whole: Math.min(previous[word.length] ?? over, over),
    prefix: Math.min(...previous, over),
  }
}
