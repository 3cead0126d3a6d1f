import type { EntryId } from '../ids.ts'
import { line } from './canvas.ts'
import { type Context, extent } from './context.ts'
import { earliest, latest } from './extent.ts'
import { layPieces, quietStyle, words } from './pieces.ts'
import type { LaneName } from './shape.ts'

const KIND = {
  sites: ['site', 'sites'],
  receptors: ['specimen', 'specimens'],
  treatment: ['treatment', 'treatments'],
  imaging: ['event', 'events'],
  skin: ['lesion or note', 'lesions and notes'],
  meetings: ['meeting', 'meetings'],
} as const satisfies Record<LaneName, readonly [one: string, more: string]>

/** "11 sites out of view" */
export function collapsedWords(name: LaneName, count: number): string {
  const [one, more] = KIND[name]
  return `${count} ${count === 1 ? one : more} out of view`
}

/** A lane as one row: how many entries are out of view, and a tick at each of their beginnings. Returns where it ends. */
export function drawCollapsed(
  of: Context,
  top: number,
  name: LaneName,
  entries: readonly Readonly<{ entry: EntryId }>[],
): number {
  const { metrics, canvas, labelWidth, scale } = of
  const x = metrics.gutter + metrics.edge
  const centre = top + metrics.row / 2
  const place = { x, centre, maxWidth: labelWidth - metrics.edge - x, lineHeight: metrics.row }
  const said = [words(collapsedWords(name, entries.length), quietStyle(metrics))]
  const laid = layPieces(said, place, metrics, null)
  canvas.words.push(...laid.shapes)
  const reach = metrics.row / 2 - metrics.barInset
  const ticks = new Map<number, EntryId>()
  for (const { entry } of entries) {
    const start = extent(of, entry, 'start')
    const at = earliest(start) ?? latest(start)
    if (at !== null && at >= scale.left) ticks.set(Math.round(at), entry)
  }
  for (const [at, entry] of ticks) {
    canvas.marks.push(line('assessment', [at, centre - reach], [at, centre + reach], entry))
  }
  return top + laid.lines * metrics.row
}
