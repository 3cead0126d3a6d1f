import { monthsOfDay } from '../../shared/board/axes.ts'
import type { Board } from '../../shared/board/board.ts'

/** The same events as a general timeline takes them: a name, a group, a beginning, an end where it lasts. */
export type VisEvent = Readonly<{
  items: readonly Readonly<{
    id: string
    group: number
    content: string
    start: string
    end: string | null
  }>[]
  groups: readonly string[]
}>

/** Milliseconds of each frame: until it was handed over, and from the one before it. */
export type Frames = Readonly<{ busy: readonly number[]; apart: readonly number[] }>

/** What the bench asks of its page. */
export type AxisPage = Readonly<{
  ours: (board: Board) => Promise<number>
  theirs: (events: VisEvent) => Promise<number>
  /** An empty element, painted in the same way: what the wait for the next frame takes. */
  nothing: () => Promise<number>
  frames: (board: Board, gesture: 'zoom' | 'pan', count: number) => Promise<Frames>
  emptyFrames: (count: number) => Promise<Frames>
}>

const LANES = ['Sites', 'Receptors', 'Treatment', 'Imaging'] as const

/** What a board has on its axis, for a timeline that knows days only; what has no date is left out there. */
export function visEvents(board: Board): VisEvent {
  const axis = board.axes.find(one => one.id === 'calendar')
  if (axis === undefined || axis.unavailable !== null) throw new Error('no calendar')
  const zero = monthsOfDay(axis, '1970-01-01') ?? 0
  const day = (months: number) => new Date((months - zero) * 30.44 * 86_400_000).toISOString()
  const of = (
    group: number,
    entries: readonly { entry: string; content: string; lasts: boolean }[],
  ) =>
    entries.flatMap(({ entry, content, lasts }) => {
      const start = axis.places[`${entry}:start` as keyof typeof axis.places]
      const end = axis.places[`${entry}:end` as keyof typeof axis.places]
      const from = start?.low ?? start?.high ?? null
      if (from === null) return []
      const to = lasts ? (end?.high ?? end?.low ?? axis.to) : null
      return [
        {
          id: entry,
          group,
          content,
          start: day(from),
          end: to === null ? null : day(Math.max(from, to)),
        },
      ]
    })
  return {
    groups: LANES,
    items: [
      ...of(
        0,
        board.sites.map(site => ({ entry: site.entry, content: site.name.text, lasts: true })),
      ),
      ...of(
        1,
        board.specimens.map(one => ({ entry: one.entry, content: one.from.text, lasts: false })),
      ),
      ...of(
        2,
        board.systemic.map(one => ({ entry: one.entry, content: one.name.text, lasts: true })),
      ),
      ...of(
        2,
        board.local.map(one => ({ entry: one.entry, content: one.caption.text, lasts: false })),
      ),
      ...of(
        3,
        board.imaging.map(one => ({ entry: one.entry, content: one.caption.text, lasts: false })),
      ),
      ...of(
        3,
        board.assessments.map(one => ({
          entry: one.entry,
          content: one.caption.text,
          lasts: false,
        })),
      ),
    ],
  }
}
