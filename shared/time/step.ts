import { assertNever } from '../assertNever.ts'
import { timeUnitOf } from '../dates/timeUnit.ts'
import type { Offset, TimeUnit } from '../dates/when.ts'
import type { Quantity } from '../values/quantity.ts'
import { asDerived, asSoft, type Bound, NOWHERE, type Reach, type Span } from './span.ts'

/** How far an event lies after another (before when negative); null is open. */
export type Step = Readonly<{
  low: number | null
  high: number | null
  unit: TimeUnit
  /** How far the words reach beyond: "3 months" is as precise as a month. */
  slack: number
  soft: boolean
}>

/** Moves a value of an axis by an amount of time; null where the axis does not reach. */
export type Shift = (
  value: number,
  amount: number,
  unit: TimeUnit,
  toward: 'low' | 'high',
) => number | null

export function stepOf(offset: Offset, soft: boolean): Step {
  switch (offset.type) {
    case 'at':
      return { low: 0, high: 0, unit: 'day', slack: 0, soft }
    case 'before':
      return { low: null, high: 0, unit: 'day', slack: 0, soft }
    case 'after':
      return { low: 0, high: null, unit: 'day', slack: 0, soft }
    case 'ordinal':
      return { low: offset.n - 1, high: offset.n, unit: offset.unit, slack: 0, soft }
    case 'elapsed': {
      const far = offset.high ?? offset.low
      const slack = offset.high === null ? 1 : 0
      return offset.direction === 'after'
        ? { low: offset.low, high: far, unit: offset.unit, slack, soft }
        : { low: -far, high: -offset.low, unit: offset.unit, slack, soft }
    }
    default:
      return assertNever(offset)
  }
}

/** The step from the start of something to its end, or null where its duration is in no unit of time. */
export function stepOfDuration(duration: Quantity): Step | null {
  const unit = timeUnitOf(duration.unit ?? '')
  if (unit === null) return null
  const { comparator, low, high } = duration
  const slack = comparator === '=' && high === null ? 1 : 0
  const step = { unit, slack, soft: comparator === '~' }
  switch (comparator) {
    case '=':
    case '~':
      return { ...step, low, high: high ?? low }
    case '<':
    case '<=':
      return { ...step, low: 0, high: low }
    case '>':
    case '>=':
      return { ...step, low, high: null }
    default:
      return assertNever(comparator)
  }
}

function moved(
  bound: Bound | null,
  amount: number | null,
  step: Step,
  toward: 'low' | 'high',
  shift: Shift,
): Bound | null {
  if (bound === null || amount === null) return null
  const value = amount === 0 ? bound.value : shift(bound.value, amount, step.unit, toward)
  return value === null ? null : { ...bound, value, soft: bound.soft || step.soft }
}

function spanAfter(from: Span, step: Step, slack: number, shift: Shift): Span {
  return {
    low: moved(from.low, step.low === null ? null : step.low - slack, step, 'low', shift),
    high: moved(from.high, step.high === null ? null : step.high + slack, step, 'high', shift),
  }
}

/** Softened spans reach anywhere: "about" gives no bounds that another statement could contradict. */
function reachOf(span: Span, wide: Span): Reach {
  const { low, high } = wide
  return {
    span,
    wide: { low: low?.soft === true ? null : low, high: high?.soft === true ? null : high },
  }
}

/** Where the end of a step lies, from where its beginning lies. */
export function reachAfter(from: Span, step: Step, shift: Shift): Reach {
  return reachOf(spanAfter(from, step, 0, shift), spanAfter(from, step, step.slack, shift))
}

/**
 * Where the beginning of a step lies, from where its end lies. Only a step with both ends says that: "after the biopsy"
 * tells nothing of the biopsy that was not recorded of it.
 */
export function reachBefore(to: Span, step: Step, shift: Shift): Reach {
  if (step.low === null || step.high === null) return { span: NOWHERE, wide: NOWHERE }
  const back: Step = { ...step, low: -step.high, high: -step.low }
  return reachAfter(to, back, shift)
}

export function reachFromStatement(span: Span, soft: boolean): Reach {
  const given = soft ? asSoft(span) : span
  return reachOf(given, given)
}

export function derivedReach(reach: Reach): Reach {
  return { span: asDerived(reach.span), wide: reach.wide }
}
