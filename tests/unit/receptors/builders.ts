import type { Ish, MarkerReading, MarkerResult } from '../../../shared/case/specimen.ts'
import { EntryId } from '../../../shared/ids.ts'
import type { SpecimenReceptors } from '../../../shared/receptors/compare.ts'
import type { Comparator, Quantity } from '../../../shared/values/quantity.ts'

export function buildId(n: number): EntryId {
  return EntryId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
}

export function quantity(low: number, high: number | null = null, comparator: Comparator = '=') {
  return { comparator, low, high, unit: '%', verbatim: null } satisfies Quantity
}

export const below = (n: number) => quantity(n, null, '<')
export const above = (n: number) => quantity(n, null, '>')
export const about = (n: number) => quantity(n, null, '~')

export function reading(given: Partial<MarkerReading>): MarkerReading {
  return {
    percent: null,
    intensity: null,
    allred: null,
    hScore: null,
    ihc: null,
    ish: null,
    score: null,
    interpretation: null,
    method: null,
    verbatim: null,
    source: null,
    ...given,
  }
}

/** A hybridisation of which nothing but the given is stated. */
export function ish(given: Partial<Ish>): Ish {
  return {
    result: null,
    missing: null,
    ratio: null,
    copyNumber: null,
    group: null,
    method: null,
    ...given,
  }
}

export function result(marker: string, ...readings: Partial<MarkerReading>[]): MarkerResult {
  return { marker, missing: null, missingAsReported: null, readings: readings.map(reading) }
}

/** A result with one reading for each percentage. */
export function percents(marker: string, ...values: number[]): MarkerResult {
  return result(marker, ...values.map(value => ({ percent: quantity(value) })))
}

export function missing(marker: string, kind: NonNullable<MarkerResult['missing']>): MarkerResult {
  return { marker, missing: kind, missingAsReported: null, readings: [] }
}

export function specimen(
  label: string,
  results: MarkerResult[],
  settled: ReadonlyMap<string, number> = new Map(),
): SpecimenReceptors {
  return { id: buildId(label.charCodeAt(0)), label, results, settled }
}

/** The specimens of the published case, oldest first. CLINICAL: CLINICAL 1.3. */
export function publishedSpecimens(settled: ReadonlyMap<string, number> = new Map()) {
  const negative = (marker: string) => result(marker, { interpretation: 'negative' })
  return [
    specimen('A', [
      percents('ER', 80),
      percents('PR', 3, 5),
      negative('HER2'),
      percents('Ki-67', 10),
    ]),
    specimen('B', []),
    specimen(
      'C',
      [percents('ER', 90), percents('PR', 90, 9), negative('HER2'), percents('Ki-67', 40)],
      settled,
    ),
    specimen('D', [
      percents('ER', 80),
      percents('PR', 50),
      negative('HER2'),
      percents('Ki-67', 50),
    ]),
    specimen('E', [
      percents('ER', 10),
      negative('PR'),
      missing('HER2', 'notReported'),
      percents('Ki-67', 20),
    ]),
  ] as const
}
