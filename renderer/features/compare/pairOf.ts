import type { Board } from '../../../shared/board/board.ts'
import type { Pair } from '../../../shared/board/specimenComparison.ts'
import type { EntryId } from '../../../shared/ids.ts'

/**
 * The two specimens that were pointed at, the older first: the selected and the other one; else the one with its
 * neighbour before it, or after it where it is the first. Null where no specimen was pointed at.
 */
export function pairOf(
  { specimens }: Pick<Board, 'specimens'>,
  selected: EntryId | null,
  other: EntryId | null,
): Pair | null {
  const at = (entry: EntryId | null) => specimens.findIndex(one => one.entry === entry)
  const chosen = [...new Set([at(selected), at(other)])]
    .filter(i => i >= 0)
    .toSorted((a, b) => a - b)
  const [one, two] = chosen
  if (one === undefined) return null
  const [first, second] =
    two === undefined
      ? [specimens[neighbour(specimens, one)], specimens[one]]
      : [specimens[one], specimens[two]]
  if (first === undefined || second === undefined) return null
  const isInOrder = at(first.entry) < at(second.entry)
  return isInOrder
    ? { first: first.entry, second: second.entry }
    : { first: second.entry, second: first.entry }
}

/** The nearest specimen before that has receptors, else the nearest before, else the next one. */
function neighbour(specimens: Board['specimens'], at: number): number {
  const before = specimens.slice(0, at).findLastIndex(one => one.hasReceptors)
  if (before >= 0) return before
  const after = specimens.findIndex((one, i) => i > at && one.hasReceptors)
  return after >= 0 ? after : at > 0 ? at - 1 : at + 1
}
