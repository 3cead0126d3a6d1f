import { line, rect } from './canvas.ts'
import type { Context } from './context.ts'
import type { TimelineItem } from './shape.ts'

type Item = Omit<TimelineItem, 'x' | 'width' | 'moves' | 'opens' | 'stack'> &
  Partial<Pick<TimelineItem, 'x' | 'width' | 'opens' | 'stack'>>

/** Lists something that can be selected; a row that is selected is tinted over its whole width. */
export function addItem(of: Context, item: Item): void {
  const { metrics, canvas, width, selected } = of
  const isWholeRow = item.x === undefined
  const x = item.x ?? metrics.gutter
  canvas.items.push({
    ...item,
    x,
    width: item.width ?? width - x,
    moves: !isWholeRow && !of.isPinned,
    opens: item.opens ?? null,
    stack: item.stack ?? [],
  })
  if (item.entry !== selected || !isWholeRow) return
  const box = { x, y: item.top, width: width - x, height: item.height }
  canvas.behind.push(rect('row.selected', box, item.entry))
  canvas.behind.push(rect('row.rule', { ...box, width: 3 }, item.entry))
}

/** A hairline above the first row of a group. */
export function drawRowRule(of: Context, y: number): void {
  const { metrics, canvas, width } = of
  canvas.behind.push(line('row.divider', [metrics.gutter, y], [width, y]))
}
