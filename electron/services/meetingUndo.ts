import { z } from 'zod'
import { type ActId, ListItemId, MeetingId } from '../../shared/ids.ts'
import { MeetingBody } from '../../shared/meeting/meeting.ts'
import type { MeetingList } from '../../shared/meeting/meetingList.ts'
import type { WritableDb } from '../db/connection.ts'
import { toJson } from '../db/json.ts'
import { type Change, changesOfAct } from '../db/queries/changes.ts'
import {
  findItem,
  getItem,
  orderOf,
  setItemRemoved,
  setOrder,
  updateItem,
} from '../db/queries/listItems.ts'
import { takeableActs } from '../db/queries/meetingChanges.ts'
import { getMeeting, updateMeeting } from '../db/queries/meetings.ts'
import { findOutcome } from '../db/queries/outcomes.ts'
import { meetingList } from './meetingList.ts'
import { createMeetingRecorder, type MeetingRecorder } from './meetingRecord.ts'
import { conflict, notFound } from './refusal.ts'
import type { Session } from './session.ts'
import { loadMeeting, loadOpenMeeting } from './storedMeeting.ts'

const Order = z.array(ListItemId)

type Request = Readonly<{ meetingId: MeetingId; act: ActId; at: string; which: 'undo' | 'redo' }>

/**
 * Takes back what a user did last on a list by a new act that names it. Throws conflict when it is no longer the last, or
 * when what it made was changed since.
 */
export function takeListActBack(
  session: Session,
  { meetingId, act, at, which }: Request,
): MeetingList {
  const open = session.need('editMeetings')
  const { db } = open.workspace
  return db
    .transaction(() => {
      loadMeeting(db, meetingId)
      if (takeableActs(db, open.user.id, meetingId)[which] !== act) throw notTheLast(which)
      const changes = changesOfAct(db, act).toReversed()
      for (const change of changes) assertAsLeft(db, change)
      const recorder = createMeetingRecorder(open, { at, undoes: act })
      // The order comes last: it numbers whoever is on the list by then.
      const orders = changes.filter(({ kind }) => kind === 'order')
      for (const change of changes) if (change.kind !== 'order') revert(db, change, recorder)
      for (const change of orders) revert(db, change, recorder)
      return meetingList(open, meetingId)
    })
    .immediate()
}

/** Throws conflict unless the record is still what the change made of it, and its meeting open. */
function assertAsLeft(db: WritableDb, change: Change): void {
  const { entity, entityId, kind, action, before, after } = change
  if (entity === 'listItem') {
    const item = getItem(db, entityId)
    if (item === null) throw notFound('listItem')
    const { meetingId, patientId, removed, body } = item
    loadOpenMeeting(db, MeetingId.parse(meetingId))
    if (removed !== (action === 'remove') || !isSame(body, after ?? before)) throw changedSince()
    const leaves = action === 'create' || action === 'restore'
    if (leaves && findOutcome(db, meetingId, patientId) !== null) throw changedSince()
    if (action === 'remove' && findItem(db, meetingId, patientId) !== null) throw changedSince()
    return
  }
  const id = MeetingId.parse(entityId)
  const { body } = loadOpenMeeting(db, id)
  const now = kind === 'order' ? orderOf(db, id) : body
  if (!isSame(now, after)) throw changedSince()
}

function revert(db: WritableDb, change: Change, { record }: MeetingRecorder): void {
  const { entity, entityId, kind, action, before, after, patientId } = change
  const told = { entity, entityId, kind, patientId, before: after, after: before }
  if (entity === 'listItem') {
    const item = getItem(db, entityId)
    if (item === null) throw notFound('listItem')
    const expected = { id: entityId, expectedRevision: item.revision }
    if (action === 'update') {
      updateItem(db, { ...expected, body: before })
      record({ ...told, action: 'update' })
      return
    }
    const removed = action !== 'remove'
    setItemRemoved(db, { ...expected, removed })
    record({ ...told, action: removed ? 'remove' : 'restore' })
    return
  }
  if (kind === 'order') setOrder(db, entityId, Order.parse(before))
  else {
    const stored = getMeeting(db, entityId)
    if (stored === null) throw notFound('meeting')
    const body = MeetingBody.parse(before)
    const { day, start, seriesId } = body
    const expected = { id: entityId, expectedRevision: stored.revision }
    updateMeeting(db, { ...expected, seriesId, day, start, body })
  }
  record({ ...told, action: 'update' })
}

function isSame(one: unknown, other: unknown): boolean {
  return toJson(one) === toJson(other)
}

function notTheLast(which: 'undo' | 'redo') {
  return conflict(
    `This is no longer the last thing to ${which}. Nothing was changed; look at the list as it is now, then ${which} again.`,
  )
}

function changedSince() {
  return conflict(
    'The list was changed since, so this cannot be taken back. Nothing was changed; change the list itself.',
  )
}
