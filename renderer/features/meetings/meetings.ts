import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { MeetingId, PatientId } from '../../../shared/ids.ts'
import type { MeetingList } from '../../../shared/meeting/meetingList.ts'
import { api } from '../../api/client.ts'

export const MEETINGS_KEY = 'meetings'
export const SERIES_KEY = ['series'] as const

export function meetingKey(meetingId: MeetingId) {
  return ['meeting', meetingId] as const
}

/** A meeting with its whole list. */
export function meetingQuery(meetingId: MeetingId) {
  return queryOptions({
    queryKey: meetingKey(meetingId),
    queryFn: () => api.invoke('meeting:get', { meetingId }),
    // A case may have changed since the list was left.
    staleTime: 0,
  })
}

/** Every meeting, earliest first. */
export function useMeetings(isWanted = true) {
  return useQuery({
    queryKey: [MEETINGS_KEY],
    queryFn: () => api.invoke('meeting:list', { from: null, to: null }),
    staleTime: 0,
    enabled: isWanted,
  })
}

/** The rows from which meetings are made. */
export function useSeries() {
  return useQuery({ queryKey: SERIES_KEY, queryFn: () => api.invoke('series:list', {}) })
}

/** Puts a list that a service answered with in the place of the one on screen. */
export function useTakeList() {
  const client = useQueryClient()
  return useCallback(
    (list: MeetingList) => {
      client.setQueryData(meetingKey(list.meeting.id), list)
      void client.invalidateQueries({ queryKey: [MEETINGS_KEY] })
    },
    [client],
  )
}

/** The patients of a list in its order. */
export function orderOf(list: MeetingList): PatientId[] {
  return list.rows.map(({ item }) => item.patientId)
}

/** The list with its rows in another order; who is not named keeps a place at the end. */
export function inOrder(list: MeetingList, order: readonly PatientId[]): MeetingList {
  const places = new Map(order.map((id, at) => [id, at]))
  const place = (id: PatientId) => places.get(id) ?? order.length
  const rows = list.rows
    .toSorted((a, b) => place(a.item.patientId) - place(b.item.patientId))
    .map((row, at) => ({ ...row, item: { ...row.item, position: at + 1 } }))
  return { ...list, rows }
}
