import { scaleLinear } from 'd3-scale'

/** A folded stretch of time, and the room that its mark takes at every zoom. */
export type Fold = Readonly<{
  from: number
  to: number
  width: number
  words: readonly [string, string]
}>

/** What a scale is made of at every zoom: lengths in the unit of the drawing, time in months. */
export type TimeFrame = Readonly<{
  left: number
  /** Of the window that time is seen through. */
  width: number
  /** Zones left and right of the scale, where time is not to scale. */
  before: number
  after: number
  from: number
  to: number
  folds: readonly Fold[]
}>

/** Where months lie on the drawing. Left of `from` and right of `to` time is not to scale. */
export type Scale = Readonly<{
  left: number
  from: number
  to: number
  right: number
  /** Outside folds. */
  perMonth: number
  folds: readonly Readonly<{ fold: Fold; x: number }>[]
  /** Position of a month count; outside the scale, the middle of the zone there. */
  at: (months: number) => number
  /** The month count at a position of the scale; in a zone, null. */
  monthsAt: (x: number) => number | null
}>

/** The scale at a zoom: 1 fills the window, 2 is twice as wide. Zones and folds keep their width. */
export function scaleOf(time: TimeFrame, zoom = 1): Scale {
  const { left, before, after, folds } = time
  const right = left + time.width * zoom
  const from = left + before
  const to = Math.max(from + 1, right - after)
  const folded = folds.reduce((sum, fold) => sum + fold.width, 0)
  const open = time.to - time.from - folds.reduce((sum, fold) => sum + fold.to - fold.from, 0)
  const perMonth = open > 0 ? Math.max(0, to - from - folded) / open : 0
  const months = [time.from]
  const xs = [from]
  const placed: { fold: Fold; x: number }[] = []
  let x = from
  let month = time.from
  for (const fold of folds) {
    const start = x + (fold.from - month) * perMonth
    placed.push({ fold, x: start })
    x = start + fold.width
    month = fold.to
    months.push(fold.from, fold.to)
    xs.push(start, x)
  }
  months.push(time.to)
  xs.push(to)
  const linear = scaleLinear(months, xs)
  function at(value: number): number {
    if (value < time.from) return (left + from) / 2
    if (value > time.to) return (to + right) / 2
    return time.to > time.from ? linear(value) : (from + to) / 2
  }
  function monthsAt(position: number): number | null {
    return position < from || position > to || time.to <= time.from ? null : linear.invert(position)
  }
  return { left, from, to, right, perMonth, folds: placed, at, monthsAt }
}
