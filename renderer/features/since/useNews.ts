import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Board } from '../../../shared/board/board.ts'
import type { Case } from '../../../shared/case/entry.ts'
import type { EntryId } from '../../../shared/ids.ts'
import type { SinceChoice } from '../../../shared/since/choice.ts'
import { lesionNews } from '../../../shared/since/lesionNews.ts'
import { newsOf } from '../../../shared/since/newsOf.ts'
import { api } from '../../api/client.ts'
import { useSettings } from '../session/settings.ts'
import { momentOf, type Since, sinceKey } from './sinceContext.ts'

/** How far this machine's clock on the wall is ahead of UTC. */
export const machineZone = (atMs: number) => -new Date(atMs).getTimezoneOffset()

/**
 * What is new in the case on screen since the moment that the user chose, found again after every change. Being on screen
 * is put on record first: a board that is drawn ahead of time asks nothing and records nothing.
 */
export function useNews(
  of: Case,
  board: Board,
  today: string,
  /** Where the screen itself says since when, such as a meeting; else it is the user's choice. */
  fixed: SinceChoice | null = null,
): Omit<Since, 'onShow'> {
  const { settings, change } = useSettings()
  const choice = fixed ?? settings.since
  const patientId = of.patient.id
  const opened = useQuery({
    queryKey: ['opened', patientId],
    queryFn: () => api.invoke('case:opened', { patientId }),
    gcTime: 0,
  })
  const since = momentOf(choice)
  const { data, error } = useQuery({
    queryKey: [...sinceKey(patientId), since],
    queryFn: () =>
      since === null ? { earlier: null } : api.invoke('case:since', { patientId, since }),
    enabled: since !== null && opened.isFetched,
    // What was new before a change stays marked until what is new after it is known.
    // SECURITY: one patient's earlier case is never compared with another's.
    placeholderData: (last, of) => (of?.queryKey[1] === patientId ? last : undefined),
  })
  const earlier = since === null ? null : (data?.earlier ?? null)
  const news = useMemo(
    () => (earlier === null ? null : newsOf(of, earlier, { board, today, zone: machineZone })),
    [of, earlier, board, today],
  )
  return useMemo(() => {
    const items = news?.items ?? []
    return {
      choice,
      onChoose: (next: SinceChoice) => change({ since: next }),
      news,
      isFirstLook: since !== null && data?.earlier === null,
      error,
      byEntry: new Map([
        ...lesionNews(board, items),
        ...items.flatMap(item =>
          item.entry === null ? [] : [[item.entry, item] as readonly [EntryId, typeof item]],
        ),
      ]),
      byFact: new Map(
        items.flatMap(item => item.changes.map(one => [one.of, { item, change: one }] as const)),
      ),
      marked: news?.marked ?? new Set<EntryId>(),
    }
  }, [board, choice, change, news, since, data, error])
}
