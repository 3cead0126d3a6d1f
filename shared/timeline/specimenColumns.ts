import type { Board, BoardResult, BoardSpecimen } from '../board/board.ts'
import type { EntryId } from '../ids.ts'
import type { Metrics } from './metrics.ts'
import {
  factPieces,
  layPieces,
  microStyle,
  type Piece,
  widestPart,
  widthOfPieces,
} from './pieces.ts'

/** What stands in the column of one specimen, before it has a place. */
export type ColumnContent = Readonly<{
  specimen: BoardSpecimen
  title: readonly Piece[]
  /** When it was taken; then the specimens of the same time that have no receptors. */
  subtitle: readonly Piece[]
  cells: readonly (readonly Piece[])[]
  alsoHere: readonly BoardSpecimen[]
  naturalWidth: number
  cellsWidth: number
  /** With a title on one line and cells on two at most. */
  leastWidth: number
  /** With nothing broken inside a word. */
  smallestWidth: number
}>

/** What the screen knows of a specimen beside the case; `isBrief` where a line cannot hold all words of all columns. */
type Noted = Readonly<{
  selected: EntryId | null
  marked: ReadonlySet<EntryId>
  isBrief?: boolean
}>

/** A column's place: `x` may be right of its earliest date, where columns would otherwise overlap. */
export type PlacedColumn = Readonly<{
  content: ColumnContent
  x: number
  width: number
  band: number
}>

/** `ease` is how far a column may be pushed to spare the one before it a second line. */
export type ColumnBounds = Readonly<{ left: number; right: number; gap: number; ease: number }>

/** Columns in the order of the board; a specimen without receptors joins a column of the same time. */
export function columnContents(
  board: Board,
  timeOf: (entry: EntryId) => string,
  metrics: Metrics,
  noted: Noted,
): ColumnContent[] {
  const hosts = board.specimens.filter(specimen => specimen.hasReceptors)
  const hostOf = (guest: BoardSpecimen) =>
    hosts.find(host => timeOf(host.entry) === timeOf(guest.entry)) ?? null
  const guests = board.specimens.filter(specimen => !specimen.hasReceptors)
  return board.specimens
    .filter(specimen => specimen.hasReceptors || hostOf(specimen) === null)
    .map(specimen => {
      const alsoHere = specimen.hasReceptors
        ? guests.filter(guest => hostOf(guest) === specimen)
        : []
      return contentOf(board, specimen, alsoHere, metrics, noted)
    })
}

function contentOf(
  board: Board,
  specimen: BoardSpecimen,
  alsoHere: readonly BoardSpecimen[],
  metrics: Metrics,
  { selected, marked, isBrief = false }: Noted,
): ColumnContent {
  const micro = microStyle(metrics)
  const letter = (one: BoardSpecimen) => letterPieces(one, { selected, marked })
  const bold = { role: 'text.strong', size: metrics.text.name, weight: 600 } as const
  const name = [...letter(specimen), ...factPieces(specimen.from, bold)]
  const own = specimen.withoutReceptors === null ? [] : factPieces(specimen.withoutReceptors, micro)
  const guests = alsoHere.flatMap(guest => [
    ...letter(guest),
    ...factPieces(guest.from, micro),
    ...(guest.withoutReceptors === null ? [] : factPieces(guest.withoutReceptors, micro)),
  ])
  const procedure = factPieces(specimen.procedure, { ...micro, size: metrics.text.small })
  // Where a column has room for a letter and a name only, the receptor table says the rest.
  const isNarrow = metrics.density !== 'screen'
  const title = isNarrow ? [...name, ...alsoHere.flatMap(letter)] : [...name, ...procedure]
  const when = factPieces(specimen.collected, micro)
  const subtitle = isNarrow ? own : [...when, ...own, ...guests]
  const cells = specimen.results.map(result => cellPieces(board, result, metrics, isBrief))
  const cellsWidth = Math.max(0, ...cells.map(pieces => widthOfPieces(pieces, metrics)))
  return {
    specimen,
    title,
    subtitle,
    cells,
    alsoHere,
    cellsWidth,
    naturalWidth: Math.max(cellsWidth, widthOfPieces(title, metrics)),
    leastWidth: Math.max(
      metrics.text.small * 6,
      widestPart(subtitle, metrics),
      widthForLines(isNarrow ? title : name, 1, metrics),
      ...cells.map(pieces => widthForLines(pieces, 2, metrics)),
    ),
    smallestWidth: Math.max(...[title, subtitle, ...cells].map(one => widestPart(one, metrics))),
  }
}

/**
 * Columns wide enough that a marker whose cells fit beside each other has them on one line, and only the others take two.
 * As they were where that is more than there is room for.
 */
export function sparingLines(
  contents: readonly ColumnContent[],
  metrics: Metrics,
  room: number,
): readonly ColumnContent[] {
  const gap = columnGap(metrics)
  const most = Math.max(0, ...contents.map(({ cells }) => cells.length))
  const fitsOneLine = Array.from({ length: most }, (_, i) => {
    return (
      together(
        contents.map(({ cells }) => widthOfPieces(cells[i] ?? [], metrics)),
        gap,
      ) <= room
    )
  })
  const wider = contents.map(content => {
    const cells = content.cells.map((pieces, i) =>
      widthForLines(pieces, fitsOneLine[i] === true ? 1 : 2, metrics),
    )
    return { ...content, leastWidth: Math.max(content.leastWidth, ...cells) }
  })
  const needed = together(
    wider.map(({ leastWidth }) => leastWidth),
    gap,
  )
  return needed <= room ? wider : contents
}

/** Width of columns beside each other. */
function together(widths: readonly number[], gap: number): number {
  return widths.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, widths.length - 1)
}

/** Between two columns. */
export function columnGap({ gap }: Metrics): number {
  return gap * 1.6
}

/** A specimen's letter, after a mark where it is new or changed since the chosen date. */
export function letterPieces(
  { entry, label }: BoardSpecimen,
  { selected, marked }: Noted,
): Piece[] {
  return [
    ...(marked.has(entry) ? [{ kind: 'new', entry } as const] : []),
    { kind: 'letter', text: label, isSelected: entry === selected },
  ]
}

/** The narrowest column in which pieces take no more than so many lines. */
function widthForLines(pieces: readonly Piece[], lines: number, metrics: Metrics): number {
  const natural = widthOfPieces(pieces, metrics)
  const step = metrics.text.small
  for (let width = widestPart(pieces, metrics) + 1; width < natural; width += step) {
    const place = { x: 0, centre: 0, maxWidth: width, lineHeight: 1 }
    if (layPieces(pieces, place, metrics, null).lines <= lines) return width
  }
  return natural + 1
}

/**
 * The value first, then its conflicts, then what changed. In brief a flag says what the call is now, not what it was too,
 * and that a change cannot be judged is left to the words of the missing value: the details have both.
 */
function cellPieces(
  board: Board,
  result: BoardResult,
  metrics: Metrics,
  isBrief: boolean,
): Piece[] {
  const value = { role: 'text.value', size: metrics.text.value, weight: 600 } as const
  const pieces: Piece[] = []
  if (metrics.hasMeters && !result.missing && isMeasured(board, result.marker)) {
    pieces.push({ kind: 'meter', bar: result.bar, cut: cutOf(board, result.marker) })
  }
  if (result.missing) pieces.push({ kind: 'box', fact: result.value })
  else pieces.push(...factPieces({ ...result.value, conflicts: [] }, value))
  pieces.push(...result.value.conflicts.map((label): Piece => ({ kind: 'tag', label })))
  if (result.flag !== null) {
    const full: Piece = { kind: 'flag', ...result.flag }
    const now = result.call ?? result.change?.fact
    const brief: Piece = { ...full, fact: now ?? full.fact }
    const isShorter = widthOfPieces([brief], metrics) < widthOfPieces([full], metrics)
    pieces.push(isBrief && isShorter ? brief : full)
  }
  if (result.flag === null && result.change !== null) {
    pieces.push({ kind: 'triangles', direction: result.change.direction })
    pieces.push(...factPieces(result.change.fact, microStyle(metrics)))
  }
  if (result.notEvaluable !== null && !isBrief) {
    pieces.push(...factPieces(result.notEvaluable, microStyle(metrics)))
  }
  return pieces
}

/** Whether any specimen gives this marker in per cent: then one without a percentage has an empty bar. */
function isMeasured(board: Board, marker: string): boolean {
  return board.specimens.some(specimen =>
    specimen.results.some(result => result.marker === marker && result.bar !== null),
  )
}

/** The percentage of the rule in force, for the markers that it decides. */
export function cutOf(board: Board, marker: string): number | null {
  if (marker !== 'ER' && marker !== 'PR') return null
  return board.rule.cutoff === '>=1' ? 1 : 10
}

/**
 * Gives every column its place: at its earliest date, pushed right where the one before needs the room, on a second band
 * where a line cannot hold them all.
 */
export function placeColumns(
  contents: readonly ColumnContent[],
  wanted: readonly number[],
  bounds: ColumnBounds,
): PlacedColumn[] {
  const { left, right, gap } = bounds
  const order = contents
    .map((content, i) => ({ content, wanted: wanted[i] ?? right }))
    .toSorted((a, b) => a.wanted - b.wanted)
  const bands: (typeof order)[] = []
  let used = 0
  for (const column of order) {
    const needs = least(column.content, right - left) + gap
    const band = bands.at(-1)
    if (band === undefined || used + needs > right - left + gap) {
      bands.push([column])
      used = needs
    } else {
      band.push(column)
      used += needs
    }
  }
  return bands.flatMap((band, index) =>
    placeBand(band, bounds).map(one => ({ ...one, band: index })),
  )
}

function least(content: ColumnContent, room: number): number {
  return Math.min(content.leastWidth, Math.max(content.smallestWidth, room))
}

function placeBand(
  band: readonly Readonly<{ content: ColumnContent; wanted: number }>[],
  { left, right, gap, ease }: ColumnBounds,
): Omit<PlacedColumn, 'band'>[] {
  const room = right - left
  const xs: number[] = []
  band.forEach(({ wanted }, i) => {
    const before = band[i - 1]?.content
    const free = before === undefined ? left : (xs[i - 1] ?? left) + least(before, room) + gap
    // A short push that spares the column before a second line is worth it; a longer one is not.
    const eased =
      before === undefined
        ? left
        : (xs[i - 1] ?? left) + Math.max(before.cellsWidth + 1, least(before, room)) + gap
    const x = Math.max(wanted, free)
    xs.push(eased > x && eased - wanted <= ease ? eased : x)
  })
  for (let i = band.length - 1; i >= 0; i -= 1) {
    const content = band[i]?.content
    if (content === undefined) continue
    const limit = i === band.length - 1 ? right : (xs[i + 1] ?? right) - gap
    xs[i] = Math.max(left, Math.min(xs[i] ?? left, limit - least(content, room)))
  }
  return band.map(({ content }, i) => {
    const x = xs[i] ?? left
    const limit = i === band.length - 1 ? right : (xs[i + 1] ?? right) - gap
    return {
      content,
      x,
      width: Math.min(limit - x, Math.max(content.naturalWidth + 1, content.leastWidth)),
    }
  })
}

/** Words of a column use all the room up to the next; only its box is as narrow as its content. */
export function roomOf(
  column: PlacedColumn,
  columns: readonly PlacedColumn[],
  right: number,
  gap: number,
): number {
  const next = columns
    .filter(other => other.band === column.band && other.x > column.x)
    .reduce((least, other) => Math.min(least, other.x - gap), right)
  return next - column.x
}
