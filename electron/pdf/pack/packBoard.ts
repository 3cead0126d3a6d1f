import type { Board, BoardMeeting } from '../../../shared/board/board.ts'
import { boardOf } from '../../../shared/board/boardOf.ts'
import type { PackSection } from '../../../shared/meeting/pack.ts'
import { machineZone } from '../machineZone.ts'
import type { PackJob } from './packJob.ts'

/** The board of a section's case, and what it says of the meeting that is printed. */
export function packBoard(
  { head, today }: PackJob,
  { case: of, meetings }: PackSection,
): Readonly<{ board: Board; here: BoardMeeting | null }> {
  const board = boardOf(of, {
    cutoff: head.options.cutoff,
    today,
    meetings: { list: meetings, zone: machineZone },
  })
  return { board, here: board.meetings.find(one => one.meeting === head.meeting.id) ?? null }
}
