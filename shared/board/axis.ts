import type { EntryId } from '../ids.ts'
import type { Fact } from './fact.ts'

export const AXIS_IDS = ['surgery', 'metastasis', 'calendar'] as const
export type AxisId = (typeof AXIS_IDS)[number]

/**
 * Where an event lies on an axis, in months from its zero (calendar months: the same day a month later is 1).
 * A null bound is not known at all; `lowKnown`/`highKnown` say whether a bound was recorded or is only where drawing ends.
 */
export type Place = Readonly<{
  low: number | null
  high: number | null
  lowKnown: boolean
  highKnown: boolean
  /** Placed by a rule and not by a statement on this axis. */
  derived: boolean
}>

/** Key of an event: an entry's beginning or end. */
export type EventKey = `${EntryId}:start` | `${EntryId}:end`

export type AxisTick = Readonly<{
  at: number
  label: string
  /** `key` ticks name a recorded date or month, in bold; `grid` ticks are the scale's own. */
  weight: 'key' | 'grid'
}>

/** One way to draw time. */
export type Axis = Readonly<{
  id: AxisId
  /** "Months since surgery" */
  label: string
  /** Why it cannot be chosen, in words; null when it can. */
  unavailable: string | null
  /** What lies left of the first known event and right of the last, and is not to scale. */
  from: number
  to: number
  /** Upper row of the scale: months, or calendar dates. */
  ticks: readonly AxisTick[]
  /** Lower row: calendar under months (≈ where derived), months under calendar. */
  lowerTicks: readonly AxisTick[]
  /** How the lower row came about, such as "two dates stated; ≈ derived from May-2022 = 32nd month". */
  lowerNote: Fact | null
  /** Interval dates and stated months that run through all lanes. */
  bands: readonly Readonly<{ from: number; to: number; entry: EntryId }>[]
  places: Readonly<Partial<Record<EventKey, Place>>>
  /** What stands in the zones before and after: "before surgery", "report not dated". */
  before: Fact | null
  after: Fact | null
  /** Zero of the axis in calendar months since the year 0, where the calendar is known; `about` where not to the day. */
  calendarZero: Readonly<{ at: number; about: boolean }> | null
}>
