import type { MeetingId } from '../../shared/ids.ts'
import type { Meeting, MeetingStatus } from '../../shared/meeting/meeting.ts'
import { listItems } from '../db/queries/listItems.ts'
import { setMeetingStatus } from '../db/queries/meetings.ts'
import { changeItem, type ListWriter } from './listEdits.ts'
import { listedCasesOf } from './meetingList.ts'
import { toItem } from './storedMeeting.ts'

/** Sets how far a meeting is, and puts that on record. */
export function setStatus(
  { db, recorder }: ListWriter,
  { id, revision, status: before }: Meeting,
  status: MeetingStatus,
): void {
  if (before === status) return
  setMeetingStatus(db, { id, expectedRevision: revision, status })
  recorder.record({
    entity: 'meeting',
    entityId: id,
    kind: 'status',
    action: 'update',
    patientId: null,
    before: { status: before },
    after: { status },
  })
}

/** Keeps the questions of a list as they are now asked; one that was kept before stays. */
export function freezeQuestions(
  writer: ListWriter,
  meetingId: MeetingId,
  only: string | null = null,
): void {
  const { db } = writer
  const items = listItems(db, meetingId)
    .map(toItem)
    .filter(item => only === null || item.patientId === only)
  const cases = listedCasesOf(db, items)
  for (const item of items) {
    if (item.body.askedQuestion !== null) continue
    const askedQuestion = cases.get(item.patientId)?.question ?? null
    changeItem(writer, item, { ...item.body, askedQuestion }, 'asked')
  }
}
