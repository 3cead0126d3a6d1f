import { randomUUID } from 'node:crypto'
import { blankContext } from '../../shared/case/blank.ts'
import { type Case, entriesOf } from '../../shared/case/entry.ts'
import type { Zone } from '../../shared/dates/zone.ts'
import { dayAt } from '../../shared/dates/zone.ts'
import type { ChangeRequest } from '../../shared/history/change.ts'
import { EntryId, type MeetingId } from '../../shared/ids.ts'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import { NEW_ITEM } from '../../shared/meeting/deferral.ts'
import { isReordering } from '../../shared/meeting/listOrder.ts'
import type { Meeting, MeetingBody } from '../../shared/meeting/meeting.ts'
import type { MeetingList } from '../../shared/meeting/meetingList.ts'
import type { WritableDb } from '../db/connection.ts'
import { countLists, findItem, listItems, setOrder } from '../db/queries/listItems.ts'
import {
  getMeeting,
  getSeries,
  insertMeeting,
  listMeetings,
  setMeetingRemoved,
  updateMeeting,
} from '../db/queries/meetings.ts'
import { findOutcome } from '../db/queries/outcomes.ts'
import { getPatient } from '../db/queries/patients.ts'
import type { Cases } from './cases.ts'
import type { Clock } from './clock.ts'
import { collectWaiting, deferItem, takeDeferralBack } from './deferrals.ts'
import { addItem, changeItem, dropItem, keepingOrder, type ListWriter } from './listEdits.ts'
import { meetingList } from './meetingList.ts'
import { createMeetingRecorder } from './meetingRecord.ts'
import { freezeQuestions, setStatus } from './meetingStatus.ts'
import { takeListActBack } from './meetingUndo.ts'
import { changedInBetween, conflict, invalidInput, notFound } from './refusal.ts'
import { nextOfSeries } from './series.ts'
import type { OpenSession, Session } from './session.ts'
import { loadCase } from './storedCase.ts'
import { loadItem, loadMeeting, loadOpenMeeting, toMeeting } from './storedMeeting.ts'

/** Bounds of the calendar, for a list without bounds. */
const FIRST_DAY = '0000-01-01'
const LAST_DAY = '9999-12-31'

export type Meetings = ReturnType<typeof createMeetings>

type Ports = Readonly<{ clock: Clock; zone: Zone; cases: Cases }>

/** Meetings and their lists. One call that writes is one transaction and one act. */
export function createMeetings(session: Session, { clock, zone, cases }: Ports) {
  const today = () => dayAt(clock.now().getTime(), zone)

  /** Does something to a meeting whose list is open, as one act, and gives the list as it then is. */
  function edit(
    meetingId: MeetingId,
    work: (writer: ListWriter, meeting: Meeting, open: OpenSession) => void,
  ): MeetingList {
    const open = session.need('editMeetings')
    const { db } = open.workspace
    return db
      .transaction(() => {
        const meeting = loadOpenMeeting(db, meetingId)
        work({ db, recorder: recorderFor(open) }, meeting, open)
        return meetingList(open, meetingId)
      })
      .immediate()
  }

  function recorderFor(open: OpenSession) {
    return createMeetingRecorder(open, { at: clock.now().toISOString() })
  }

  function make(id: MeetingId, bodyOf: (db: WritableDb) => MeetingBody): MeetingList {
    const open = session.need('editMeetings')
    const { db } = open.workspace
    return db
      .transaction(() => {
        if (getMeeting(db, id) !== null)
          throw conflict(
            'This meeting was made before. Nothing was changed; open it from the list.',
          )
        const body = bodyOf(db)
        assertSeries(db, body)
        const { seriesId, day, start } = body
        insertMeeting(db, { id, seriesId, day, start, body })
        recorderFor(open).record({ ...told(id), action: 'create', before: null, after: body })
        collectWaiting({ db, recorder: recorderFor(open) }, loadMeeting(db, id))
        return meetingList(open, id)
      })
      .immediate()
  }

  return {
    list: ({ from, to }: Parsed<'meeting:list'>): Output<'meeting:list'> => {
      const { db } = session.need('read').workspace
      const meetings = listMeetings(db, { from: from ?? FIRST_DAY, to: to ?? LAST_DAY })
      const counts = countLists(
        db,
        meetings.map(({ id }) => id),
      )
      return {
        meetings: meetings.map(meeting => {
          const of = counts.get(meeting.id) ?? {}
          const { forDiscussion = 0, notDiscussed = 0, deferred = 0, signed = 0 } = of
          return { meeting: toMeeting(meeting), forDiscussion, notDiscussed, deferred, signed }
        }),
      }
    },

    get: ({ meetingId }: Parsed<'meeting:get'>): MeetingList => {
      const open = session.need('read')
      return open.workspace.db.transaction(() => meetingList(open, meetingId))()
    },

    create: ({ id, body }: Parsed<'meeting:create'>): MeetingList => make(id, () => body),

    /** The next meeting of a series. */
    next: ({ id, seriesId, day }: Parsed<'meeting:next'>): MeetingList =>
      make(id, db => nextOfSeries(db, seriesId, day, today())),

    update: ({ meetingId, revision, body }: Parsed<'meeting:update'>): MeetingList =>
      edit(meetingId, ({ db, recorder }, meeting) => {
        if (meeting.revision !== revision) throw changedInBetween()
        assertSeries(db, body)
        if (JSON.stringify(meeting.body) === JSON.stringify(body)) return
        const { seriesId, day, start } = body
        updateMeeting(db, { id: meetingId, expectedRevision: revision, seriesId, day, start, body })
        recorder.record({
          ...told(meetingId),
          action: 'update',
          before: meeting.body,
          after: body,
        })
      }),

    status: ({ meetingId, revision, status }: Parsed<'meeting:status'>): MeetingList => {
      const open = session.need('editMeetings')
      const { db } = open.workspace
      return db
        .transaction(() => {
          const meeting = loadMeeting(db, meetingId)
          if (meeting.revision !== revision) throw changedInBetween()
          const writer = { db, recorder: recorderFor(open) }
          if (status === 'closed') freezeQuestions(writer, meetingId)
          setStatus(writer, meeting, status)
          return meetingList(open, meetingId)
        })
        .immediate()
    },

    remove: ({ meetingId, revision }: Parsed<'meeting:remove'>): Output<'meeting:remove'> => {
      const open = session.need('editMeetings')
      const { db } = open.workspace
      return db
        .transaction(() => {
          const { status, body } = loadMeeting(db, meetingId)
          if (status !== 'planned' || listItems(db, meetingId).length > 0)
            throw conflict(
              'Only a planned meeting with an empty list can be taken back. Nothing was changed; defer its cases first.',
            )
          setMeetingRemoved(db, { id: meetingId, expectedRevision: revision })
          recorderFor(open).record({
            ...told(meetingId),
            action: 'remove',
            before: body,
            after: null,
          })
          return {}
        })
        .immediate()
    },

    /** Adds patients to the end of the list, each once; the question is the one in their context. */
    add: ({ meetingId, patientIds }: Parsed<'meeting:add'>): MeetingList =>
      edit(meetingId, writer => {
        const { db } = writer
        keepingOrder(writer, meetingId, () => {
          for (const patientId of new Set(patientIds)) {
            const patient = getPatient(db, patientId)
            if (patient === null) throw notFound('patient')
            if (patient.archived)
              throw conflict(
                'A patient who is archived cannot be listed. Nothing was changed; take the patient back from the archive first.',
              )
            if (findItem(db, meetingId, patientId) === null)
              addItem(writer, meetingId, patientId, NEW_ITEM)
          }
        })
      }),

    drop: ({ meetingId, patientId }: Parsed<'meeting:drop'>): MeetingList =>
      edit(meetingId, writer => {
        const item = loadItem(writer.db, meetingId, patientId)
        keepingOrder(writer, meetingId, () => dropItem(writer, item))
      }),

    order: ({ meetingId, order }: Parsed<'meeting:order'>): MeetingList =>
      edit(meetingId, writer => {
        const { db } = writer
        const idOf = new Map(listItems(db, meetingId).map(item => [item.patientId, item.id]))
        if (!isReordering([...idOf.keys()], order)) throw changedInBetween()
        keepingOrder(writer, meetingId, () =>
          setOrder(
            db,
            meetingId,
            order.flatMap(patientId => idOf.get(patientId) ?? []),
          ),
        )
      }),

    item: ({ meetingId, patientId, revision, body }: Parsed<'meeting:item'>): MeetingList =>
      edit(meetingId, writer => {
        const item = loadItem(writer.db, meetingId, patientId)
        if (item.revision !== revision) throw changedInBetween()
        assertReason(body.state)
        if (new Set(body.awaited.map(({ id }) => id)).size < body.awaited.length)
          throw invalidInput([
            { path: 'body.awaited', message: 'each result has an id of its own' },
          ])
        const { state } = item.body
        if (state.state === 'deferred') takeDeferralBack(writer, state.to, meetingId, patientId)
        changeItem(writer, item, { ...item.body, ...body })
      }),

    defer: ({
      meetingId,
      patientId,
      revision,
      ...deferral
    }: Parsed<'meeting:defer'>): MeetingList =>
      edit(meetingId, (writer, meeting) => {
        const item = loadItem(writer.db, meetingId, patientId)
        if (item.revision !== revision) throw changedInBetween()
        if (deferral.cause === 'other' && deferral.words === null)
          throw invalidInput([{ path: 'words', message: 'another reason needs its words' }])
        if (item.body.state.state === 'deferred')
          throw conflict('The case is deferred already. Nothing was changed.')
        deferItem(writer, meeting, item, deferral)
      }),

    /** Writes the question into the patient's context, which is its one place. */
    question: ({ meetingId, patientId, question }: Parsed<'meeting:question'>): MeetingList => {
      const open = session.need('writeCase')
      const { db } = open.workspace
      return db
        .transaction(() => {
          loadOpenMeeting(db, meetingId)
          const item = loadItem(db, meetingId, patientId)
          if (findOutcome(db, meetingId, patientId)?.signature)
            throw conflict(
              'The outcome of this case is signed with the question as it was asked. Nothing was changed.',
            )
          cases.apply({ patientId, changes: [questionChange(loadCase(db, patientId), question)] })
          if (item.body.askedQuestion !== null) {
            const writer = { db, recorder: recorderFor(open) }
            changeItem(writer, item, { ...item.body, askedQuestion: question }, 'asked')
          }
          return meetingList(open, meetingId)
        })
        .immediate()
    },

    /** Takes back what this user did last on this list. */
    undo: ({ meetingId, act }: Parsed<'meeting:undo'>): MeetingList =>
      takeListActBack(session, { meetingId, act, at: clock.now().toISOString(), which: 'undo' }),

    redo: ({ meetingId, act }: Parsed<'meeting:redo'>): MeetingList =>
      takeListActBack(session, { meetingId, act, at: clock.now().toISOString(), which: 'redo' }),
  }
}

/** The change that gives a case its question, making its context where it has none. */
function questionChange(of: Case, question: string | null): ChangeRequest {
  const [context] = entriesOf(of, 'context')
  if (context === undefined) {
    const id = EntryId.parse(randomUUID())
    return { do: 'create', id, body: { ...blankContext(), question } }
  }
  const { id, revision, body } = context
  return { do: 'update', id, revision, body: { ...body, question } }
}

function told(meetingId: MeetingId) {
  return { entity: 'meeting', entityId: meetingId, kind: 'meeting', patientId: null } as const
}

function assertSeries(db: WritableDb, { seriesId }: MeetingBody): void {
  if (seriesId !== null && getSeries(db, seriesId) === null) throw notFound('series')
}

/** CLINICAL: what is listed and not discussed names the protocol or the reason (CLINICAL 5.1, FEATURES M3). */
function assertReason(state: Parsed<'meeting:item'>['body']['state']): void {
  if (state.state === 'notDiscussed' && state.protocol === null && state.reason === null)
    throw invalidInput([
      { path: 'body.state.reason', message: 'name the protocol or give the reason' },
    ])
}
