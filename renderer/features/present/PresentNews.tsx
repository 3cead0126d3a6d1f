import { type ReactNode, useMemo } from 'react'
import type { Board } from '../../../shared/board/board.ts'
import type { Case } from '../../../shared/case/entry.ts'
import { type Since, SinceContext } from '../since/sinceContext.ts'
import { useNews } from '../since/useNews.ts'

type Props = Readonly<{
  of: Case
  board: Board
  today: string
  /** In a meeting what is new since the last one is marked, whatever the user marks elsewhere. */
  isMeeting: boolean
  children: ReactNode
}>

const LAST_MEETING = { from: 'lastMeeting' } as const

/** Marks what is new in the presented case, and puts on record that it was looked at; there is no list to open. */
export function PresentNews({ of, board, today, isMeeting, children }: Props) {
  const news = useNews(of, board, today, isMeeting ? LAST_MEETING : null)
  const since = useMemo<Since>(() => ({ ...news, onShow: null }), [news])
  return <SinceContext value={since}>{children}</SinceContext>
}
