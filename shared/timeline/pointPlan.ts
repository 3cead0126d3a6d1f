import type { RowLayout } from './rowLayout.ts'

/** A mark, and how wide the words of each of its events are, in their order; `between` stands between two of them. */
export type PointBox = Readonly<{
  from: number
  to: number
  widths: readonly number[]
  between: number
}>

/** Words of the events from `first` up to `end`. */
export type PointWords = Readonly<{ x: number; width: number; first: number; end: number }>

/** The line of a mark, and its words beside it; null where no line has room for them beside the mark. */
export type PointSpot = Readonly<{ line: number; words: readonly PointWords[] | null }>

/** With more marks than these each puts its words to the right where it can, and no other way is tried. */
const MOST_TRIED = 6

/**
 * On which side each mark has its words, so that the row takes the fewest lines: to the right, unless the left saves one.
 * `fresh` makes the row as it is before anything is placed in it.
 */
export function sidesWithFewestLines(
  boxes: readonly PointBox[],
  fresh: () => RowLayout,
  gap: number,
  maySplit: boolean,
): readonly boolean[] {
  const tried = boxes.length > MOST_TRIED ? 1 : 2 ** boxes.length
  let best: Readonly<{ lines: number; isLeftFirst: readonly boolean[] }> | null = null
  for (let choice = 0; choice < tried; choice += 1) {
    const isLeftFirst = boxes.map((_, i) => Math.floor(choice / 2 ** i) % 2 === 1)
    const row = fresh()
    const least = row.lines()
    boxes.forEach((box, i) => {
      const { words } = settle(row, box, { gap, maySplit, isLeftFirst: isLeftFirst[i] === true })
      if (words === null) row.take(row.lines(), box.from, box.to)
    })
    const lines = row.lines()
    if (best === null || lines < best.lines) best = { lines, isLeftFirst }
    if (lines === least) break
  }
  return best?.isLeftFirst ?? []
}

type Settling = Readonly<{ gap: number; maySplit: boolean; isLeftFirst: boolean }>

/** Takes the first line on which a mark and its words are free. */
export function settle(row: RowLayout, box: PointBox, settling: Settling): PointSpot {
  const { from, to } = box
  const ways = waysOf(box, settling)
  const isPossible = ways.some(
    words => areInside(row, row.lines(), words) || areInside(row, 0, words),
  )
  for (let line = 0; line <= row.lines(); line += 1) {
    if (!row.isFree(line, from, to)) continue
    const words = ways.find(
      way =>
        areInside(row, line, way) && way.every(({ x, width }) => row.isFree(line, x, x + width)),
    )
    if (words === undefined && isPossible) continue
    row.take(line, from, to)
    for (const { x, width } of words ?? []) row.take(line, x, x + width)
    return { line, words: words ?? null }
  }
  const line = row.lines()
  row.take(line, from, to)
  return { line, words: null }
}

function areInside(row: RowLayout, line: number, words: readonly PointWords[]): boolean {
  return words.every(({ x, width }) => row.isInside(line, x, x + width))
}

/** All words on one side; where there are several events, some on the left and the rest on the right. */
function waysOf(
  box: PointBox,
  { gap, maySplit, isLeftFirst }: Settling,
): (readonly PointWords[])[] {
  const { from, to, widths } = box
  const count = widths.length
  const right = (first: number): PointWords => {
    return { x: to + gap, width: widthOf(box, first, count), first, end: count }
  }
  const left = (end: number): PointWords => {
    const width = widthOf(box, 0, end)
    return { x: from - gap - width, width, first: 0, end }
  }
  const whole = isLeftFirst ? [[left(count)], [right(0)]] : [[right(0)], [left(count)]]
  const split = maySplit
    ? Array.from({ length: Math.max(0, count - 1) }, (_, i) => [left(i + 1), right(i + 1)])
    : []
  return [...whole, ...split]
}

function widthOf({ widths, between }: PointBox, first: number, end: number): number {
  const some = widths.slice(first, end)
  return some.reduce((sum, width) => sum + width, 0) + between * Math.max(0, some.length - 1)
}
