import { assertNever } from '../assertNever.ts'
import { MISSING_LABEL, type Missing } from '../values/missing.ts'
import { dayNumber, intervalOf, precisionOf } from './calendar.ts'
import { PART_WORDS, plainText } from './dateWords.ts'
import { MONTH_LABELS } from './monthNames.ts'
import type { Anchor, DateStatement, Offset, PartialDate, TimeUnit, When } from './when.ts'

/** Names the event that an interval counts from, such as "surgery" or "the end of chemotherapy". */
export type NameOfAnchor = (anchor: Anchor) => string

/** A text to show, and which kind of missing it stands for, or null where something is recorded. */
export type WhenText = Readonly<{ text: string; missing: Missing | null }>

/** `03-May-2022`, `May-2022` or `2022`, whatever the system's region. */
export function formatPartialDate(date: PartialDate): string {
  const year = date.slice(0, 4)
  const month = MONTH_LABELS[Number(date.slice(5, 7)) - 1] ?? ''
  switch (precisionOf(date)) {
    case 'year':
      return year
    case 'month':
      return `${month}-${year}`
    case 'day':
      return `${date.slice(8, 10)}-${month}-${year}`
  }
}

/** 1st, 2nd, 3rd, 11th, 112th. */
export function formatOrdinal(n: number): string {
  const tens = n % 100
  if (tens >= 11 && tens <= 13) return `${n}th`
  const suffix = ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'
  return `${n}${suffix}`
}

function count(low: number, high: number | null, unit: TimeUnit): string {
  const plural = low === 1 && high === null ? unit : `${unit}s`
  return high === null ? `${low} ${plural}` : `${low}–${high} ${plural}`
}

/** The typed words that say more than "about", such as "early" in "early 2021". */
function qualifierOf(verbatim: string | null): string {
  const typed = plainText(verbatim ?? '').replace(/^(?:in )?(?:the )?/, '')
  return PART_WORDS.find(words => new RegExp(`^${words}[ -]`).test(typed)) ?? 'about'
}

function formatRelative(offset: Offset, approximate: boolean, name: string): string {
  const about = approximate ? 'about ' : ''
  const afterwards = approximate ? ' (about)' : ''
  switch (offset.type) {
    case 'at':
      return `at ${name}${afterwards}`
    case 'before':
    case 'after':
      return `${offset.type} ${name}${afterwards}`
    case 'ordinal':
      return `${about}${formatOrdinal(offset.n)} ${offset.unit} after ${name}`
    case 'elapsed':
      return `${about}${count(offset.low, offset.high, offset.unit)} ${offset.direction} ${name}`
    default:
      return assertNever(offset)
  }
}

/** One statement in words, in the precision it was made with: never a day that nobody stated. */
export function formatStatement(statement: DateStatement, nameOfAnchor: NameOfAnchor): string {
  const about = statement.approximate ? 'about ' : ''
  switch (statement.kind) {
    case 'date': {
      const date = formatPartialDate(statement.date)
      return statement.approximate ? `${qualifierOf(statement.verbatim)} ${date}` : date
    }
    case 'between': {
      const from = statement.from === null ? null : formatPartialDate(statement.from)
      const to = statement.to === null ? null : formatPartialDate(statement.to)
      if (from === null) return `not after ${about}${to}`
      if (to === null) return `not before ${about}${from}`
      return statement.approximate ? `about ${from} to ${to}` : `between ${from} and ${to}`
    }
    case 'relative':
      return formatRelative(statement.offset, statement.approximate, nameOfAnchor(statement.anchor))
    case 'missing':
      return MISSING_LABEL[statement.missing]
    default:
      return assertNever(statement)
  }
}

/** The days that a statement of calendar dates allows, by number; null for one that names no calendar date. */
export function calendarBounds(
  statement: DateStatement,
): { first: number | null; last: number | null } | null {
  if (statement.kind === 'date') {
    const { first, last } = intervalOf(statement.date)
    return { first: dayNumber(first), last: dayNumber(last) }
  }
  if (statement.kind !== 'between') return null
  return {
    first: statement.from === null ? null : dayNumber(intervalOf(statement.from).first),
    last: statement.to === null ? null : dayNumber(intervalOf(statement.to).last),
  }
}

/** Whether two calendar statements of one event cannot both be true; what is only about a date contradicts none. */
export function contradicts(a: DateStatement, b: DateStatement): boolean {
  const x = calendarBounds(a)
  const y = calendarBounds(b)
  if (x === null || y === null || a.approximate || b.approximate) return false
  return (
    (x.first !== null && y.last !== null && x.first > y.last) ||
    (y.first !== null && x.last !== null && y.first > x.last)
  )
}

function joined(when: When, textOf: (statement: DateStatement) => string): WhenText {
  const [first, ...further] = when
  if (first === undefined) return { text: MISSING_LABEL.notRecorded, missing: 'notRecorded' }
  const agreeing = further.filter(s => !contradicts(first, s)).map(textOf)
  const disagreeing = further.filter(s => contradicts(first, s)).map(textOf)
  const brackets = agreeing.length === 0 ? '' : ` (${agreeing.join('; ')})`
  const [only] = when.filter(s => s.kind !== 'missing')
  return {
    text: [`${textOf(first)}${brackets}`, ...disagreeing].join(' | '),
    missing: only === undefined && first.kind === 'missing' ? first.missing : null,
  }
}

/**
 * Every statement of one time: the first in front, further ones in brackets, and calendar dates that cannot both be true
 * beside each other after a bar.
 */
export function formatWhen(when: When, nameOfAnchor: NameOfAnchor): WhenText {
  return joined(when, statement => formatStatement(statement, nameOfAnchor))
}

function isSameAnchor(a: Anchor, b: Anchor): boolean {
  return a.entry === b.entry && a.end === b.end
}

function shortRelative(offset: Offset, approximate: boolean, name: string): string {
  const about = approximate ? '≈ ' : ''
  switch (offset.type) {
    case 'at':
      return `at ${name}`
    case 'before':
    case 'after':
      return `${about}${offset.type}`
    case 'ordinal':
      return `${about}${formatOrdinal(offset.n)} ${offset.unit}`
    case 'elapsed': {
      const length = `${about}${count(offset.low, offset.high, offset.unit)}`
      return offset.direction === 'before' ? `${length} before` : length
    }
    default:
      return assertNever(offset)
  }
}

/** For narrow places on an axis that counts from `origin`: "32nd month" without naming the origin again. */
export function formatShortStatement(
  statement: DateStatement,
  origin: Anchor | null,
  nameOfAnchor: NameOfAnchor,
): string {
  if (statement.kind === 'relative' && origin !== null && isSameAnchor(statement.anchor, origin))
    return shortRelative(statement.offset, statement.approximate, nameOfAnchor(statement.anchor))
  return formatStatement(statement, nameOfAnchor)
}

/** The short form of the first statement alone: for a mark that shows the whole elsewhere. */
export function formatShortWhen(
  when: When,
  origin: Anchor | null,
  nameOfAnchor: NameOfAnchor,
): WhenText {
  return joined(when.slice(0, 1), s => formatShortStatement(s, origin, nameOfAnchor))
}

const NUMERIC_DAY_FIRST = /^\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}/

/** What was understood, for the form to show beside what was typed; says so where the day was read first. */
export function describeStatement(statement: DateStatement, nameOfAnchor: NameOfAnchor): string {
  const text = formatStatement(statement, nameOfAnchor)
  const isDayFirst = statement.verbatim !== null && NUMERIC_DAY_FIRST.test(statement.verbatim)
  return isDayFirst && statement.kind !== 'missing' ? `${text} (read as day/month/year)` : text
}
