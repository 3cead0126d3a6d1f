import type { Axis } from '../board/axis.ts'

/** A long stretch in which no recorded date begins or ends, in months of its axis; whole months of it are folded. */
export type Gap = Readonly<{
  from: number
  to: number
  /** Its length in years and months, for the two lines of the scale. */
  words: readonly [string, string]
}>

/** The shortest stretch worth a fold, in months and as a share of the whole axis. */
const LEAST = { months: 12, share: 1 / 8 } as const

/** From here on a stretch is folded unless a person unfolds it: it would take most of the room from what happened. */
const FOLDED_AT_FIRST = { months: 36, share: 1 / 4 } as const

/** What stays open on both sides of a fold, so that nothing stands at its very edge. */
const MARGIN_MONTHS = 1

/** The stretches of an axis that can be folded, in order: no bound of any date lies within one. */
export function gapsOf(axis: Axis): Gap[] {
  const bounds = new Set<number>()
  const add = (bound: number | null) => {
    if (bound !== null && bound >= axis.from && bound <= axis.to) bounds.add(bound)
  }
  for (const place of Object.values(axis.places)) {
    add(place?.low ?? null)
    add(place?.high ?? null)
  }
  for (const tick of [...axis.ticks, ...axis.lowerTicks]) if (tick.weight === 'key') add(tick.at)
  const at = [...bounds].toSorted((a, b) => a - b)
  return at.slice(1).flatMap((next, i) => {
    const from = Math.ceil((at[i] ?? next) + MARGIN_MONTHS)
    const to = Math.floor(next - MARGIN_MONTHS)
    return isAtLeast(from, to, axis, LEAST) ? [{ from, to, words: lengthWords(to - from) }] : []
  })
}

/** The gaps that are folded before anybody asks for it, on screen and on paper. */
export function foldedAtFirst(axis: Axis, gaps: readonly Gap[] = gapsOf(axis)): Gap[] {
  return gaps.filter(({ from, to }) => isAtLeast(from, to, axis, FOLDED_AT_FIRST))
}

function isAtLeast(
  from: number,
  to: number,
  axis: Axis,
  least: Readonly<{ months: number; share: number }>,
): boolean {
  return to - from >= least.months && to - from >= least.share * (axis.to - axis.from)
}

/** "18" and "months" below two years; then "5 years" and "2 months". */
function lengthWords(months: number): [string, string] {
  if (months < 24) return [String(months), 'months']
  const [years, rest] = [Math.floor(months / 12), months % 12]
  if (rest === 0) return [String(years), 'years']
  return [`${years} years`, `${rest} ${rest === 1 ? 'month' : 'months'}`]
}
