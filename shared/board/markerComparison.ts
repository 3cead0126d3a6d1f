import { CALLED_MARKERS, callOf, hasResultValue } from '../receptors/call.ts'
import {
  type Comparison,
  compareSpecimens,
  resultOf,
  type SpecimenReceptors,
} from '../receptors/compare.ts'
import type { CutoffId } from '../receptors/cutoffId.ts'
import { readingText } from '../receptors/readingText.ts'
import { MISSING_LABEL } from '../values/missing.ts'
import type { BoardSpecimen } from './board.ts'
import type { Fact } from './fact.ts'
import { absent, derived } from './makeFact.ts'
import type { ComparedSide, ComparisonRow, Likeness } from './specimenComparison.ts'

type Both<T> = readonly [first: T, second: T]

/**
 * One marker of two specimens: value, method and the report's word on each side, each side's call under the rule, and what
 * changed. CLINICAL: CLINICAL 3.5: a side without a value makes a change not evaluable, never a change.
 */
export function markerRow(
  marker: string,
  cutoff: CutoffId,
  specimens: Both<BoardSpecimen>,
  receptors: Both<SpecimenReceptors>,
): ComparisonRow {
  const [first, second] = receptors
  const key = `comparison.${marker}`
  const comparison = compareSpecimens(first, second, marker, cutoff)
  const side = (at: 0 | 1): ComparedSide => ({
    recorded: recordedOf(specimens[at], marker, `${key}.${at === 0 ? 'first' : 'second'}`),
    call: callFact(receptors[at], marker, cutoff, `${key}.${at === 0 ? 'first' : 'second'}.call`),
  })
  const lacking = receptors.filter(one => !hasResultValue(resultOf(one, marker)))
  const sides = { first: side(0), second: side(1) }
  if (lacking.length > 0) {
    const why = lacking.map(one => `${absenceOf(one, marker)} in ${one.label}`).join(', ')
    const remark = derived(`${key}.change`, `change not evaluable: ${why}`)
    const row = { key: marker, label: marker, ...sides, remarks: [remark], flag: null } as const
    return { ...row, likeness: 'notEvaluable' }
  }
  const boundaries = isCalled(marker) ? boundaryRemarks(receptors, marker, cutoff, key) : []
  return {
    key: marker,
    label: marker,
    ...sides,
    likeness: likenessOf(comparison, marker),
    remarks: [
      derived(`${key}.change`, valueWords(comparison)),
      ...(isCalled(marker) ? [derived(`${key}.call`, callWords(comparison))] : []),
      ...boundaries,
    ],
    flag: flagOf(comparison, key),
  }
}

function isCalled(marker: string): boolean {
  return (CALLED_MARKERS as readonly string[]).includes(marker)
}

/** The cell of the receptor table without what it says of the specimen before it: the pair here may be another. */
function recordedOf(specimen: BoardSpecimen, marker: string, key: string): Fact[] {
  const result = specimen.results.find(one => one.marker === marker)
  return result === undefined ? [absent(key)] : [result.value, ...result.details]
}

function absenceOf(specimen: SpecimenReceptors, marker: string): string {
  return MISSING_LABEL[resultOf(specimen, marker)?.missing ?? 'notRecorded']
}

function callFact(
  specimen: SpecimenReceptors,
  marker: string,
  cutoff: CutoffId,
  id: string,
): Fact | null {
  if (!isCalled(marker)) return null
  const call = callOf(
    resultOf(specimen, marker),
    marker,
    cutoff,
    specimen.settled.get(marker) ?? null,
  )
  if (call.kind === 'notEvaluable') return null
  const origin = call.flags.includes('reportedOnly') ? ', as reported' : ''
  return derived(id, `${call.text}${origin}`)
}

function likenessOf(comparison: Comparison, marker: string): Likeness {
  const { outcome, valueChanged, direction } = comparison
  if (outcome === 'changed') return 'differs'
  if (direction === 'both' || (isCalled(marker) && outcome === 'undecidable')) return 'undecidable'
  if (valueChanged === null) return 'notEvaluable'
  return valueChanged ? 'differs' : 'same'
}

function valueWords({ valueChanged, valueText, steps, direction, ...of }: Comparison): string {
  const both = `${of.earlierValue ?? ''} → ${of.laterValue}`
  if (valueText === null) return `${both}: values of two kinds, not comparable`
  if (valueChanged === false) return `the same value: ${of.laterValue}`
  return steps.length > 1 || direction === 'both' ? `${both}: ${valueText}` : both
}

function callWords({
  outcome,
  callChange,
  earlierCall,
  laterCall,
  notEvaluable,
}: Comparison): string {
  switch (outcome) {
    case 'first':
    case 'notEvaluable':
      return `change of the call not evaluable: ${notEvaluable ?? 'no call'}`
    case 'unchanged':
      return `call unchanged: ${laterCall.text}`
    case 'undecidable':
      return `change of the call undecidable: ${earlierCall?.text ?? ''} → ${laterCall.text}`
    case 'changed':
      return callChange?.kind === 'conversion'
        ? `conversion: receptor ${callChange.direction === 'loss' ? 'lost' : 'gained'}`
        : 'change of category, not a conversion'
  }
}

function flagOf({ callChange, direction }: Comparison, key: string): ComparisonRow['flag'] {
  if (callChange === null) return null
  return {
    direction: direction === 'up' || direction === 'down' ? direction : 'both',
    fact: derived(`${key}.flag`, `${callChange.from} → ${callChange.to}`),
  }
}

function boundaryRemarks(
  receptors: Both<SpecimenReceptors>,
  marker: string,
  cutoff: CutoffId,
  key: string,
): Fact[] {
  return receptors.flatMap(specimen => {
    const result = resultOf(specimen, marker)
    const call = callOf(result, marker, cutoff, specimen.settled.get(marker) ?? null)
    if (!call.flags.includes('onBoundary')) return []
    const values = result?.readings.map(readingText).join(' | ') ?? ''
    return [
      derived(
        `${key}.boundary.${specimen.label}`,
        `${values} in ${specimen.label} lies on a boundary: the call turns on the rule`,
      ),
    ]
  })
}
