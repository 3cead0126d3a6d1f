import type { Board } from '../board/board.ts'
import type { EntryId } from '../ids.ts'
import type { NewsItem } from './news.ts'

/**
 * The skin lesions of which a note or a photograph is new or changed, each with the first of these: on the board they stand
 * with their lesion and have no row of their own.
 */
export function lesionNews(
  { lesions }: Pick<Board, 'lesions'>,
  items: readonly NewsItem[],
): ReadonlyMap<EntryId, NewsItem> {
  const there = items.filter(({ kind }) => kind !== 'removed')
  return new Map(
    lesions.flatMap(({ entry, notes, photographs }) => {
      const own = new Set([...notes, ...(photographs?.entries ?? [])])
      const item = there.find(each => each.entry !== null && own.has(each.entry))
      return item === undefined ? [] : [[entry, item] as const]
    }),
  )
}
