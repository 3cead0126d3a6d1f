import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { MeetingId, PatientId } from '../../../shared/ids.ts'
import { BLANK_OUTCOME, type Outcome, type OutcomeBody } from '../../../shared/meeting/outcome.ts'
import { ApiError } from '../../api/apiError.ts'
import { beforeLock } from '../../api/beforeLock.ts'
import { api } from '../../api/client.ts'
import { caseKey } from '../board/useCase.ts'
import { meetingKey } from '../meetings/meetings.ts'
import { createOutcomeKeeper, type Keeping, type OutcomeKeeper } from './outcomeKeeper.ts'

export const ACTIONS_KEY = 'actions'

export function outcomeKey(meetingId: MeetingId, patientId: PatientId) {
  return ['outcome', meetingId, patientId] as const
}

/** The outcome of a case in a meeting as stored; null while there is none. */
export function useStoredOutcome(meetingId: MeetingId, patientId: PatientId) {
  return useQuery({
    queryKey: outcomeKey(meetingId, patientId),
    queryFn: async () => (await api.invoke('outcome:get', { meetingId, patientId })).outcome,
    staleTime: 0,
    gcTime: 0,
  })
}

/** After an outcome changed, what shows it elsewhere is read again. */
export function useOutcomeChanged() {
  const client = useQueryClient()
  return useCallback(
    (meetingId: MeetingId, patientId: PatientId) => {
      void client.invalidateQueries({ queryKey: caseKey(patientId) })
      void client.invalidateQueries({ queryKey: meetingKey(meetingId) })
      void client.invalidateQueries({ queryKey: [ACTIONS_KEY] })
    },
    [client],
  )
}

/** Keeps the outcome of a case while it is typed; nothing is lost by leaving it, by a lock or by a hidden window. */
export function useOutcomeKeeper(
  meetingId: MeetingId,
  patientId: PatientId,
  stored: Outcome | null,
): Readonly<{ keeping: Keeping; keeper: OutcomeKeeper; changed: () => void }> {
  const client = useQueryClient()
  const tell = useOutcomeChanged()
  const changed = useCallback(() => tell(meetingId, patientId), [tell, meetingId, patientId])
  const first = useRef(stored)
  const [keeping, setKeeping] = useState<Keeping | null>(null)
  const [keeper] = useState(() =>
    createOutcomeKeeper({
      stored: first.current,
      blank: BLANK_OUTCOME,
      save: (revision: number | null, body: OutcomeBody) =>
        api.invoke('outcome:save', { meetingId, patientId, revision, body }),
      onChange: next => {
        setKeeping(next)
        if (next.stored === null) return
        // The list tells a case of which something was typed from one of which nothing was.
        if (client.getQueryData(outcomeKey(meetingId, patientId)) === null)
          void client.invalidateQueries({ queryKey: meetingKey(meetingId) })
        client.setQueryData(outcomeKey(meetingId, patientId), next.stored)
      },
    }),
  )
  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') void keeper.flush()
    }
    const flush = () => void keeper.flush()
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('pagehide', flush)
    const forget = beforeLock(keeper.flush)
    return () => {
      forget()
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('pagehide', flush)
      void keeper.flush().then(changed)
    }
  }, [keeper, changed])
  return { keeping: keeping ?? keeper.get(), keeper, changed }
}

/** Whether a refusal says that something else was stored meanwhile. */
export function isConflict(error: unknown): boolean {
  return error instanceof ApiError && error.error.kind === 'conflict'
}
