import type { EntryId } from '../ids.ts'
import { baseline, rect, text } from './canvas.ts'
import { type Context, centreOfLine, extent } from './context.ts'
import { courseOf } from './course.ts'
import { earliest, latest } from './extent.ts'
import { drawLabel } from './labelColumn.ts'
import { diamond } from './marks.ts'
import { widthOf } from './metrics.ts'
import { drawNewMark, newMarkWidth } from './newMark.ts'
import { microStyle, words } from './pieces.ts'
import { addItem } from './rows.ts'
import type { ItemKind, RectRole } from './shape.ts'

/** A lane with more rows than this folds those of one organ, or of one line, into a row with their count. */
export const MOST_ROWS = 24

/** Fewer rows than this are not worth a fold. */
const LEAST_FOLDED = 3

/** Neighbouring rows under one heading. */
export type Run<T> = Readonly<{
  key: string
  heading: string
  rows: readonly T[]
  isFolded: boolean
}>

/**
 * Rows in runs of one heading. Those of a lane with too many rows are folded, but not the run that a person opened or in
 * which something is selected.
 */
export function runsOf<T extends Readonly<{ entry: EntryId }>>(
  rows: readonly T[],
  headingOf: (row: T) => string,
  lane: string,
  { opened, selected }: Pick<Context, 'opened' | 'selected'>,
): Run<T>[] {
  const runs: { key: string; heading: string; rows: T[] }[] = []
  for (const row of rows) {
    const heading = headingOf(row)
    const last = runs.at(-1)
    if (last?.heading === heading) last.rows.push(row)
    else runs.push({ key: `${lane}:${runs.length}:${heading}`, heading, rows: [row] })
  }
  return runs.map(run => ({
    ...run,
    isFolded:
      rows.length > MOST_ROWS &&
      run.rows.length >= LEAST_FOLDED &&
      !opened.has(run.key) &&
      run.rows.every(row => row.entry !== selected),
  }))
}

export type FoldedRow = Readonly<{
  entry: EntryId
  /** Diamonds at where it was first seen, or a bar as long as it lasted. */
  look:
    | Readonly<{ type: 'diamond'; certainty: 'confirmed' | 'suspected' | 'excluded' }>
    | Readonly<{ type: 'bar'; role: RectRole; ongoing: boolean }>
}>

/** Rows folded into one: their count in words, and all their marks on one line. Returns its height. */
export function drawGroupRow(
  of: Context,
  top: number,
  run: Readonly<{ key: string; heading: string; said: string; kind: ItemKind }>,
  rows: readonly FoldedRow[],
): number {
  const { metrics, canvas, marked } = of
  const [first] = rows
  if (first === undefined) return 0
  const label = {
    group: metrics.hasColumns
      ? [words(run.heading, { ...microStyle(metrics), role: 'text.group', weight: 500 } as const)]
      : [],
    number: '',
    name: [
      words(metrics.hasColumns ? run.said : `${run.heading}: ${run.said}`, {
        role: 'text',
        size: metrics.text.name,
        weight: 600,
      }),
    ],
    aside: [],
    entry: first.entry,
  }
  const { lines } = drawLabel(of, top, label)
  const centre = centreOfLine(of, top, 0)
  for (const row of rows) if (row.look.type === 'bar') drawBar(of, top, row.entry, row.look)
  drawDiamonds(of, centre, rows)
  if (rows.some(row => marked.has(row.entry))) {
    const x = metrics.gutter + newMarkWidth(metrics)
    canvas.words.push(...drawNewMark(metrics, x, centre, first.entry))
  }
  const height = lines * metrics.row
  addItem(of, {
    entry: first.entry,
    kind: run.kind,
    top,
    height,
    label: `${run.heading}: ${run.said}, folded`,
    opens: run.key,
  })
  return height
}

function drawBar(
  of: Context,
  top: number,
  entry: EntryId,
  { role, ongoing }: Extract<FoldedRow['look'], { type: 'bar' }>,
): void {
  const { metrics, scale, canvas } = of
  const [start, end] = [extent(of, entry, 'start'), extent(of, entry, 'end')]
  if (start.kind === 'unknown' && end.kind === 'unknown' && !ongoing) return
  const { bar } = courseOf(
    start,
    end,
    { ongoing, hasMark: false, hasLength: false },
    scale,
    metrics,
  )
  if (bar === null) return
  const box = {
    x: bar.from,
    y: top + metrics.barInset,
    width: bar.to - bar.from,
    height: metrics.row - 2 * metrics.barInset,
  }
  canvas.marks.push(rect(role, box, entry, { radius: metrics.rule, fade: bar.fade }))
}

/** A diamond where sites were first seen; those that would touch are one with their count beside it. */
function drawDiamonds(of: Context, centre: number, rows: readonly FoldedRow[]): void {
  const { metrics, canvas } = of
  const at = rows.flatMap(({ entry, look }) => {
    if (look.type !== 'diamond') return []
    const start = extent(of, entry, 'start')
    const x = earliest(start) ?? latest(start)
    return x === null ? [] : [{ x, entry, certainty: look.certainty }]
  })
  const groups: (typeof at)[] = []
  for (const one of at.toSorted((a, b) => a.x - b.x)) {
    const last = groups.at(-1)
    if (last?.[0] !== undefined && one.x - last[0].x < metrics.mark * 2) last.push(one)
    else groups.push([one])
  }
  const size = metrics.text.micro
  for (const group of groups) {
    const shown = group.find(one => one.certainty === 'confirmed') ?? group[0]
    if (shown === undefined) continue
    canvas.marks.push(...diamond(shown.certainty, [shown.x, centre], metrics.mark, shown.entry))
    if (group.length === 1) continue
    const count = String(group.length)
    const x = shown.x + metrics.mark / 2 + 2
    const room = { x: x - 1, y: centre - size / 2, height: size }
    canvas.marks.push(rect('surface', { ...room, width: widthOf(metrics, count, size, 600) + 2 }))
    canvas.words.push(
      text(count, [{ x, y: baseline(centre, size), text: count }], {
        role: 'text.strong',
        size,
        weight: 600,
        entry: shown.entry,
      }),
    )
  }
}
