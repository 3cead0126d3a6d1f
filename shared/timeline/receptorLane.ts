import type { CallsUnderRule } from '../board/board.ts'
import { line } from './canvas.ts'
import { type Context, extent } from './context.ts'
import type { Density, Metrics } from './metrics.ts'
import {
  factPieces,
  layPieces,
  microStyle,
  type Piece,
  quietStyle,
  widthOfPieces,
  words,
} from './pieces.ts'
import { addItem } from './rows.ts'
import type { Drawing } from './shape.ts'
import {
  type ColumnContent,
  columnGap,
  type PlacedColumn,
  placeColumns,
  roomOf,
} from './specimenColumns.ts'
import { specimenWords } from './story.ts'

export type ReceptorLane = Readonly<{
  bottom: number
  ruleSwitch: Drawing['ruleSwitch']
  viewSwitch: Drawing['viewSwitch']
}>

/** A column for each specimen at its earliest possible date, a row for each marker. Returns where the lane ends. */
export function drawReceptorLane(of: Context, top: number): ReceptorLane {
  const { metrics, scale } = of
  const contents = of.columns()
  const bounds = {
    left: scale.left + 4,
    right: scale.right - 4,
    gap: columnGap(metrics),
    ease: metrics.text.value * 4,
  }
  const wanted = contents.map(content => wantedX(of, content))
  const columns = placeColumns(contents, wanted, bounds)
  const bands = Math.max(1, ...columns.map(column => column.band + 1))
  let y = top
  let switches: Pick<ReceptorLane, 'ruleSwitch' | 'viewSwitch'> = {
    ruleSwitch: [],
    viewSwitch: null,
  }
  for (let band = 0; band < bands; band += 1) {
    const inBand = columns.filter(column => column.band === band)
    const isFirst = band === 0
    const drawn = drawBand(of, y, inBand, columns, isFirst)
    if (isFirst) switches = drawn
    y = drawn.bottom
  }
  return { ...switches, bottom: y }
}

/** Width that the zone before the axis needs for the specimens that were taken there. */
export function widthBefore(contents: readonly ColumnContent[], metrics: Metrics): number {
  return contents.reduce(
    (sum, { cellsWidth, leastWidth }) =>
      sum + Math.max(cellsWidth, leastWidth) + columnGap(metrics),
    4,
  )
}

function wantedX(of: Context, { specimen }: ColumnContent): number {
  const at = extent(of, specimen.entry, 'start')
  if (at.kind === 'unknown') return of.scale.right
  if (at.kind === 'before') return of.scale.left + 4
  return at.low + of.metrics.gap
}

function drawBand(
  of: Context,
  top: number,
  columns: readonly PlacedColumn[],
  all: readonly PlacedColumn[],
  isFirst: boolean,
): ReceptorLane {
  const { board, metrics, canvas, scale } = of
  const lineHeight = metrics.text.micro * 1.3
  const gap = columnGap(metrics)
  const isCompact = metrics.density === 'compact'
  const first = top + lineHeight * (isCompact ? 0.85 : 0.95)
  let headBottom = top + lineHeight * HEADING_LINES[metrics.density]
  for (const column of columns) {
    const room = roomOf(column, all, scale.right - 4, gap)
    const { specimen, title, subtitle } = column.content
    const at = { x: column.x, maxWidth: room, lineHeight }
    const heading = layPieces(title, { ...at, centre: first }, metrics, specimen.entry)
    const below = first + heading.lines * lineHeight
    const more = layPieces(subtitle, { ...at, centre: below }, metrics, specimen.entry)
    canvas.words.push(...heading.shapes, ...more.shapes)
    if (subtitle.length > 0 || heading.lines > 1 || !isCompact)
      headBottom = Math.max(headBottom, below + (more.lines - 0.3) * lineHeight)
    drawCollected(of, top, column)
  }
  const hasRows = columns.some(column => column.content.cells.length > 0)
  const areSwitchesInRows = isCompact && hasRows && board.markers.length > 1
  const label: ReceptorLane = isFirst
    ? areSwitchesInRows
      ? { ...NO_SWITCHES, bottom: drawSentence(of, top, lineHeight, 0) }
      : drawRule(of, top, lineHeight)
    : { ...NO_SWITCHES, bottom: top }
  let y = Math.max(headBottom, label.bottom)
  const cellLine = Math.max(metrics.text.value * 1.08, metrics.tagHeight + 2)
  const rowTops: number[] = []
  board.markers.forEach((marker, i) => {
    if (!hasRows) return
    rowTops.push(y)
    const cells = columns.map(column => {
      const room = roomOf(column, all, scale.right - 4, gap)
      const place = { x: column.x, maxWidth: room, lineHeight: cellLine }
      const pieces = column.content.cells[i] ?? []
      const centre = y + metrics.cell / 2
      return layPieces(pieces, { ...place, centre }, metrics, column.content.specimen.entry)
    })
    for (const cell of cells) canvas.words.push(...cell.shapes)
    const labelLines = drawMarker(of, y, marker, isFirst)
    const lines = Math.max(1, ...cells.map(cell => cell.lines))
    y += Math.max(
      metrics.cell + (lines - 1) * cellLine,
      metrics.cell + (labelLines - 1) * lineHeight,
    )
  })
  for (const column of columns) listColumn(of, top, y, column)
  const switches = isFirst && areSwitchesInRows ? switchesInRows(of, rowTops) : {}
  return { ...label, ...switches, bottom: y }
}

const NO_SWITCHES = { ruleSwitch: [], viewSwitch: null } as const

/** Height of the specimens' headings in lines, with the date that the widest of them say below their names. */
const HEADING_LINES = { screen: 2.5, compact: 1.5, paper: 1.7 } as const satisfies Record<
  Density,
  number
>

function listColumn(of: Context, top: number, bottom: number, column: PlacedColumn): void {
  const { specimen, alsoHere } = column.content
  for (const one of [specimen, ...alsoHere]) {
    addItem(of, {
      entry: one.entry,
      kind: 'specimen',
      x: column.x - 3,
      width: column.width + 4,
      top,
      height: bottom - top,
      label: specimenWords(one),
    })
  }
}

/** When a specimen was taken, along the lane's upper edge: a tick is a recorded bound, a fading line an open one. */
function drawCollected(of: Context, top: number, column: PlacedColumn): void {
  const { metrics, canvas, scale } = of
  const { entry } = column.content.specimen
  const at = extent(of, entry, 'start')
  const y = top + metrics.rule
  const tick = (x: number) =>
    canvas.marks.push(
      line('collected.tick', [x, y - metrics.rule * 0.7], [x, y + metrics.mark * 0.4], entry),
    )
  const along = (from: number, to: number, left: number, right: number) =>
    canvas.marks.push(line('collected', [from, y], [to, y], entry, { left, right }))
  const reach = metrics.text.small * 9
  switch (at.kind) {
    case 'point':
      tick(at.low)
      break
    case 'interval':
    case 'span':
      tick(at.low)
      tick(at.high)
      along(at.low, at.high, 0, 0)
      break
    case 'before': {
      const from = Math.max(column.x, at.high - reach)
      tick(at.high)
      along(from, at.high, (at.high - from) * 0.9, 0)
      break
    }
    case 'after': {
      const to = Math.min(scale.right - 2, at.low + reach)
      tick(at.low)
      along(at.low, to, 0, (to - at.low) * 0.9)
      break
    }
    case 'unknown':
      along(column.x, column.x + column.width, column.width * 0.3, column.width * 0.3)
      break
  }
  const wanted = at.kind === 'before' || at.kind === 'unknown' ? column.x : at.low
  if (column.x - wanted > metrics.mark || column.x < wanted - 1 || column.band > 0) {
    const below = y + metrics.mark * 0.4
    canvas.marks.push(line('leader', [wanted, below], [column.x, below], entry))
  }
}

/** The rule in force in words, and where the switch between the rules stands. */
export function drawRule(of: Context, top: number, lineHeight: number): ReceptorLane {
  const { board, metrics, labelWidth } = of
  const x = metrics.gutter + metrics.edge
  const isWide = metrics.hasColumns
  const height = lineHeight + 2
  const hasView = metrics.density !== 'paper' && hasTrend(board)
  const viewWidth = metrics.text.micro * 10
  const beside = hasView && isWide ? viewWidth + metrics.gap : 0
  const below = drawSentence(of, top, lineHeight, beside)
  if (metrics.density === 'paper') return { bottom: below, ruleSwitch: [], viewSwitch: null }
  const left = isWide ? callsX(of) : x
  const width = isWide ? callWidth(of) : (labelWidth - metrics.edge - x) / board.rule.choices.length
  const ruleSwitch = board.rule.choices.map((choice, i) => ({
    cutoff: choice.cutoff,
    label: choice.label,
    x: left + i * width,
    y: below,
    width,
    height,
  }))
  const bottom = below + height + 3
  if (!hasView) return { bottom, ruleSwitch, viewSwitch: null }
  // Beside the sentence where there is room, else below the rules.
  const viewSwitch = isWide
    ? { x: labelWidth - metrics.edge - viewWidth, y: top + 2, width: viewWidth, height }
    : { x, y: bottom, width: labelWidth - metrics.edge - x, height }
  return { bottom: isWide ? bottom : bottom + height + 3, ruleSwitch, viewSwitch }
}

/** The rule in force in words; room is kept for what stands beside it. Returns where it ends. */
function drawSentence(of: Context, top: number, lineHeight: number, beside: number): number {
  const { board, metrics, canvas, labelWidth } = of
  const style = { ...quietStyle(metrics), role: 'text.strong', weight: 600 } as const
  const x = metrics.gutter + metrics.edge
  const place = {
    x,
    centre: top + lineHeight * (metrics.density === 'compact' ? 0.85 : 0.95),
    maxWidth: labelWidth - metrics.edge - x - beside,
    lineHeight,
  }
  const laid = layPieces(factPieces(board.rule.sentence, style), place, metrics, null)
  canvas.words.push(...laid.shapes)
  return top + (laid.lines + 0.45) * lineHeight
}

/** Where names leave the label column free: the rules beside the first marker, values or trend beside the second. */
function switchesInRows(
  of: Context,
  tops: readonly number[],
): Pick<ReceptorLane, 'ruleSwitch' | 'viewSwitch'> {
  const { board, metrics, labelWidth } = of
  const [first = 0, second = 0] = tops
  const height = metrics.cell - 1
  const view = { x: callsX(of), y: second, width: labelWidth - metrics.edge - callsX(of), height }
  return {
    ruleSwitch: board.rule.choices.map(({ cutoff, label }, i) => {
      const width = callWidth(of)
      return { cutoff, label, x: callsX(of) + i * width, y: first, width, height }
    }),
    viewSwitch: hasTrend(board) ? view : null,
  }
}

/** Whether there is anything to chart: a percentage of any marker. */
function hasTrend({ specimens }: Context['board']): boolean {
  return specimens.some(({ results }) => results.some(({ spans }) => spans.length > 0))
}

function callsX({ metrics }: Context): number {
  return metrics.gutter + metrics.edge + metrics.text.value * 3.7
}

function callWidth(of: Context): number {
  return (of.labelWidth - of.metrics.edge - callsX(of)) / Math.max(1, of.board.rule.choices.length)
}

/** A marker's name, and under each rule the calls that would change. Returns the lines that it took. */
function drawMarker(of: Context, top: number, marker: string, isFirst: boolean): number {
  const { board, metrics, canvas, labelWidth } = of
  const centre = top + metrics.cell / 2
  const x = metrics.gutter + metrics.edge
  const style = { role: 'text.marker', size: metrics.text.value, weight: 600 } as const
  const lineHeight = metrics.text.micro * 1.37
  const isWide = metrics.hasColumns
  const nameRoom = isWide ? callsX(of) - x - 4 : labelWidth - metrics.edge - x
  const place = { x, centre, maxWidth: nameRoom, lineHeight: metrics.text.value * 1.1 }
  const name = layPieces([words(marker, style)], place, metrics, null)
  canvas.words.push(...name.shapes)
  if (!isWide || !isFirst) return name.lines
  const calls = board.callsByRule.filter(call => call.marker === marker)
  const remarks = board.receptorRemarks.filter(fact => fact.text.startsWith(`${marker} in `))
  let lines = name.lines
  for (const group of callGroups(
    board.rule.choices.map(choice => choice.cutoff),
    calls,
  )) {
    lines = Math.max(lines, drawCalls(of, centre, group, lineHeight))
  }
  if (calls.length === 0 && remarks.length > 0) {
    const at = {
      x: callsX(of),
      centre,
      maxWidth: labelWidth - metrics.edge - callsX(of),
      lineHeight,
    }
    const style = microStyle(metrics)
    const pieces = remarks.flatMap((remark, i) => [
      ...(i === 0 ? [] : [words(' · ', style)]),
      ...factPieces(remark, style),
    ])
    const laid = layPieces(pieces, at, metrics, null)
    canvas.words.push(...laid.shapes)
    lines = Math.max(lines, laid.lines)
  }
  return lines
}

type CallGroup = Readonly<{ from: number; span: number; calls: readonly CallsUnderRule[] }>

/** Neighbouring rules under which the same is said share one text. */
function callGroups(cutoffs: readonly string[], calls: readonly CallsUnderRule[]): CallGroup[] {
  const groups: { from: number; span: number; calls: CallsUnderRule[] }[] = []
  cutoffs.forEach((cutoff, i) => {
    const call = calls.find(one => one.cutoff === cutoff)
    if (call === undefined) return
    const last = groups.at(-1)
    const isSame =
      last !== undefined &&
      last.from + last.span === i &&
      last.calls[0]?.fact.text === call.fact.text &&
      last.calls[0].fact.conflicts.join() === call.fact.conflicts.join()
    if (isSame) {
      last.span += 1
      last.calls.push(call)
    } else groups.push({ from: i, span: 1, calls: [call] })
  })
  return groups
}

function drawCalls(of: Context, centre: number, group: CallGroup, lineHeight: number): number {
  const { metrics, canvas, board } = of
  const [first] = group.calls
  if (first === undefined) return 0
  const isInForce = group.calls.some(call => call.cutoff === board.rule.cutoff)
  const style = {
    ...microStyle(metrics),
    role: isInForce ? ('text' as const) : ('text.quiet' as const),
    weight: isInForce ? (500 as const) : (400 as const),
  }
  const tags = first.fact.conflicts.map((label): Piece => ({ kind: 'tag', label }))
  const ids = group.calls.map(call => call.fact.id)
  const pieces = [words(first.fact.text, style, ids), ...tags]
  const left = callsX(of) + group.from * callWidth(of)
  const width = group.span * callWidth(of) - 8
  const natural = widthOfPieces(pieces, metrics)
  const x = group.span > 1 ? left + Math.max(4, (width + 8 - natural) / 2) : left + 4
  const laid = layPieces(pieces, { x, centre, maxWidth: width, lineHeight }, metrics, null)
  canvas.words.push(...laid.shapes)
  const rest = x - left - 4 - metrics.gap
  if (group.span > 1 && rest > 8) {
    const right = left + group.span * callWidth(of) - 4
    canvas.marks.push(line('byRule', [left + 4, centre], [left + 4 + rest, centre]))
    canvas.marks.push(line('byRule', [x + natural + metrics.gap, centre], [right, centre]))
  }
  return laid.lines
}
