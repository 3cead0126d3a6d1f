import type { Board } from '../../../shared/board/board.ts'
import type { Case } from '../../../shared/case/entry.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { lesionPhotos } from '../skin/lesionPhotos.ts'

/**
 * The lesion whose photographs a room is shown: the one that is highlighted, by itself or by its site; else the newest that
 * has one which may be shown; else the newest with any, to say why it is not shown. Null where no photograph is recorded.
 */
export function picturedLesion(
  of: Case,
  { board, selected, today }: Readonly<{ board: Board; selected: EntryId | null; today: string }>,
): EntryId | null {
  const meant = board.lesions.find(
    ({ entry, site }) => selected !== null && (entry === selected || site === selected),
  )
  if (meant !== undefined && meant.photographs !== null) return meant.entry
  const pictured = board.lesions.toReversed().filter(({ photographs }) => photographs !== null)
  const shown = pictured.find(({ entry }) =>
    lesionPhotos(of, board, entry, { today, forRoom: true }).some(
      ({ instead }) => instead === null,
    ),
  )
  return (shown ?? pictured[0])?.entry ?? null
}
