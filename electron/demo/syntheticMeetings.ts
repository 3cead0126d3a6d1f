import { type Day, dayNumber, dayOf } from '../../shared/dates/calendar.ts'
import { momentOf, type Zone } from '../../shared/dates/zone.ts'
import { MeetingId, type PatientId, SeriesId } from '../../shared/ids.ts'
import type { MeetingRow } from '../../shared/meeting/meetingList.ts'
import { weekdayOf } from '../../shared/meeting/seriesDays.ts'
import { createCases } from '../services/cases.ts'
import type { Clock } from '../services/clock.ts'
import { createMeetings, type Meetings } from '../services/meetings.ts'
import { createOutcomeSigning } from '../services/outcomeSigning.ts'
import { createOutcomes } from '../services/outcomes.ts'
import { createSeries } from '../services/series.ts'
import type { Session } from '../services/session.ts'
import { createRandom, type Random } from './synthetic/random.ts'
import { outcomeOf, PROTOCOLS, TEAM } from './synthetic/team.ts'

type Times = Readonly<{
  clockAt: (daysAgo: number) => Clock
  today: Day
  zone: Zone
  /** What happens after last week's meeting and before the others are prepared. */
  between: () => void
}>

/** Last week's list at the most; today's has every patient. */
const MOST_LAST_WEEK = 20
const NEXT_WEEK = 5

/** Three meetings of one series: last week's with signed outcomes, today's with everybody, next week's begun. */
export function holdDemoMeetings(
  session: Session,
  patientIds: readonly PatientId[],
  { clockAt, today, zone, between }: Times,
): void {
  const random = createRandom(52_026)
  const now = clockAt(0)
  const day = (offset: number) => dayOf(dayNumber(today) + offset)
  // Signed on the day, after the meeting began.
  const signing = new Date(momentOf(day(-7), '15:30', zone))
  const before: Clock = { ...now, now: () => signing }
  const seriesId = SeriesId.parse(random.uuid())
  const [past, present, next] = [random.uuid(), random.uuid(), random.uuid()].map(id =>
    MeetingId.parse(id),
  )
  if (past === undefined || present === undefined || next === undefined) return
  createSeries(session, clockAt(14)).put({
    id: seriesId,
    revision: null,
    body: {
      title: 'Metastatic breast board (synthetic)',
      weekday: weekdayOf(today),
      everyWeeks: 1,
      start: '14:00',
      place: 'Room of examples',
      chair: 'Dr Testa',
      members: [...TEAM],
      listSize: 60,
      ended: false,
    },
  })
  const earlier = createMeetings(session, {
    clock: clockAt(8),
    zone,
    cases: createCases(session, clockAt(8), zone),
  })
  earlier.next({ id: past, seriesId, day: day(-7) })
  earlier.next({ id: present, seriesId, day: today })
  const lastWeek = patientIds.slice(0, Math.min(MOST_LAST_WEEK, patientIds.length))
  earlier.add({ meetingId: past, patientIds: [...lastWeek] })
  decide(session, past, { random, clock: before, zone, due: day(0), meetings: earlier })
  between()
  const meetings = createMeetings(session, {
    clock: now,
    zone,
    cases: createCases(session, now, zone),
  })
  meetings.add({ meetingId: present, patientIds: [...patientIds] })
  prepare(meetings, present, { random, day })
  meetings.next({ id: next, seriesId, day: day(7) })
  meetings.add({ meetingId: next, patientIds: patientIds.slice(-NEXT_WEEK) })
}

type Deciding = Readonly<{
  random: Random
  clock: Clock
  zone: Zone
  due: Day
  meetings: Meetings
}>

/** Two cases are deferred, every sixth is not discussed; the others have an outcome, some of them followed up. */
function decide(
  session: Session,
  meetingId: MeetingId,
  { random, clock, due, meetings }: Deciding,
): void {
  const outcomes = createOutcomes(session, clock)
  const signing = createOutcomeSigning(session, clock)
  const { meeting, rows } = meetings.get({ meetingId })
  const attendance = meeting.body.attendance.map((each, at) => ({
    ...each,
    presence: at === 3 ? ('apologies' as const) : ('present' as const),
  }))
  meetings.update({ meetingId, revision: meeting.revision, body: { ...meeting.body, attendance } })
  rows.forEach((row, at) => {
    const { patientId } = row.item
    if (at % 9 === 4) {
      const cause = at % 2 === 0 ? 'pathology' : 'imaging'
      awaitResult(meetings, row, { random, today: meeting.body.day })
      const revision = row.item.revision + 1
      meetings.defer({ meetingId, patientId, revision, cause, words: null, to: null })
      return
    }
    if (at % 6 === 5) {
      skip(meetings, row, random)
      return
    }
    const undecided = at % 11 === 7 ? 'The pathology report was not complete.' : null
    const body = outcomeOf(random, due, undecided)
    const { id: outcomeId } = outcomes.save({ meetingId, patientId, revision: null, body })
    signing.sign({ outcomeId, revision: 1 })
    followUp(signing, { outcomeId, body, at, random, due })
  })
  const { revision } = meetings.get({ meetingId }).meeting
  meetings.status({ meetingId, revision, status: 'closed' })
}

function followUp(
  signing: ReturnType<typeof createOutcomeSigning>,
  {
    outcomeId,
    body,
    at,
    random,
    due,
  }: Readonly<{
    outcomeId: Parameters<typeof signing.sign>[0]['outcomeId']
    body: ReturnType<typeof outcomeOf>
    at: number
    random: Random
    due: Day
  }>,
): void {
  const told = { recommendation: null, on: due, note: null }
  if (at % 3 === 0 && body.decision === 'recommended')
    signing.followUp({
      outcomeId,
      id: random.uuid(),
      revision: null,
      body: { kind: 'agreed', ...told, state: 'agreed', reason: null },
    })
  if (at % 7 === 1 && body.decision === 'recommended')
    signing.followUp({
      outcomeId,
      id: random.uuid(),
      revision: null,
      body: { kind: 'agreed', ...told, state: 'declined', reason: 'Prefers to wait.' },
    })
  if (at === 2)
    signing.addend({
      outcomeId,
      id: random.uuid(),
      text: 'The external radiology report arrived and agrees.',
    })
  const [first] = body.actions
  if (at % 2 === 0 && first !== undefined)
    signing.done({
      outcomeId,
      actionId: first.id,
      revision: null,
      done: { on: due, by: first.owner, note: null },
    })
}

/** Results that are awaited, presenters, and cases under a protocol. */
function prepare(
  meetings: Meetings,
  meetingId: MeetingId,
  { random, day }: Readonly<{ random: Random; day: (offset: number) => Day }>,
): void {
  const { rows } = meetings.get({ meetingId })
  rows.forEach((row, at) => {
    if (row.item.body.cameFrom !== null) return
    if (at % 8 === 3) skip(meetings, row, random)
    else if (at % 7 === 2) awaitResult(meetings, row, { random, today: day(-3) })
    else if (at % 5 === 1) {
      const { item } = row
      const presenter = random.pick(TEAM).name
      const { awaited, note } = item.body
      meetings.item({
        meetingId,
        patientId: item.patientId,
        revision: item.revision,
        body: { state: { state: 'forDiscussion' }, presenter, awaited, note },
      })
    }
  })
}

function skip(meetings: Meetings, { item }: MeetingRow, random: Random): void {
  const { presenter, awaited, note } = item.body
  meetings.item({
    meetingId: item.meetingId,
    patientId: item.patientId,
    revision: item.revision,
    body: {
      state: { state: 'notDiscussed', protocol: random.pick(PROTOCOLS), reason: null },
      presenter,
      awaited,
      note,
    },
  })
}

function awaitResult(
  meetings: Meetings,
  { item }: MeetingRow,
  { random, today }: Readonly<{ random: Random; today: Day }>,
): void {
  const { presenter, note } = item.body
  const [what, from] = random.pick([
    ['HER2 ISH of the metastasis', 'Pathology'],
    ['CT report', 'Radiology'],
    ['ER and PR of the external biopsy', 'External pathology'],
  ] as const)
  meetings.item({
    meetingId: item.meetingId,
    patientId: item.patientId,
    revision: item.revision,
    body: {
      state: { state: 'forDiscussion' },
      presenter,
      note,
      awaited: [
        {
          id: random.uuid(),
          what,
          from,
          since: today,
          expected: dayOf(dayNumber(today) + 5),
          arrived: null,
          entry: null,
        },
      ],
    },
  })
}
