import { foldCompact, foldWords } from '../codes/fold.ts'
import type { PatientDetails } from './patient.ts'

const MONTHS = [
  ['jan', 'january'],
  ['feb', 'february'],
  ['mar', 'march'],
  ['apr', 'april'],
  ['may'],
  ['jun', 'june'],
  ['jul', 'july'],
  ['aug', 'august'],
  ['sep', 'september'],
  ['oct', 'october'],
  ['nov', 'november'],
  ['dec', 'december'],
] as const

/** The words of a query as they are compared: folded, without doubles. All of them must be found, in any order. */
export function searchWords(query: string): string[] {
  return [...new Set(foldWords(query))]
}

/**
 * The words under which a patient is found, separated by spaces: name parts, every number with and without its spaces,
 * and the birth date in the ways in which people type one.
 */
export function patientSearchText(details: PatientDetails): string {
  const { familyName, givenName, caseName, born, identifiers } = details
  const words = [
    ...nameWords(familyName ?? '', givenName ?? ''),
    ...foldWords(caseName ?? ''),
    ...identifiers.flatMap(({ value }) => [...foldWords(value), foldCompact(value)]),
    ...(born === null ? [] : dateWords(born)),
  ]
  return [...new Set(words)].filter(word => word !== '').join(' ')
}

/** Names are also written together, because Chinese, Japanese and Korean ones are typed without a space. */
function nameWords(familyName: string, givenName: string): string[] {
  const family = foldCompact(familyName)
  const given = foldCompact(givenName)
  return [
    ...foldWords(familyName),
    ...foldWords(givenName),
    family,
    given,
    family + given,
    given + family,
  ]
}

/** The name by which lists are sorted, folded as searches are. */
export function patientSortName({ familyName, givenName, caseName }: PatientDetails): string {
  return foldWords(
    [familyName ?? caseName, givenName].filter(part => part !== null).join(' '),
  ).join(' ')
}

/** `1971-03-15` gives the words of 15-Mar-1971, 15/03/1971, 15.3.1971, 1971-03-15, 15031971 and 19710315. */
function dateWords(born: string): string[] {
  const [year = '', month, day] = born.split('-')
  if (month === undefined) return [year]
  const names = MONTHS[Number(month) - 1] ?? []
  const monthWords = [month, String(Number(month)), ...names]
  if (day === undefined) return [year, ...monthWords]
  return [
    day,
    String(Number(day)),
    ...monthWords,
    year,
    `${year}${month}${day}`,
    `${day}${month}${year}`,
  ]
}
