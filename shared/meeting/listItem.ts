import { z } from 'zod'
import { Day } from '../dates/when.ts'
import { EntryId, ListItemId, MeetingId, PatientId } from '../ids.ts'
import { Line, Prose } from '../text.ts'

/** Why a case is put off. CLINICAL: FEATURES M4. */
export const DEFERRAL_CAUSES = ['imaging', 'pathology', 'attendance', 'time', 'other'] as const
export const DeferralCause = z.enum(DEFERRAL_CAUSES)
export type DeferralCause = z.infer<typeof DeferralCause>

export const DEFERRAL_LABEL = {
  imaging: 'imaging not ready',
  pathology: 'pathology not ready',
  attendance: 'a person who is needed could not attend',
  time: 'no time left',
  other: 'other reason',
} as const satisfies Record<DeferralCause, string>

/** A result that the case waits for, and from whom; it moves along when the case is deferred. */
export const Awaited = z.strictObject({
  id: z.uuid(),
  what: Line,
  from: Line.nullable(),
  since: Day.nullable(),
  expected: Day.nullable(),
  /** The day on which it came; null while it is awaited. */
  arrived: Day.nullable(),
  /** The specimen, imaging or assessment that it belongs to, where there is one. */
  entry: EntryId.nullable(),
})
export type Awaited = Readonly<z.infer<typeof Awaited>>

/**
 * CLINICAL: every patient remains listed and recorded, for discussion or under a protocol without discussion
 * (CLINICAL 5.1, NHSE streamlining).
 */
export const ItemState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('forDiscussion') }),
  z.strictObject({
    state: z.literal('notDiscussed'),
    /** The standard of care or protocol that is followed. */
    protocol: Line.nullable(),
    reason: Prose.nullable(),
  }),
  z.strictObject({
    state: z.literal('deferred'),
    cause: DeferralCause,
    words: Prose.nullable(),
    /** Where it landed; null where no later meeting was planned. */
    to: MeetingId.nullable(),
  }),
])
export type ItemState = Readonly<z.infer<typeof ItemState>>

/** Where a case comes from that an earlier meeting put off. */
export const CameFrom = z.strictObject({
  meetingId: MeetingId,
  day: Day,
  cause: DeferralCause,
  words: Prose.nullable(),
})
export type CameFrom = Readonly<z.infer<typeof CameFrom>>

export const ItemBody = z.strictObject({
  state: ItemState,
  presenter: Line.nullable(),
  awaited: z.array(Awaited).max(40),
  /** Words for the coordinator and the agenda. */
  note: Prose.nullable(),
  cameFrom: CameFrom.nullable(),
  /** The question as it stood when the meeting was closed; until then it is the case's own. */
  askedQuestion: Prose.nullable(),
})
export type ItemBody = Readonly<z.infer<typeof ItemBody>>

/** What a person may change of an item by writing it; deferral and its origin have acts of their own. */
export const ItemEdit = z.strictObject({
  state: z.union([ItemState.options[0], ItemState.options[1]]),
  presenter: ItemBody.shape.presenter,
  awaited: ItemBody.shape.awaited,
  note: ItemBody.shape.note,
})
export type ItemEdit = Readonly<z.infer<typeof ItemEdit>>

/** A patient on a list; `position` counts from 1 in the order that screen and paper have. */
export const ListItem = z.strictObject({
  id: ListItemId,
  revision: z.int().min(1),
  meetingId: MeetingId,
  patientId: PatientId,
  position: z.int().min(1),
  body: ItemBody,
})
export type ListItem = Readonly<z.infer<typeof ListItem>>

/** The results that have not come yet. */
export function stillAwaited(awaited: readonly Awaited[]): Awaited[] {
  return awaited.filter(({ arrived }) => arrived === null)
}
