import { hasRight } from '../../shared/access/role.ts'
import { dayAt, type Zone } from '../../shared/dates/zone.ts'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import { findItem, keepTime } from '../db/queries/listItems.ts'
import type { Clock } from './clock.ts'
import { createMeetingRecorder } from './meetingRecord.ts'
import { setStatus } from './meetingStatus.ts'
import type { Session } from './session.ts'
import { loadMeeting } from './storedMeeting.ts'

/** A screen that was silent for longer no longer showed the case. */
const GAP_MS = 90_000

export type Presentation = ReturnType<typeof createPresentation>

/** Keeps for how long each case was on the screen of its meeting, without anybody pressing a clock. */
export function createPresentation(session: Session, clock: Clock, zone: Zone) {
  let shown: string | null = null
  session.onClose(() => {
    shown = null
  })

  return {
    /** The case that is on the screen now; the time of the one before ends here. Only the day of the meeting counts. */
    shown: ({ meetingId, patientId }: Parsed<'meeting:shown'>): Output<'meeting:shown'> => {
      const open = session.need('read')
      const { db } = open.workspace
      const meeting = loadMeeting(db, meetingId)
      const now = clock.now()
      const isNow = meeting.body.day === dayAt(now.getTime(), zone) && meeting.status !== 'closed'
      if (!isNow || !hasRight(open.user.role, 'writeOutcome')) return {}
      const at = now.toISOString()
      const item = patientId === null ? null : findItem(db, meetingId, patientId)
      db.transaction(() => {
        if (shown !== null && shown !== item?.id) keepTime(db, { itemId: shown, at, gapMs: GAP_MS })
        if (item !== null) keepTime(db, { itemId: item.id, at, gapMs: GAP_MS })
        if (item !== null && meeting.status === 'planned')
          setStatus({ db, recorder: createMeetingRecorder(open, { at }) }, meeting, 'held')
      }).immediate()
      shown = item?.id ?? null
      return {}
    },
  }
}
