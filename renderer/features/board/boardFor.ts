import type { Board } from '../../../shared/board/board.ts'
import { type BoardOptions, boardOf } from '../../../shared/board/boardOf.ts'
import type { Case } from '../../../shared/case/entry.ts'

/** What was worked out last for a case; it goes when the case itself is forgotten. */
const known = new WeakMap<Case, Readonly<{ board: Board; options: BoardOptions }>>()

/** The board of a case, worked out once for the same case object, cut-off and day. */
export function boardFor(of: Case, options: BoardOptions): Board {
  const last = known.get(of)
  if (last?.options.cutoff === options.cutoff && last.options.today === options.today)
    return last.board
  const board = boardOf(of, options)
  known.set(of, { board, options })
  return board
}
