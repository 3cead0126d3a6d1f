import type { ReadableDb } from '../connection.ts'
import { prepared } from '../statements.ts'
import { getItem, type StoredItem } from './listItems.ts'

/**
 * Items of meetings before a day that were put off to no meeting, in the order of their lists. A meeting of a series takes
 * those of its series and of no series; a meeting of none takes those of no series.
 */
export function waitingItems(
  db: ReadableDb,
  { before, seriesId }: Readonly<{ before: string; seriesId: string | null }>,
): StoredItem[] {
  return prepared<{ id: string }>(
    db,
    `SELECT list_items.id FROM list_items JOIN meetings ON meetings.id = list_items.meeting_id
     WHERE list_items.removed = 0 AND meetings.removed = 0 AND meetings.day < @before
       AND (meetings.series_id IS NULL OR meetings.series_id = @seriesId)
       AND json_extract(list_items.body, '$.state.state') = 'deferred'
       AND json_extract(list_items.body, '$.state.to') IS NULL
     ORDER BY meetings.day, list_items.position`,
  )
    .all({ before, seriesId })
    .flatMap(({ id }) => getItem(db, id) ?? [])
}
