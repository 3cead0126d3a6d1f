import type { Context } from './context.ts'
import { captionStyle, factPieces } from './pieces.ts'
import { drawPointRow } from './pointRow.ts'
import { meetingWords } from './story.ts'

/** Meetings that had or will have the case on their lists, in one row. Returns where the lane ends. */
export function drawMeetingsLane(of: Context, top: number): number {
  const { board, axis, metrics } = of
  const placed = board.meetings.filter(({ entry }) => axis.places[`${entry}:start`] !== undefined)
  if (placed.length === 0) return top
  const events = placed.map(meeting => ({
    entry: meeting.entry,
    kind: 'meeting' as const,
    mark: { type: 'letters' as const, letters: 'M', isFilled: meeting.outcome !== null },
    caption: factPieces(meeting.caption, captionStyle(metrics)),
    label: meetingWords(meeting),
  }))
  return top + drawPointRow(of, top, events, null) * metrics.row
}
