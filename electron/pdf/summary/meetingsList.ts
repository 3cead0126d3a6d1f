import type { Board, BoardMeeting } from '../../../shared/board/board.ts'
import { meetingGroups } from '../../../shared/board/details.ts'
import type { Fact } from '../../../shared/board/fact.ts'
import type { PdfNode, TableCell, TextNode, TextRun } from '../definition.ts'
import { factRuns, joinFacts } from './factText.ts'
import { NOTE, QUIET, SIZE } from './paper.ts'
import { sectionTable } from './sectionTable.ts'

/** Every meeting that has the case on its list, newest first, with what it decided and what became of it. */
export function meetingsList({ meetings }: Board, width: number): PdfNode[] {
  if (meetings.length === 0) return []
  return [
    sectionTable({
      heading: { title: 'Meetings and outcomes', aside: ['newest first'] },
      width,
      hasHeads: false,
      columns: [
        { head: 'Meeting', width: 102 },
        { head: 'As recorded', width: '*' },
      ],
      rows: meetings.map(meetingRow),
    }),
  ]
}

function meetingRow(meeting: BoardMeeting): TableCell[] {
  const { when, title, state } = meeting
  return [
    {
      stack: [
        { text: factRuns(when, { bold: true }), fontSize: SIZE.detail },
        { text: factRuns(title), ...NOTE },
        { text: factRuns(state), ...NOTE },
      ],
      scope: 'Row',
    },
    { stack: meetingLines(meeting, [when, title, state], SIZE.detail) },
  ]
}

/** What is said of a meeting besides what was said before, a paragraph for each part. */
export function meetingLines(
  meeting: BoardMeeting,
  said: readonly Fact[],
  fontSize: number,
): TextNode[] {
  return meetingGroups(meeting)
    .map(({ label, facts }) => ({ label, facts: facts.filter(fact => !said.includes(fact)) }))
    .filter(({ facts }) => facts.length > 0)
    .map(({ label, facts }) => ({
      text: [{ text: `${label} `, color: QUIET } satisfies TextRun, ...joinFacts(facts, {}, '; ')],
      fontSize,
    }))
}
