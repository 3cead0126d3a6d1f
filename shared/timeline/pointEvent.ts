import type { EntryId } from '../ids.ts'
import { baseline, line, rect, text } from './canvas.ts'
import type { Context } from './context.ts'
import { widthOf } from './metrics.ts'
import { drawNewMark } from './newMark.ts'
import type { Piece } from './pieces.ts'
import { addItem } from './rows.ts'
import type { ItemKind, Shape } from './shape.ts'

/** Something that happened at a time: a mark, and words beside it. */
export type PointEvent = Readonly<{
  entry: EntryId
  kind: ItemKind
  mark:
    | Readonly<{ type: 'square' }>
    | Readonly<{ type: 'tick' }>
    | Readonly<{ type: 'letters'; letters: string; isFilled: boolean }>
  caption: readonly Piece[]
  label: string
  /** False for what another lane lists: it is drawn here, and selected there. */
  isListed?: false
}>

/** More events than these in one mark are listed as one thing, which opens on selection. */
const MOST_LISTED = 6

/** Lists events that stand in one box as things to select. */
export function listEvents(
  of: Context,
  standing: readonly PointEvent[],
  x: number,
  width: number,
  top: number,
  lines: number,
): void {
  const events = standing.filter(event => event.isListed !== false)
  const height = lines * of.metrics.row
  const stack = events.length === 1 ? [] : events.map(({ entry, label }) => ({ entry, label }))
  const shown = events.find(event => event.entry === of.selected) ?? events[0]
  if (events.length > MOST_LISTED && shown !== undefined) {
    const { entry, kind } = shown
    const label = `${events.length} events at one mark; first: ${events[0]?.label ?? ''}`
    addItem(of, { entry, kind, x, width, top, height, label, stack })
    return
  }
  for (const { entry, kind, label } of events) {
    addItem(of, { entry, kind, x, width, top, height, label, stack })
  }
}

/** Width of the mark of one event, or of the box with the count of several. */
export function markWidth({ metrics }: Context, event: PointEvent, count = 1): number {
  const { mark } = event
  const size = mark.type === 'letters' ? lettersSize(metrics.mark) : countSize(metrics.mark)
  if (mark.type !== 'letters') {
    if (count === 1) return metrics.mark * (mark.type === 'tick' ? 0.3 : 0.8)
    return Math.max(
      metrics.mark * 0.8,
      widthOf(metrics, String(count), size, 700) + metrics.mark * 0.3,
    )
  }
  return Math.max(
    metrics.mark * 1.07,
    widthOf(metrics, lettersOf(mark.letters, count), size, 700) + size * 0.55,
  )
}

function lettersOf(letters: string, count: number): string {
  return count > 1 ? `${count} ${letters}` : letters
}

function lettersSize(mark: number): number {
  return mark * 0.72
}

function countSize(mark: number): number {
  return mark * 0.64
}

/** The mark of one event, or of several at one place with their count in it. */
export function markOf(
  of: Context,
  events: readonly PointEvent[],
  centre: number,
  y: number,
): Shape[] {
  const [event] = events
  if (event === undefined) return []
  const { metrics, marked } = of
  const { mark } = event
  const entry = event.isListed === false ? null : event.entry
  const count = events.length
  const width = markWidth(of, event, count)
  const isNew = events.some(one => marked.has(one.entry))
  const fresh = isNew ? drawNewMark(metrics, centre - width / 2, y, entry) : []
  if (mark.type === 'tick' && count === 1) {
    const reach = metrics.row / 2 - metrics.barInset * 0.8
    return [...fresh, line('assessment', [centre, y - reach], [centre, y + reach], entry)]
  }
  const height = mark.type === 'letters' ? metrics.mark * 1.07 : metrics.mark * 0.8
  const size = mark.type === 'letters' ? lettersSize(metrics.mark) : countSize(metrics.mark)
  const box = { x: centre - width / 2, y: y - height / 2, width, height }
  const isFilled = mark.type === 'letters' && mark.isFilled
  const role = mark.type === 'letters' ? (isFilled ? 'box.surgery' : 'box.local') : 'square'
  const letters =
    mark.type === 'letters' ? lettersOf(mark.letters, count) : count > 1 ? String(count) : ''
  const shape = rect(role, box, entry, { radius: metrics.rule })
  if (letters === '') return [...fresh, shape]
  const x = centre - widthOf(metrics, letters, size, 700) / 2
  const content = text(letters, [{ x, y: baseline(y, size), text: letters }], {
    role: isFilled ? 'text.mark.inverse' : 'text.mark',
    size,
    weight: 700,
    entry,
  })
  return [...fresh, shape, content]
}
