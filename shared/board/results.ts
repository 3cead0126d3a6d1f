import type { MarkerReading, MarkerResult, Specimen } from '../case/specimen.ts'
import { INTENSITY_LABEL, REPORTED_CALL_LABEL } from '../codes/results.ts'
import type { EntryId } from '../ids.ts'
import { CALLED_MARKERS, callOf, her2Label } from '../receptors/call.ts'
import { compareWithEarlier } from '../receptors/compare.ts'
import { percentSpan } from '../receptors/percentSpan.ts'
import { hasValue, isOnlyWords, readingText } from '../receptors/readingText.ts'
import type { BoardResult, Direction } from './board.ts'
import type { CaseIndex } from './caseIndex.ts'
import type { Fact } from './fact.ts'
import { absent, derived, notRead, quoted, reported, uncapitalised } from './makeFact.ts'
import { type OrderedSpecimens, specimenBefore } from './specimens.ts'

/** One marker of one specimen: its value as reported, then the call, what changed, and how it was done. */
export function resultCell(
  index: CaseIndex,
  ordered: OrderedSpecimens,
  id: EntryId,
  body: Specimen,
  marker: string,
): BoardResult {
  const key = `specimen.${id}.${marker}`
  const result = body.results.find(one => one.marker === marker) ?? null
  const labels = index.labels(id, marker)
  const at = ordered.receptors.findIndex(specimen => specimen.id === id)
  const settled = ordered.receptors[at]?.settled.get(marker) ?? null
  if (result === null || result.readings.length === 0) {
    return missingCell(index, ordered, key, at, marker, result, labels)
  }
  const texts = result.readings.map(readingText)
  const distinct = [...new Set(texts)]
  const call = isCalled(marker) ? callOf(result, marker, index.cutoff, settled) : null
  const saysMore = call !== null && call.kind !== 'notEvaluable' && !distinct.includes(call.text)
  const comparison = compareWithEarlier(ordered.receptors, at, marker, index.cutoff)
  return {
    marker,
    value: reported(`${key}.value`, distinct.join(' | '), labels),
    readings:
      distinct.length > 1 ? distinct.map((text, i) => reported(`${key}.reading.${i}`, text)) : [],
    bar: barOf(result.readings),
    spans: spansOf(result.readings),
    missing: false,
    call: saysMore && call !== null ? derived(`${key}.call`, call.text) : null,
    change: changeOf(key, comparison, specimenBefore(ordered, at)?.id ?? null),
    flag: flagOf(key, comparison),
    notEvaluable: notEvaluableOf(key, comparison),
    details: resultDetails(key, result, settled, call?.flags ?? []),
  }
}

function missingCell(
  index: CaseIndex,
  ordered: OrderedSpecimens,
  key: string,
  at: number,
  marker: string,
  result: MarkerResult | null,
  labels: string[],
): BoardResult {
  const comparison = compareWithEarlier(ordered.receptors, at, marker, index.cutoff)
  return {
    marker,
    value: absent(`${key}.value`, result?.missing ?? 'notRecorded', null, labels),
    readings: [],
    bar: null,
    spans: [],
    missing: true,
    call: null,
    change: null,
    flag: null,
    notEvaluable: notEvaluableOf(key, comparison),
    details:
      result === null || result.missingAsReported === null
        ? []
        : [quoted(`${key}.missing`, result.missingAsReported)],
  }
}

type Compared = ReturnType<typeof compareWithEarlier>

function isCalled(marker: string): boolean {
  return (CALLED_MARKERS as readonly string[]).includes(marker)
}

/** `before` is the specimen that the row is compared with; where a marker skips it, the other one is named. */
function changeOf(
  key: string,
  comparison: Compared,
  before: EntryId | null,
): BoardResult['change'] {
  if (comparison === null || comparison.valueText === null || comparison.valueChanged === false) {
    return null
  }
  const [step, ...more] = comparison.steps
  const direction = boardDirection(comparison.direction)
  if (direction === null) return null
  const text =
    more.length === 0 && step !== undefined && direction !== 'both'
      ? `from ${step.from}`
      : comparison.valueText
  const { from } = comparison
  const elsewhere = from === null || from.id === before ? '' : ` in ${from.label}`
  return { direction, fact: derived(`${key}.change`, `${text}${elsewhere}`) }
}

function flagOf(key: string, comparison: Compared): BoardResult['flag'] {
  if (comparison === null || comparison.callChange === null) return null
  const { from, to } = comparison.callChange
  const direction = boardDirection(comparison.direction) ?? 'both'
  return { direction, fact: derived(`${key}.flag`, `${from} → ${to}`) }
}

function boardDirection(direction: string | null): Direction | null {
  return direction === 'up' || direction === 'down' || direction === 'both' ? direction : null
}

function notEvaluableOf(key: string, comparison: Compared): Fact | null {
  if (comparison === null || comparison.from === null || !isCalled(comparison.marker)) return null
  if (comparison.outcome === 'undecidable') {
    return derived(`${key}.notEvaluable`, 'change undecidable')
  }
  return comparison.outcome === 'notEvaluable' && comparison.notEvaluable !== null
    ? derived(`${key}.notEvaluable`, 'change not evaluable')
    : null
}

function barOf(readings: readonly MarkerReading[]): BoardResult['bar'] {
  const percents = readings.flatMap(({ percent }) =>
    percent === null ? [] : [percent.low, percent.high ?? percent.low],
  )
  if (percents.length === 0) return null
  return { low: Math.min(...percents), high: Math.max(...percents) }
}

function spansOf(readings: readonly MarkerReading[]): BoardResult['spans'] {
  return readings.flatMap(({ percent }) => {
    const span = percent === null ? null : percentSpan(percent)
    return span === null ? [] : [{ low: span.low, high: span.high }]
  })
}

function resultDetails(
  key: string,
  result: MarkerResult,
  settled: number | null,
  flags: readonly string[],
): Fact[] {
  const facts: Fact[] = []
  result.readings.forEach((reading, i) => {
    const id = `${key}.detail.${i}`
    // Several readings of one result: each of its facts names the reading that it belongs to.
    const which = result.readings.length > 1 ? `${readingText(reading)}: ` : ''
    if (reading.interpretation !== null && readingText(reading) !== wordOf(reading)) {
      facts.push(reported(`${id}.interpretation`, `${which}reported as ${wordOf(reading)}`))
    }
    if (reading.intensity !== null) {
      const word = uncapitalised(INTENSITY_LABEL[reading.intensity])
      facts.push(reported(`${id}.intensity`, `${which}intensity ${word}`))
    }
    const known = [
      readingText(reading),
      wordOf(reading),
      reading.intensity,
      reading.ish?.method,
      result.marker,
    ]
    if (
      reading.verbatim !== null &&
      hasValue(reading) &&
      saysMoreThan(reading.verbatim, known.join(' '))
    ) {
      facts.push(quoted(`${id}.verbatim`, reading.verbatim))
    }
    if (reading.method !== null) facts.push(reported(`${id}.method`, `${which}${reading.method}`))
    const ish = reading.ish?.method ?? null
    if (ish !== null) facts.push(reported(`${id}.ishMethod`, `${which}ISH by ${ish}`))
  })
  if (settled !== null) {
    const reading = result.readings[settled]
    if (reading !== undefined) {
      facts.push(reported(`${key}.settled`, `settled: ${readingText(reading)} holds`))
    }
  }
  if (result.marker === 'HER2') facts.push(...her2Details(key, result, settled))
  if (flags.includes('contradictsReport')) {
    facts.push(derived(`${key}.contradicts`, 'the report’s own call differs from this rule'))
  }
  return facts
}

/** The report's own interpretation, as a word. */
function wordOf({ interpretation }: MarkerReading): string | null {
  return interpretation === null ? null : uncapitalised(REPORTED_CALL_LABEL[interpretation])
}

/** Words of a report that the shown value says in its own way, or that say nothing of it. */
const SAID_ANYWAY = new Set(
  `a about and approx at by her in is of percent per cent positive rate receptor score staining the total was with
  cells ihc immunohistochemistry intensity nuclear nuclei tumor tumour estrogen oestrogen progesterone pos neg`.split(
    /\s+/,
  ),
)

/**
 * Whether the report's words hold a number or word that the board does not show of the reading, such as "(outside 3+)",
 * "weak to moderate" or "heterogeneous".
 */
function saysMoreThan(verbatim: string, shown: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .replace(/her-?2(\/neu)?|ki-?67/g, '')
      .replace(/\b(weak|moderate|strong)ly\b/g, '$1')
      .match(/[\p{L}\p{N}.]+/gu) ?? []
  const known = new Set(words(shown))
  return words(verbatim).some(word => !known.has(word) && !SAID_ANYWAY.has(word))
}

function her2Details(key: string, result: MarkerResult, settled: number | null): Fact[] {
  const facts: Fact[] = []
  const ihc = result.readings.some(reading => reading.ihc !== null)
  const ish = result.readings.some(reading => reading.ish !== null)
  if (!ihc && !ish) {
    const inWords = result.readings.some(isOnlyWords)
    facts.push(
      inWords
        ? notRead(`${key}.method`, 'IHC score and ISH')
        : absent(`${key}.method`, 'notRecorded', 'IHC score, ISH'),
    )
  }
  const label = her2Label(result, settled)
  if (label !== null) facts.push(derived(`${key}.label`, `${label.label} (derived)`))
  return facts
}
