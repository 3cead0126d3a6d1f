import type { EntryId } from '../ids.ts'
import { path, rect } from './canvas.ts'
import { type Context, extent, placeOf } from './context.ts'
import { earliest } from './extent.ts'
import { captionStyle, factPieces, layPieces, type Piece, widthOfPieces } from './pieces.ts'
import type { RowLayout } from './rowLayout.ts'

/** A row as it was drawn, and what stands in it. */
export type DrawnRow = Readonly<{ top: number; bottom: number; row: RowLayout }>

/** Suspected sites that stand one below the other and appeared at the same time: what holds of all is said once. */
export function togetherOf({ board, axis }: Context): ReadonlySet<EntryId> {
  if (board.suspectedTogether === null) return new Set()
  const suspected = board.sites.filter(site => site.certainty === 'suspected')
  const first = board.sites.findIndex(site => site.certainty === 'suspected')
  const areAdjacent = suspected.every((site, i) => board.sites[first + i] === site)
  const places = suspected.map(site => JSON.stringify(placeOf(axis, site.entry, 'start') ?? null))
  if (!areAdjacent || new Set(places).size !== 1 || places[0] === 'null') return new Set()
  return new Set(suspected.map(site => site.entry))
}

/** Says it beside a bracket over their rows, where there is room; else in rows of its own. Returns where it ends. */
export function drawTogether(
  of: Context,
  bottom: number,
  rows: readonly DrawnRow[],
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
  const lines = [heading, ...remarks]
  const widths = lines.map(pieces => widthOfPieces(pieces, metrics))
  const [top = bottom] = rows.map(row => row.top)
  const edge = leftEdge(of, together)
  if (edge !== null) {
    const x = edge - metrics.mark / 2 - metrics.gap - 1
    const left = x - metrics.mark - metrics.gap - Math.max(...widths)
    const height = lines.length * lineHeight * 1.05
    const isFree = rows.every(({ row }) => isRowFree(row, left, x))
    if (left >= scale.left && isFree && height <= bottom - top) {
      drawTogetherBlock(of, { top, bottom }, x, lines, widths, lineHeight)
      return bottom
    }
  }
  let y = bottom
  for (const pieces of lines) {
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

function isRowFree(row: RowLayout, from: number, to: number): boolean {
  return Array.from({ length: row.lines() }, (_, i) => i).every(i => row.isFree(i, from, to))
}

function leftEdge(of: Context, together: ReadonlySet<EntryId>): number | null {
  const [first] = together
  const start = first === undefined ? null : extent(of, first, 'start')
  return start === null ? null : earliest(start)
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
