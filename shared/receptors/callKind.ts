import type { Missing } from '../values/missing.ts'
import type { CutoffId } from './cutoffId.ts'

/** Calls that a rule or a report can come to, in the order in which several are named. */
export const DECIDED_CALLS = ['positive', 'lowPositive', 'equivocal', 'negative'] as const
export type DecidedCall = (typeof DECIDED_CALLS)[number]
export type CallKind = DecidedCall | 'undecidable' | 'notEvaluable'

export const CALL_WORD = {
  positive: 'positive',
  lowPositive: 'low positive',
  equivocal: 'equivocal',
  negative: 'negative',
  undecidable: 'undecidable',
  notEvaluable: 'not evaluable',
} as const satisfies Record<CallKind, string>

export const CALL_FLAGS = [
  /** The value is exactly 1 or 10 %: the call turns on the rule. */
  'onBoundary',
  /** The report's own interpretation differs from the call. Shown, not corrected. */
  'contradictsReport',
  /** Readings of one result come to different calls. */
  'readingsDisagree',
  /** A band or comparator leaves both sides of the cut-off possible. */
  'bandSpansCutoff',
  /** There is no value behind it: the call is the report's own. */
  'reportedOnly',
] as const
export type CallFlag = (typeof CALL_FLAGS)[number]

/** The rule that a call came from: a cut-off, the HER2 scores, the report's own word, or none. */
export type CallRule = CutoffId | 'her2' | 'asReported' | 'none'

export type WhyCode =
  | 'percent'
  | 'allred'
  | 'reported'
  | 'her2Ihc'
  | 'her2Ish'
  | 'ishNotRecorded'
  | 'ishWithoutResult'
  | 'noReportedIshResult'
  | 'ihcAgainstIsh'
  | 'readingsDisagree'
  | 'bandSpansCutoff'
  | 'missing'
  | 'noPercentage'
  | 'notAPercentage'
  | 'noValue'
  | 'noRule'

/** Why a call is what it is: the reason, the values it was made from, and the kind of absence where there are none. */
export type Why = Readonly<{ code: WhyCode; inputs: readonly string[]; missing: Missing | null }>

export type Call = Readonly<{
  kind: CallKind
  /** The calls that remain possible: one when decided, several when undecidable, none when not evaluable. */
  possible: readonly DecidedCall[]
  why: Why
  rule: CallRule
  flags: readonly CallFlag[]
  /** Short words for the board: "low positive", "undecidable (90 or 9)", "not reported". */
  text: string
}>

/** What one reading comes to, before readings are put together. */
export type ReadingCall = Omit<Call, 'kind'> & Readonly<{ input: string; bareInput: string }>

/** Positive and negative are opposites; low positive is a kind of positive; equivocal is neither. */
export type Status = 'positive' | 'negative' | 'equivocal'

export function statusOf(call: DecidedCall): Status {
  return call === 'lowPositive' ? 'positive' : call
}

export function inOrder(calls: Iterable<DecidedCall>): DecidedCall[] {
  const set = new Set(calls)
  return DECIDED_CALLS.filter(call => set.has(call))
}

/** Words for calls that are all possible: one names itself, several of one status are joined, others are undecidable. */
export function possibleText(possible: readonly DecidedCall[], values: string): string {
  const [only, ...more] = possible
  if (only !== undefined && more.length === 0) return CALL_WORD[only]
  const oneStatus = new Set(possible.map(statusOf)).size === 1
  const words = oneStatus ? possible.map(call => CALL_WORD[call]).join(' or ') : 'undecidable'
  return `${words} (${values})`
}
