import type { Axis, EventKey, Place } from '../board/axis.ts'
import type { Board } from '../board/board.ts'
import type { EntryId } from '../ids.ts'
import type { Canvas } from './canvas.ts'
import { type Extent, extentOf } from './extent.ts'
import type { Metrics } from './metrics.ts'
import { layPieces, type Piece, widthOfPieces } from './pieces.ts'
import { type Candidate, createRowLayout, type RowLayout } from './rowLayout.ts'
import type { Scale } from './scale.ts'
import type { ColumnContent } from './specimenColumns.ts'

/** What every lane is drawn from and onto. */
export type Context = Readonly<{
  board: Board
  axis: Axis
  metrics: Metrics
  scale: Scale
  canvas: Canvas
  width: number
  labelWidth: number
  selected: EntryId | null
  /** New or changed since the chosen date. */
  marked: ReadonlySet<EntryId>
  /** Keys of the folded rows that a person opened. */
  opened: ReadonlySet<string>
  /** Words may leave their column where what is beside it is empty: nothing moves there while time is seen whole. */
  reaches: boolean
  /** What is drawn here has no place in time and stays where it is while time moves. */
  isPinned: boolean
  /** Receptors as values in columns, or as charts of the same values. */
  receptors: ReceptorView
  /** What stands in the columns of the specimens, made once. */
  columns: () => readonly ColumnContent[]
}>

export const RECEPTOR_VIEWS = ['values', 'trend'] as const
export type ReceptorView = (typeof RECEPTOR_VIEWS)[number]

/** The same lane for what has no place in time: it stands in the window, however time is zoomed and moved. */
export function pinned(of: Context): Context {
  if (of.isPinned) return of
  const { canvas, scale, width } = of
  const still = canvas.pinned
  return {
    ...of,
    isPinned: true,
    scale: { ...scale, right: width, to: Math.min(scale.to, width) },
    canvas: { behind: still, marks: still, words: still, items: canvas.items, pinned: still },
  }
}

export function placeOf(axis: Axis, entry: EntryId, end: 'start' | 'end'): Place | undefined {
  const key: EventKey = `${entry}:${end}`
  return axis.places[key]
}

export function extent(of: Context, entry: EntryId, end: 'start' | 'end'): Extent {
  return extentOf(placeOf(of.axis, entry, end), of.scale)
}

export function newRow({ scale, metrics, isPinned, reaches }: Context): RowLayout {
  const folds = isPinned ? [] : scale.folds.map(({ fold, x }) => ({ from: x, to: x + fold.width }))
  const reach = reaches ? { reach: reachFrom(metrics) } : {}
  const bounds = { left: scale.left + 3, ...reach, right: scale.right - 3, gap: metrics.gap }
  return createRowLayout({ ...bounds, folds })
}

/** Where words below a row's name may begin. */
export function reachFrom({ gutter, edge }: Metrics): number {
  return gutter + edge
}

/** Height of the middle of a line of a row that begins at `top`. */
export function centreOfLine(of: Context, top: number, lineIndex: number): number {
  return top + (lineIndex + 0.5) * of.metrics.row
}

/** Puts words beside a mark, in a free gap of the row, or on a line of their own; never over anything, never cut. */
export function placeCaption(
  of: Context,
  row: RowLayout,
  top: number,
  pieces: readonly Piece[],
  candidates: readonly Candidate[],
  options: Readonly<{ entry: EntryId; mayStray: boolean }>,
): void {
  if (pieces.length === 0) return
  const { metrics, scale, canvas } = of
  const left = of.reaches ? reachFrom(metrics) : scale.left + 3
  const maxWidth = scale.right - 3 - left
  const width = widthOfPieces(pieces, metrics)
  if (width <= maxWidth) {
    const { line, x } = row.place(width, candidates, options.mayStray)
    const centre = centreOfLine(of, top, line)
    const place = { x, centre, maxWidth: width + 1, lineHeight: metrics.row }
    canvas.words.push(...layPieces(pieces, place, metrics, options.entry).shapes)
    return
  }
  const first = row.lines()
  const place = {
    x: left,
    centre: centreOfLine(of, top, first),
    maxWidth,
    lineHeight: metrics.row,
  }
  const laid = layPieces(pieces, place, metrics, options.entry)
  canvas.words.push(...laid.shapes)
  for (let i = 0; i < laid.lines; i += 1) row.take(first + i, place.x, place.x + maxWidth)
}
