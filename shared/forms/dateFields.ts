import type { Day } from '../dates/calendar.ts'
import { DATE_REFUSAL_TEXT } from '../dates/dateRefusal.ts'
import { describeStatement, formatStatement } from '../dates/formatDate.ts'
import { parseDateText } from '../dates/parseDate.ts'
import type { DateStatement, PartialDate } from '../dates/when.ts'
import { ok, type Result } from '../result.ts'
import { LONGEST_LINE } from '../text.ts'
import { type Codec, codec, type FormContext, isSame, under, wrong } from './codec.ts'
import { type Row, rows } from './groups.ts'
import { NO_SOURCE, optionalSource, type SourceTyped } from './sourceFields.ts'
import { textProblem } from './textFields.ts'

/** One statement of a time: what it means, the report's own words where they say it otherwise, and where they stood. */
export type StatementTyped = Readonly<{ text: string; words: string; source: SourceTyped }>
export type WhenTyped = readonly Row<StatementTyped>[]

const BLANK: StatementTyped = { text: '', words: '', source: NO_SOURCE }

function meaningOf({ verbatim: _, source: __, ...meaning }: DateStatement) {
  return meaning
}

/** "t-2d" means another day tomorrow: such words cannot stand for the date they once meant. */
function isShorthand(text: string, today: Day): boolean {
  const other = today === '2000-01-01' ? '2000-01-02' : '2000-01-01'
  const one = parseDateText(text, { today })
  const two = parseDateText(text, { today: other })
  return one.ok && two.ok && !isSame(meaningOf(one.value), meaningOf(two.value))
}

function parse(text: string, { today, anchors, origin }: FormContext) {
  return parseDateText(text, { today, anchors, origin })
}

function means(text: string, statement: DateStatement, context: FormContext): boolean {
  const read = parse(text, context)
  return read.ok && isSame(meaningOf(read.value), meaningOf(statement))
}

function showStatement(statement: DateStatement, context: FormContext): StatementTyped {
  const source = optionalSource.show(statement.source, context)
  const { verbatim } = statement
  const isTyped =
    verbatim !== null &&
    !isShorthand(verbatim, context.today) &&
    means(verbatim, statement, context)
  if (isTyped) return { text: verbatim, words: '', source }
  const words = verbatim === null || isShorthand(verbatim, context.today) ? '' : verbatim
  return { text: formatStatement(statement, context.nameOfAnchor), words, source }
}

/** What the words of a field mean now, for the line beneath it; the refusal's sentence where they mean nothing. */
export function echoDate(text: string, context: FormContext): Result<string, string> {
  const read = parse(text, context)
  if (read.ok) return ok(describeStatement(read.value, context.nameOfAnchor))
  return { ok: false, error: DATE_REFUSAL_TEXT[read.error] }
}

/** The report's words beside a value: what was written there, or else what was typed. */
export function verbatimFrom(
  typed: Readonly<{ text: string; words: string }>,
  was: Readonly<{
    shown: Readonly<{ text: string; words: string }>
    verbatim: string | null
  }> | null,
): string | null {
  const isTextSame = was !== null && typed.text === was.shown.text
  if (isTextSame && typed.words === was.shown.words) return was.verbatim
  if (typed.words.trim() !== '') return typed.words
  return isTextSame || typed.text.trim() === '' ? null : typed.text
}

/** One statement of a time. */
export const dateStatement: Codec<DateStatement, StatementTyped> = codec<
  DateStatement,
  StatementTyped
>({
  blank: BLANK,
  show: showStatement,
  read(typed, was, context, path) {
    const beforeSource = was === null ? null : { value: was.value.source, shown: was.shown.source }
    const source = optionalSource.read(typed.source, beforeSource, context, under(path, 'source'))
    if (typed.text.trim() === '')
      return wrong(
        under(path, 'text'),
        'Type when it was, or "not recorded", beside these words or this source.',
      )
    const wordsProblem = textProblem(typed.words, LONGEST_LINE)
    if (wordsProblem !== null) return wrong(under(path, 'words'), wordsProblem)
    const isTextSame = was !== null && typed.text === was.shown.text
    const read = isTextSame ? ok(was.value) : parse(typed.text, context)
    if (!read.ok) return wrong(under(path, 'text'), DATE_REFUSAL_TEXT[read.error])
    if (!source.ok) return source
    const before = was === null ? null : { shown: was.shown, verbatim: was.value.verbatim }
    return ok({ ...read.value, verbatim: verbatimFrom(typed, before), source: source.value })
  },
  fits: (value: unknown): value is StatementTyped =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 3 &&
    'text' in value &&
    typeof value.text === 'string' &&
    'words' in value &&
    typeof value.words === 'string' &&
    'source' in value &&
    optionalSource.fits(value.source),
})

/** When something was: any number of statements. */
export const when: Codec<DateStatement[], WhenTyped> = rows(dateStatement)

/** The calendar date of a text, or why it is none; bounds and intervals are no birth date. */
function exactDate(text: string, today: Day): Result<PartialDate, string> {
  const read = parseDateText(text, { today })
  if (!read.ok) return { ok: false, error: DATE_REFUSAL_TEXT[read.error] }
  return read.value.kind === 'date' && !read.value.approximate
    ? ok(read.value.date)
    : { ok: false, error: 'Type a day, a month or a year, or leave it empty.' }
}

/** A calendar date in the precision known, or none. */
export const optionalPartialDate: Codec<PartialDate | null, string> = codec<
  PartialDate | null,
  string
>({
  blank: '',
  show: (value, context) =>
    value === null
      ? ''
      : formatStatement(
          { kind: 'date', date: value, approximate: false, verbatim: null, source: null },
          context.nameOfAnchor,
        ),
  read(typed, _was, context, path) {
    if (typed.trim() === '') return ok(null)
    const date = exactDate(typed, context.today)
    return date.ok ? date : wrong(path, date.error)
  },
  fits: (value: unknown): value is string => typeof value === 'string',
})
