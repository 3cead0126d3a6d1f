import type { TimeUnit } from './when.ts'

const SPELLINGS: Readonly<Record<string, TimeUnit>> = {
  d: 'day',
  day: 'day',
  days: 'day',
  w: 'week',
  wk: 'week',
  wks: 'week',
  week: 'week',
  weeks: 'week',
  m: 'month',
  mo: 'month',
  mos: 'month',
  mth: 'month',
  mths: 'month',
  month: 'month',
  months: 'month',
  y: 'year',
  yr: 'year',
  yrs: 'year',
  year: 'year',
  years: 'year',
}

/** The unit of time that a word means ("months", "wks", "d"), or null for anything else. */
export function timeUnitOf(word: string): TimeUnit | null {
  const typed = word.toLowerCase()
  return Object.hasOwn(SPELLINGS, typed) ? (SPELLINGS[typed] ?? null) : null
}
