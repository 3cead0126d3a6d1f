import type { MarkerReading, MarkerResult } from '../case/specimen.ts'
import { MISSING_LABEL, type Missing } from '../values/missing.ts'
import {
  type Call,
  type CallFlag,
  type CallKind,
  inOrder,
  possibleText,
  type ReadingCall,
} from './callKind.ts'
import { CUTOFFS, type CutoffId } from './cutoffId.ts'
import {
  completeHer2Readings,
  type Her2Label,
  her2Call,
  her2LabelOfReading,
  isIhcOnly,
  isIshOnly,
} from './her2Call.ts'
import { asReported, callMaker, percentCall } from './percentCall.ts'
import { hasValue } from './readingText.ts'

/** Markers that get a call. CLINICAL: Ki-67 has none: its cut-offs are disputed (CLINICAL 3.3). */
export const CALLED_MARKERS = ['ER', 'PR', 'HER2'] as const

/**
 * The call of one result under a cut-off. A value is never replaced by its call, a missing result is never negative, and
 * readings that come to different calls leave the result undecidable until a person settled which of them holds
 * (`settledReading`, an index into the readings).
 */
export function callOf(
  result: MarkerResult | null,
  marker: string,
  cutoff: CutoffId,
  settledReading: number | null = null,
): Call {
  if (result === null) return notEvaluable('notRecorded')
  if (result.readings.length === 0) return notEvaluable(result.missing ?? 'notRecorded')
  const calls = readingsThatCount(result, settledReading).map(r => callOfReading(r, marker, cutoff))
  return together(calls)
}

/** The same result under every cut-off, for values on which the choice of the rule turns. */
export function callUnderEachCutoff(
  result: MarkerResult | null,
  marker: string,
  settledReading: number | null = null,
): Readonly<Record<CutoffId, Call>> {
  const [one, ten, overTen] = CUTOFFS
  return {
    [one]: callOf(result, marker, one, settledReading),
    [ten]: callOf(result, marker, ten, settledReading),
    [overTen]: callOf(result, marker, overTen, settledReading),
  }
}

/** HER2-low or -ultralow where every reading that counts comes to it, else null. It never stands for the result. */
export function her2Label(
  result: MarkerResult | null,
  settledReading: number | null = null,
): Her2Label | null {
  if (result === null || result.readings.length === 0) return null
  const labels = readingsThatCount(result, settledReading).map(her2LabelOfReading)
  const [first] = labels
  return first && labels.every(label => label?.label === first.label) ? first : null
}

/** The readings that a call is made from: the settled one, or all; HER2 tests that complete each other as one. */
export function readingsThatCount(
  result: MarkerResult,
  settledReading: number | null,
): MarkerReading[] {
  const settled = settledReading === null ? undefined : result.readings[settledReading]
  if (result.marker !== 'HER2') return settled === undefined ? [...result.readings] : [settled]
  if (settled === undefined) return completeHer2Readings(result.readings)
  const complements = result.readings.filter(r =>
    settled.ihc === null ? isIhcOnly(r) : isIshOnly(r),
  )
  const isHalf = isIhcOnly(settled) || isIshOnly(settled)
  return completeHer2Readings(isHalf ? [settled, ...complements] : [settled])
}

function callOfReading(reading: MarkerReading, marker: string, cutoff: CutoffId): ReadingCall {
  if (marker === 'ER' || marker === 'PR') return percentCall(reading, marker, cutoff)
  if (marker === 'HER2') return her2Call(reading)
  if (marker !== 'Ki-67' && reading.interpretation !== null) {
    return asReported(reading, reading.interpretation)
  }
  return callMaker(reading)([], 'none', 'noRule', [], 'no call')
}

function together(calls: readonly ReadingCall[]): Call {
  // A reading that allows no call, such as an intensity alone, neither makes nor breaks that of the others.
  const decided = calls.filter(call => call.possible.length > 0)
  const counted = decided.length > 0 ? decided : calls
  const [first] = counted
  if (first === undefined) return notEvaluable('notRecorded')
  const possible = inOrder(counted.flatMap(call => call.possible))
  const differ = new Set(counted.map(call => call.possible.join())).size > 1
  const flags = new Set<CallFlag>(counted.flatMap(call => call.flags))
  if (differ) flags.add('readingsDisagree')
  const inputs = counted.flatMap(call => call.why.inputs)
  const kind = kindOf(possible)
  if (!differ) {
    const text =
      possible.length > 1 && counted.length > 1 ? possibleText(possible, bare(counted)) : first.text
    const { why, rule } = first
    return { kind, possible, why: { ...why, inputs }, rule, flags: [...flags], text }
  }
  return {
    kind,
    possible,
    why: { code: 'readingsDisagree', inputs, missing: null },
    rule: counted.find(call => call.rule !== 'asReported')?.rule ?? first.rule,
    flags: [...flags],
    text: possibleText(possible, bare(counted)),
  }
}

function bare(calls: readonly ReadingCall[]): string {
  return [...new Set(calls.map(call => call.bareInput))].join(' or ')
}

function kindOf(possible: Call['possible']): CallKind {
  const [only, ...more] = possible
  if (only === undefined) return 'notEvaluable'
  return more.length === 0 ? only : 'undecidable'
}

function notEvaluable(missing: Missing): Call {
  return {
    kind: 'notEvaluable',
    possible: [],
    why: { code: 'missing', inputs: [], missing },
    rule: 'none',
    flags: [],
    text: MISSING_LABEL[missing],
  }
}

/** Whether a result says anything of its marker. */
export function hasResultValue(result: MarkerResult | null): boolean {
  return result?.readings.some(hasValue) ?? false
}
