import type { Sides } from './interleave.ts'
import { type Spread, spreadOf } from './statistics.ts'

export type Budget = Readonly<{ text: string; isMet: boolean }>

/** One line of the table. Times are milliseconds. */
export type Row =
  | Readonly<{
      what: string
      against: string | null
      times: Spread
      theirTimes: Spread | null
      /** As the budget counts it: ours to theirs, or how many times faster ours is. */
      ratio: Spread | null
      n: number
      budgets: readonly Budget[]
    }>
  | Readonly<{ what: string; against: string; notMeasured: string }>

export type BenchOptions = Readonly<{
  /** A fraction of the scale and of the repetitions, to see that a bench works. */
  quick: boolean
  /** Says what takes long. */
  say: (text: string) => void
  /** Prints a line below the table. */
  remark: (text: string) => void
}>

export type Bench = Readonly<{
  name: string
  run: (options: BenchOptions) => Promise<readonly Row[]>
}>

type RowOptions = Readonly<{
  what: string
  against: string
  sides: Sides
}>

/** A row whose ratio is ours to theirs, at most `most`; null has no budget for the ratio. */
export function slowerRow(
  { what, against, sides }: RowOptions,
  { most, p95 = null }: Readonly<{ most: number | null; p95?: number | null }>,
): Row {
  const times = spreadOf(sides.ours)
  const ratio = spreadOf(sides.ratios)
  return {
    what,
    against,
    times,
    theirTimes: spreadOf(sides.theirs),
    ratio,
    n: sides.ours.length,
    budgets: [
      ...(most === null ? [] : [{ text: `ratio <= ${most}`, isMet: ratio.median <= most }]),
      ...(p95 === null ? [] : [p95Budget(times, p95)]),
    ],
  }
}

/** A row whose ratio is how many times faster ours is, at least `least`; null has no budget. */
export function fasterRow({ what, against, sides }: RowOptions, least: number | null): Row {
  const ratio = spreadOf(sides.ratios.map(each => 1 / each))
  return {
    what,
    against,
    times: spreadOf(sides.ours),
    theirTimes: spreadOf(sides.theirs),
    ratio,
    n: sides.ours.length,
    budgets: least === null ? [] : [{ text: `${least}x faster`, isMet: ratio.median >= least }],
  }
}

/** A row without a comparison; without a budget it is there to be looked at. */
export function absoluteRow(
  what: string,
  times: readonly number[],
  budget: Readonly<{ p95: number }> | null,
): Row {
  const spread = spreadOf(times)
  return {
    what,
    against: null,
    times: spread,
    theirTimes: null,
    ratio: null,
    n: times.length,
    budgets: budget === null ? [] : [p95Budget(spread, budget.p95)],
  }
}

function p95Budget(times: Spread, most: number): Budget {
  return { text: `p95 <= ${most} ms`, isMet: times.p95 <= most }
}
