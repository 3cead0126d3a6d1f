import { z } from 'zod'
import { Day } from '../dates/when.ts'
import { MeetingId, SeriesId } from '../ids.ts'
import { Line } from '../text.ts'
import { Attendee, Member } from './attendance.ts'

/** `planned` until a case is shown or an outcome signed; `held` then; `closed` once its list is final. */
export const MEETING_STATUSES = ['planned', 'held', 'closed'] as const
export const MeetingStatus = z.enum(MEETING_STATUSES)
export type MeetingStatus = z.infer<typeof MeetingStatus>

/** A time by the clock on the wall, `14:30`. */
export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 14:30')

/** More people than this sit in no meeting. */
const MOST_PEOPLE = 60

export const MeetingBody = z.strictObject({
  day: Day,
  start: ClockTime.nullable(),
  title: Line.max(120),
  place: Line.nullable(),
  chair: Line.nullable(),
  seriesId: SeriesId.nullable(),
  attendance: z.array(Attendee).max(MOST_PEOPLE),
})
export type MeetingBody = Readonly<z.infer<typeof MeetingBody>>

export const Meeting = z.strictObject({
  id: MeetingId,
  revision: z.int().min(1),
  status: MeetingStatus,
  body: MeetingBody,
})
export type Meeting = Readonly<z.infer<typeof Meeting>>

/** 1 is Monday, 7 Sunday. */
export const Weekday = z.int().min(1).max(7)

/** What the meetings of a row have in common; each meeting is made from it and then stands on its own. */
export const SeriesBody = z.strictObject({
  title: Line.max(120),
  weekday: Weekday,
  /** Weeks from one meeting to the next. */
  everyWeeks: z.int().min(1).max(8),
  start: ClockTime.nullable(),
  place: Line.nullable(),
  chair: Line.nullable(),
  members: z.array(Member).max(MOST_PEOPLE),
  /** How many cases a list usually takes; above it the list says so and takes more. */
  listSize: z.int().min(1).max(500).nullable(),
  /** No further meetings are made from it. */
  ended: z.boolean(),
})
export type SeriesBody = Readonly<z.infer<typeof SeriesBody>>

export const MeetingSeries = z.strictObject({
  id: SeriesId,
  revision: z.int().min(1),
  body: SeriesBody,
})
export type MeetingSeries = Readonly<z.infer<typeof MeetingSeries>>
