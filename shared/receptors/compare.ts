import type { MarkerReading, MarkerResult } from '../case/specimen.ts'
import type { EntryId } from '../ids.ts'
import { callOf, hasResultValue, readingsThatCount } from './call.ts'
import { CALL_WORD, type Call, type DecidedCall, statusOf } from './callKind.ts'
import type { CutoffId } from './cutoffId.ts'
import { readingText } from './readingText.ts'
import { compareValues, type ValueChange } from './valueChange.ts'

/** What the comparison needs of a specimen. `settled` maps a marker to the reading that a person found to hold. */
export type SpecimenReceptors = Readonly<{
  id: EntryId
  label: string
  results: readonly MarkerResult[]
  settled: ReadonlyMap<string, number>
}>

export type CallChange = Readonly<{
  /** CLINICAL: positive ↔ negative is a conversion; any other change of category is not (CLINICAL 3.5). */
  kind: 'conversion' | 'category'
  from: string
  to: string
  /** Of a conversion: whether the receptor was lost or gained. */
  direction: 'loss' | 'gain' | null
}>

/**
 * One marker of a specimen against the same marker of an earlier one, under one rule. `outcome` is about the call:
 * `first` has nothing to be compared with, `notEvaluable` lacks a side, `undecidable` has a side that is.
 */
export type Comparison = ValueChange &
  Readonly<{
    marker: string
    rule: CutoffId
    from: Readonly<{ id: EntryId; label: string }> | null
    earlierValue: string | null
    laterValue: string
    earlierCall: Call | null
    laterCall: Call
    outcome: 'first' | 'unchanged' | 'changed' | 'undecidable' | 'notEvaluable'
    callChange: CallChange | null
    /** Why a change cannot be judged, in words; else null. */
    notEvaluable: string | null
  }>

/** The marker's result of a specimen; null where none was entered. */
export function resultOf(of: SpecimenReceptors, marker: string): MarkerResult | null {
  return of.results.find(result => result.marker === marker) ?? null
}

export function callIn(of: SpecimenReceptors, marker: string, cutoff: CutoffId): Call {
  return callOf(resultOf(of, marker), marker, cutoff, of.settled.get(marker) ?? null)
}

/** All readings of a result as one text: "90 % | 9 %"; the words for what is missing where there is none. */
export function valueText(result: MarkerResult | null, call: Call): string {
  if (result === null || result.readings.length === 0) return call.text
  return [...new Set(result.readings.map(readingText))].join(' | ')
}

/**
 * Compares a specimen (`at`, an index) with the most recent earlier one that has a value of the marker. The specimens
 * are in order of collection, oldest first.
 */
export function compareWithEarlier(
  specimens: readonly SpecimenReceptors[],
  at: number,
  marker: string,
  cutoff: CutoffId,
): Comparison | null {
  const later = specimens[at]
  if (later === undefined) return null
  const earlier = specimens.slice(0, at).findLast(s => hasResultValue(resultOf(s, marker)))
  return compareSpecimens(earlier ?? null, later, marker, cutoff)
}

/** Compares any two specimens, such as a primary and a metastasis, under one rule. */
export function compareSpecimens(
  earlier: SpecimenReceptors | null,
  later: SpecimenReceptors,
  marker: string,
  cutoff: CutoffId,
): Comparison {
  const laterResult = resultOf(later, marker)
  const laterCall = callIn(later, marker, cutoff)
  const base = {
    marker,
    rule: cutoff,
    laterCall,
    laterValue: valueText(laterResult, laterCall),
  } as const
  const nothing = {
    direction: null,
    steps: [],
    valueText: null,
    valueChanged: null,
    callChange: null,
  } as const
  if (earlier === null) {
    const none = { from: null, earlierValue: null, earlierCall: null, notEvaluable: null }
    return { ...base, ...nothing, ...none, outcome: 'first' }
  }
  const earlierResult = resultOf(earlier, marker)
  const earlierCall = callIn(earlier, marker, cutoff)
  const sides = {
    from: { id: earlier.id, label: earlier.label },
    earlierValue: valueText(earlierResult, earlierCall),
    earlierCall,
  }
  const values = compareValues(
    counted(earlierResult, earlier.settled.get(marker)),
    counted(laterResult, later.settled.get(marker)),
  )
  const change = compareCalls(earlierCall, laterCall)
  const outcome = change.callChange === null ? change.outcome : 'changed'
  const notEvaluable = notEvaluableText(earlier, earlierCall, later, laterCall)
  return {
    ...base,
    ...sides,
    ...values,
    ...directionOfCall(values, change.callChange, earlierCall, laterCall),
    outcome,
    callChange: change.callChange,
    notEvaluable,
  }
}

function counted(result: MarkerResult | null, settled: number | undefined): MarkerReading[] {
  return result === null ? [] : readingsThatCount(result, settled ?? null)
}

/** Where values of two kinds cannot be compared (50 %, then "negative"), a changed call still says which way it went. */
function directionOfCall(
  values: ValueChange,
  change: CallChange | null,
  earlier: Call,
  later: Call,
): Partial<ValueChange> {
  if (values.direction !== null || change === null || earlier.why.inputs.length === 0) return {}
  const rank = { negative: 0, equivocal: 1, lowPositive: 2, positive: 3 }
  const highest = (call: Call) => Math.max(...call.possible.map(possible => rank[possible]))
  const direction = highest(later) < highest(earlier) ? 'down' : 'up'
  const from = [...new Set(earlier.why.inputs)].join(' | ')
  return {
    direction,
    steps: [{ direction, from }],
    valueText: `${direction} from ${from}`,
    valueChanged: true,
  }
}

/** CLINICAL: CLINICAL 3.5: same marker, same rule; unknown on either side is not evaluable, and never a flag. */
function compareCalls(
  earlier: Call,
  later: Call,
): Readonly<{ outcome: Comparison['outcome']; callChange: CallChange | null }> {
  if (earlier.kind === 'notEvaluable' || later.kind === 'notEvaluable') {
    return { outcome: 'notEvaluable', callChange: null }
  }
  const before = new Set(earlier.possible.map(statusOf))
  const after = new Set(later.possible.map(statusOf))
  const [from] = before
  const [to] = after
  const decided = earlier.possible.length === 1 && later.possible.length === 1
  if (before.size === 1 && after.size === 1 && from !== undefined && from !== to) {
    const isConversion = from !== 'equivocal' && to !== 'equivocal'
    return {
      outcome: 'changed',
      callChange: {
        kind: isConversion ? 'conversion' : 'category',
        from: words(earlier.possible),
        to: words(later.possible),
        direction: isConversion ? (to === 'negative' ? 'loss' : 'gain') : null,
      },
    }
  }
  if (!decided) return { outcome: 'undecidable', callChange: null }
  if (earlier.kind === later.kind) return { outcome: 'unchanged', callChange: null }
  return {
    outcome: 'changed',
    callChange: {
      kind: 'category',
      from: words(earlier.possible),
      to: words(later.possible),
      direction: null,
    },
  }
}

function words(possible: readonly DecidedCall[]): string {
  return possible.map(call => CALL_WORD[call]).join(' or ')
}

function notEvaluableText(
  earlier: SpecimenReceptors,
  earlierCall: Call,
  later: SpecimenReceptors,
  laterCall: Call,
): string | null {
  const lacking = [
    { label: earlier.label, call: earlierCall },
    { label: later.label, call: laterCall },
  ].filter(side => side.call.kind === 'notEvaluable')
  if (lacking.length === 0) return null
  return lacking.map(side => `${side.call.text} in ${side.label}`).join(', ')
}
