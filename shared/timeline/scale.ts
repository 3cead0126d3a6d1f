import type { Axis } from '../board/axis.ts'

/** Where months lie on the drawing. Left of `from` and right of `to` time is not to scale. */
export type Scale = Readonly<{
  left: number
  from: number
  to: number
  right: number
  perMonth: number
  /** Position of a month count; outside the scale, the middle of the zone there. */
  at: (months: number) => number
}>

/** A linear scale over `axis.from` to `axis.to` between two zones of the given widths. */
export function scaleOf(
  axis: Axis,
  bounds: Readonly<{ left: number; right: number; before: number; after: number }>,
): Scale {
  const { left, right, before, after } = bounds
  const from = left + before
  const to = Math.max(from + 1, right - after)
  const span = axis.to - axis.from
  const perMonth = span > 0 ? (to - from) / span : 0
  function at(months: number): number {
    if (months < axis.from) return (left + from) / 2
    if (months > axis.to) return (to + right) / 2
    return span > 0 ? from + (months - axis.from) * perMonth : (from + to) / 2
  }
  return { left, from, to, right, perMonth, at }
}
