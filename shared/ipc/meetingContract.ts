import { z } from 'zod'
import { Day } from '../dates/when.ts'
import { ActId, MeetingId, OutcomeId, PatientId, SeriesId } from '../ids.ts'
import { DeferralCause, ItemEdit } from '../meeting/listItem.ts'
import { MeetingBody, MeetingSeries, MeetingStatus, SeriesBody } from '../meeting/meeting.ts'
import { MeetingList, MeetingSummary } from '../meeting/meetingList.ts'
import { ActionFilter, ActionRow } from '../meeting/openActions.ts'
import { ActionDone, FollowUpBody, Outcome, OutcomeBody } from '../meeting/outcome.ts'
import { MinimumDataSet } from '../meeting/readiness.ts'
import { Prose } from '../text.ts'

const Revision = z.int().min(1)
const OfMeeting = z.strictObject({ meetingId: MeetingId })
const OfItem = OfMeeting.extend({ patientId: PatientId })
const OfOutcome = z.strictObject({ outcomeId: OutcomeId })

/** What is asked about meetings, their lists, outcomes and actions. */
export const MEETING_CONTRACT = {
  'series:list': {
    input: z.strictObject({}),
    output: z.strictObject({ series: z.array(MeetingSeries) }),
  },
  /** Makes a series, with `revision` null, or changes one. Meetings that are already planned stay as they are. */
  'series:put': {
    input: z.strictObject({ id: SeriesId, revision: Revision.nullable(), body: SeriesBody }),
    output: MeetingSeries,
  },
  /** Meetings by day, earliest first; null bounds are open. */
  'meeting:list': {
    input: z.strictObject({ from: Day.nullable(), to: Day.nullable() }),
    output: z.strictObject({ meetings: z.array(MeetingSummary) }),
  },
  'meeting:create': {
    input: z.strictObject({ id: MeetingId, body: MeetingBody }),
    output: MeetingList,
  },
  /** The next meeting of a series, with its members expected; `day` null is the day that its rhythm gives. */
  'meeting:next': {
    input: z.strictObject({ id: MeetingId, seriesId: SeriesId, day: Day.nullable() }),
    output: MeetingList,
  },
  'meeting:get': { input: OfMeeting, output: MeetingList },
  'meeting:update': {
    input: OfMeeting.extend({ revision: Revision, body: MeetingBody }),
    output: MeetingList,
  },
  /** `closed` fixes the list and the questions as they were asked; back to `held` opens it again. */
  'meeting:status': {
    input: OfMeeting.extend({ revision: Revision, status: MeetingStatus }),
    output: MeetingList,
  },
  /** Takes back a planned meeting whose list is empty. */
  'meeting:remove': {
    input: OfMeeting.extend({ revision: Revision }),
    output: z.strictObject({}),
  },
  /** Puts patients at the end of the list; who is on it already stays where they are. */
  'meeting:add': {
    input: OfMeeting.extend({ patientIds: z.array(PatientId).min(1).max(500) }),
    output: MeetingList,
  },
  'meeting:drop': { input: OfItem, output: MeetingList },
  /** The whole list in a new order: every patient on it, once. */
  'meeting:order': {
    input: OfMeeting.extend({ order: z.array(PatientId).max(5000) }),
    output: MeetingList,
  },
  /** Changes one item; also takes a deferral of today back while the case is not on a later list. */
  'meeting:item': {
    input: OfItem.extend({ revision: Revision, body: ItemEdit }),
    output: MeetingList,
  },
  /** `to` null is the next meeting of the series, or the next planned one. */
  'meeting:defer': {
    input: OfItem.extend({
      revision: Revision,
      cause: DeferralCause,
      words: Prose.nullable(),
      to: MeetingId.nullable(),
    }),
    output: MeetingList,
  },
  /** Writes the question into the patient's context, its one place; null takes it away. */
  'meeting:question': {
    input: OfItem.extend({ question: Prose.nullable() }),
    output: MeetingList,
  },
  /** The case that the meeting looks at now, said again at least every minute; null for none. Keeps the time. */
  'meeting:shown': {
    input: OfMeeting.extend({ patientId: PatientId.nullable() }),
    output: z.strictObject({}),
  },
  'meeting:undo': { input: OfMeeting.extend({ act: ActId }), output: MeetingList },
  'meeting:redo': { input: OfMeeting.extend({ act: ActId }), output: MeetingList },
  'meeting:minimum': { input: z.strictObject({}), output: MinimumDataSet },
  'meeting:putMinimum': { input: MinimumDataSet, output: MinimumDataSet },
  /** Null where nothing was typed yet. */
  'outcome:get': { input: OfItem, output: z.strictObject({ outcome: Outcome.nullable() }) },
  /** Keeps what is typed; `revision` null for the first time. Safe on disk when it answers. */
  'outcome:save': {
    input: OfItem.extend({ revision: Revision.nullable(), body: OutcomeBody }),
    output: Outcome,
  },
  /** Locks an outcome for good. */
  'outcome:sign': { input: OfOutcome.extend({ revision: Revision }), output: Outcome },
  'outcome:addend': { input: OfOutcome.extend({ id: z.uuid(), text: Prose }), output: Outcome },
  /** Records what was agreed with the patient, or delivered; `revision` null for a new record. */
  'outcome:followUp': {
    input: OfOutcome.extend({ id: z.uuid(), revision: Revision.nullable(), body: FollowUpBody }),
    output: Outcome,
  },
  /** Actions of all patients: open ones by due day, without one last. */
  'action:list': {
    input: z.strictObject({
      filter: ActionFilter,
      limit: z.int().min(1).max(500),
      offset: z.int().min(0),
    }),
    output: z.strictObject({
      actions: z.array(ActionRow),
      total: z.int().min(0),
      /** Every owner of an open action, for choosing one. */
      owners: z.array(z.string()),
    }),
  },
  /** Notes an action as done, or as open again with `done` null; `revision` null where nothing was noted before. */
  'action:done': {
    input: OfOutcome.extend({
      actionId: z.uuid(),
      revision: Revision.nullable(),
      done: ActionDone.nullable(),
    }),
    output: Outcome,
  },
} as const
