import { randomUUID } from 'node:crypto'
import { ListItemId, type MeetingId, type PatientId } from '../../shared/ids.ts'
import type { ItemBody, ListItem } from '../../shared/meeting/listItem.ts'
import type { WritableDb } from '../db/connection.ts'
import { toJson } from '../db/json.ts'
import {
  insertItem,
  orderOf,
  setItemRemoved,
  setOrder,
  updateItem,
} from '../db/queries/listItems.ts'
import { findOutcome } from '../db/queries/outcomes.ts'
import type { MeetingRecorder } from './meetingRecord.ts'
import { conflict } from './refusal.ts'

/** What writes lists: each change on record as part of one act. */
export type ListWriter = Readonly<{ db: WritableDb; recorder: MeetingRecorder }>

/** Does something to a list and puts its order on record where that has changed. */
export function keepingOrder(
  { db, recorder }: ListWriter,
  meetingId: MeetingId,
  change: () => void,
): void {
  const before = orderOf(db, meetingId)
  change()
  const after = orderOf(db, meetingId)
  // From 1 without gaps, whatever was taken away.
  setOrder(db, meetingId, after)
  if (toJson(before) === toJson(after)) return
  recorder.record({
    entity: 'meeting',
    entityId: meetingId,
    kind: 'order',
    action: 'update',
    patientId: null,
    before,
    after,
  })
}

/** Puts a patient at the end of a list. */
export function addItem(
  { db, recorder }: ListWriter,
  meetingId: MeetingId,
  patientId: PatientId,
  body: ItemBody,
): ListItemId {
  const id = ListItemId.parse(randomUUID())
  insertItem(db, { id, meetingId, patientId, body })
  recorder.record({ ...told(id, patientId), action: 'create', before: null, after: body })
  return id
}

/** Changes an item as it was read; `kind` is `asked` for what no undo takes back. Throws RevisionConflict. */
export function changeItem(
  { db, recorder }: ListWriter,
  { id, patientId, revision, body: before }: ListItem,
  body: ItemBody,
  kind: 'listItem' | 'asked' = 'listItem',
): void {
  if (toJson(before) === toJson(body)) return
  updateItem(db, { id, expectedRevision: revision, body })
  recorder.record({ ...told(id, patientId), kind, action: 'update', before, after: body })
}

/** Takes a patient off a list; throws conflict where the meeting already has an outcome for them. */
export function dropItem({ db, recorder }: ListWriter, item: ListItem): void {
  const { id, meetingId, patientId, revision, body } = item
  if (findOutcome(db, meetingId, patientId) !== null)
    throw conflict(
      'This meeting has an outcome for the patient, so the patient stays on its list. Nothing was changed.',
    )
  setItemRemoved(db, { id, expectedRevision: revision, removed: true })
  recorder.record({ ...told(id, patientId), action: 'remove', before: body, after: null })
}

function told(id: ListItemId, patientId: PatientId) {
  return { entity: 'listItem', entityId: id, kind: 'listItem', patientId } as const
}
