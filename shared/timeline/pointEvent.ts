import type { EntryId } from '../ids.ts'
import type { Context } from './context.ts'
import type { Piece } from './pieces.ts'
import { addItem } from './rows.ts'
import type { ItemKind } from './shape.ts'

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
}>

/** Lists events that stand in one box as things to select. */
export function listEvents(
  of: Context,
  events: readonly PointEvent[],
  x: number,
  width: number,
  top: number,
  lines: number,
): void {
  for (const { entry, kind, label } of events) {
    addItem(of, { entry, kind, x, width, top, height: lines * of.metrics.row, label })
  }
}
