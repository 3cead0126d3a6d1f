import type { EntryId } from '../ids.ts'
import { baseline, text } from './canvas.ts'
import type { Context } from './context.ts'
import { widthOf } from './metrics.ts'
import { drawNewMark, newMarkWidth } from './newMark.ts'
import { layPieces, type Piece, widthOfPieces } from './pieces.ts'
import type { RowLayout } from './rowLayout.ts'

export type RowLabel = Readonly<{
  group: readonly Piece[]
  number: string
  name: readonly Piece[]
  /** At the right end of the column. */
  aside: readonly Piece[]
  entry: EntryId | null
}>

/** Where a row's name begins. */
export function nameColumn({ metrics }: Context): number {
  return metrics.gutter + metrics.edge + metrics.groupWidth + metrics.numberWidth
}

/** The lines that a label takes, and where its name ends. */
export type LaidLabel = Readonly<{ lines: number; nameEnd: number }>

function columnEnd({ labelWidth, metrics }: Context): number {
  return labelWidth - Math.min(metrics.edge, 6)
}

/** Where a name has to end: at its column's edge, or where the row begins with nothing, before the first thing in it. */
export function nameLimit(of: Context, row: RowLayout): number {
  const { reaches, metrics } = of
  return reaches ? Math.max(columnEnd(of), row.firstTaken(0) - metrics.gap) : columnEnd(of)
}

/** Draws a row's label: a name that is too long wraps, it is never cut. */
export function drawLabel(
  of: Context,
  top: number,
  label: RowLabel,
  right = columnEnd(of),
): LaidLabel {
  const { metrics, canvas } = of
  const { row, edge, gutter, numberWidth } = metrics
  const centre = top + row / 2
  if (label.entry !== null && of.marked.has(label.entry)) {
    const x = label.number === '' ? nameColumn(of) : nameColumn(of) - numberWidth
    const before = metrics.hasColumns ? x + 1 : gutter + newMarkWidth(metrics)
    canvas.words.push(...drawNewMark(metrics, before, centre, label.entry))
  }
  const nameX = nameColumn(of)
  const groupPlace = { x: gutter + edge, centre, maxWidth: groupRoom(of, label), lineHeight: row }
  const group = layPieces(label.group, groupPlace, metrics, label.entry)
  canvas.words.push(...group.shapes)
  if (label.number !== '') canvas.words.push(numberText(of, label, centre))
  const lay = (maxWidth: number) =>
    layPieces(label.name, { x: nameX, centre, maxWidth, lineHeight: row }, metrics, label.entry)
  const name = lay(right - nameX)
  canvas.words.push(...name.shapes)
  const lines = label.group.length === 0 ? name.lines : Math.max(group.lines, name.lines)
  const nameEnd = nameX + name.width
  if (label.aside.length === 0) return { lines, nameEnd }
  const asideWidth = widthOfPieces(label.aside, metrics)
  const isBeside = name.lines === 1 && nameX + name.width + 4 + asideWidth <= right
  const maxWidth = right - nameX
  const x = asideWidth > maxWidth ? nameX : right - asideWidth
  const place = {
    x,
    centre: isBeside ? centre : centre + name.lines * row,
    maxWidth: maxWidth + 1,
    lineHeight: row,
  }
  const aside = layPieces(label.aside, place, metrics, label.entry)
  canvas.words.push(...aside.shapes)
  return { lines: isBeside ? lines : Math.max(lines, name.lines + aside.lines), nameEnd }
}

/** Keeps what is placed in a row afterwards off its label: words may begin in the column below the name alone. */
export function takeLabel(of: Context, row: RowLayout, { lines, nameEnd }: LaidLabel): void {
  if (!of.reaches) return
  const { metrics, labelWidth } = of
  const column = Math.max(nameEnd, labelWidth + 3 - metrics.gap)
  for (let i = 0; i < lines; i += 1) row.take(i, metrics.gutter, i === 0 ? nameEnd : column)
}

/** A group's name has the column of the numbers too, up to the number that stands in its row. */
function groupRoom({ metrics }: Context, { number }: RowLabel): number {
  const { groupWidth, numberWidth, text } = metrics
  if (number === '') return groupWidth + numberWidth
  return groupWidth + (numberWidth - widthOf(metrics, number, text.micro, 700)) / 2 - 3
}

function numberText(of: Context, label: RowLabel, centre: number) {
  const { metrics } = of
  const size = metrics.text.micro
  const middle = metrics.gutter + metrics.edge + metrics.groupWidth + metrics.numberWidth / 2
  const x = middle - widthOf(metrics, label.number, size, 700) / 2
  return text(label.number, [{ x, y: baseline(centre, size), text: label.number }], {
    role: 'text.number',
    size,
    weight: 700,
    entry: label.entry,
  })
}
