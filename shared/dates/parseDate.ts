import { ok, type Result } from '../result.ts'
import { LONGEST_LINE } from '../text.ts'
import type { Missing } from '../values/missing.ts'
import { type Day, dayNumber, dayOf, intervalOf, precisionOf, shiftDayNumber } from './calendar.ts'
import { type DateRefusal, refuseDate } from './dateRefusal.ts'
import { ordinalFromWord, PART_WORDS, plainText } from './dateWords.ts'
import { MONTH_LABELS } from './monthNames.ts'
import { parseCalendarDate } from './parseCalendarDate.ts'
import { parseOffset } from './parseOffset.ts'
import { timeUnitOf } from './timeUnit.ts'
import { type Anchor, DateStatement, type Offset, type PartialDate } from './when.ts'

export type NamedAnchor = Readonly<{ name: string; anchor: Anchor }>
export type DateTyping = Readonly<{
  today: Day
  /** The events of the case that an interval may count from. */
  anchors?: readonly NamedAnchor[]
  /** What a bare "month 32" counts from; without it, the only anchor where there is just one. */
  origin?: Anchor | null
}>

type Bounds = Readonly<{ from: PartialDate | null; to: PartialDate | null }>
type Meaning =
  | Readonly<{ kind: 'date'; date: PartialDate }>
  | (Bounds & Readonly<{ kind: 'between' }>)
  | Readonly<{ kind: 'relative'; anchor: Anchor; offset: Offset }>
  | Readonly<{ kind: 'missing'; missing: Missing }>
type Read = Result<Meaning, DateRefusal>

const MISSING_WORDS: Readonly<Record<string, Missing>> = {
  'not recorded': 'notRecorded',
  'not reported': 'notReported',
  'not stated': 'notStated',
  'not done': 'notDone',
  pending: 'pending',
  unknown: 'unknown',
  'not known': 'unknown',
  'not assessable': 'notAssessable',
}

const ABOUT = new RegExp(
  `^(?:in )?(?:about|approximately|approx\\.?|around|circa|ca?\\.|ca?(?= )|~|≈|(?:the )?(?:${PART_WORDS.join('|')})(?=[ -]))[ -]?`,
)
const ABOUT_BEHIND = / ?(?:\(about\)|\?)$/

/** Takes the words off that only weaken a date. */
function weakened(plain: string): { plain: string; approximate: boolean } {
  const bare = plain.replace(ABOUT_BEHIND, '').replace(ABOUT, '')
  return { plain: bare, approximate: bare !== plain }
}

/** `t`, `t-2d`, `+3m`: counted in calendar days and months from today. */
function parseShorthand(plain: string, today: Day): Read | null {
  if (plain === 't' || plain === 'today') return ok({ kind: 'date', date: today })
  if (plain === 'yesterday') return parseShorthand('t-1d', today)
  const match = /^(?:t|today)? ?([+-]) ?(\d{1,6}) ?([a-z]+)$/.exec(plain)
  const unit = match === null ? null : timeUnitOf(match[3] ?? '')
  if (match === null || unit === null) return null
  const amount = match[1] === '-' ? -Number(match[2]) : Number(match[2])
  const n = shiftDayNumber(dayNumber(today), amount, unit, 'down')
  return n === null ? refuseDate('outsideCalendar') : ok({ kind: 'date', date: dayOf(n) })
}

/** "May" of "May-Aug 2022", "28 May" of "28 May - 2 Jun 2022", "3" of "3-5 May 2022", completed from the second date. */
function completed(left: string, right: PartialDate, typedRight: string): string {
  const year = right.slice(0, 4)
  if (/^(?:\d{1,2}(?:st|nd|rd|th)? )?[a-z]+$/.test(left)) return `${left} ${year}`
  const isDayOfNamedMonth = precisionOf(right) === 'day' && /[a-z]{3}/.test(typedRight)
  const month = MONTH_LABELS[Number(right.slice(5, 7)) - 1]?.toLowerCase() ?? ''
  return isDayOfNamedMonth && /^\d{1,2}$/.test(left) ? `${left} ${month} ${year}` : left
}

function parsePair(left: string, right: string): Read | null {
  const to = parseCalendarDate(right)
  if (to === null) return null
  if (!to.ok) return parseCalendarDate(left) === null ? null : to
  const from = parseCalendarDate(completed(left, to.value, right))
  if (from === null || !from.ok) return from
  if (intervalOf(from.value).first > intervalOf(to.value).last) return refuseDate('reversed')
  return ok({ kind: 'between', from: from.value, to: to.value })
}

function parseRange(plain: string): Read | null {
  const words = /^(?:between|from)? ?(.{1,40}?) (?:to|and|until|till) (.{1,40})$/.exec(plain)
  if (words !== null) return parsePair(words[1] ?? '', words[2] ?? '')
  if (plain.length > 80) return null
  let refusal: Read | null = null
  for (let at = plain.indexOf('-'); at !== -1; at = plain.indexOf('-', at + 1)) {
    const pair = parsePair(plain.slice(0, at).trim(), plain.slice(at + 1).trim())
    if (pair?.ok === true) return pair
    refusal ??= pair
  }
  return refusal
}

const PART_OF_YEAR =
  /^(?:in )?(?:the )?(?:([qh])([1-4])|([1-4](?:st|nd|rd|th)|[a-z]{5,6}) (quarter|half))(?: of)? (\d{4})$/

/** "Q3 2021", "the first half of 2021": from the first month of it to the last. */
function parsePartOfYear(plain: string): Read | null {
  const match = PART_OF_YEAR.exec(plain.replace(/^(\d{4}) ?([qh][1-4])$/, '$2 $1'))
  if (match === null) return null
  const [, letter, digit, word = '', part, year = ''] = match
  const n = ordinalFromWord(word) ?? Number.parseInt(digit ?? word, 10)
  const months = letter === 'q' || part === 'quarter' ? 3 : 6
  if (!(n >= 1 && n * months <= 12)) return null
  const monthOf = (month: number) => parseCalendarDate(`${year}-${month}`)
  const [from, to] = [monthOf((n - 1) * months + 1), monthOf(n * months)]
  if (from === null || to === null) return null
  if (!from.ok) return from
  if (!to.ok) return to
  return ok({ kind: 'between', from: from.value, to: to.value })
}

const FROM = /^(?:after|since|from|not before|no earlier than|later than) (.+)$/
const TO = /^(?:before|until|till|by|up to|not after|no later than|prior to|earlier than) (.+)$/

/**
 * "After May 2022" may still mean a day of that month: the bound includes what was named, so that nothing possible is
 * shut out.
 */
function parseBound(plain: string): (Read & { approximate?: boolean }) | null {
  const from = FROM.exec(plain)?.[1]
  const to = TO.exec(plain)?.[1]
  const typed = weakened(from ?? to ?? '')
  const date = parseCalendarDate(typed.plain)
  if (date === null || !date.ok) return date
  const bounds =
    from === undefined ? { from: null, to: date.value } : { from: date.value, to: null }
  return { ...ok({ kind: 'between', ...bounds }), approximate: typed.approximate }
}

/** "May/June" of a year. */
const MONTHS = /^([a-z]{3,9}) ?\/ ?([a-z]{3,9} \d{4})$/

function parseDateOrRange(plain: string): Read | null {
  const date = parseCalendarDate(plain.replace(/^(?:in|on) /, ''))
  if (date !== null) return date.ok ? ok({ kind: 'date', date: date.value }) : date
  return parsePartOfYear(plain) ?? parseRange(plain.replace(MONTHS, '$1-$2'))
}

function isSame(a: Anchor, b: Anchor): boolean {
  return a.entry === b.entry && a.end === b.end
}

/** The longest name at the end of the text with a readable offset before it; a name of two events is refused. */
function parseNamed(plain: string, anchors: readonly NamedAnchor[]): Read | null {
  const named = anchors
    .map(({ name, anchor }) => ({ name: plainText(name).replace(/^the /, ''), anchor }))
    .filter(({ name }) => name !== '' && plain.endsWith(` ${name}`))
    .sort((a, b) => b.name.length - a.name.length)
  for (const { name, anchor } of named) {
    const offset = parseOffset(plain.slice(0, -name.length - 1).replace(/ the$/, ''))
    if (offset === null) continue
    const isAmbiguous = named.some(other => other.name === name && !isSame(other.anchor, anchor))
    return isAmbiguous ? refuseDate('ambiguousEvent') : ok({ kind: 'relative', anchor, offset })
  }
  return null
}

const UNKNOWN_EVENT = /^(.*?\b(?:after|following|before|prior to)) .+$/

function parseRelative(plain: string, typing: DateTyping): Read | null {
  const anchors = typing.anchors ?? []
  const named = parseNamed(plain, anchors)
  if (named !== null) return named
  const bare = parseOffset(plain) ?? parseOffset(`${plain} after`)
  if (bare?.type === 'ordinal' || (bare?.type === 'elapsed' && parseOffset(plain) !== null)) {
    const [only, ...others] = anchors
    const origin = typing.origin ?? (others.length === 0 ? only?.anchor : undefined)
    if (origin === undefined) return refuseDate('namesNoEvent')
    return ok({ kind: 'relative', anchor: origin, offset: bare })
  }
  const head = UNKNOWN_EVENT.exec(plain)?.[1]
  return head !== undefined && parseOffset(head) !== null ? refuseDate('unknownEvent') : null
}

function isReversed(offset: Offset): boolean {
  return offset.type === 'elapsed' && offset.high !== null && offset.high < offset.low
}

function parseMeaning(text: string, typing: DateTyping): Read & { approximate?: boolean } {
  const plain = plainText(text)
  const missing = Object.hasOwn(MISSING_WORDS, plain) ? MISSING_WORDS[plain] : undefined
  if (missing !== undefined) return ok({ kind: 'missing', missing })
  const shorthand = parseShorthand(plain, typing.today)
  if (shorthand !== null) return shorthand
  const bare = weakened(plain)
  const bound = bare.approximate ? null : parseBound(plain)
  const date = bound ?? parseDateOrRange(plain) ?? parseDateOrRange(bare.plain)
  if (date?.ok === true) return bound === null ? { ...date, approximate: bare.approximate } : date
  const relative = parseRelative(bare.plain, typing)
  if (relative?.ok === true) {
    const { value } = relative
    if (value.kind === 'relative' && isReversed(value.offset)) return refuseDate('reversed')
    return { ...relative, approximate: bare.approximate }
  }
  return date ?? relative ?? refuseDate('notUnderstood')
}

/**
 * Reads a typed date: a calendar date of any precision (numbers day first), bounds, a shorthand from today, an interval
 * from a named event, or a kind of missing. What was typed stays as `verbatim`; nothing becomes more precise than typed.
 */
export function parseDateText(
  text: string,
  typing: DateTyping,
): Result<DateStatement, DateRefusal> {
  if (text.length > LONGEST_LINE) return refuseDate('tooLong')
  if (text.trim() === '') return refuseDate('empty')
  if (/[\n\r\0]/.test(text)) return refuseDate('notOneLine')
  const read = parseMeaning(text, typing)
  if (!read.ok) return read
  const statement = DateStatement.safeParse({
    ...read.value,
    approximate: read.approximate ?? false,
    verbatim: text,
    source: null,
  })
  return statement.success ? ok(statement.data) : refuseDate('outsideCalendar')
}
