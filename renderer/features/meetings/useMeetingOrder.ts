import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { MeetingId, type PatientId } from '../../../shared/ids.ts'
import { type CaseOrder, caseOrder } from '../patients/listState.tsx'
import { meetingQuery, orderOf } from './meetings.ts'

const NOBODY = MeetingId.parse('00000000-0000-4000-8000-000000000000')

/** The cases of a meeting in the order of its list; null where no meeting was opened. */
export function useMeetingOrder(meetingId: MeetingId | null): CaseOrder | null {
  const { data, error, isFetching } = useQuery({
    ...meetingQuery(meetingId ?? NOBODY),
    enabled: meetingId !== null,
  })
  return useMemo(
    () =>
      meetingId === null
        ? null
        : caseOrder(data === undefined ? [] : orderOf(data), {
            view: data?.meeting.body.title ?? '',
            isPending: isFetching,
            error,
            isCut: false,
          }),
    [meetingId, data, error, isFetching],
  )
}

const NO_CASES: readonly PatientId[] = []

/** Whom a presentation of a meeting shows: who is for discussion, in the order of the list, and whoever it begins with. */
export function useMeetingCases(
  meetingId: MeetingId | null,
  start: PatientId | null,
): Pick<CaseOrder, 'ids' | 'isPending'> {
  const { data, isFetching } = useQuery({
    ...meetingQuery(meetingId ?? NOBODY),
    enabled: meetingId !== null,
  })
  const ids = useMemo(
    () =>
      meetingId === null || data === undefined
        ? NO_CASES
        : data.rows
            .filter(
              ({ item }) => item.body.state.state === 'forDiscussion' || item.patientId === start,
            )
            .map(({ item }) => item.patientId),
    [meetingId, data, start],
  )
  return { ids, isPending: isFetching }
}
