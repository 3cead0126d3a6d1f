import type { MeetingId, PatientId } from '../../shared/ids.ts'
import { ListItem } from '../../shared/meeting/listItem.ts'
import { Meeting, MeetingSeries } from '../../shared/meeting/meeting.ts'
import type { ReadableDb } from '../db/connection.ts'
import { findItem, type StoredItem } from '../db/queries/listItems.ts'
import { getMeeting, type StoredMeeting, type StoredSeries } from '../db/queries/meetings.ts'
import { conflict, notFound } from './refusal.ts'

export function toSeries({ id, revision, body }: StoredSeries): MeetingSeries {
  return MeetingSeries.parse({ id, revision, body })
}

/** A stored meeting as the domain has one; throws when the record cannot be read. */
export function toMeeting({ id, revision, status, body }: StoredMeeting): Meeting {
  return Meeting.parse({ id, revision, status, body })
}

export function toItem({
  id,
  revision,
  meetingId,
  patientId,
  position,
  body,
}: StoredItem): ListItem {
  return ListItem.parse({ id, revision, meetingId, patientId, position, body })
}

/** A meeting that was not removed; throws notFound. */
export function loadMeeting(db: ReadableDb, meetingId: MeetingId): Meeting {
  const stored = getMeeting(db, meetingId)
  if (stored === null || stored.removed) throw notFound('meeting')
  return toMeeting(stored)
}

/** A meeting whose list may be changed; throws notFound, or conflict once it is closed. */
export function loadOpenMeeting(db: ReadableDb, meetingId: MeetingId): Meeting {
  const meeting = loadMeeting(db, meetingId)
  if (meeting.status === 'closed')
    throw conflict(
      'The meeting is closed and its list is final. Nothing was changed; open the meeting again first.',
    )
  return meeting
}

/** A patient's item on a list; throws notFound. */
export function loadItem(db: ReadableDb, meetingId: MeetingId, patientId: PatientId): ListItem {
  const stored = findItem(db, meetingId, patientId)
  if (stored === null) throw notFound('listItem')
  return toItem(stored)
}
