import type { MeetingId, PatientId } from '../../shared/ids.ts'
import { landed } from '../../shared/meeting/deferral.ts'
import type { DeferralCause, ListItem } from '../../shared/meeting/listItem.ts'
import type { Meeting } from '../../shared/meeting/meeting.ts'
import { findItem } from '../db/queries/listItems.ts'
import { getMeeting, nextPlanned } from '../db/queries/meetings.ts'
import { findOutcome } from '../db/queries/outcomes.ts'
import { waitingItems } from '../db/queries/waitingItems.ts'
import { addItem, changeItem, dropItem, keepingOrder, type ListWriter } from './listEdits.ts'
import { conflict } from './refusal.ts'
import { loadMeeting, loadOpenMeeting, toItem, toMeeting } from './storedMeeting.ts'

type Deferral = Readonly<{ cause: DeferralCause; words: string | null; to: MeetingId | null }>

/**
 * Puts a case off: it lands on the meeting named, else on the next planned one of the series, else on the next planned one
 * of any; with none planned it waits for the next that is made. Throws conflict where its outcome is signed.
 */
export function deferItem(
  writer: ListWriter,
  meeting: Meeting,
  item: ListItem,
  { cause, words, to }: Deferral,
): void {
  const { db } = writer
  if (findOutcome(db, meeting.id, item.patientId)?.signature)
    throw conflict(
      'The outcome of this case is signed, so the case was discussed. Nothing was changed; sign an addendum, or list the case again.',
    )
  const target = to === null ? nextAfter(writer, meeting) : loadOpenMeeting(db, to)
  if (target !== null && target.id === meeting.id)
    throw conflict('A case cannot be put off to the same meeting. Nothing was changed.')
  const deferred = {
    ...item.body,
    state: { state: 'deferred', cause, words, to: target?.id ?? null },
  } as const
  changeItem(writer, item, deferred)
  if (target !== null) land(writer, target.id, { ...item, body: deferred }, meeting)
}

function nextAfter({ db }: ListWriter, meeting: Meeting): Meeting | null {
  const after = getMeeting(db, meeting.id)
  if (after === null) return null
  const { seriesId } = meeting.body
  const next =
    (seriesId === null ? null : nextPlanned(db, { after, seriesId })) ??
    nextPlanned(db, { after, seriesId: null })
  return next === null ? null : toMeeting(next)
}

/** Puts a deferred case on a later list, or tells the item that is there already where it comes from. */
function land(writer: ListWriter, to: MeetingId, item: ListItem, from: Meeting): void {
  const { db } = writer
  const { state } = item.body
  if (state.state !== 'deferred') return
  const cameFrom = {
    meetingId: from.id,
    day: from.body.day,
    cause: state.cause,
    words: state.words,
  }
  const there = findItem(db, to, item.patientId)
  keepingOrder(writer, to, () => {
    if (there === null) addItem(writer, to, item.patientId, landed(item.body, cameFrom, null))
    else {
      const later = toItem(there)
      changeItem(writer, later, landed(item.body, cameFrom, later.body))
    }
  })
}

/** Takes the case that a deferral put on a later list off it again; one that somebody has changed there since stays. */
export function takeDeferralBack(
  writer: ListWriter,
  to: MeetingId | null,
  from: MeetingId,
  patientId: PatientId,
): void {
  const { db } = writer
  if (to === null) return
  const stored = findItem(db, to, patientId)
  if (stored === null) return
  const later = toItem(stored)
  if (later.body.cameFrom?.meetingId !== from || later.revision !== 1) return
  if (loadMeeting(db, to).status === 'closed' || findOutcome(db, to, patientId) !== null) return
  keepingOrder(writer, to, () => dropItem(writer, later))
}

/** Puts the cases on a new list that were put off while no later meeting was planned. */
export function collectWaiting(writer: ListWriter, meeting: Meeting): void {
  const { db } = writer
  for (const stored of waitingItems(db, {
    before: meeting.body.day,
    seriesId: meeting.body.seriesId,
  })) {
    const item = toItem(stored)
    const { state } = item.body
    if (state.state !== 'deferred') continue
    const body = { ...item.body, state: { ...state, to: meeting.id } }
    changeItem(writer, item, body, 'asked')
    land(writer, meeting.id, { ...item, body }, loadMeeting(db, item.meetingId))
  }
}
