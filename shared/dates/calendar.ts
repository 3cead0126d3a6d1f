import type { PartialDate, TimeUnit } from './when.ts'

/** A calendar day, `2022-05-03`. */
export type Day = string
export type Precision = 'day' | 'month' | 'year'
export type Days = Readonly<{ first: Day; last: Day }>

const MS_PER_DAY = 86_400_000

function utcDay(year: number, month: number, day: number): number {
  // `Date.UTC` reads the years 0 to 99 as 1900 to 1999, so the year is set apart.
  return new Date(Date.UTC(2000, month - 1, day)).setUTCFullYear(year, month - 1, day) / MS_PER_DAY
}

const FIRST_DAY = utcDay(0, 1, 1)
const LAST_DAY = utcDay(9999, 12, 31)

function partsOf(day: Day): { year: number; month: number; day: number } {
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    day: Number(day.slice(8, 10)),
  }
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0')
}

/** `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(utcDay(year, month + 1, 0) * MS_PER_DAY).getUTCDate()
}

/** The day written as text, or null where the calendar has no such day. */
export function dayFrom(year: number, month: number, day: number): Day | null {
  if (year < 0 || year > 9999 || month < 1 || month > 12) return null
  if (day < 1 || day > daysInMonth(year, month)) return null
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
}

/** Days since 1 January 1970; the day has no time zone. */
export function dayNumber(day: Day): number {
  const { year, month, day: ofMonth } = partsOf(day)
  return utcDay(year, month, ofMonth)
}

export function isDayNumber(n: number): boolean {
  return Number.isInteger(n) && n >= FIRST_DAY && n <= LAST_DAY
}

/** The day with this number. Throws outside the years 0 to 9999, which cannot be written. */
export function dayOf(n: number): Day {
  if (!isDayNumber(n)) throw new RangeError('a day outside the years 0 to 9999')
  return new Date(n * MS_PER_DAY).toISOString().slice(0, 10)
}

/** The number of the day `n` whole months later, at the end of a shorter month; it may lie outside the calendar. */
function monthsLater(day: Day, n: number): number {
  const { year, month, day: ofMonth } = partsOf(day)
  const months = year * 12 + (month - 1) + n
  const toYear = Math.floor(months / 12)
  const toMonth = months - toYear * 12 + 1
  return utcDay(toYear, toMonth, Math.min(ofMonth, daysInMonth(toYear, toMonth)))
}

/**
 * The same day of the month `n` whole months later (earlier when negative), or the last day of a shorter month.
 * Throws outside the years 0 to 9999.
 */
export function addMonths(day: Day, n: number): Day {
  return dayOf(monthsLater(day, n))
}

/**
 * The day number that lies `amount` units after (before when negative); a part of a month is that part of its days, and
 * a part of a day is rounded down or up. Null outside the calendar.
 */
export function shiftDayNumber(
  from: number,
  amount: number,
  unit: TimeUnit,
  round: 'down' | 'up',
): number | null {
  const rounded = round === 'down' ? Math.floor : Math.ceil
  // Nine decimals of a day are noise of binary fractions, never a recorded value.
  const tidy = (n: number) => rounded(Math.round(n * 1e9) / 1e9)
  if (Math.abs(amount) > 200_000 || !isDayNumber(from)) return null
  if (unit === 'day' || unit === 'week') {
    const n = tidy(from + amount * (unit === 'week' ? 7 : 1))
    return isDayNumber(n) ? n : null
  }
  const months = Math.round(amount * (unit === 'year' ? 12 : 1) * 1e9) / 1e9
  const whole = Math.floor(months)
  const day = dayOf(from)
  const start = monthsLater(day, whole)
  const n =
    whole === months
      ? start
      : tidy(start + (months - whole) * (monthsLater(day, whole + 1) - start))
  return isDayNumber(n) ? n : null
}

export function precisionOf(date: PartialDate): Precision {
  return date.length === 10 ? 'day' : date.length === 7 ? 'month' : 'year'
}

/** The first and the last day that a date of any precision can mean. */
export function intervalOf(date: PartialDate): Days {
  const precision = precisionOf(date)
  if (precision === 'day') return { first: date, last: date }
  if (precision === 'year') return { first: `${date}-01-01`, last: `${date}-12-31` }
  const last = daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))
  return { first: `${date}-01`, last: `${date}-${last}` }
}

/**
 * Months from one day to another (negative when earlier): whole calendar months, and the days over as a fraction of the
 * month that they lie in. The same day next month is exactly 1.
 */
export function monthsBetween(from: Day, to: Day): number {
  const target = dayNumber(to)
  const a = partsOf(from)
  const b = partsOf(to)
  let whole = (b.year - a.year) * 12 + (b.month - a.month)
  if (monthsLater(from, whole) > target) whole -= 1
  const start = monthsLater(from, whole)
  const fraction = (target - start) / (monthsLater(from, whole + 1) - start)
  return whole + fraction
}

/** Completed years; someone born on 29 February completes a common year on 1 March. */
function yearsBetween(from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}

/** The age in completed years, from the youngest to the oldest that the date of birth allows. Negative before birth. */
export function ageInYears(born: PartialDate, today: Day): { low: number; high: number } {
  const { first, last } = intervalOf(born)
  return { low: yearsBetween(last, today), high: yearsBetween(first, today) }
}
