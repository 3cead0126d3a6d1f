import { useEffect } from 'react'
import type { MeetingId, PatientId } from '../../../shared/ids.ts'
import { api } from '../../api/client.ts'

/** Said again at least every minute, so that a window which was closed counts no longer. */
const AGAIN_MS = 40_000

/** Keeps for how long each case of a meeting is on the screen; nobody presses a clock. */
export function useShownTime(meetingId: MeetingId | null, patientId: PatientId): void {
  useEffect(() => {
    if (meetingId === null) return
    const say = (shown: PatientId | null) => {
      // A minute that could not be kept is no reason to disturb the meeting.
      api.invoke('meeting:shown', { meetingId, patientId: shown }).catch(() => {})
    }
    say(patientId)
    const timer = setInterval(() => say(patientId), AGAIN_MS)
    return () => {
      clearInterval(timer)
      say(null)
    }
  }, [meetingId, patientId])
}
