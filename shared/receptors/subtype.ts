import type { MarkerReading } from '../case/specimen.ts'
import { readingsThatCount } from './call.ts'
import { type Call, type Status, statusOf } from './callKind.ts'
import { callIn, resultOf, type SpecimenReceptors } from './compare.ts'
import type { CutoffId } from './cutoffId.ts'
import { CUTOFF } from './cutoffs.ts'
import { liesBelow, percentSpan } from './percentSpan.ts'
import { numberText, percentText } from './readingText.ts'

export const SUBTYPE_SCHEME = 'St Gallen 2013'
export const SUBTYPE_REMARK = 'surrogate, not assay'

export type SubtypeKind =
  | 'luminalALike'
  | 'luminalBLikeHer2Negative'
  | 'luminalBLikeHer2Positive'
  | 'her2PositiveNonLuminal'
  | 'tripleNegative'
  | 'undecided'
  | 'notClassifiable'

/** A surrogate subtype, with what it was derived from. The report's own subtype is another thing and stays beside it. */
export type Subtype = Readonly<{
  kind: SubtypeKind
  /** "Luminal B-like", "not classifiable" */
  label: string
  /** What fired, or what is lacking: "HER2−, PR < 20 %", "HER2 not reported". */
  detail: string
  /** The criteria that fired, each with the value that met it: "Ki-67 ≥ 20 % (40 %)". */
  criteria: readonly string[]
  /** What would fire as well if one of several readings holds: "PR < 20 % if 9 %". */
  conditional: readonly string[]
  /** The cut-off by which ER and PR count as positive, named. */
  rule: string
  scheme: typeof SUBTYPE_SCHEME
  remark: typeof SUBTYPE_REMARK
  /** CLINICAL: what was read in a source and what was not (CLINICAL 3.3); null where the row was verified. */
  evidence: string | null
}>

const PR_LOW = 'PR < 20\u2009%'
const KI67_HIGH = 'Ki-67 ≥ 20\u2009%'
const UNDETERMINED = 'Luminal A-like or B-like'
const UNVERIFIED = 'definition unverified'
const TRIPLE_NEGATIVE_EVIDENCE =
  'definition read in the St Gallen 2017 table; unverified for St Gallen 2013'

/**
 * The St Gallen 2013 surrogate of one specimen. CLINICAL: CLINICAL 3.3: nothing is classified without ER and HER2, and a
 * missing receptor never makes a triple negative; "ER+" and "PR+" are read by the cut-off in force, which is named.
 */
export function surrogateSubtype(specimen: SpecimenReceptors, cutoff: CutoffId): Subtype {
  const er = callIn(specimen, 'ER', cutoff)
  const pr = callIn(specimen, 'PR', cutoff)
  const her2 = callIn(specimen, 'HER2', cutoff)
  const make = subtypeMaker(CUTOFF[cutoff].name)

  const lacking = [lack('ER', er), lack('HER2', her2)].filter(text => text !== null)
  if (lacking.length > 0) return make('notClassifiable', 'not classifiable', lacking.join(', '))

  const erStatus = oneStatus(er)
  const her2Status = oneStatus(her2)
  const open = [openText('ER', er, erStatus), openText('HER2', her2, her2Status)]
  if (erStatus === null || her2Status === null) {
    return make('undecided', 'undecided', open.filter(text => text !== null).join(', '))
  }
  if (erStatus === 'positive') {
    return her2Status === 'positive'
      ? make('luminalBLikeHer2Positive', 'Luminal B-like', 'ER+, HER2+', { evidence: UNVERIFIED })
      : luminalHer2Negative(specimen, make)
  }
  const prLack = lack('PR', pr)
  if (prLack !== null) return make('notClassifiable', 'not classifiable', prLack)
  const prStatus = oneStatus(pr)
  if (prStatus === null) return make('undecided', 'undecided', openText('PR', pr, null) ?? '')
  if (prStatus === 'positive') {
    return make('notClassifiable', 'not classifiable', 'ER−, PR+: no row in this scheme')
  }
  return her2Status === 'positive'
    ? make('her2PositiveNonLuminal', 'HER2-positive, non-luminal', 'ER−, PR−, HER2+', {
        evidence: UNVERIFIED,
      })
    : make('tripleNegative', 'Triple negative', 'ER−, PR−, HER2−', {
        evidence: TRIPLE_NEGATIVE_EVIDENCE,
      })
}

type Maker = ReturnType<typeof subtypeMaker>

function subtypeMaker(rule: string) {
  return (
    kind: SubtypeKind,
    label: string,
    detail: string,
    given: Partial<Pick<Subtype, 'criteria' | 'conditional' | 'evidence'>> = {},
  ): Subtype => ({
    kind,
    label,
    detail,
    criteria: given.criteria ?? [],
    conditional: given.conditional ?? [],
    rule,
    scheme: SUBTYPE_SCHEME,
    remark: SUBTYPE_REMARK,
    evidence: given.evidence ?? null,
  })
}

/** CLINICAL: A-like needs PR ≥ 20 % and Ki-67 < 20 %; B-like either PR < 20 % or Ki-67 ≥ 20 % (PMC6797629, table 4). */
function luminalHer2Negative(specimen: SpecimenReceptors, make: Maker): Subtype {
  const ki67 = criterion(specimen, 'Ki-67', KI67_HIGH)
  const pr = criterion(specimen, 'PR', PR_LOW)
  const both = [ki67, pr]
  const fired = both.filter(one => one.state === 'fires')
  const conditional = both.flatMap(one => one.conditional)
  // CLINICAL: with PR missing A or B is undetermined, even where Ki-67 alone would make it B (CLINICAL 3.3).
  const prLack = lack('PR', callIn(specimen, 'PR', '>=1'))
  if (prLack !== null && fired.length > 0) {
    const criteria = fired.map(one => `${one.name} (${one.value})`)
    return make('undecided', UNDETERMINED, `HER2−, ${prLack}`, { criteria, conditional })
  }
  if (fired.length > 0) {
    // Where Ki-67 fires its value is the news; a low PR is named by the criterion, whatever the readings.
    const short = fired.map(one => (one === ki67 ? `Ki-67 ${one.value}` : PR_LOW))
    return make('luminalBLikeHer2Negative', 'Luminal B-like', ['HER2−', ...short].join(', '), {
      criteria: fired.map(one => `${one.name} (${one.value})`),
      conditional,
    })
  }
  const unsure = both.filter(one => one.state === 'open')
  if (unsure.length > 0) {
    const why = unsure.map(one => one.value).join(', ')
    return make('undecided', UNDETERMINED, `HER2−, ${why}`, { conditional })
  }
  const criteria = ['PR ≥ 20\u2009%', 'Ki-67 < 20\u2009%']
  return make('luminalALike', 'Luminal A-like', ['HER2−', ...criteria].join(', '), {
    criteria: [`${criteria[0]} (${pr.value})`, `${criteria[1]} (${ki67.value})`],
  })
}

type Criterion = Readonly<{
  name: string
  state: 'fires' | 'not' | 'open'
  value: string
  conditional: readonly string[]
}>

const BOUND = { low: 20, lowIn: true, high: 20, highIn: true }
const AT_AND_ABOVE = { low: 20, lowIn: true, high: 100, highIn: true }
const BELOW = { low: 0, lowIn: true, high: 20, highIn: false }

/** Whether PR is under 20 %, or Ki-67 at least 20 %, in every reading, in none, or not to be told. */
function criterion(specimen: SpecimenReceptors, marker: 'PR' | 'Ki-67', name: string): Criterion {
  const result = resultOf(specimen, marker)
  const call = callIn(specimen, marker, '>=1')
  if (result === null || result.readings.length === 0) {
    return { name, state: 'open', value: `${marker} ${call.text}`, conditional: [] }
  }
  const readings = readingsThatCount(result, specimen.settled.get(marker) ?? null)
  const judged = readings.map(reading => ({ reading, fires: firesFor(reading, marker) }))
  const known = judged.filter(({ fires }) => fires !== null)
  const value = shownValue(known.length > 0 ? known.map(k => k.reading) : readings, marker)
  if (known.length === 0) {
    return { name, state: 'open', value: `${marker} ${value}: no percentage`, conditional: [] }
  }
  if (known.every(({ fires }) => fires === true)) {
    return { name, state: 'fires', value, conditional: [] }
  }
  if (known.every(({ fires }) => fires === false))
    return { name, state: 'not', value, conditional: [] }
  const conditional = known
    .filter(({ fires }) => fires === true)
    .map(({ reading }) => `${name} if ${shownValue([reading], marker)}`)
  return {
    name,
    state: 'open',
    value: `${marker} ${value}: on both sides of 20\u2009%`,
    conditional,
  }
}

/** True, false, `'open'` for a band or comparator on both sides of 20 %, null where the reading has no percentage. */
function firesFor(reading: MarkerReading, marker: 'PR' | 'Ki-67'): boolean | 'open' | null {
  const span = reading.percent === null ? null : percentSpan(reading.percent)
  if (span === null) {
    // CLINICAL: every cut-off of CLINICAL 3.1 for "negative" lies at or below 10 %, and so under 20 %.
    return marker === 'PR' && reading.percent === null && reading.interpretation === 'negative'
      ? true
      : null
  }
  const isBelow = liesBelow(span, AT_AND_ABOVE)
  const isAbove = liesBelow(BELOW, span) || (span.low === BOUND.low && span.lowIn)
  if (!isBelow && !isAbove) return 'open'
  return marker === 'PR' ? isBelow : isAbove
}

function shownValue(readings: readonly MarkerReading[], marker: string): string {
  const percents = readings.map(reading => reading.percent).filter(percent => percent !== null)
  const [only, ...more] = percents
  if (only === undefined) return readings[0]?.interpretation ?? `${marker} without a value`
  if (more.length === 0) return percentText(only)
  return `${[...new Set(percents.map(numberText))].join(' | ')}\u2009%`
}

function oneStatus(call: Call): Exclude<Status, 'equivocal'> | null {
  const [only, ...more] = new Set(call.possible.map(statusOf))
  return only === undefined || more.length > 0 || only === 'equivocal' ? null : only
}

function lack(marker: string, call: Call): string | null {
  return call.kind === 'notEvaluable' ? `${marker} ${call.text}` : null
}

function openText(marker: string, call: Call, status: Status | null): string | null {
  return status === null ? `${marker} ${call.text}` : null
}
