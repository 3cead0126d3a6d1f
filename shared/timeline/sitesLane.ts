import type { BoardSite } from '../board/board.ts'
import type { Fact } from '../board/fact.ts'
import type { EntryId } from '../ids.ts'
import { line, path, rect } from './canvas.ts'
import { type Context, centreOfLine, extent, newRow, placeCaption, placeOf } from './context.ts'
import { type Course, courseOf } from './course.ts'
import { drawCourse, edgesOf } from './drawCourse.ts'
import { type Extent, earliest } from './extent.ts'
import { drawLabel } from './labelColumn.ts'
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

/** A row for each site: its name and how it was found, and its bar from first seen. Returns where the lane ends. */
export function drawSitesLane(of: Context, top: number): number {
  const together = togetherOf(of)
  let y = top
  let group = ''
  const blocks: { top: number; bottom: number }[] = []
  for (const site of of.board.sites) {
    const isNewGroup = site.group !== group
    if (isNewGroup && y > top && of.metrics.hasColumns) drawRowRule(of, y)
    const isTogether = together.has(site.entry)
    const lines = drawSite(of, y, site, isNewGroup, isTogether)
    const height = lines * of.metrics.row
    addItem(of, { entry: site.entry, kind: 'site', top: y, height, label: siteWords(site) })
    if (isTogether) blocks.push({ top: y, bottom: y + height })
    group = site.group
    y += height
  }
  const [first] = blocks
  const last = blocks.at(-1)
  const block =
    first === undefined || last === undefined ? null : { top: first.top, bottom: last.bottom }
  return drawTogether(of, y, block, together)
}

function drawSite(
  of: Context,
  top: number,
  site: BoardSite,
  isNewGroup: boolean,
  isTogether: boolean,
): number {
  const { metrics, scale, canvas } = of
  const row = newRow(of)
  const start = extent(of, site.entry, 'start')
  const end = extent(of, site.entry, 'end')
  const isExcluded = site.certainty === 'excluded'
  const full = courseOf(
    start,
    end,
    { ongoing: false, hasMark: true, hasLength: false },
    scale,
    metrics,
  )
  const course = isExcluded ? { ...full, bar: null, brackets: full.brackets } : full
  const status = statusPieces(of, site, isTogether)
  const half = metrics.mark / 2
  const isSaid = intervalFits(of, site, isTogether)
  const when = isSaid || isTogether ? [] : whenPieces(of, site, start)
  const from = edgesOf(course, half)?.left ?? scale.from
  const isRoomLeft = from - metrics.gap - widthOfPieces(when, metrics) >= scale.from
  const caption = isRoomLeft ? status : joined(when, status, metrics)
  const drawn = makeRoom(of, course, widthOfPieces(caption, metrics))
  drawCourse(of, row, top, drawn, [`bar.${site.certainty}`], site.entry)
  if (drawn.mark !== null) {
    const at = [drawn.mark, top + metrics.row / 2] as const
    canvas.marks.push(...diamond(site.certainty, at, metrics.mark, site.entry))
    row.take(0, at[0] - half, at[0] + half)
  }
  if (isSaid) drawInterval(of, row, top, site)
  const edges = edgesOf(drawn, half) ?? { left: scale.from, right: scale.from }
  const right = { x: edges.right + metrics.gap, side: 'right' } as const
  const left = { x: edges.left - metrics.gap, side: 'left' } as const
  const options = { entry: site.entry, mayStray: true }
  if (isRoomLeft) placeCaption(of, row, top, when, [left, right], options)
  placeCaption(of, row, top, caption, [right, left], options)
  const labelLines = drawLabel(of, top, {
    group:
      isNewGroup && metrics.hasColumns
        ? [words(site.group, { ...microStyle(metrics), role: 'text.group', weight: 500 })]
        : [],
    number: site.number,
    name: namePieces(of, site),
    aside: metrics.hasColumns ? factPieces(site.foundBy, microStyle(metrics)) : [],
    entry: site.entry,
  })
  return Math.max(row.lines(), labelLines)
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
  const shortest = (course.mark ?? bar.from) + metrics.mark * 2.2
  if (bar.to <= available || available < shortest) return course
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

function intervalFits(of: Context, site: BoardSite, isTogether: boolean): boolean {
  return !isTogether && of.axis.id !== 'calendar' && intervalLine(of, site) !== null
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

/** Suspected sites that stand one below the other and appeared at the same time: what holds of all is said once. */
function togetherOf({ board, axis }: Context): ReadonlySet<EntryId> {
  if (board.suspectedTogether === null) return new Set()
  const suspected = board.sites.filter(site => site.certainty === 'suspected')
  const first = board.sites.findIndex(site => site.certainty === 'suspected')
  const areAdjacent = suspected.every((site, i) => board.sites[first + i] === site)
  const places = suspected.map(site => JSON.stringify(placeOf(axis, site.entry, 'start') ?? null))
  if (!areAdjacent || new Set(places).size !== 1 || places[0] === 'null') return new Set()
  return new Set(suspected.map(site => site.entry))
}

function drawTogether(
  of: Context,
  bottom: number,
  block: Readonly<{ top: number; bottom: number }> | null,
  together: ReadonlySet<EntryId>,
): number {
  const { board, metrics, canvas, scale } = of
  const remark = board.suspectedTogether
  if (remark === null) return bottom
  const heading = factPieces(remark.heading, {
    role: 'text.strong',
    size: metrics.text.heading,
    weight: 600,
  })
  const remarks = remark.remarks.map(fact => factPieces(fact, captionStyle(metrics)))
  const lineHeight = metrics.text.small * 1.5
  const edge = block === null ? null : leftEdge(of, together)
  if (block !== null && edge !== null) {
    const x = edge - metrics.gap
    const room = x - metrics.mark - scale.left - metrics.gap
    const widths = [heading, ...remarks].map(pieces => widthOfPieces(pieces, metrics))
    const height = (remarks.length + 1) * lineHeight * 1.05
    if (Math.max(...widths) <= room && height <= block.bottom - block.top) {
      drawTogetherBlock(of, block, x, [heading, ...remarks], widths, lineHeight)
      return bottom
    }
  }
  let y = bottom
  for (const pieces of [heading, ...remarks]) {
    const place = {
      x: metrics.hasColumns ? scale.left + 6 : metrics.gutter + metrics.edge,
      centre: y + metrics.row / 2,
      maxWidth: scale.right - 10 - (metrics.hasColumns ? scale.left : metrics.gutter),
      lineHeight: metrics.row,
    }
    const laid = layPieces(pieces, place, metrics, null)
    canvas.words.push(...laid.shapes)
    y += laid.lines * metrics.row
  }
  return y
}

function leftEdge(of: Context, together: ReadonlySet<EntryId>): number | null {
  const [first] = together
  const start = first === undefined ? null : extent(of, first, 'start')
  const from = start === null ? null : earliest(start)
  return from
}

function drawTogetherBlock(
  of: Context,
  block: Readonly<{ top: number; bottom: number }>,
  x: number,
  lines: readonly (readonly Piece[])[],
  widths: readonly number[],
  lineHeight: number,
): void {
  const { metrics, canvas } = of
  const [top, bottom] = [block.top + 2, block.bottom - 2]
  const arm = metrics.mark * 0.42
  const right = x - arm - metrics.gap
  const points = [
    [x - arm, top],
    [x, top],
    [x, bottom],
    [x - arm, bottom],
  ] as const
  canvas.marks.push(path('bracket.together', points, null, false))
  const first = (top + bottom) / 2 - ((lines.length - 1) * lineHeight) / 2
  lines.forEach((pieces, i) => {
    const width = widths[i] ?? 0
    const centre = first + i * lineHeight
    const box = { x: right - width - 2, y: centre - lineHeight / 2, width: width + 4 }
    canvas.behind.push(rect('surface', { ...box, height: lineHeight }))
    const place = {
      x: right - width,
      centre,
      maxWidth: width + 1,
      lineHeight,
    }
    canvas.words.push(...layPieces(pieces, place, metrics, null).shapes)
  })
}
