import type { SizeReading, StatedText } from '../case/common.ts'
import type { ConflictStatement } from '../case/conflict.ts'
import type { Case } from '../case/entry.ts'
import type { SourceRef } from '../case/source.ts'
import type { MarkerReading, MarkerResult } from '../case/specimen.ts'
import type { LocalTreatment } from '../case/treatment.ts'
import { REPORTED_CALL_LABEL } from '../codes/results.ts'
import { contradicts, formatStatement } from '../dates/formatDate.ts'
import type { When } from '../dates/when.ts'
import type { EntryId } from '../ids.ts'
import { completeHer2Readings } from '../receptors/her2Call.ts'
import { readingText } from '../receptors/readingText.ts'
import { squeeze } from './squeeze.ts'

/** Readings of one question that differ, by entry and facet. */
export type Difference = Readonly<{
  entry: EntryId
  facet: string
  title: string
  statements: readonly ConflictStatement[]
}>

/**
 * Results, sizes and statements whose readings differ, in the order of the entries, then dates of one event that cannot
 * both be true. Differences that follow from what a
 * field is are none: sizes by two methods or at two times, two statements in one place of one source, an IHC score in one
 * report and the ISH in another. Lists that are no readings of one question (symptoms, context) are not compared.
 */
export function findDifferences(of: Case): Difference[] {
  // Dates come last, so that the other conflicts keep the numbers that they have always had.
  return [...findDifferingReadings(of), ...findDifferingDates(of)]
}

function findDifferingReadings(of: Case): Difference[] {
  return of.entries.flatMap(({ id, body }) => {
    switch (body.kind) {
      case 'specimen':
        return [
          ...body.results.flatMap(result => ofResult(id, body.label, result)),
          ...ofStated(id, 'histology', `histology of ${body.label}`, body.histology),
          ...ofStated(id, 'invasion', `invasion in ${body.label}`, body.invasion),
          ...ofStated(id, 'reportedSubtype', `subtype of ${body.label}`, body.reportedSubtype),
          ...ofSizes(id, `size of ${body.label}`, body.sizes),
        ]
      case 'site':
        // Several lesions have several sizes.
        return body.lesions === null || body.lesions.low <= 1 ? ofSizes(id, 'size', body.sizes) : []
      case 'local':
        return ofStated(id, 'what', MODALITY_WORD[body.modality], body.what)
      default:
        return []
    }
  })
}

function findDifferingDates(of: Case): Difference[] {
  return of.entries.flatMap(({ id, body }) => {
    switch (body.kind) {
      case 'site':
        return ofDates(id, 'date first seen', body.firstSeen)
      case 'specimen':
        return ofDates(id, `date of ${body.label}`, body.collected)
      case 'systemic': {
        const name = body.regimen ?? body.drugs.map(drug => drug.name).join(' + ')
        return ofDates(id, shorten(`start of ${name}`), body.started)
      }
      case 'local':
        return ofDates(id, `date of ${MODALITY_WORD[body.modality]}`, body.started)
      case 'imaging':
        return ofDates(id, 'date of imaging', body.when)
      case 'assessment':
        return ofDates(id, 'date of assessment', body.when)
      default:
        return []
    }
  })
}

/**
 * Calendar dates alone are compared: what counts from another event ("11th month after surgery") moves with that event.
 * CLINICAL: several statements of one thing stay beside each other until a person settles them (FEATURES D5).
 */
function ofDates(entry: EntryId, title: string, when: When): Difference[] {
  const differing = when.filter(a => when.some(b => contradicts(a, b)))
  if (differing.length === 0) return []
  const statements = differing.map(statement => {
    const short = formatStatement(statement, nameless)
    return { short, text: statement.verbatim ?? short, source: statement.source }
  })
  return [{ entry, facet: 'when', title, statements }]
}

/** Calendar dates count from nothing. */
function nameless(): string {
  return ''
}

function ofResult(entry: EntryId, label: string, result: MarkerResult): Difference[] {
  const whole =
    result.marker === 'HER2' ? completeHer2Readings(result.readings) : [...result.readings]
  const differ = whole.some((a, index) => whole.slice(index + 1).some(b => readingsDiffer(a, b)))
  if (!differ) return []
  const statements = result.readings.map(reading => {
    const short = readingStatement(reading)
    return { short, text: reading.verbatim ?? short, source: reading.source }
  })
  return [{ entry, facet: result.marker, title: `${result.marker} in ${label}`, statements }]
}

/** A reading in few words, with the report's own call beside its value: "3 %, positive". */
export function readingStatement(reading: MarkerReading): string {
  const value = readingText(reading)
  const word = reading.interpretation === null ? null : REPORTED_CALL_LABEL[reading.interpretation]
  return word === null || word === value ? value : `${value}, ${word}`
}

/** What both readings state and state differently; what only one of them states is no disagreement. */
function readingsDiffer(a: MarkerReading, b: MarkerReading): boolean {
  return (
    differ(numbers(a.percent), numbers(b.percent)) ||
    differ(scores(a), scores(b)) ||
    differ(a.ish?.result ?? null, b.ish?.result ?? null) ||
    differ(a.ish?.group ?? null, b.ish?.group ?? null) ||
    differ(numbers(a.ish?.ratio), numbers(b.ish?.ratio)) ||
    differ(numbers(a.ish?.copyNumber), numbers(b.ish?.copyNumber)) ||
    differ(a.allred, b.allred) ||
    differ(a.hScore, b.hScore) ||
    (a.score?.name === b.score?.name && differ(numbers(a.score?.value), numbers(b.score?.value))) ||
    differ(a.intensity, b.intensity) ||
    differ(a.interpretation, b.interpretation)
  )
}

type Numbers = Readonly<{ comparator: string; low: number; high: number | null }>

function numbers(of: Numbers | null | undefined) {
  return of ? [of.comparator, of.low, of.high] : null
}

function scores({ ihc }: MarkerReading) {
  return ihc === null ? null : [ihc.low, ihc.high ?? ihc.low]
}

function differ(a: unknown, b: unknown): boolean {
  return a !== null && b !== null && JSON.stringify(a) !== JSON.stringify(b)
}

function ofStated(
  entry: EntryId,
  facet: string,
  title: string,
  stated: readonly StatedText[],
): Difference[] {
  const found = stated.some((a, index) =>
    stated
      .slice(index + 1)
      .some(b => squeeze(a.text) !== squeeze(b.text) && !isSamePlace(a.source, b.source)),
  )
  if (!found) return []
  const statements = stated.map(({ text, source }) => ({ short: shorten(text), text, source }))
  return [{ entry, facet, title, statements }]
}

function ofSizes(entry: EntryId, title: string, sizes: readonly SizeReading[]): Difference[] {
  const differing = sizes.filter(a => sizes.some(b => sizesDiffer(a, b)))
  if (differing.length === 0) return []
  const statements = differing.map(size => {
    const text = sizeText(size)
    const method = size.method === null ? text : `${text} (${size.method})`
    return { short: text, text: size.verbatim ?? method, source: size.source }
  })
  return [{ entry, facet: 'size', title, statements }]
}

/** Only sizes by one named method and of one time are readings of one size. CLINICAL: sizes are kept per method (CLINICAL 1.7, X7). */
function sizesDiffer(a: SizeReading, b: SizeReading): boolean {
  if (a.method === null || b.method === null || squeeze(a.method) !== squeeze(b.method))
    return false
  if (JSON.stringify(a.when) !== JSON.stringify(b.when)) return false
  return millimetres(a).join() !== millimetres(b).join()
}

function millimetres({ diameters, unit }: SizeReading): string[] {
  return diameters
    .map(diameter => (unit === 'cm' ? diameter * 10 : diameter))
    .toSorted((a, b) => b - a)
    .map(diameter => diameter.toFixed(3))
}

function sizeText({ approximate, diameters, unit }: SizeReading): string {
  return `${approximate ? '~' : ''}${diameters.join(' × ')} ${unit}`
}

function isSamePlace(a: SourceRef | null, b: SourceRef | null): boolean {
  return a !== null && b !== null && a.document === b.document && a.locator === b.locator
}

/** A conflict's short statement is one line; the full text stands beside it. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= LONGEST_SHORT ? line : `${line.slice(0, LONGEST_SHORT - 1)}…`
}

const LONGEST_SHORT = 80

const MODALITY_WORD = {
  surgery: 'operation',
  radiotherapy: 'radiotherapy',
  electrochemotherapy: 'electrochemotherapy',
  woundCare: 'wound care',
  other: 'local treatment',
} as const satisfies Record<LocalTreatment['modality'], string>
