import { assertNever } from '../assertNever.ts'
import type { MarkerReading, ReportedCall } from '../case/specimen.ts'
import { REPORTED_CALL_LABEL } from '../codes/results.ts'
import type { CallFlag, CallRule, DecidedCall, ReadingCall, WhyCode } from './callKind.ts'
import { inOrder, possibleText } from './callKind.ts'
import type { CutoffId } from './cutoffId.ts'
import { BOUNDARIES, CUTOFF, type Cutoff } from './cutoffs.ts'
import { allredSpan, overlap, percentSpan, type Span } from './percentSpan.ts'
import { bareReadingText, percentText, readingText } from './readingText.ts'

/**
 * ER or PR of one reading under a cut-off: by its percentage; else by an Allred total that leaves no doubt; else as the
 * report called it.
 */
export function percentCall(
  reading: MarkerReading,
  marker: 'ER' | 'PR',
  cutoff: CutoffId,
): ReadingCall {
  const make = callMaker(reading)
  if (reading.percent !== null) {
    const span = percentSpan(reading.percent)
    const shown = percentText(reading.percent)
    if (span === null) {
      return make([], 'none', 'notAPercentage', [], `not a percentage (${shown})`)
    }
    return bySpan(span, 'percent', shown)
  }
  const allred = reading.allred === null ? null : allredSpan(reading.allred)
  const fromAllred = allred === null ? null : bySpan(allred, 'allred', `Allred ${reading.allred}`)
  if (fromAllred !== null && fromAllred.possible.length === 1) return fromAllred
  if (reading.interpretation !== null) return asReported(reading, reading.interpretation)
  if (fromAllred !== null) return fromAllred
  return make([], 'none', 'noPercentage', [], 'no percentage')

  function bySpan(span: Span, code: WhyCode, shown: string): ReadingCall {
    const possible = possibleCalls(span, marker, CUTOFF[cutoff])
    const flags: CallFlag[] = []
    if (code === 'percent' && isOnBoundary(reading)) flags.push('onBoundary')
    if (contradicts(reading.interpretation, possible, hasLowPositive(marker, cutoff)))
      flags.push('contradictsReport')
    if (possible.length > 1) flags.push('bandSpansCutoff')
    const why = possible.length > 1 ? 'bandSpansCutoff' : code
    return make(possible, cutoff, why, flags, possibleText(possible, shown))
  }
}

/** The report's own word as the call, for readings without a value that a rule applies to. */
export function asReported(reading: MarkerReading, interpretation: ReportedCall): ReadingCall {
  const make = callMaker(reading)
  const word = REPORTED_CALL_LABEL[interpretation]
  switch (interpretation) {
    case 'positive':
    case 'lowPositive':
    case 'negative':
    case 'equivocal':
      return make([interpretation], 'asReported', 'reported', ['reportedOnly'], word)
    case 'borderline':
      return make(['equivocal'], 'asReported', 'reported', ['reportedOnly'], word)
    // CLINICAL: "low" and "ultralow" are words for HER2 alone; for another marker they name no status (CLINICAL 3.2).
    case 'low':
    case 'ultralow':
      return make([], 'asReported', 'reported', ['reportedOnly'], word)
    default:
      return assertNever(interpretation)
  }
}

export function callMaker(reading: MarkerReading) {
  const input = readingText(reading)
  const bareInput = bareReadingText(reading)
  return (
    possible: readonly DecidedCall[],
    rule: CallRule,
    code: WhyCode,
    flags: readonly CallFlag[],
    text: string,
  ): ReadingCall => ({
    possible,
    why: { code, inputs: [input], missing: null },
    rule,
    flags,
    text,
    input,
    bareInput,
  })
}

/** CLINICAL: CLINICAL 3.1: below the cut-off negative; ER of 1-10 % low positive under ASCO/CAP 2020; else positive. */
function possibleCalls(span: Span, marker: 'ER' | 'PR', cutoff: Cutoff): DecidedCall[] {
  const { positiveFrom, includesBound, erLowPositiveUpTo } = cutoff
  const below: Span = { low: 0, lowIn: true, high: positiveFrom, highIn: !includesBound }
  const above: Span = { low: positiveFrom, lowIn: includesBound, high: 100, highIn: true }
  const calls: DecidedCall[] = overlap(span, below) ? ['negative'] : []
  if (marker === 'ER' && erLowPositiveUpTo !== null) {
    if (overlap(span, { ...above, high: erLowPositiveUpTo })) calls.push('lowPositive')
    if (overlap(span, { ...above, low: erLowPositiveUpTo, lowIn: false })) calls.push('positive')
  } else if (overlap(span, above)) calls.push('positive')
  return inOrder(calls)
}

function isOnBoundary(reading: MarkerReading): boolean {
  const percent = reading.percent
  if (percent === null || percent.high !== null) return false
  const exact = percent.comparator === '=' || percent.comparator === '~'
  return exact && BOUNDARIES.some(boundary => boundary === percent.low)
}

function hasLowPositive(marker: 'ER' | 'PR', cutoff: CutoffId): boolean {
  return marker === 'ER' && CUTOFF[cutoff].erLowPositiveUpTo !== null
}

/** A report's "equivocal" or "borderline" ER or PR is no category of any cut-off, and contradicts none. */
function contradicts(
  reported: ReportedCall | null,
  possible: readonly DecidedCall[],
  lowPositiveIsACategory: boolean,
): boolean {
  const mayBePositive = possible.includes('positive')
  const mayBeLowPositive = possible.includes('lowPositive')
  switch (reported) {
    case 'positive':
      return !mayBePositive && !mayBeLowPositive
    case 'lowPositive':
      return !mayBeLowPositive && (lowPositiveIsACategory || !mayBePositive)
    case 'negative':
      return !possible.includes('negative')
    default:
      return false
  }
}
