import { type ReactNode, useMemo } from 'react'
import type { Board } from '../../../shared/board/board.ts'
import type { Case } from '../../../shared/case/entry.ts'
import { type Since, SinceContext } from '../since/sinceContext.ts'
import { useNews } from '../since/useNews.ts'

type Props = Readonly<{ of: Case; board: Board; today: string; children: ReactNode }>

/** Marks what is new in the presented case, and puts on record that it was looked at; there is no list to open. */
export function PresentNews({ of, board, today, children }: Props) {
  const news = useNews(of, board, today)
  const since = useMemo<Since>(() => ({ ...news, onShow: null }), [news])
  return <SinceContext value={since}>{children}</SinceContext>
}
