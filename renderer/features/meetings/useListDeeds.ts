import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef } from 'react'
import type { MeetingId, PatientId } from '../../../shared/ids.ts'
import type { DeferralCause, ItemEdit } from '../../../shared/meeting/listItem.ts'
import type { MeetingBody, MeetingStatus } from '../../../shared/meeting/meeting.ts'
import type { MeetingList, MeetingRow } from '../../../shared/meeting/meetingList.ts'
import { api } from '../../api/client.ts'
import { useNotify } from '../../components/notices.tsx'
import { caseKey } from '../board/useCase.ts'
import { sentenceOf } from '../session/session.ts'
import { inOrder, meetingKey, useTakeList } from './meetings.ts'

type Deferral = Readonly<{ cause: DeferralCause; words: string | null; to: MeetingId | null }>

/**
 * What can be done to a list. Deeds follow one another, so that each knows the revision that the one before it left; each
 * answers with the list after it, or null where it was refused, and then says why.
 */
export function useListDeeds(meetingId: MeetingId) {
  const client = useQueryClient()
  const notify = useNotify()
  const take = useTakeList()
  const last = useRef<Promise<unknown>>(Promise.resolve())
  /** The order that was asked for last, while it is on its way. */
  const wanted = useRef<readonly PatientId[] | null>(null)

  const change = useCallback(
    (make: (list: MeetingList) => Promise<MeetingList> | null): Promise<MeetingList | null> => {
      const next = last.current.then(async () => {
        const list = client.getQueryData<MeetingList>(meetingKey(meetingId))
        const asked = list === undefined ? null : make(list)
        if (asked === null) return null
        const after = await asked
        take(wanted.current === null ? after : inOrder(after, wanted.current))
        return after
      })
      const settled = next.catch(async error => {
        notify({ text: sentenceOf(error), tone: 'problem' })
        await client.invalidateQueries({ queryKey: meetingKey(meetingId) })
        return null
      })
      last.current = settled
      return settled
    },
    [client, notify, take, meetingId],
  )

  return useMemo(() => {
    const rowOf = (list: MeetingList, patientId: PatientId): MeetingRow | null =>
      list.rows.find(({ item }) => item.patientId === patientId) ?? null
    const undo = () =>
      change(list =>
        list.undo === null ? null : api.invoke('meeting:undo', { meetingId, act: list.undo.act }),
      )
    /** Says what was done, with its undo. */
    const told = async (text: string, deed: Promise<MeetingList | null>) => {
      const after = await deed
      if (after === null) return null
      notify({ text, tone: 'done', action: { label: 'Undo', onPress: () => void undo() } })
      return after
    }
    return {
      add: (patientIds: PatientId[]) =>
        change(() => api.invoke('meeting:add', { meetingId, patientIds })),
      drop: (patientId: PatientId, name: string) =>
        told(
          `${name} is off the list.`,
          change(() => api.invoke('meeting:drop', { meetingId, patientId })),
        ),
      /** Shows the new order at once; of several on their way only the last is sent. */
      order: (order: readonly PatientId[]) => {
        wanted.current = order
        const shown = client.getQueryData<MeetingList>(meetingKey(meetingId))
        if (shown !== undefined) client.setQueryData(meetingKey(meetingId), inOrder(shown, order))
        return change(() => {
          if (wanted.current !== order) return null
          return api.invoke('meeting:order', { meetingId, order: [...order] }).finally(() => {
            if (wanted.current === order) wanted.current = null
          })
        })
      },
      /** Changes what may be changed of a row; nothing is asked where the edit answers null. */
      item: (patientId: PatientId, edit: (before: ItemEdit) => ItemEdit | null) =>
        change(list => {
          const row = rowOf(list, patientId)
          const body = row === null ? null : edit(editOf(row))
          if (row === null || body === null) return null
          return api.invoke('meeting:item', {
            meetingId,
            patientId,
            revision: row.item.revision,
            body,
          })
        }),
      defer: (patientId: PatientId, name: string, deferral: Deferral) =>
        told(
          `${name} is deferred.`,
          change(list => {
            const row = rowOf(list, patientId)
            if (row === null) return null
            const { revision } = row.item
            return api.invoke('meeting:defer', { meetingId, patientId, revision, ...deferral })
          }),
        ),
      question: async (patientId: PatientId, question: string | null) => {
        const after = await change(() =>
          api.invoke('meeting:question', { meetingId, patientId, question }),
        )
        await client.invalidateQueries({ queryKey: caseKey(patientId) })
        return after
      },
      update: (edit: (before: MeetingBody) => MeetingBody) =>
        change(({ meeting }) =>
          api.invoke('meeting:update', {
            meetingId,
            revision: meeting.revision,
            body: edit(meeting.body),
          }),
        ),
      status: (status: MeetingStatus) =>
        change(({ meeting }) =>
          api.invoke('meeting:status', { meetingId, revision: meeting.revision, status }),
        ),
      undo,
      redo: () =>
        change(list =>
          list.redo === null ? null : api.invoke('meeting:redo', { meetingId, act: list.redo.act }),
        ),
    }
  }, [client, change, notify, meetingId])
}
export type ListDeeds = ReturnType<typeof useListDeeds>

/** What a person may change of a row, as it stands; a deferral that is changed is taken back by it. */
export function editOf({ item }: MeetingRow): ItemEdit {
  const { state, presenter, awaited, note } = item.body
  return {
    state: state.state === 'deferred' ? { state: 'forDiscussion' } : state,
    presenter,
    awaited,
    note,
  }
}
