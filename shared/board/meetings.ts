import { assertNever } from '../assertNever.ts'
import type { Day } from '../dates/calendar.ts'
import { formatPartialDate } from '../dates/formatDate.ts'
import type { Zone } from '../dates/zone.ts'
import { EntryId, type MeetingId } from '../ids.ts'
import {
  type Awaited,
  type CameFrom,
  DEFERRAL_LABEL,
  type DeferralCause,
  type ItemState,
} from '../meeting/listItem.ts'
import { DECISION_LABEL } from '../meeting/outcome.ts'
import type { PatientMeeting, PatientMeetings } from '../meeting/patientMeetings.ts'
import type { BoardMeeting } from './board.ts'
import type { Fact } from './fact.ts'
import { commaList, reported, stated } from './makeFact.ts'
import { boardOutcome } from './outcomes.ts'

/** The meetings of a case, newest first, and where the clock on the wall is by which their moments are told. */
export type MeetingsRead = Readonly<{ list: PatientMeetings; zone: Zone }>

export const NO_MEETINGS_READ: MeetingsRead = { list: [], zone: () => 0 }

/** Under which id the axis and the details select a meeting: both are ids of one form, and no entry has the same. */
export function entryOfMeeting(meeting: MeetingId): EntryId {
  return EntryId.parse(meeting)
}

/** What is said of the meetings of a case, in the order given. */
export function boardMeetings({ list, zone }: MeetingsRead, today: Day): BoardMeeting[] {
  const dayOf = new Map(list.map(({ meeting }) => [meeting.id, meeting.body.day]))
  return list.map(each => boardMeeting(each, { zone, today, dayOf }))
}

type Reading = Readonly<{ zone: Zone; today: Day; dayOf: ReadonlyMap<MeetingId, Day> }>

function boardMeeting(
  { meeting, item, question, outcome }: PatientMeeting,
  { zone, today, dayOf }: Reading,
): BoardMeeting {
  const key = `meeting.${meeting.id}`
  const { day, start, title } = meeting.body
  const { state, presenter, awaited, cameFrom } = item.body
  const decided = outcome?.body.decision ?? null
  return {
    entry: entryOfMeeting(meeting.id),
    meeting: meeting.id,
    day,
    when: reported(`${key}.when`, [formatPartialDate(day), start].filter(Boolean).join(' ')),
    title: reported(`${key}.title`, title),
    state: reported(`${key}.state`, stateWords(state, dayOf)),
    cameFrom: cameFrom === null ? null : reported(`${key}.cameFrom`, cameFromWords(cameFrom)),
    question: stated(`${key}.question`, question),
    presenter: presenter === null ? null : reported(`${key}.presenter`, presenter),
    awaited: awaited.map(result => awaitedFact(key, result)),
    outcome: outcome === null ? null : boardOutcome(outcome, { zone, today }),
    caption: reported(
      `${key}.caption`,
      decided === null ? captionOf(state) : DECISION_LABEL[decided],
    ),
  }
}

function captionOf(state: ItemState): string {
  switch (state.state) {
    case 'forDiscussion':
      return 'on the list'
    case 'notDiscussed':
      return 'not discussed'
    case 'deferred':
      return 'deferred'
    default:
      return assertNever(state)
  }
}

/** "deferred: imaging not ready, to 26-Nov-2026" */
export function stateWords(state: ItemState, dayOf: ReadonlyMap<MeetingId, Day>): string {
  switch (state.state) {
    case 'forDiscussion':
      return 'for discussion'
    case 'notDiscussed':
      return `listed, not discussed: ${commaList([state.protocol, state.reason])}`
    case 'deferred': {
      const day = state.to === null ? null : (dayOf.get(state.to) ?? null)
      const to = day === null ? null : `to ${formatPartialDate(day)}`
      return `deferred: ${commaList([causeWords(state), to])}`
    }
    default:
      return assertNever(state)
  }
}

function causeWords({ cause, words }: { cause: DeferralCause; words: string | null }): string {
  if (cause === 'other' && words !== null) return words
  return commaList([DEFERRAL_LABEL[cause], words])
}

/** "deferred from 19-Nov-2026: imaging not ready" */
export function cameFromWords({ day, cause, words }: CameFrom): string {
  return `deferred from ${formatPartialDate(day)}: ${causeWords({ cause, words })}`
}

/** "CT report, from Radiology, since 12-Nov-2026, expected 24-Nov-2026: awaited" */
export function awaitedWords({ what, from, since, expected, arrived }: Awaited): string {
  const known = commaList([
    what,
    from === null ? null : `from ${from}`,
    since === null ? null : `since ${formatPartialDate(since)}`,
    expected === null ? null : `expected ${formatPartialDate(expected)}`,
  ])
  return `${known}: ${arrived === null ? 'awaited' : `arrived ${formatPartialDate(arrived)}`}`
}

function awaitedFact(key: string, result: Awaited): Fact {
  const fact = reported(`${key}.awaited.${result.id}`, awaitedWords(result))
  return result.arrived === null ? { ...fact, tone: 'missing' } : fact
}
