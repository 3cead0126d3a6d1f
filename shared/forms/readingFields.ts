import {
  INTENSITIES,
  ISH_WITHOUT_RESULT,
  type Ish,
  type MarkerReading,
  REPORTED_CALLS,
} from '../case/specimen.ts'
import { INTENSITY_LABEL, REPORTED_CALL_LABEL } from '../codes/results.ts'
import { ok, type Result } from '../result.ts'
import { formatQuantity } from '../values/formatQuantity.ts'
import { MARKER_REFUSAL_TEXT } from '../values/markerWords.ts'
import { parseIhc } from '../values/parseIhc.ts'
import { parseMarkerText } from '../values/parseMarkerText.ts'
import { parseQuantity } from '../values/parseQuantity.ts'
import type { Quantity } from '../values/quantity.ts'
import { QUANTITY_REFUSAL_TEXT } from '../values/quantityRefusal.ts'
import { isSame } from './codec.ts'

/** What a reading says, without method, words and source. */
export type Said = Pick<
  MarkerReading,
  'percent' | 'intensity' | 'allred' | 'hScore' | 'ihc' | 'score' | 'interpretation'
> &
  Readonly<{
    /** Its result, or why there is none. */
    ishResult: Ish['result'] | Ish['missing']
    ishRatio: Ish['ratio']
    ishCopyNumber: Ish['copyNumber']
    ishGroup: Ish['group']
    ishMethod: Ish['method']
  }>
export const SAID_FIELDS = [
  'percent',
  'intensity',
  'allred',
  'hScore',
  'ihc',
  'ishResult',
  'ishRatio',
  'ishCopyNumber',
  'ishGroup',
  'ishMethod',
  'score',
  'interpretation',
] as const satisfies readonly (keyof Said)[]
export type SaidField = (typeof SAID_FIELDS)[number]

export const NOTHING_SAID: Said = {
  percent: null,
  intensity: null,
  allred: null,
  hScore: null,
  ihc: null,
  ishResult: null,
  ishRatio: null,
  ishCopyNumber: null,
  ishGroup: null,
  ishMethod: null,
  score: null,
  interpretation: null,
}

/** In a detail: the result's words say something here that is not to be recorded. */
export const NOT_STATED = 'not stated'
/** Detail fields that are chosen from a list; the others are typed. */
const ISH_FOUND = ['amplified', 'notAmplified', 'equivocal'] as const
export const ISH_RESULTS = [...ISH_FOUND, ...ISH_WITHOUT_RESULT] as const
export const ISH_RESULT_LABEL = {
  amplified: 'amplified',
  notAmplified: 'not amplified',
  equivocal: 'equivocal',
  pending: 'pending',
  notDone: 'not done',
  notAssessable: 'not assessable',
} as const satisfies Record<(typeof ISH_RESULTS)[number], string>

/** The fields of a reading, its hybridisation's side by side with the others. */
export function saidIn(reading: MarkerReading): Said {
  const { percent, intensity, allred, hScore, ihc, ish, score, interpretation } = reading
  return {
    percent,
    intensity,
    allred,
    hScore,
    ihc,
    ishResult: ish?.result ?? ish?.missing ?? null,
    ishRatio: ish?.ratio ?? null,
    ishCopyNumber: ish?.copyNumber ?? null,
    ishGroup: ish?.group ?? null,
    ishMethod: ish?.method ?? null,
    score,
    interpretation,
  }
}

/** The hybridisation that the fields make up, or null where none of them says anything. */
export function ishOf(said: Said): Ish | null {
  const { ishResult } = said
  const ish = {
    result: ISH_FOUND.find(result => result === ishResult) ?? null,
    missing: ISH_WITHOUT_RESULT.find(reason => reason === ishResult) ?? null,
    ratio: said.ishRatio,
    copyNumber: said.ishCopyNumber,
    group: said.ishGroup,
    method: said.ishMethod,
  }
  return Object.values(ish).every(value => value === null) ? null : ish
}

/** What a typed result says; nothing for an empty text, and for words that mean a kind of missing. */
export function saidBy(marker: string, text: string): Result<Said, string> {
  if (text.trim() === '') return ok(NOTHING_SAID)
  const read = parseMarkerText(marker, text)
  if (!read.ok) return { ok: false, error: MARKER_REFUSAL_TEXT[read.error] }
  return ok(read.value.kind === 'reading' ? saidIn(read.value.reading) : NOTHING_SAID)
}

function plain(quantity: Quantity | null): string | null {
  return quantity === null ? null : formatQuantity({ ...quantity, verbatim: null })
}

/** A result put into the words that a report would use: "80 %", "2+ ISH not amplified". */
export function composed(said: Said): string {
  const { ishResult, ishRatio, ishCopyNumber, ishGroup } = said
  const ish = ishResult === null ? '' : ` ${ISH_RESULT_LABEL[ishResult]}`
  const hasIsh = ishResult !== null || said.ishMethod !== null
  const parts = [
    plain(said.percent),
    said.intensity === null ? null : intensityWords(said.intensity),
    ihcText(said.ihc),
    hasIsh ? `${said.ishMethod ?? 'ISH'}${ish}` : null,
    ishRatio === null ? null : `ratio ${plain(ishRatio)}`,
    ishCopyNumber === null ? null : `copy number ${plain(ishCopyNumber)}`,
    ishGroup === null ? null : `group ${ishGroup}`,
    said.allred === null ? null : `Allred ${said.allred}`,
    said.hScore === null ? null : `H-score ${said.hScore}`,
    said.score === null ? null : `${said.score.name} ${plain(said.score.value)}`,
    said.interpretation === null ? null : REPORTED_CALL_LABEL[said.interpretation],
  ]
  return parts.filter(part => part !== null).join(', ')
}

function intensityWords(intensity: (typeof INTENSITIES)[number]): string {
  return intensity === 'none' ? 'no staining' : INTENSITY_LABEL[intensity]
}

function ihcText(ihc: Said['ihc']): string | null {
  if (ihc === null) return null
  return ihc.high === null ? ihc.low : `${ihc.low} to ${ihc.high}`
}

/** One detail as it stands in its field. */
export function showDetail(said: Said, field: SaidField): string {
  switch (field) {
    case 'percent':
    case 'ishRatio':
    case 'ishCopyNumber':
      return plain(said[field]) ?? NOT_STATED
    case 'ihc':
      return ihcText(said.ihc) ?? NOT_STATED
    case 'score':
      return said.score === null ? NOT_STATED : `${said.score.name} ${plain(said.score.value)}`
    case 'allred':
    case 'hScore':
    case 'ishGroup':
      return said[field] === null ? NOT_STATED : String(said[field])
    case 'intensity':
    case 'ishResult':
    case 'ishMethod':
    case 'interpretation':
      return said[field] ?? NOT_STATED
  }
}

function number(text: string, whole: boolean, low: number, high: number): number | null {
  const n = /^\d{1,4}(?:[.,]\d{1,4})?$/.test(text) ? Number(text.replace(',', '.')) : null
  return n === null || n < low || n > high || (whole && !Number.isInteger(n)) ? null : n
}

function quantity(text: string, unit: string | null): Result<Quantity, string> {
  const read = parseQuantity(text, { unit })
  return read.ok
    ? ok({ ...read.value, verbatim: null })
    : { ok: false, error: QUANTITY_REFUSAL_TEXT[read.error] }
}

function member<M extends string>(members: readonly M[], text: string): Result<M, string> {
  const found = members.find(each => each === text)
  return found === undefined ? { ok: false, error: 'Choose one of the list.' } : ok(found)
}

function said<F extends SaidField>(field: F, value: Said[F]): Pick<Said, F> {
  // A computed key widens to an index signature; there is just this one.
  return { [field]: value } as Pick<Said, F>
}

function one<F extends SaidField>(
  field: F,
  read: Result<Said[F], string>,
): Result<Partial<Said>, string> {
  return read.ok ? ok(said(field, read.value)) : read
}

/** What one typed detail says. */
export function readDetail(field: SaidField, typed: string): Result<Partial<Said>, string> {
  const text = typed.trim()
  if (text.toLowerCase() === NOT_STATED) return ok(said(field, null))
  switch (field) {
    case 'percent': {
      const read = quantity(text, '%')
      const isInside = read.ok && read.value.low >= 0 && (read.value.high ?? read.value.low) <= 100
      return read.ok && !isInside
        ? { ok: false, error: MARKER_REFUSAL_TEXT.percentOutsideRange }
        : one('percent', read)
    }
    case 'ishRatio':
      return one('ishRatio', quantity(text, null))
    case 'ishCopyNumber':
      return one('ishCopyNumber', quantity(text, null))
    case 'ihc': {
      const ihc = parseIhc(text)
      return ihc === null
        ? { ok: false, error: 'Write the score as 0, 0+, 1+, 2+, 3+, or 0-1+.' }
        : ok({ ihc })
    }
    case 'allred': {
      const allred = number(text, true, 0, 8)
      return allred === null || allred === 1
        ? { ok: false, error: MARKER_REFUSAL_TEXT.impossibleAllred }
        : ok({ allred })
    }
    case 'hScore': {
      const hScore = number(text, false, 0, 300)
      return hScore === null
        ? { ok: false, error: MARKER_REFUSAL_TEXT.hScoreOutsideRange }
        : ok({ hScore })
    }
    case 'ishGroup': {
      const ishGroup = number(text, true, 1, 5)
      return ishGroup === null ? { ok: false, error: 'The group is 1 to 5.' } : ok({ ishGroup })
    }
    case 'score': {
      const match = /^(\D*\S)\s+([<>≤≥~=]?=?\s*\d.*)$/.exec(text)
      const value = match === null ? null : quantity(match[2] ?? '', null)
      if (match === null || value === null || !value.ok)
        return { ok: false, error: 'Write the name and the number, as in CPS 10.' }
      return ok({ score: { name: match[1] ?? '', value: value.value } })
    }
    case 'intensity':
      return one('intensity', member(INTENSITIES, text))
    case 'ishResult':
      return one('ishResult', member(ISH_RESULTS, text))
    case 'interpretation':
      return one('interpretation', member(REPORTED_CALLS, text))
    case 'ishMethod':
      return ok({ ishMethod: typed })
  }
}

/** The details that a text does not say by itself; blank where the text is enough. */
export function detailsBeside(
  text: string,
  marker: string,
  value: Said,
): Record<SaidField, string> {
  const read = saidBy(marker, text)
  const bySelf = read.ok ? read.value : NOTHING_SAID
  const entries = SAID_FIELDS.map(
    field => [field, isSame(bySelf[field], value[field]) ? '' : showDetail(value, field)] as const,
  )
  // One entry for every field of the list.
  return Object.fromEntries(entries) as Record<SaidField, string>
}
