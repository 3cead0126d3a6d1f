import { type Scale, scaleOf, type TimeFrame } from './scale.ts'

/** The part of the axis that is seen: how many windows wide it is drawn, and how far it is moved to the left. */
export type View = Readonly<{ zoom: number; offset: number }>

/** The whole axis in the window. */
export const FIT: View = { zoom: 1, offset: 0 }

/** Nothing is drawn wider than this a month: a day is then an eighth of a name. */
const WIDEST_MONTH = 480

export function maxZoom(time: TimeFrame): number {
  const fixed = time.before + time.after + time.folds.reduce((sum, { width }) => sum + width, 0)
  const months =
    time.to - time.from - time.folds.reduce((sum, fold) => sum + fold.to - fold.from, 0)
  return Math.max(1, (fixed + months * WIDEST_MONTH) / Math.max(1, time.width))
}

/** A view that shows no more and no less than there is. */
export function clamped({ zoom, offset }: View, time: TimeFrame): View {
  const within = Math.min(maxZoom(time), Math.max(1, zoom))
  const most = time.width * (within - 1)
  return { zoom: within, offset: Math.min(most, Math.max(0, offset)) }
}

/** Moves what is seen by a distance; positive shows what is later. */
export function panned(view: View, distance: number, time: TimeFrame): View {
  return clamped({ ...view, offset: view.offset + distance }, time)
}

/** Zooms by a factor; what lies at a position of the window stays there. */
export function zoomed(view: View, factor: number, at: number, time: TimeFrame): View {
  const { zoom } = clamped({ ...view, zoom: view.zoom * factor }, time)
  const [old, next] = [scaleOf(time, view.zoom), scaleOf(time, zoom)]
  return clamped({ zoom, offset: carried(at + view.offset, old, next) - at }, time)
}

/** Where something that was drawn at a position of one scale lies on another one of the same axis. */
export function carried(x: number, from: Scale, to: Scale): number {
  if (x <= from.from) return to.left + (x - from.left)
  if (x >= from.to) return to.right - (from.right - x)
  const months = from.monthsAt(x)
  return months === null ? x : to.at(months)
}

/** The least movement that brings a stretch of the drawing into the window, with a margin; its beginning where it is wider. */
export function revealed(
  view: View,
  stretch: Readonly<{ from: number; to: number }>,
  time: TimeFrame,
): View {
  const margin = Math.min(48, time.width / 8)
  const [left, right] = [time.left + view.offset, time.left + view.offset + time.width]
  if (stretch.from < right - margin && stretch.to > left + margin) return view
  const move =
    stretch.to <= left + margin
      ? Math.max(stretch.from - margin - left, stretch.to + margin - right)
      : stretch.from + margin - right
  return panned(view, move, time)
}

/** The view with a month in the middle of the window. */
export function centredOn(months: number, view: View, time: TimeFrame): View {
  const scale = scaleOf(time, view.zoom)
  const x = months < time.from ? scale.left : months > time.to ? scale.right : scale.at(months)
  return clamped({ ...view, offset: x - time.left - time.width / 2 }, time)
}
