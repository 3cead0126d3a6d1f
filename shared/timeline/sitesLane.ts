import type { BoardSite } from '../board/board.ts'
import type { Fact } from '../board/fact.ts'
import { line } from './canvas.ts'
import {
  type Context,
  centreOfLine,
  extent,
  newRow,
  pinned,
  placeCaption,
  placeOf,
  reachFrom,
} from './context.ts'
import { type Course, courseOf } from './course.ts'
import { drawCourse, edgesOf } from './drawCourse.ts'
import { type Extent, earliest } from './extent.ts'
import { drawGroupRow, type FoldedRow, type Run, runsOf } from './groupRow.ts'
import { drawLabel, nameLimit, type RowLabel, takeLabel } from './labelColumn.ts'
import { diamond } from './marks.ts'
import type { Metrics } from './metrics.ts'
import {
  captionStyle,
  factPieces,
  layPieces,
  microStyle,
  type Piece,
  quietStyle,
  widthOfPieces,
  words,
} from './pieces.ts'
import type { RowLayout } from './rowLayout.ts'
import { addItem, drawRowRule } from './rows.ts'
import { siteWords } from './story.ts'
import { type DrawnRow, drawTogether, togetherOf } from './together.ts'

/** A row for each site: its name and how it was found, and its bar from first seen. Returns where the lane ends. */
export function drawSitesLane(of: Context, top: number): number {
  const together = togetherOf(of)
  let y = top
  let group = ''
  const shared: DrawnRow[] = []
  for (const run of runsOf(of.board.sites, site => site.group, 'sites', of)) {
    if (run.isFolded) {
      if (y > top && of.metrics.hasColumns) drawRowRule(of, y)
      y += drawFolded(of, y, run)
      group = run.heading
      continue
    }
    for (const site of run.rows) {
      const isNewGroup = site.group !== group
      if (isNewGroup && y > top && of.metrics.hasColumns) drawRowRule(of, y)
      const isTogether = together.has(site.entry)
      const { lines, row } = drawSite(of, y, site, isNewGroup, isTogether)
      const height = lines * of.metrics.row
      addItem(of, { entry: site.entry, kind: 'site', top: y, height, label: siteWords(site) })
      if (isTogether) shared.push({ top: y, bottom: y + height, row })
      group = site.group
      y += height
    }
  }
  return drawTogether(of, y, shared, together)
}

/** "14 sites: 9 confirmed, 5 suspected" */
function drawFolded(of: Context, top: number, run: Run<BoardSite>): number {
  const counts = (['confirmed', 'suspected', 'excluded'] as const).flatMap(certainty => {
    const count = run.rows.filter(site => site.certainty === certainty).length
    return count === 0 ? [] : [`${count} ${certainty}`]
  })
  const said = `${run.rows.length} sites: ${counts.join(', ')}`
  const rows = run.rows.map(({ entry, certainty }): FoldedRow => {
    return { entry, look: { type: 'diamond', certainty } }
  })
  return drawGroupRow(of, top, { ...run, said, kind: 'site' }, rows)
}

function drawSite(
  lane: Context,
  top: number,
  site: BoardSite,
  isNewGroup: boolean,
  isTogether: boolean,
): Readonly<{ lines: number; row: RowLayout }> {
  const start = extent(lane, site.entry, 'start')
  const end = extent(lane, site.entry, 'end')
  const of = start.kind === 'unknown' && end.kind === 'unknown' ? pinned(lane) : lane
  const { metrics, scale, canvas } = of
  const row = newRow(of)
  const isExcluded = site.certainty === 'excluded'
  const full = courseOf(
    start,
    end,
    { ongoing: false, hasMark: true, hasLength: false },
    scale,
    metrics,
  )
  const course = isExcluded ? { ...full, bar: null, brackets: full.brackets } : full
  const half = metrics.mark / 2
  const from = edgesOf(course, half)?.left ?? scale.from
  const isSaid = !isTogether && intervalFits(of, site, from + half)
  const said = {
    when: isSaid || isTogether ? [] : whenPieces(of, site, start),
    status: statusPieces(of, site, isTogether),
  }
  const sides = sidesOf(of, course, from, said)
  const drawn = makeRoom(of, course, widthOfPieces(sides.right, metrics))
  drawCourse(of, row, top, drawn, [`bar.${site.certainty}`], site.entry)
  if (drawn.mark !== null) {
    const at = [drawn.mark, top + metrics.row / 2] as const
    canvas.marks.push(...diamond(site.certainty, at, metrics.mark, site.entry))
    row.take(0, at[0] - half, at[0] + half)
  }
  if (isSaid) drawInterval(of, row, top, site)
  const label = drawLabel(of, top, labelOf(of, site, isNewGroup), nameLimit(of, row))
  takeLabel(of, row, label)
  const edges = edgesOf(drawn, half) ?? { left: scale.from, right: scale.from }
  const right = { x: edges.right + metrics.gap, side: 'right' } as const
  const left = { x: edges.left - metrics.gap, side: 'left' } as const
  const options = { entry: site.entry, mayStray: true }
  // What has the row to itself first: what takes a line of its own finds its neighbour's place taken.
  placeCaption(of, row, top, sides.left, [left, right], options)
  placeCaption(of, row, top, sides.right, [right, left], options)
  placeCaption(of, row, top, sides.below, [left], options)
  return { lines: Math.max(row.lines(), label.lines), row }
}

function labelOf(of: Context, site: BoardSite, isNewGroup: boolean): RowLabel {
  const { metrics } = of
  return {
    group:
      isNewGroup && metrics.hasColumns
        ? [words(site.group, { ...microStyle(metrics), role: 'text.group', weight: 500 })]
        : [],
    number: site.number,
    name: namePieces(of, site),
    aside: metrics.hasColumns ? factPieces(site.foundBy, microStyle(metrics)) : [],
    entry: site.entry,
  }
}

type Said = Readonly<{ when: readonly Piece[]; status: readonly Piece[] }>
type Sides = Readonly<Record<'left' | 'right' | 'below', readonly Piece[]>>

/** Which words stand before a bar and which after it, so that they take as few lines as they can; both are said of it. */
function sidesOf(of: Context, course: Course, from: number, { when, status }: Said): Sides {
  const { metrics, scale } = of
  const width = (pieces: readonly Piece[]) => widthOfPieces(pieces, metrics)
  const isRoomLeft = (pieces: readonly Piece[], edge: number) =>
    from - metrics.gap - width(pieces) >= edge
  if (isRoomLeft(when, of.reaches ? scale.left + 3 : scale.from))
    return { left: when, right: status, below: [] }
  const isRoomRight = (pieces: readonly Piece[]) => width(pieces) <= roomRight(of, course)
  const all = joined(when, status, metrics)
  if (of.reaches && !isRoomRight(all)) {
    if (isRoomRight(when) && isRoomLeft(status, scale.left + 3))
      return { left: status, right: when, below: [] }
    if (isRoomRight(status) && isRoomLeft(when, reachFrom(metrics)))
      return { left: [], right: status, below: when }
  }
  return { left: [], right: all, below: [] }
}

/** When it was first seen, where no interval in the row says it and the zone it stands in does not. */
function whenPieces({ axis, metrics, scale }: Context, site: BoardSite, start: Extent): Piece[] {
  if (site.interval !== null) return intervalPieces(site.interval, site, metrics)
  const isInZone = start.kind === 'before' && axis.before !== null && start.high <= scale.from + 1
  const fact = axis.id === 'surgery' ? site.firstSeenShort : site.firstSeen
  return isInZone ? tagsOf(fact) : factPieces(fact, captionStyle(metrics))
}

/** The interval with its own conflicts and those of the date that it ends with. */
function intervalPieces(fact: Fact, site: BoardSite, metrics: Metrics): Piece[] {
  const conflicts = [...new Set([...site.firstSeenShort.conflicts, ...fact.conflicts])]
  return factPieces({ ...fact, conflicts }, quietStyle(metrics))
}

function joined(first: readonly Piece[], second: readonly Piece[], { gap }: Metrics): Piece[] {
  if (first.length === 0 || second.length === 0) return [...first, ...second]
  return [...first, { kind: 'space', width: gap }, ...second]
}

function tagsOf(fact: Fact): Piece[] {
  return fact.conflicts.map(label => ({ kind: 'tag', label }))
}

function namePieces({ metrics }: Context, site: BoardSite): Piece[] {
  const fact = metrics.hasColumns ? site.nameInGroup : site.name
  return factPieces(fact, { role: 'text', size: metrics.text.name, weight: 400 })
}

function statusPieces({ metrics }: Context, site: BoardSite, isTogether: boolean): Piece[] {
  // That a course is not recorded is what its fading bar says; sites under one remark do not repeat it in every row.
  if (isTogether && site.status.tone === 'missing') return []
  return factPieces(site.status, quietStyle(metrics))
}

/** How long an unbounded fade is drawn means nothing, so it gives way to words that would not fit beside it. */
function makeRoom(of: Context, course: Course, captionWidth: number): Course {
  const { bar } = course
  const { scale, metrics } = of
  if (bar === null || captionWidth === 0 || !course.isOpenEnded) return course
  const available = scale.right - 4 - captionWidth - 2 * metrics.gap
  if (bar.to <= available || captionWidth > roomRight(of, course)) return course
  const length = available - bar.from
  return {
    ...course,
    bar: {
      ...bar,
      to: available,
      fade: { ...bar.fade, right: Math.min(bar.fade.right, length * 0.8) },
    },
  }
}

/** How wide words after a bar may be: beside the shortest that it may be drawn, where its end means nothing. */
function roomRight({ scale, metrics }: Context, { bar, mark, isOpenEnded }: Course): number {
  if (bar === null) return scale.right - (mark ?? scale.left)
  const shortest = isOpenEnded ? (mark ?? bar.from) + metrics.mark * 2.2 : bar.to
  return scale.right - 4 - 2 * metrics.gap - shortest
}

type IntervalLine = Readonly<{ from: number; to: number; width: number; pieces: readonly Piece[] }>

/** A dimension line from where intervals count to the first sign; null where its words do not fit in it. */
function intervalLine(of: Context, site: BoardSite): IntervalLine | null {
  const { axis, scale, metrics } = of
  const zero = zeroOf(of)
  const to = earliest(extent(of, site.entry, 'start'))
  const fact = site.interval ?? (axis.id === 'surgery' ? site.firstSeenShort : null)
  if (zero === null || to === null || fact === null || fact.tone === 'missing') return null
  const from = scale.at(zero)
  const pieces = intervalPieces(fact, site, metrics)
  const width = widthOfPieces(pieces, metrics)
  return to - from - width - 2 * metrics.gap < metrics.mark ? null : { from, to, width, pieces }
}

/** Whether the row is empty up to the first sign, and the words fit in the line there. */
function intervalFits(of: Context, site: BoardSite, firstMark: number): boolean {
  const found = of.axis.id === 'calendar' ? null : intervalLine(of, site)
  return found !== null && found.to <= firstMark + 1
}

/** The interval as a dimension line from its beginning to the first sign, with its words in the line. */
function drawInterval(of: Context, row: RowLayout, top: number, site: BoardSite): void {
  const { metrics, canvas } = of
  const found = intervalLine(of, site)
  if (found === null) return
  const { from, to, width, pieces } = found
  const y = centreOfLine(of, top, 0)
  const wordsFrom = (from + to - width) / 2
  const tick = metrics.mark * 0.32
  const strokes = [
    [from, wordsFrom - metrics.gap],
    [wordsFrom + width + metrics.gap, to],
  ] as const
  for (const [x1, x2] of strokes) canvas.marks.push(line('interval', [x1, y], [x2, y], site.entry))
  for (const x of [from, to]) {
    canvas.marks.push(line('interval', [x, y - tick], [x, y + tick], site.entry))
  }
  const place = { x: wordsFrom, centre: y, maxWidth: width + 1, lineHeight: metrics.row }
  canvas.words.push(...layPieces(pieces, place, metrics, site.entry).shapes)
  row.take(0, from, to - metrics.gap)
}

/** Where intervals count from: the operation, where it has a place on this axis. */
function zeroOf({ axis, board }: Context): number | null {
  if (axis.id === 'surgery') return 0
  const surgery = board.local.find(one => one.modality === 'surgery')
  const place = surgery === undefined ? undefined : placeOf(axis, surgery.entry, 'start')
  return place?.lowKnown === true ? place.low : null
}
