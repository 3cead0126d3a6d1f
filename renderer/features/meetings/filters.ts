import type { Day } from '../../../shared/dates/calendar.ts'
import { stillAwaited } from '../../../shared/meeting/listItem.ts'
import type { MeetingRow } from '../../../shared/meeting/meetingList.ts'
import { isOverdue } from './words.ts'

/** What needs chasing. Of a case that is not discussed here nothing is chased. */
export const FILTERS = [
  { key: 'question', label: 'No question' },
  { key: 'lacking', label: 'Not ready' },
  { key: 'awaited', label: 'Awaited' },
  { key: 'overdue', label: 'Overdue' },
  { key: 'outcome', label: 'Outcome not signed' },
] as const
export type FilterKey = (typeof FILTERS)[number]['key']

/** Whether a row is one of those that a filter shows. */
export function passes(row: MeetingRow, filter: FilterKey, today: Day): boolean {
  const { state, awaited } = row.item.body
  const isHere = state.state === 'forDiscussion'
  switch (filter) {
    case 'question':
      return isHere && row.question === null
    case 'lacking':
      return isHere && !row.readiness.ready
    case 'awaited':
      return state.state !== 'notDiscussed' && stillAwaited(awaited).length > 0
    case 'overdue':
      return state.state !== 'notDiscussed' && awaited.some(each => isOverdue(each, today))
    case 'outcome':
      return isHere && row.outcome.state !== 'signed'
  }
}

/** The rows that pass every filter that is on, in their order. */
export function chased(
  rows: readonly MeetingRow[],
  filters: readonly FilterKey[],
  today: Day,
): readonly MeetingRow[] {
  if (filters.length === 0) return rows
  return rows.filter(row => filters.every(filter => passes(row, filter, today)))
}
