import type { Axis, AxisTick } from '../board/axis.ts'
import { formatPartialDate } from '../dates/formatDate.ts'
import type { Scale } from './scale.ts'

export type Ticks = Readonly<{ upper: readonly AxisTick[]; lower: readonly AxisTick[] }>

/** Months between ticks, where years are counted and where they are not. */
const STEPS = [1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600] as const

/**
 * The ticks of a scale, no closer than `least`: the recorded dates of the axis, and a grid as fine as the zoom allows.
 * None stands in a folded gap.
 */
export function ticksOf(axis: Axis, scale: Scale, least: number): Ticks {
  const step = STEPS.find(one => one * scale.perMonth >= least) ?? 1200
  const months = grid(axis, step, 0, at => String(Math.round(at))).map(
    (tick): AxisTick => (tick.at === 0 ? { ...tick, weight: 'key' } : tick),
  )
  const zero = axis.calendarZero
  const calendar =
    zero === null ? [] : grid(axis, step, zero.at, at => calendarLabel(at, step, zero.about))
  const isOpen = ({ at }: AxisTick) =>
    scale.folds.every(({ fold }) => at <= fold.from || at >= fold.to)
  const keys = (ticks: readonly AxisTick[]) => ticks.filter(tick => tick.weight === 'key')
  const upper = axis.id === 'calendar' ? calendar : months
  return {
    upper: [...upper, ...keys(axis.ticks)].filter(isOpen),
    lower: [...(axis.id === 'calendar' ? [] : calendar), ...keys(axis.lowerTicks)].filter(isOpen),
  }
}

function grid(
  axis: Axis,
  step: number,
  zero: number,
  label: (months: number) => string,
): AxisTick[] {
  const ticks: AxisTick[] = []
  for (let n = Math.ceil((axis.from + zero) / step); n * step - zero <= axis.to; n += 1) {
    const at = n * step - zero
    ticks.push({ at, label: label(n * step), weight: 'grid' })
  }
  return ticks
}

/** A month since the year 0: its year where only years are marked, else month and year. */
function calendarLabel(months: number, step: number, isAbout: boolean): string {
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
  if (step % 12 === 0 && !isAbout) return String(year)
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
  return `${isAbout ? '≈ ' : ''}${formatPartialDate(date)}`
}
