import type { Day } from '../../shared/dates/calendar.ts'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import type { MeetingBody, MeetingSeries } from '../../shared/meeting/meeting.ts'
import { nextDayOf } from '../../shared/meeting/seriesDays.ts'
import type { ReadableDb } from '../db/connection.ts'
import {
  getSeries,
  insertSeries,
  lastDayOfSeries,
  listSeries,
  updateSeries,
} from '../db/queries/meetings.ts'
import type { Clock } from './clock.ts'
import { createMeetingRecorder } from './meetingRecord.ts'
import { changedInBetween, conflict, notFound } from './refusal.ts'
import type { Session } from './session.ts'
import { toSeries } from './storedMeeting.ts'

export type Series = ReturnType<typeof createSeries>

/** The series that meetings are made from. */
export function createSeries(session: Session, clock: Clock) {
  return {
    list: (): Output<'series:list'> => ({
      series: listSeries(session.need('read').workspace.db).map(toSeries),
    }),

    put: ({ id, revision, body }: Parsed<'series:put'>): MeetingSeries => {
      const open = session.need('editMeetings')
      const { db } = open.workspace
      return db
        .transaction(() => {
          const stored = getSeries(db, id)
          if ((stored?.revision ?? null) !== revision) throw changedInBetween()
          const { record } = createMeetingRecorder(open, { at: clock.now().toISOString() })
          const told = { entity: 'series', entityId: id, kind: 'series', patientId: null } as const
          if (stored === null) {
            insertSeries(db, id, body)
            record({ ...told, action: 'create', before: null, after: body })
          } else {
            updateSeries(db, { id, expectedRevision: stored.revision, body })
            record({ ...told, action: 'update', before: stored.body, after: body })
          }
          return toSeries({ id, revision: (revision ?? 0) + 1, body })
        })
        .immediate()
    },
  }
}

/** The body of the next meeting of a series, its members expected; throws notFound, or conflict where the series has ended. */
export function nextOfSeries(
  db: ReadableDb,
  seriesId: MeetingSeries['id'],
  given: Day | null,
  today: Day,
): MeetingBody {
  const stored = getSeries(db, seriesId)
  if (stored === null) throw notFound('series')
  const { body } = toSeries(stored)
  if (body.ended)
    throw conflict('This series has ended. Nothing was made; make a single meeting instead.')
  const { title, start, place, chair, members } = body
  const day = given ?? nextDayOf(body, lastDayOfSeries(db, seriesId), today)
  const attendance = members.map(member => ({ ...member, presence: 'expected' as const }))
  return { day, start, title, place, chair, seriesId, attendance }
}
