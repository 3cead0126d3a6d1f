import type { MarkerReading } from '../case/specimen.ts'
import { directionBetween, type ReadingDirection } from './direction.ts'
import { bareReadingText } from './readingText.ts'

/** `both`: the readings leave more than one direction open. */
export type ValueDirection = 'up' | 'down' | 'same' | 'both'

/** One way the value may have moved, and the earlier readings it moved from: "down from 90", "up from 9". */
export type ValueStep = Readonly<{ direction: ReadingDirection; from: string }>

/** How a value moved between two results, apart from any call. */
export type ValueChange = Readonly<{
  direction: ValueDirection | null
  steps: readonly ValueStep[]
  /** "down from 90 %, or up from 9 %: undecidable"; null where the values cannot be compared. */
  valueText: string | null
  /** Null where it cannot be said. */
  valueChanged: boolean | null
}>

/** Compares every reading of one side with every reading of the other; what they leave open stays open. */
export function compareValues(
  earlier: readonly MarkerReading[],
  later: readonly MarkerReading[],
): ValueChange {
  const pairs = earlier.flatMap(from =>
    later.map(to => ({ from, direction: directionBetween(from, to) })),
  )
  const known = pairs.filter(pair => pair.direction !== null)
  if (known.length < pairs.length || known.length === 0) {
    return { direction: null, steps: [], valueText: null, valueChanged: null }
  }
  const order = ['down', 'up', 'same', 'open'] as const
  const steps: ValueStep[] = order.flatMap(direction => {
    const from = known.filter(pair => pair.direction === direction).map(pair => pair.from)
    return from.length === 0 ? [] : [{ direction, from: joined(from) }]
  })
  const [only, ...more] = steps
  return {
    direction:
      only === undefined || more.length > 0 || only.direction === 'open' ? 'both' : only.direction,
    steps,
    valueText: stepsText(steps),
    valueChanged: changedBy(steps),
  }
}

function joined(readings: readonly MarkerReading[]): string {
  const bare = [...new Set(readings.map(bareReadingText))].join(' | ')
  return readings.every(reading => reading.percent !== null) ? `${bare}\u2009%` : bare
}

function stepsText(steps: readonly ValueStep[]): string {
  const words = steps.map(step => {
    if (step.direction === 'same') return `the same as ${step.from}`
    if (step.direction === 'open') return `up, down or the same from ${step.from}`
    return `${step.direction} from ${step.from}`
  })
  const open = steps.length > 1 || steps[0]?.direction === 'open'
  return words.join(', or ') + (open ? ': undecidable' : '')
}

function changedBy(steps: readonly ValueStep[]): boolean | null {
  if (steps.some(step => step.direction === 'open')) return null
  const same = steps.filter(step => step.direction === 'same').length
  if (same === 0) return true
  return same === steps.length ? false : null
}
