import type { BoardResult, BoardSpecimen } from '../board/board.ts'
import { baseline, line, rect, text } from './canvas.ts'
import { type Context, extent, newRow, placeCaption } from './context.ts'
import { widthOf } from './metrics.ts'
import { factPieces, layPieces, microStyle, type Piece, words } from './pieces.ts'
import { drawRule, type ReceptorLane } from './receptorLane.ts'
import type { RowLayout } from './rowLayout.ts'
import { addItem } from './rows.ts'
import type { Fade } from './shape.ts'
import { cutOf, letterPieces } from './specimenColumns.ts'
import { specimenWords } from './story.ts'

/** Where a specimen lies along time: a stretch that fades where no bound was recorded, and the point that links join. */
type Stretch = Readonly<{ left: number; right: number; fade: Fade; anchor: number }>
type Placed = Readonly<{ specimen: BoardSpecimen; at: Stretch }>
type Plot = Readonly<{ top: number; bottom: number }>

/** Height of a plot in values of text, so that it grows with them. */
const PLOT_HEIGHT = 2

/**
 * The same lane as charts: for every marker with percentages one plot from 0 to 100 %, all on the axis' own time. Readings
 * that disagree are a range, an open date fades, and no line leads over a specimen that has no percentage.
 */
export function drawReceptorTrend(lane: Context, top: number): ReceptorLane {
  // Its label column is full of what the lines mean.
  const of = { ...lane, reaches: false }
  const { board, metrics } = of
  const lineHeight = metrics.text.micro * 1.3
  const placed = board.specimens.map(specimen => ({ specimen, at: stretchOf(of, specimen) }))
  const rule = drawRule(of, top, lineHeight)
  let y = Math.max(rule.bottom + drawNote(of, rule.bottom, lineHeight), drawHeads(of, top, placed))
  board.markers.forEach((marker, i) => {
    const results = placed.map(({ specimen }) => specimen.results[i] ?? null)
    const isCharted = results.some(result => result !== null && result.spans.length > 0)
    y = drawMarker(of, y, marker, placed, results, isCharted)
  })
  for (const { specimen, at } of placed) {
    const x = Math.max(of.scale.left, at.left)
    const width = Math.max(metrics.mark * 2, at.right - x)
    const label = specimenWords(specimen)
    addItem(of, { entry: specimen.entry, kind: 'specimen', x, width, top, height: y - top, label })
  }
  return { ...rule, bottom: y }
}

function stretchOf(of: Context, { entry }: BoardSpecimen): Stretch {
  const { metrics, scale } = of
  const at = extent(of, entry, 'start')
  const half = metrics.mark * 0.4
  const reach = metrics.text.small * 5
  switch (at.kind) {
    case 'point':
    case 'interval':
    case 'span': {
      const middle = (at.low + at.high) / 2
      const isNarrow = at.high - at.low < 2 * half
      const [left, right] = isNarrow ? [middle - half, middle + half] : [at.low, at.high]
      return { left, right, fade: { left: 0, right: 0 }, anchor: middle }
    }
    case 'before': {
      const left = Math.max(scale.left + 4, at.high - reach)
      return {
        left,
        right: at.high,
        fade: { left: (at.high - left) * 0.8, right: 0 },
        anchor: at.high,
      }
    }
    case 'after': {
      const right = Math.min(scale.right - 4, at.low + reach)
      return {
        left: at.low,
        right,
        fade: { left: 0, right: (right - at.low) * 0.8 },
        anchor: at.low,
      }
    }
    case 'unknown': {
      const right = scale.right - 4
      const left = right - reach
      return {
        left,
        right,
        fade: { left: reach * 0.4, right: reach * 0.4 },
        anchor: (left + right) / 2,
      }
    }
  }
}

/** What the lines mean, in the label column: they join, and say nothing of the time between. */
function drawNote(of: Context, top: number, lineHeight: number): number {
  const { metrics, labelWidth } = of
  const x = metrics.gutter + metrics.edge
  const note = [
    words('lines join specimens in order; nothing is known between', microStyle(metrics)),
  ]
  const place = {
    x,
    centre: top + lineHeight * 0.6,
    maxWidth: labelWidth - metrics.edge - x,
    lineHeight,
  }
  const laid = layPieces(note, place, metrics, null)
  of.canvas.words.push(...laid.shapes)
  return (laid.lines + 0.2) * lineHeight
}

/** The letters and places of the specimens over their stretches, in as many lines as they need. */
function drawHeads(of: Context, top: number, placed: readonly Placed[]): number {
  const { metrics } = of
  const row = newRow(of)
  const bold = { role: 'text.strong', size: metrics.text.small, weight: 600 } as const
  for (const { specimen, at } of placed) {
    const own =
      specimen.withoutReceptors === null
        ? []
        : factPieces(specimen.withoutReceptors, microStyle(metrics))
    const pieces = [...letterPieces(specimen, of), ...factPieces(specimen.from, bold), ...own]
    put(of, row, top, pieces, at, specimen)
  }
  return top + row.lines() * metrics.row + 2
}

function put(
  of: Context,
  row: RowLayout,
  top: number,
  pieces: readonly Piece[],
  at: Stretch,
  { entry }: BoardSpecimen,
): void {
  const isPoint = at.right - at.left <= of.metrics.mark
  const start = isPoint ? at.anchor : at.left
  const forth = { x: Math.max(of.scale.left + 4, start), side: 'right' } as const
  const back = { x: at.right - of.metrics.gap, side: 'left' } as const
  // Words about a time before a bound end at it, and leave what is after it free.
  const candidates = at.fade.left > 0 ? [back, forth] : [forth, back]
  placeCaption(of, row, top, pieces, candidates, { entry, mayStray: false })
}

/** One marker: a line of values in words, and below it the plot. Returns where the next one begins. */
function drawMarker(
  of: Context,
  top: number,
  marker: string,
  placed: readonly Placed[],
  results: readonly (BoardResult | null)[],
  isCharted: boolean,
): number {
  const { metrics } = of
  const row = newRow(of)
  placed.forEach(({ specimen, at }, i) => {
    const result = results[i] ?? null
    if (result !== null) put(of, row, top, labelPieces(of, result, isCharted), at, specimen)
  })
  const labels = top + row.lines() * metrics.row
  if (!isCharted) {
    drawName(of, marker, [], { top, bottom: labels })
    return labels + 1
  }
  const plot = { top: labels + 2, bottom: labels + 2 + metrics.text.value * PLOT_HEIGHT }
  const cut = cutOf(of.board, marker)
  const rule = cut === null ? 'no cut-off' : `cut-off ${of.board.rule.label}`
  drawName(of, marker, [words(rule, microStyle(metrics))], plot)
  drawEnds(of, plot)
  drawFrame(of, plot, cut)
  drawLinks(of, plot, placed, results)
  placed.forEach(({ specimen, at }, i) => {
    const result = results[i] ?? null
    if (result !== null) drawResult(of, plot, at, result, specimen)
  })
  return plot.bottom + 4
}

/** The value as reported and its conflicts; what is missing in its own words; a changed call as the flag that it is. */
function labelPieces({ metrics }: Context, result: BoardResult, isCharted: boolean): Piece[] {
  const style = { role: 'text.value', size: metrics.text.small, weight: 600 } as const
  const { value, flag, spans, missing } = result
  return [
    ...(missing
      ? [{ kind: 'box', fact: value } as const]
      : factPieces({ ...value, conflicts: [] }, style)),
    ...(isCharted && !missing && spans.length === 0
      ? [words('no percentage', microStyle(metrics))]
      : []),
    ...value.conflicts.map((label): Piece => ({ kind: 'tag', label })),
    ...(flag === null ? [] : [{ kind: 'flag', ...flag } as const]),
  ]
}

/** The marker's name with its cut-off in words. */
function drawName(of: Context, marker: string, rule: readonly Piece[], plot: Plot): void {
  const { metrics, canvas, labelWidth } = of
  const x = metrics.gutter + metrics.edge
  const style = { role: 'text.marker', size: metrics.text.value, weight: 600 } as const
  const place = {
    x,
    centre: (plot.top + plot.bottom) / 2,
    maxWidth: labelWidth - metrics.edge - metrics.text.micro * 3 - x,
    lineHeight: metrics.text.micro * 1.3,
  }
  canvas.words.push(...layPieces([words(marker, style), ...rule], place, metrics, null).shapes)
}

/** The ends of a plot's scale, at the edge of the label column. */
function drawEnds({ metrics, canvas, labelWidth }: Context, plot: Plot): void {
  const size = metrics.text.micro
  for (const [label, y] of [
    ['100\u2009%', plot.top + size * 0.3],
    ['0', plot.bottom - size * 0.3],
  ] as const) {
    const x = labelWidth - 6 - widthOf(metrics, label, size)
    const spans = [{ x, y: baseline(y, size), text: label }]
    canvas.words.push(text(label, spans, { role: 'text.quiet', size }))
  }
}

function drawFrame({ canvas, scale }: Context, plot: Plot, cut: number | null): void {
  const across = (role: 'trend.frame' | 'trend.cut', y: number) =>
    canvas.behind.push(line(role, [scale.left, y], [scale.right, y]))
  across('trend.frame', plot.top)
  across('trend.frame', plot.bottom)
  if (cut !== null) across('trend.cut', heightOf(plot, cut))
}

function heightOf({ top, bottom }: Plot, percent: number): number {
  return bottom - (Math.min(100, Math.max(0, percent)) / 100) * (bottom - top)
}

/** Every reading a level stroke; a band what it can stand for; readings that disagree striped from one to the other. */
function drawResult(
  of: Context,
  plot: Plot,
  { left, right, fade }: Stretch,
  { spans, missing }: BoardResult,
  { entry }: BoardSpecimen,
): void {
  const { canvas, metrics } = of
  const width = right - left
  const stroke = Math.max(metrics.rule * 2, 2)
  if (spans.length === 0) {
    if (missing) return
    const box = { x: left, y: plot.top, width, height: plot.bottom - plot.top }
    canvas.marks.push(rect('meter.empty', box, entry))
    return
  }
  const area = (low: number, high: number) => {
    const y = heightOf(plot, high)
    return { x: left, y, width, height: heightOf(plot, low) - y }
  }
  const { low, high } = rangeOf(spans)
  if (spans.length > 1 && high > low) {
    canvas.marks.push(rect('meter.open', area(low, high), entry, { fade }))
  }
  for (const span of spans) {
    if (span.high > span.low) {
      canvas.marks.push(rect('trend.range', area(span.low, span.high), entry, { fade }))
      continue
    }
    const y = heightOf(plot, span.low) - stroke / 2
    canvas.marks.push(rect('trend.value', { x: left, y, width, height: stroke }, entry, { fade }))
  }
}

function rangeOf(spans: BoardResult['spans']): Readonly<{ low: number; high: number }> {
  return {
    low: Math.min(...spans.map(({ low }) => low)),
    high: Math.max(...spans.map(({ high }) => high)),
  }
}

/** From each specimen to the next with receptors: every way that the readings leave open, and none over a missing value. */
function drawLinks(
  { canvas }: Context,
  plot: Plot,
  placed: readonly Placed[],
  results: readonly (BoardResult | null)[],
): void {
  const withReceptors = placed
    .map(({ at }, i) => ({ at, result: results[i] ?? null }))
    .filter(({ result }) => result !== null)
  withReceptors.slice(1).forEach(({ at, result }, i) => {
    const before = withReceptors[i]
    if (before === undefined) return
    for (const from of endsOf(before.result)) {
      for (const to of endsOf(result)) {
        const start = [before.at.anchor, heightOf(plot, from)] as const
        const end = [at.anchor, heightOf(plot, to)] as const
        canvas.marks.push(line('trend.link', start, end))
      }
    }
  })
}

/** The lowest and the highest that a result can stand for; none where it has no percentage. */
function endsOf(result: BoardResult | null): number[] {
  if (result === null || result.spans.length === 0) return []
  const { low, high } = rangeOf(result.spans)
  return low === high ? [low] : [low, high]
}
