import type { Ish, MarkerReading } from '../case/specimen.ts'
import { REPORTED_CALL_LABEL } from '../codes/results.ts'
import { formatQuantity } from '../values/formatQuantity.ts'
import type { Quantity } from '../values/quantity.ts'

/** Comparator and number or band without a unit: "80", "<10", "30–60". */
export function numberText(quantity: Quantity): string {
  return formatQuantity({ ...quantity, unit: null, verbatim: null })
}

/** A percentage as it is shown: "80 %", ">60 %", with a thin space. */
export function percentText(quantity: Quantity): string {
  return formatQuantity({ ...quantity, unit: '%', verbatim: null })
}

const ISH_WORD = {
  amplified: 'ISH amplified',
  notAmplified: 'ISH not amplified',
  equivocal: 'ISH equivocal',
} as const satisfies Record<NonNullable<Ish['result']>, string>

const NO_ISH_WORD = {
  pending: 'ISH pending',
  notDone: 'ISH not done',
  notAssessable: 'ISH not assessable',
} as const satisfies Record<NonNullable<Ish['missing']>, string>

/** Why there is no result of the hybridisation, as its report says; null where it gives one, or says nothing of it. */
export function ishAbsence(ish: Ish | null): string | null {
  return ish === null || ish.missing === null ? null : NO_ISH_WORD[ish.missing]
}

export function ihcText(ihc: NonNullable<MarkerReading['ihc']>): string {
  const high = ihc.high === null || ihc.high === ihc.low ? '' : `–${ihc.high}`
  return `IHC ${ihc.low}${high}`
}

export function ishText(ish: Ish): string | null {
  const parts = [
    ish.result === null ? ishAbsence(ish) : ISH_WORD[ish.result],
    ish.ratio === null ? null : `ratio ${numberText(ish.ratio)}`,
    ish.copyNumber === null ? null : `copy number ${numberText(ish.copyNumber)}`,
    ish.group === null ? null : `group ${ish.group}`,
  ].filter(part => part !== null)
  if (parts.length === 0) return null
  return ish.result === null && ish.missing === null ? `ISH ${parts.join(', ')}` : parts.join(', ')
}

/** Whether a reading says anything of the marker, if only in words that were not parsed. */
export function hasValue(reading: MarkerReading): boolean {
  return valueParts(reading).length > 0 || reading.verbatim !== null
}

/** Whether a reading has words alone, from which nothing could be read: what they hold is not known to any rule. */
export function isOnlyWords(reading: MarkerReading): boolean {
  return valueParts(reading).length === 0 && reading.verbatim !== null
}

/**
 * What a reading states, value first: "80 %", "IHC 2+, ISH not amplified", "negative". The report's interpretation stands
 * in only where there is no value; `verbatim` where there is neither.
 */
export function readingText(reading: MarkerReading): string {
  const parts = valueParts(reading)
  return parts.length > 0 ? parts.join(', ') : (reading.verbatim ?? 'no value')
}

function valueParts(reading: MarkerReading): string[] {
  const values = [
    reading.percent === null ? null : percentText(reading.percent),
    reading.ihc === null ? null : ihcText(reading.ihc),
    reading.ish === null ? null : ishText(reading.ish),
    reading.allred === null ? null : `Allred ${reading.allred}`,
    reading.hScore === null ? null : `H-score ${reading.hScore}`,
    reading.score === null ? null : `${reading.score.name} ${numberText(reading.score.value)}`,
  ].filter(part => part !== null)
  if (values.length > 0) return values
  if (reading.interpretation !== null) return [REPORTED_CALL_LABEL[reading.interpretation]]
  return reading.intensity === null ? [] : [`${reading.intensity} staining`]
}

/** `readingText` without the per cent sign where a percentage is all it says, for lists such as "90 or 9". */
export function bareReadingText(reading: MarkerReading): string {
  return reading.percent === null ? readingText(reading) : numberText(reading.percent)
}
