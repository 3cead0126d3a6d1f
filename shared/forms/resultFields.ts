import type { MarkerReading, MarkerResult } from '../case/specimen.ts'
import { ok, type Result } from '../result.ts'
import { squeeze } from '../rules/squeeze.ts'
import { LONGEST_LINE } from '../text.ts'
import { MISSING_LABEL } from '../values/missing.ts'
import { isUnderstood, parseMarkerText } from '../values/parseMarkerText.ts'
import {
  type Codec,
  codec,
  type FieldError,
  isSame,
  type Reading,
  under,
  type Was,
  wrong,
} from './codec.ts'
import { verbatimFrom } from './dateFields.ts'
import { fields, keyOfStored, type Row, storedIndexOf } from './groups.ts'
import {
  composed,
  detailsBeside,
  ishOf,
  NOTHING_SAID,
  readDetail,
  SAID_FIELDS,
  type Said,
  type SaidField,
  saidBy,
  saidIn,
} from './readingFields.ts'
import { NO_SOURCE, optionalSource, type SourceTyped } from './sourceFields.ts'
import { optionalLine, textProblem } from './textFields.ts'

/**
 * One reading: the result in one text, and details for what the text does not say by itself. A blank detail is as the
 * text says; "not stated" takes away what the text would say.
 */
export type ReadingTyped = Readonly<{
  text: string
  words: string
  details: Readonly<Record<SaidField, string>>
  method: string
  source: SourceTyped
}>
export type ResultTyped = Readonly<{ marker: string; readings: readonly Row<ReadingTyped>[] }>
export type ResultsTyped = readonly Row<ResultTyped>[]

/** The markers that every specimen form has a row for. CLINICAL: FEATURES R2. */
export const USUAL_MARKERS = ['ER', 'PR', 'HER2', 'Ki-67'] as const

const NO_DETAILS = Object.fromEntries(SAID_FIELDS.map(field => [field, ''])) as Record<
  SaidField,
  string
>
export const BLANK_READING: ReadingTyped = {
  text: '',
  words: '',
  details: NO_DETAILS,
  method: '',
  source: NO_SOURCE,
}

const others = fields({ method: optionalLine, source: optionalSource })

function showReading(marker: string, reading: MarkerReading): ReadingTyped {
  const value = saidIn(reading)
  const { verbatim } = reading
  const says = (text: string) => {
    const read = saidBy(marker, text)
    return read.ok && isSame(read.value, value)
  }
  const own = composed(value)
  const isTyped = verbatim !== null && says(verbatim)
  const text = isTyped ? verbatim : says(own) && own !== '' ? own : (verbatim ?? own)
  return {
    text,
    words: text === verbatim ? '' : (verbatim ?? ''),
    details: detailsBeside(text, marker, value),
    method: reading.method ?? '',
    source:
      reading.source === null
        ? NO_SOURCE
        : { document: reading.source.document, locator: reading.source.locator ?? '' },
  }
}

type WasReading = Was<MarkerReading, ReadingTyped>

function readSaid(
  marker: string,
  typed: ReadingTyped,
  was: WasReading,
  path: string,
): Reading<Said> {
  const isTextSame = was !== null && typed.text === was.shown.text
  const stored = was === null ? NOTHING_SAID : saidIn(was.value)
  const read = saidBy(marker, typed.text)
  const errors: FieldError[] = []
  if (!read.ok && !isTextSame) errors.push({ path: under(path, 'text'), message: read.error })
  const bySelf = read.ok ? read.value : NOTHING_SAID
  let result: Said = bySelf
  for (const field of SAID_FIELDS) {
    const detail = typed.details[field]
    const isDetailSame = was !== null && detail === was.shown.details[field]
    if (isDetailSame && (isTextSame || detail !== ''))
      result = { ...result, [field]: stored[field] }
    else if (detail.trim() !== '') {
      const said = readDetail(field, detail)
      if (said.ok) result = { ...result, ...said.value }
      else errors.push({ path: under(path, `details.${field}`), message: said.error })
    }
  }
  return errors.length > 0 ? { ok: false, error: errors } : ok(result)
}

function readReading(
  marker: string,
  typed: ReadingTyped,
  was: WasReading,
  context: Parameters<typeof others.read>[2],
  path: string,
): Reading<MarkerReading> {
  if (was !== null && isSame(typed, was.shown)) return ok(was.value)
  const said = readSaid(marker, typed, was, path)
  const beside = others.read({ method: typed.method, source: typed.source }, was, context, path)
  const problem = textProblem(typed.words, LONGEST_LINE)
  const errors = [
    ...(said.ok ? [] : said.error),
    ...(beside.ok ? [] : beside.error),
    ...(problem === null ? [] : [{ path: under(path, 'words'), message: problem }]),
  ]
  if (!said.ok || !beside.ok || errors.length > 0) return { ok: false, error: errors }
  const before = was === null ? null : { shown: was.shown, verbatim: was.value.verbatim }
  const isIshSame =
    was !== null && isSame(ishOf(said.value), ishOf(saidIn(was.value))) && was.value.ish !== null
  const { percent, intensity, allred, hScore, ihc, score, interpretation } = said.value
  return ok({
    percent,
    intensity,
    allred,
    hScore,
    ihc,
    ish: isIshSame ? was.value.ish : ishOf(said.value),
    score,
    interpretation,
    method: beside.value.method,
    verbatim: verbatimFrom(typed, before),
    source: beside.value.source,
  })
}

const REMARK_LOST =
  'A result that is missing has no further details. Leave the words of the report here, and write the rest in the note.'

/** A single row that says why there is no result; null where it says anything else. */
function readMissing(
  marker: string,
  { text, words, details, method, source }: ReadingTyped,
  path: string,
): Reading<MarkerResult> | null {
  const read = parseMarkerText(marker, text)
  if (!read.ok || read.value.kind !== 'missing') return null
  const { missing, verbatim } = read.value
  const isPlain =
    squeeze(verbatim) === squeeze(MISSING_LABEL[missing]) ||
    SYNONYMS[missing]?.test(verbatim.trim()) === true
  const isAlone =
    words === '' && method === '' && isSame(source, NO_SOURCE) && isSame(details, NO_DETAILS)
  if (!isAlone) return wrong(under(path, 'text'), REMARK_LOST)
  return ok({ marker, missing, missingAsReported: isPlain ? null : verbatim, readings: [] })
}

/** Words that say a kind of missing and nothing more. */
const SYNONYMS: Partial<Record<string, RegExp>> = {
  notDone: /^not (?:performed|tested)$/i,
  pending: /^awaited$/i,
  unknown: /^not known$/i,
  notAssessable: /^not (?:evaluable|interpretable)$/i,
}

/** One marker's results; null where its rows say nothing. */
const result: Codec<MarkerResult | null, ResultTyped> = codec<MarkerResult | null, ResultTyped>({
  blank: { marker: '', readings: [{ key: 'new', value: BLANK_READING }] },
  show(value) {
    if (value === null) return result.blank
    const { marker, missing, missingAsReported, readings } = value
    const shown =
      missing === null
        ? readings.map((reading, at) => ({
            key: keyOfStored(at),
            value: showReading(marker, reading),
          }))
        : [
            {
              key: 'missing',
              value: { ...BLANK_READING, text: missingAsReported ?? MISSING_LABEL[missing] },
            },
          ]
    return { marker, readings: shown }
  },
  read(typed, was, context, path) {
    const stored = was === null ? null : was.value
    const filled = typed.readings
      .map(({ key, value }, at) => ({ key, value, path: under(path, `readings.${at}.value`) }))
      .filter(({ value }) => !isSame(value, BLANK_READING))
    if (filled.length === 0) return ok(null)
    const { marker } = typed
    if (marker.trim() === '')
      return wrong(under(path, 'marker'), 'Name the marker that this result is of.')
    const problem = textProblem(marker, LONGEST_LINE)
    if (problem !== null) return wrong(under(path, 'marker'), problem)
    const errors: FieldError[] = []
    const readings: MarkerReading[] = []
    for (const row of filled) {
      const index = storedIndexOf(row.key)
      const shown = was?.shown.readings.find(({ key }) => key === row.key)?.value
      const value = index === null ? undefined : stored?.readings[index]
      const before = shown === undefined || value === undefined ? null : { value, shown }
      const isTouched = before === null || row.value.text !== before.shown.text
      const missing = isTouched ? readMissing(marker, row.value, row.path) : null
      if (missing !== null && filled.length === 1) return missing
      if (missing !== null) {
        errors.push({
          path: under(row.path, 'text'),
          message: 'Another reading gives a result: take this one away, or that one.',
        })
        continue
      }
      const read = readReading(marker, row.value, before, context, row.path)
      if (read.ok) readings.push(read.value)
      else errors.push(...read.error)
    }
    return errors.length > 0
      ? { ok: false, error: errors }
      : ok({ marker, missing: null, missingAsReported: null, readings })
  },
  fits: (value: unknown): value is ResultTyped =>
    typeof value === 'object' &&
    value !== null &&
    'marker' in value &&
    typeof value.marker === 'string' &&
    'readings' in value &&
    Array.isArray(value.readings) &&
    value.readings.every(isReadingRow),
})

function isReadingRow(row: unknown): boolean {
  if (typeof row !== 'object' || row === null || !('key' in row) || !('value' in row)) return false
  const { key, value } = row
  if (typeof key !== 'string' || typeof value !== 'object' || value === null) return false
  if (!('text' in value && 'words' in value && 'details' in value)) return false
  if (!('method' in value && 'source' in value)) return false
  const { text, words, details, method, source } = value
  return (
    [text, words, method].every(each => typeof each === 'string') &&
    optionalSource.fits(source) &&
    typeof details === 'object' &&
    details !== null &&
    isSame(Object.keys(details).toSorted(), [...SAID_FIELDS].toSorted()) &&
    Object.values(details).every(each => typeof each === 'string')
  )
}

/** A row for a marker without a result yet. */
export function blankResult(marker: string): ResultTyped {
  return { marker, readings: [{ key: 'new', value: BLANK_READING }] }
}

/** Every marker's results: the stored ones in their order, and a row for each usual marker that has none. */
export const results: Codec<MarkerResult[], ResultsTyped> = codec<MarkerResult[], ResultsTyped>({
  blank: USUAL_MARKERS.map(marker => ({ key: `usual ${marker}`, value: blankResult(marker) })),
  show(value, context) {
    const stored = value.map((each, at) => ({
      key: keyOfStored(at),
      value: result.show(each, context),
    }))
    const names = new Set(value.map(({ marker }) => squeeze(marker)))
    const lacking = results.blank.filter(row => !names.has(squeeze(row.value.marker)))
    return [...stored, ...lacking]
  },
  read(typed, was, context, path) {
    const errors: FieldError[] = []
    const found: MarkerResult[] = []
    typed.forEach(({ key, value }, at) => {
      const index = storedIndexOf(key)
      const stored = index === null ? undefined : was?.value[index]
      const shown = was?.shown.find(row => row.key === key)?.value
      const before = stored === undefined || shown === undefined ? null : { value: stored, shown }
      const here = under(path, `${at}.value`)
      const read = result.read(value, before, context, here)
      if (!read.ok) errors.push(...read.error)
      else if (read.value !== null) {
        const name = squeeze(read.value.marker)
        const isNew = before === null
        if (isNew && found.some(({ marker }) => squeeze(marker) === name))
          errors.push({
            path: under(here, 'marker'),
            message: 'This marker has a row above: add a reading there.',
          })
        else found.push(read.value)
      }
    })
    return errors.length > 0 ? { ok: false, error: errors } : ok(found)
  },
  fits: (value: unknown): value is ResultsTyped =>
    Array.isArray(value) &&
    value.every(
      row =>
        typeof row === 'object' &&
        row !== null &&
        'key' in row &&
        typeof row.key === 'string' &&
        'value' in row &&
        result.fits(row.value),
    ),
})

/** What a typed result means now, for the line beneath it. */
export function echoResult(marker: string, text: string): Result<string, string> {
  const read = parseMarkerText(marker === '' ? 'marker' : marker, text)
  if (!read.ok) {
    const said = saidBy(marker, text)
    return { ok: false, error: said.ok ? '' : said.error }
  }
  if (read.value.kind === 'missing') return ok(`no result: ${MISSING_LABEL[read.value.missing]}`)
  if (!isUnderstood(read.value.reading)) return ok('kept as words; no value is read from it')
  return ok(composed(saidIn(read.value.reading)))
}
