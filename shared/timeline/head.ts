import type { Axis, AxisTick } from '../board/axis.ts'
import type { Fact } from '../board/fact.ts'
import { line, rect, text } from './canvas.ts'
import type { Context } from './context.ts'
import { drawFoldWords } from './folds.ts'
import { type Metrics, widthOf } from './metrics.ts'
import { type LaidPieces, layPieces, microStyle, widthOfPieces, words } from './pieces.ts'
import type { Scale } from './scale.ts'
import type { TextRole } from './shape.ts'
import { ticksOf } from './ticks.ts'

type Labelled = Pick<Context, 'axis' | 'metrics' | 'labelWidth'> &
  Readonly<{
    /** Where the note on the lower row of the scale has to end. */
    noteEnd: number
  }>
type HeadContext = Labelled & Pick<Context, 'canvas' | 'scale' | 'width'>
type Taken = { from: number; to: number }

/** The scale above the lanes: ticks and calendar, the zones that are not to scale, and what each row of it is. */
export function drawHead(of: HeadContext): void {
  const { axis, metrics, canvas, scale, width, labelWidth, noteEnd } = of
  const { head, headLines } = metrics
  canvas.behind.push(rect('head', { x: 0, y: 0, width, height: head }))
  for (const [from, to] of [
    [scale.left, scale.from],
    [scale.to, scale.right],
  ] as const) {
    const height = head * 0.125
    canvas.behind.push(rect('hatch', { x: from, y: head - height, width: to - from, height }))
  }
  canvas.marks.push(line('lane.head', [0, head], [width, head]))
  const folds = scale.folds.map(({ fold, x }) => ({ from: x, to: x + fold.width }))
  const upper: Taken[] = [...folds]
  // While a hand zooms, the labels of the lower row give way to a note that runs on into time.
  const lower: Taken[] = [...folds, ...(noteEnd > labelWidth ? [{ from: 0, to: noteEnd }] : [])]
  zoneWords(of, axis.before, [scale.left, scale.from], 'middle', [upper, lower])
  zoneWords(of, axis.after, [scale.to, scale.right], 'end', [upper, lower])
  drawTicks(of, axis.ticks, headLines[0], 'text.tick', upper)
  drawTicks(of, axis.lowerTicks, headLines[1], 'text.tick.lower', lower)
  canvas.words.push(...layScaleLabel(of).shapes)
  drawFoldWords(of)
}

/** What the rows of the scale are; a long remark makes the head higher rather than being cut. */
export function headHeight(of: Labelled): number {
  const { metrics } = of
  const { lines } = layScaleLabel(of)
  return Math.max(metrics.head, (lines + 0.3) * labelLineHeight(metrics))
}

/** The note may run on into time where it is seen whole, up to the first date of its row. */
export function noteLimit(
  { axis, metrics, scale, labelWidth }: Pick<Context, 'axis' | 'metrics' | 'scale' | 'labelWidth'>,
  reaches: boolean,
): number {
  const column = labelWidth - metrics.edge
  // Words of a narrow zone take both rows.
  const before = widthOf(metrics, axis.before?.text ?? '', metrics.text.micro)
  const isNarrow = before > scale.from - scale.left - 2 * metrics.gap
  if (!reaches || (axis.before !== null && isNarrow)) return column
  const starts = axis.lowerTicks.map(tick => tickBox(tick, 'text.tick.lower', { metrics, scale }).x)
  return Math.max(column, Math.min(scale.to, ...starts) - TICK_GAP)
}

/** Between two labels of the scale. */
const TICK_GAP = 5

function layScaleLabel({ axis, metrics, labelWidth, noteEnd }: Labelled): LaidPieces {
  const lineHeight = labelLineHeight(metrics)
  const x = metrics.gutter + metrics.edge
  const maxWidth = labelWidth - metrics.edge - x
  const style = microStyle(metrics)
  const note = axis.lowerNote
  const label = [words(axis.label, style)]
  const first = {
    x,
    centre: metrics.headLines[0] - metrics.text.micro * 0.36,
    maxWidth,
    lineHeight,
  }
  const upper = layPieces(label, first, metrics, null)
  if (note === null) return upper
  const centre = first.centre + upper.lines * lineHeight
  const second = { ...first, centre, maxWidth: noteEnd - x }
  const lower = layPieces([words(note.text, style, [note.id])], second, metrics, null)
  return {
    width: Math.max(upper.width, lower.width),
    lines: upper.lines + lower.lines,
    shapes: [...upper.shapes, ...lower.shapes],
  }
}

function labelLineHeight({ density, headLines, text: { micro } }: Metrics): number {
  return density === 'compact' ? headLines[1] - headLines[0] : micro * 1.27
}

/** Words of a zone; two lines where one is too narrow. */
function zoneWords(
  { metrics, canvas }: HeadContext,
  fact: Fact | null,
  [from, to]: readonly [number, number],
  align: 'middle' | 'end',
  taken: readonly [Taken[], Taken[]],
): void {
  if (fact === null) return
  const pieces = [words(fact.text, { ...microStyle(metrics), role: 'text.tick' }, [fact.id])]
  const room = to - from - 2 * metrics.gap
  const width = Math.min(widthOfPieces(pieces, metrics), Math.max(room, metrics.text.micro * 4))
  // The label of the zero at the zone's edge is never displaced by what the zone is called.
  const beforeZero = to - metrics.text.small * 0.9 - width
  const x =
    align === 'middle'
      ? Math.max(from + 2, Math.min((from + to) / 2 - width / 2, beforeZero))
      : to - metrics.gap - width
  const [upper, lower] = metrics.headLines
  const place = {
    x,
    centre: upper - metrics.text.micro * 0.36,
    maxWidth: width + 0.5,
    lineHeight: lower - upper,
  }
  const laid = layPieces(pieces, place, metrics, null)
  canvas.words.push(...laid.shapes)
  taken[0].push({ from: x, to: x + width })
  if (laid.lines > 1) taken[1].push({ from: x, to: x + width })
}

/** Labels of recorded dates first; a label of the scale itself gives way where it would touch another. */
function drawTicks(
  { metrics, canvas, scale }: HeadContext,
  ticks: readonly AxisTick[],
  y: number,
  role: TextRole,
  taken: Taken[],
): void {
  const ordered = [...ticks.filter(isKey), ...ticks.filter(tick => !isKey(tick))]
  for (const tick of ordered) {
    const isBold = isKey(tick)
    const { x, width, size, weight } = tickBox(tick, role, { metrics, scale })
    const isFree = taken.every(
      other => x + width + TICK_GAP <= other.from || x >= other.to + TICK_GAP,
    )
    if (!isFree) continue
    taken.push({ from: x, to: x + width })
    canvas.words.push(
      text(tick.label, [{ x, y, text: tick.label }], {
        role: isBold ? 'text.tick.key' : role,
        size,
        weight,
      }),
    )
  }
}

/** Where the label of a tick stands, and how it is set: recorded dates bold. */
function tickBox(
  tick: AxisTick,
  role: TextRole,
  { metrics, scale }: Pick<Context, 'metrics' | 'scale'>,
) {
  const isBold = isKey(tick)
  const size = isBold || role === 'text.tick' ? metrics.text.small : metrics.text.micro
  const weight = isBold ? 600 : 400
  const width = widthOf(metrics, tick.label, size, weight)
  const centre = scale.at(tick.at)
  const x = Math.max(scale.left + 2, Math.min(scale.right - 2 - width, centre - width / 2))
  return { x, width, size, weight } as const
}

/** The axis with ticks as fine as its scale allows. */
export function withTicks(axis: Axis, scale: Scale, metrics: Metrics): Axis {
  const { upper, lower } = ticksOf(axis, scale, metrics.text.small * 6.4)
  return { ...axis, ticks: upper, lowerTicks: lower }
}

/** Today as a line through all lanes, where the scale reaches it. */
export function drawToday(of: Context, today: number | null, bottom: number): void {
  const { axis, metrics, canvas, scale } = of
  if (today === null || today < axis.from || today > axis.to) return
  const x = scale.at(today)
  canvas.behind.push(line('today', [x, metrics.head], [x, bottom]))
}

function isKey(tick: AxisTick): boolean {
  return tick.weight === 'key'
}
