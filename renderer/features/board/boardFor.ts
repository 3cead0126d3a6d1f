import type { Board } from '../../../shared/board/board.ts'
import { type BoardOptions, boardOf } from '../../../shared/board/boardOf.ts'
import type { MeetingsRead } from '../../../shared/board/meetings.ts'
import type { Case } from '../../../shared/case/entry.ts'

/** What was worked out last for a case; it goes when the case itself is forgotten. */
const known = new WeakMap<Case, Readonly<{ board: Board; options: ScreenOptions }>>()

/** On screen a case always comes with its meetings. */
type ScreenOptions = BoardOptions & Readonly<{ meetings: MeetingsRead }>

/** The board of a case, worked out once for the same case object, meetings, cut-off and day. */
export function boardFor(of: Case, options: ScreenOptions): Board {
  const last = known.get(of)
  if (
    last?.options.cutoff === options.cutoff &&
    last.options.today === options.today &&
    last.options.meetings.list === options.meetings.list
  )
    return last.board
  const board = boardOf(of, options)
  known.set(of, { board, options })
  return board
}
