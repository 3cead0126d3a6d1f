import { assertNever } from '../assertNever.ts'
import { IHC_SCORES, type Ish, type MarkerReading, type ReportedCall } from '../case/specimen.ts'
import type { CallFlag, DecidedCall, ReadingCall } from './callKind.ts'
import { inOrder, possibleText } from './callKind.ts'
import { asReported, callMaker } from './percentCall.ts'
import { ishAbsence, readingText } from './readingText.ts'

type IhcScore = (typeof IHC_SCORES)[number]

/**
 * HER2 of one reading. CLINICAL: IHC 0 and 1+ negative, 2+ equivocal until an ISH result settles it, 3+ positive; ISH as
 * its report calls it (CLINICAL 3.2). Ratio and copy number without a reported result are not called: of the five
 * dual-probe groups only 2 and 3 were verified, and both need a work-up.
 */
export function her2Call(reading: MarkerReading): ReadingCall {
  const make = callMaker(reading)
  const scores = ihcScores(reading)
  const ish = reading.ish?.result ?? null
  const bareIsh = reading.ish !== null && ish === null && hasIshNumbers(reading.ish)
  const absence = ishAbsence(reading.ish)
  const reported = reading.interpretation

  if (scores.length === 0 && ish === null) {
    if (reported !== null) {
      const call = her2AsReported(reading, reported)
      return bareIsh ? { ...call, why: { ...call.why, code: 'noReportedIshResult' } } : call
    }
    if (bareIsh)
      return make([], 'none', 'noReportedIshResult', [], 'not evaluable: no reported ISH result')
    return absence === null
      ? make([], 'none', 'noValue', [], 'no value')
      : make([], 'none', 'ishWithoutResult', [], `not evaluable: ${absence}`)
  }

  const possible = inOrder(scores.length === 0 ? ishCall(ish) : scores.map(s => ihcCall(s, ish)))
  const against = ihcAgainstIsh(scores, ish)
  if (against !== null) {
    if (reported === 'positive' || reported === 'negative') {
      const call = her2AsReported(reading, reported)
      return { ...call, why: { ...call.why, code: 'ihcAgainstIsh' } }
    }
    const text = possibleText(against, readingText(reading))
    return make(against, 'her2', 'ihcAgainstIsh', ['readingsDisagree'], text)
  }

  const flags: CallFlag[] = possible.length > 1 ? ['bandSpansCutoff'] : []
  if (contradicts(reported, possible, scores)) flags.push('contradictsReport')
  if (possible.length > 1) {
    const text = possibleText(possible, readingText(reading))
    return make(possible, 'her2', 'bandSpansCutoff', flags, text)
  }
  if (possible[0] === 'equivocal' && ish === null) {
    if (absence !== null)
      return make(possible, 'her2', 'ishWithoutResult', flags, `equivocal, ${absence}`)
    const code = bareIsh ? 'noReportedIshResult' : 'ishNotRecorded'
    const why = bareIsh ? 'no reported ISH result' : 'ISH not recorded'
    return make(possible, 'her2', code, flags, `equivocal, ${why}`)
  }
  const turnsOnIsh = ish !== null && (scores.length === 0 || scores.includes('2+'))
  return make(
    possible,
    'her2',
    turnsOnIsh ? 'her2Ish' : 'her2Ihc',
    flags,
    possibleText(possible, ''),
  )
}

/** CLINICAL: HER2-low is IHC 1+ or 2+/ISH−, ultralow lies within 0: both are negative (CLINICAL 3.2, Rakha 2026). */
function her2AsReported(reading: MarkerReading, reported: ReportedCall): ReadingCall {
  const call = asReported(reading, reported)
  if (reported !== 'low' && reported !== 'ultralow') return call
  return { ...call, possible: ['negative'], text: `negative (reported as ${reported})` }
}

/**
 * Readings of one HER2 result made whole: where one report gives the IHC score and another the ISH, each IHC reading is
 * taken together with each ISH reading, for they are two tests and not two statements about one.
 */
export function completeHer2Readings(readings: readonly MarkerReading[]): MarkerReading[] {
  const ihcOnly = readings.filter(isIhcOnly)
  const ishOnly = readings.filter(isIshOnly)
  if (ihcOnly.length === 0 || ishOnly.length === 0) return [...readings]
  const rest = readings.filter(r => !ihcOnly.includes(r) && !ishOnly.includes(r))
  const whole = ihcOnly.flatMap(ihc =>
    ishOnly.map(ish => ({
      ...ihc,
      ish: ish.ish,
      interpretation: ish.interpretation ?? ihc.interpretation,
    })),
  )
  return [...whole, ...rest]
}

/** An IHC score without an ISH beside it: a pending one is what the ISH of another report answers. */
export function isIhcOnly({ ihc, ish }: MarkerReading): boolean {
  return ihc !== null && (ish === null || ish.missing !== null)
}

/** An ISH result or figures without an IHC score. */
export function isIshOnly({ ihc, ish }: MarkerReading): boolean {
  return ihc === null && ish !== null && ish.missing === null
}

/** A label for therapy eligibility, derived from the result and never in its place. */
export type Her2Label = Readonly<{ label: 'HER2-low' | 'HER2-ultralow'; remark: string }>

export const HER2_LABEL_REMARK =
  'Derived therapy-eligibility label, not a pathology result: ASCO-CAP 2023 affirmed no new result category.'

/**
 * CLINICAL: HER2-low is IHC 1+, or IHC 2+ with ISH not amplified; ultralow is 0 with membrane staining ("0+"); nothing
 * else is either (CLINICAL 3.2, Rakha 2026; ASCO-CAP 2023).
 */
export function her2LabelOfReading(reading: MarkerReading): Her2Label | null {
  const scores = ihcScores(reading)
  const [score] = scores
  const ish = reading.ish?.result ?? null
  if (score === undefined || scores.length > 1 || ish === 'amplified') return null
  if (score === '1+' || (score === '2+' && ish === 'notAmplified')) {
    return { label: 'HER2-low', remark: HER2_LABEL_REMARK }
  }
  return score === '0+' ? { label: 'HER2-ultralow', remark: HER2_LABEL_REMARK } : null
}

/** Every IHC score that the reading leaves possible: `0–1+` is 0, 0+ and 1+. */
function ihcScores(reading: MarkerReading): IhcScore[] {
  if (reading.ihc === null) return []
  const low = IHC_SCORES.indexOf(reading.ihc.low)
  const high = IHC_SCORES.indexOf(reading.ihc.high ?? reading.ihc.low)
  return IHC_SCORES.slice(Math.min(low, high), Math.max(low, high) + 1)
}

function ihcCall(score: IhcScore, ish: Ish['result']): DecidedCall {
  switch (score) {
    case '0':
    case '0+':
    case '1+':
      return 'negative'
    case '2+':
      return ishCall(ish)[0] ?? 'equivocal'
    case '3+':
      return 'positive'
    default:
      return assertNever(score)
  }
}

function ishCall(ish: Ish['result']): DecidedCall[] {
  if (ish === null) return []
  if (ish === 'equivocal') return ['equivocal']
  return [ish === 'amplified' ? 'positive' : 'negative']
}

/** What remains possible where a decided IHC score and a decided ISH result say opposite things; else null. */
function ihcAgainstIsh(scores: readonly IhcScore[], ish: Ish['result']): DecidedCall[] | null {
  if (ish === null || ish === 'equivocal' || scores.length === 0) return null
  const byIsh = ish === 'amplified' ? 'positive' : 'negative'
  const agrees = scores.some(score => ihcCall(score, ish) === byIsh)
  return agrees ? null : ['positive', 'negative']
}

function hasIshNumbers(ish: Ish): boolean {
  return ish.ratio !== null || ish.copyNumber !== null || ish.group !== null
}

function contradicts(
  reported: ReportedCall | null,
  possible: readonly DecidedCall[],
  scores: readonly IhcScore[],
): boolean {
  switch (reported) {
    case null:
      return false
    case 'positive':
    case 'negative':
      return !possible.includes(reported)
    case 'lowPositive':
      return !possible.includes('positive')
    case 'equivocal':
    case 'borderline':
      // A score of 2+ is equivocal by itself, whatever the ISH said later.
      return !possible.includes('equivocal') && !scores.includes('2+')
    case 'low':
      return !possible.includes('negative') || !scores.some(s => s === '1+' || s === '2+')
    case 'ultralow':
      return !possible.includes('negative') || !scores.some(s => s === '0' || s === '0+')
    default:
      return assertNever(reported)
  }
}
