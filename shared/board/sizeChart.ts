import type { EntryId } from '../ids.ts'
import type { Axis, AxisTick, Place } from './axis.ts'
import type { Board, BoardLesion, Family, LesionSizePoint } from './board.ts'

/** Where something lies across the chart, 0 at its left edge and 1 at its right; open ends run to the edge. */
export type Stretch = Readonly<{
  from: number
  to: number
  isFromKnown: boolean
  isToKnown: boolean
}>

export type ChartPoint = Readonly<{ size: LesionSizePoint; at: Stretch; longest: number }>
export type ChartBar = Readonly<{
  entry: EntryId
  label: string
  /** Null for local treatment. */
  family: Family | null
  at: Stretch
}>

export type SizeChart = Readonly<{
  /** What the chart counts in: "Calendar", "Months since surgery". */
  scale: string
  /** The top of the scale, in mm. */
  top: number
  points: readonly ChartPoint[]
  /** Sizes of notes that no date of this axis places. */
  undated: readonly LesionSizePoint[]
  /** Systemic treatment and local treatment of this lesion that lies in the chart's time. */
  bars: readonly ChartBar[]
  /** Treatment that may lie in this time, and of which no end is recorded on this axis. */
  open: readonly string[]
  ticks: readonly Readonly<{ at: number; label: string }>[]
}>

/** At least this many months are shown, so that two notes of one week are not drawn as a year. */
const LEAST_MONTHS = 3
const MARGIN = 0.08
const TOPS = [5, 10, 15, 20, 30, 40, 50, 60, 80, 100, 150, 200, 300, 500, 1000]

/** The recorded sizes of a lesion over time, beside the treatment of that time; null where no size is recorded. */
export function sizeChart(board: Board, lesion: BoardLesion): SizeChart | null {
  if (lesion.sizePoints.length === 0) return null
  const axis = axisFor(board, lesion)
  if (axis === null) return null
  const placed = lesion.sizePoints.flatMap(size => {
    const place = axis.places[`${size.note}:start`]
    return place === undefined || (place.low === null && place.high === null)
      ? []
      : [{ size, place, longest: Math.max(...size.diameters) }]
  })
  const undated = lesion.sizePoints.filter(size => !placed.some(each => each.size === size))
  if (placed.length === 0) return null
  const ends = placed.flatMap(({ place }) => [place.low, place.high]).filter(end => end !== null)
  const length = Math.max(LEAST_MONTHS, Math.max(...ends) - Math.min(...ends))
  const window = {
    from: Math.max(...ends) - length * (1 + MARGIN),
    to: Math.max(...ends) + length * MARGIN,
  }
  const x = (at: number) => (at - window.from) / (window.to - window.from)
  const stretch = (
    low: number | null,
    high: number | null,
    place: Omit<Place, 'low' | 'high' | 'derived'>,
  ): Stretch => ({
    from: low === null ? 0 : Math.max(0, x(low)),
    to: high === null ? 1 : Math.min(1, x(high)),
    isFromKnown: low !== null && place.lowKnown && x(low) >= 0,
    isToKnown: high !== null && place.highKnown && x(high) <= 1,
  })
  const highest = Math.max(...placed.map(({ longest }) => longest))
  return {
    scale: axis.label,
    top: TOPS.find(top => top >= highest * 1.15) ?? highest,
    points: placed.map(({ size, place, longest }) => ({
      size,
      longest,
      at: stretch(place.low, place.high, place),
    })),
    undated,
    ...barsOf(board, lesion, axis, x),
    ticks: axis.ticks
      .map(({ at, label }: AxisTick) => ({ at: x(at), label }))
      .filter(({ at }) => at >= 0 && at <= 1),
  }
}

/** The calendar where it can be drawn, else the axis that places most of the notes. */
function axisFor(board: Board, lesion: BoardLesion): Axis | null {
  const count = (axis: Axis) =>
    lesion.notes.filter(note => axis.places[`${note}:start`] !== undefined).length
  const axes = board.axes.filter(axis => axis.unavailable === null)
  const calendar = axes.find(({ id }) => id === 'calendar')
  if (calendar !== undefined && count(calendar) > 0) return calendar
  return axes.toSorted((a, b) => count(b) - count(a))[0] ?? null
}

function barsOf(
  board: Board,
  lesion: BoardLesion,
  axis: Axis,
  x: (at: number) => number,
): Pick<SizeChart, 'bars' | 'open'> {
  const local = new Set(lesion.treatments.map(({ entry }) => entry))
  const treatments = [
    ...board.systemic.map(({ entry, name, family, ongoing }) => ({
      entry,
      label: name.text,
      family,
      ongoing,
    })),
    ...board.local
      .filter(({ entry }) => local.has(entry))
      .map(({ entry, what }) => ({ entry, label: what.text, family: null, ongoing: false })),
  ]
  const bars: ChartBar[] = []
  const open: string[] = []
  for (const { entry, label, family, ongoing } of treatments) {
    const start = axis.places[`${entry}:start`]
    const end = axis.places[`${entry}:end`]
    const from = start?.lowKnown === true ? start.low : null
    const to = end?.highKnown === true ? end.high : null
    const left = from === null ? null : x(from)
    const right = to === null ? null : x(to)
    if ((left !== null && left > 1) || (right !== null && right < 0)) continue
    // What neither ended nor is ongoing says nothing of this time: it is named, and not drawn as if it went on.
    if (right === null && !ongoing) {
      open.push(label)
      continue
    }
    bars.push({
      entry,
      label,
      family,
      at: {
        from: Math.max(0, left ?? 0),
        to: Math.min(1, right ?? 1),
        isFromKnown: left !== null && left >= 0,
        isToKnown: right !== null && right <= 1,
      },
    })
  }
  return { bars, open }
}
