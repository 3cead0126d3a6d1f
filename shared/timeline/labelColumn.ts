import type { EntryId } from '../ids.ts'
import { baseline, text } from './canvas.ts'
import type { Context } from './context.ts'
import { widthOf } from './metrics.ts'
import { drawNewMark, newMarkWidth } from './newMark.ts'
import { layPieces, type Piece, widthOfPieces } from './pieces.ts'

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

/** Draws a row's label and returns the lines that it took: a name that is too long wraps, it is never cut. */
export function drawLabel(of: Context, top: number, label: RowLabel): number {
  const { metrics, canvas, labelWidth } = of
  const { row, edge, gutter, numberWidth } = metrics
  const centre = top + row / 2
  if (label.entry !== null && of.marked.has(label.entry)) {
    const x = label.number === '' ? nameColumn(of) : nameColumn(of) - numberWidth
    const before = metrics.hasColumns ? x + 1 : gutter + newMarkWidth(metrics)
    canvas.words.push(...drawNewMark(metrics, before, centre, label.entry))
  }
  const nameX = nameColumn(of)
  const right = labelWidth - Math.min(edge, 6)
  const groupPlace = { x: gutter + edge, centre, maxWidth: groupRoom(of, label), lineHeight: row }
  const group = layPieces(label.group, groupPlace, metrics, label.entry)
  canvas.words.push(...group.shapes)
  if (label.number !== '') canvas.words.push(numberText(of, label, centre))
  const lay = (maxWidth: number) =>
    layPieces(label.name, { x: nameX, centre, maxWidth, lineHeight: row }, metrics, label.entry)
  const name = lay(right - nameX)
  canvas.words.push(...name.shapes)
  const lines = label.group.length === 0 ? name.lines : Math.max(group.lines, name.lines)
  if (label.aside.length === 0) return lines
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
  return isBeside ? lines : Math.max(lines, name.lines + aside.lines)
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
