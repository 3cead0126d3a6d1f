import { type EntryOf, entriesOf } from '../case/entry.ts'
import type { MarkerReading, MarkerResult, Specimen } from '../case/specimen.ts'
import { MARKERS } from '../codes/markers.ts'
import { INTENSITY_LABEL, REPORTED_CALL_LABEL } from '../codes/results.ts'
import type { EntryId } from '../ids.ts'
import { CALLED_MARKERS, callOf, her2Label } from '../receptors/call.ts'
import { callsUnderEachRule } from '../receptors/callsUnderEachRule.ts'
import { compareWithEarlier, type SpecimenReceptors } from '../receptors/compare.ts'
import { hasValue, readingText } from '../receptors/readingText.ts'
import { formatQuantity } from '../values/formatQuantity.ts'
import type { BoardResult, BoardSpecimen, CallsUnderRule, Direction } from './board.ts'
import type { CaseIndex } from './caseIndex.ts'
import type { Fact } from './fact.ts'
import { absent, capitalised, derived, quote, quoted, reported, uncapitalised } from './makeFact.ts'
import { procedureWords, siteInSentence, sitePlace } from './names.ts'
import { sizeText } from './sizes.ts'
import { subtypeFacts } from './subtypeFacts.ts'

type SpecimenEntry = EntryOf<'specimen'>
type Order = (a: string, b: string) => number

/** Rows of the receptor lane that are always there. */
const FIRST_MARKERS = ['ER', 'PR', 'HER2', 'Ki-67'] as const

/** The specimens of a case as the receptor rules need them, in the order of collection. */
export type OrderedSpecimens = Readonly<{
  entries: readonly SpecimenEntry[]
  receptors: readonly SpecimenReceptors[]
}>

export function orderedSpecimens(index: CaseIndex, order: Order): OrderedSpecimens {
  const entries = entriesOf(index.of, 'specimen').toSorted((a, b) => order(a.id, b.id))
  const withReceptors = entries.filter(entry => entry.body.results.length > 0)
  return {
    entries,
    receptors: withReceptors.map(({ id, body }) => ({
      id,
      label: body.label,
      results: body.results,
      settled: settledReadings(index, id, body.results),
    })),
  }
}

/** For each marker with a settled conflict: the reading that holds, found by its statement's place among the readings. */
function settledReadings(
  index: CaseIndex,
  id: EntryId,
  results: readonly MarkerResult[],
): Record<string, number> {
  const settled: Record<string, number> = {}
  for (const conflict of index.conflicts) {
    const holds = conflict.settlement?.holds ?? null
    const statement = holds === null ? undefined : conflict.statements[holds]
    if (statement === undefined) continue
    for (const subject of conflict.about) {
      if (subject.entry !== id || subject.facet === null) continue
      const readings = results.find(result => result.marker === subject.facet)?.readings ?? []
      const bySource = readings.findIndex(
        reading =>
          statement.source !== null &&
          reading.source?.document === statement.source.document &&
          reading.source.locator === statement.source.locator,
      )
      const byText = readings.findIndex(reading => sameText(readingText(reading), statement.short))
      const found = byText >= 0 ? byText : bySource
      if (found >= 0) settled[subject.facet] = found
    }
  }
  return settled
}

function sameText(a: string, b: string): boolean {
  const plain = (text: string) => text.replace(/\s/g, '').toLowerCase()
  return plain(a) === plain(b)
}

/** The rows of the receptor lane: the four that every specimen should have, then every other that was reported. */
export function markersOf({ entries }: OrderedSpecimens): string[] {
  const further = entries
    .flatMap(entry => entry.body.results.map(result => result.marker))
    .filter(marker => !(FIRST_MARKERS as readonly string[]).includes(marker))
  const rank = (marker: string) => {
    const at = (MARKERS as readonly string[]).indexOf(marker)
    return at < 0 ? MARKERS.length : at
  }
  return [...FIRST_MARKERS, ...[...new Set(further)].toSorted((a, b) => rank(a) - rank(b))]
}

/** Oldest first, those without a date last. */
export function boardSpecimens(index: CaseIndex, ordered: OrderedSpecimens): BoardSpecimen[] {
  const markers = markersOf(ordered)
  return ordered.entries.map(entry => specimenColumn(index, ordered, entry, markers))
}

function specimenColumn(
  index: CaseIndex,
  ordered: OrderedSpecimens,
  { id, body }: SpecimenEntry,
  markers: readonly string[],
): BoardSpecimen {
  const key = `specimen.${id}`
  const hasReceptors = body.results.length > 0
  const details = detailsOf(index, key, id, body)
  return {
    entry: id,
    source: index.sources(`${key}.source`, body.sources),
    label: body.label,
    from: reported(`${key}.from`, placeOf(index, body), index.labels(id, 'from')),
    procedure: reported(`${key}.procedure`, procedureWords(body), index.labels(id, 'procedure')),
    collected: index.when(`${key}.collected`, body.collected, index.labels(id, 'when')),
    details,
    results: hasReceptors
      ? markers.map(marker => resultCell(index, ordered, id, body, marker))
      : [],
    hasReceptors,
    withoutReceptors: hasReceptors ? null : withoutReceptors(index, key, id, body),
    subtype: hasReceptors ? subtypeFacts(index, ordered, id, key) : null,
    site: body.site,
    conflicts: index.labels(id),
  }
}

/** "Scalp", "Right chest wall", "Sentinel nodes". */
function placeOf(index: CaseIndex, body: Specimen): string {
  const site = body.site === null ? null : index.entry(body.site)?.body
  if (body.from !== null) return capitalised(body.from)
  if (site?.kind !== 'site') return 'origin not recorded'
  return site.side === null ? sitePlace(site) : capitalised(siteInSentence(site))
}

function withoutReceptors(index: CaseIndex, key: string, id: EntryId, body: Specimen): Fact {
  const shown = body.findings ?? body.histology.map(statement => statement.text).join('; ')
  const lead = shown === '' ? '' : `${shown}; `
  return reported(
    `${key}.noReceptors`,
    `${lead}receptors not reported`,
    index.labels(id, 'histology'),
  )
}

function detailsOf(index: CaseIndex, key: string, id: EntryId, body: Specimen): Fact[] {
  const facts: Fact[] = []
  const add = (name: string, text: string | null, facet = name) => {
    if (text !== null) facts.push(reported(`${key}.${name}`, text, index.labels(id, facet)))
  }
  body.histology.forEach((statement, i) => {
    facts.push(
      reported(
        `${key}.histology.${i}`,
        statement.text,
        i === 0 ? index.labels(id, 'histology') : [],
      ),
    )
  })
  add('grade', body.grade === null ? null : `grade ${body.grade}`)
  body.sizes.forEach((size, i) => {
    facts.push(
      reported(`${key}.size.${i}`, sizeText(size), i === 0 ? index.labels(id, 'size') : []),
    )
  })
  add('nodes', nodesText(body))
  add('margins', body.margins)
  if (body.invasion.length > 0) {
    const words = body.invasion.map(statement => quote(statement.text)).join(' | ')
    add('invasion', `invasion: ${words}`)
  }
  body.reportedSubtype.forEach((statement, i) => {
    facts.push(
      quoted(
        `${key}.reportedSubtype.${i}`,
        statement.text,
        i === 0 ? index.labels(id, 'reportedSubtype') : [],
      ),
    )
  })
  add('representative', REPRESENTATIVE_WORD[body.representative ?? 'none'])
  add('labNumber', body.labNumber === null ? null : `number ${body.labNumber}`)
  if (body.results.length > 0 && body.findings !== null) add('findings', body.findings)
  add('note', body.note)
  return facts
}

const REPRESENTATIVE_WORD = {
  yes: 'representative',
  no: 'not representative',
  insufficient: 'insufficient material',
  none: null,
} as const

function nodesText(body: Specimen): string | null {
  if (body.nodes === null) return null
  const { examined, positive } = body.nodes
  if (examined === null && positive === null) return null
  const of = (quantity: typeof examined) =>
    quantity === null ? 'not recorded' : formatQuantity({ ...quantity, verbatim: null })
  return `nodes ${of(positive)} of ${of(examined)} positive`
}

function resultCell(
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
  const settled = ordered.receptors[at]?.settled[marker] ?? null
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
    missing: false,
    call: saysMore && call !== null ? derived(`${key}.call`, call.text) : null,
    change: changeOf(key, comparison),
    flag: flagOf(key, comparison),
    notEvaluable: notEvaluableOf(key, comparison),
    details: resultDetails(key, result, settled, call?.flags ?? []),
  }
}

function missingCell(
  _index: CaseIndex,
  ordered: OrderedSpecimens,
  key: string,
  at: number,
  marker: string,
  result: MarkerResult | null,
  labels: string[],
): BoardResult {
  const comparison = compareWithEarlier(ordered.receptors, at, marker, _index.cutoff)
  return {
    marker,
    value: absent(`${key}.value`, result?.missing ?? 'notRecorded', null, labels),
    readings: [],
    bar: null,
    missing: true,
    call: null,
    change: null,
    flag: null,
    notEvaluable: notEvaluableOf(key, comparison),
    details: [],
  }
}

type Compared = ReturnType<typeof compareWithEarlier>

function isCalled(marker: string): boolean {
  return (CALLED_MARKERS as readonly string[]).includes(marker)
}

function changeOf(key: string, comparison: Compared): BoardResult['change'] {
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
  return { direction, fact: derived(`${key}.change`, text) }
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

function resultDetails(
  key: string,
  result: MarkerResult,
  settled: number | null,
  flags: readonly string[],
): Fact[] {
  const facts: Fact[] = []
  result.readings.forEach((reading, i) => {
    const id = `${key}.detail.${i}`
    if (reading.interpretation !== null && reading.percent !== null) {
      const word = uncapitalised(REPORTED_CALL_LABEL[reading.interpretation])
      facts.push(reported(`${id}.interpretation`, `reported as ${word}`))
    }
    if (reading.intensity !== null) {
      facts.push(
        reported(
          `${id}.intensity`,
          `intensity ${uncapitalised(INTENSITY_LABEL[reading.intensity])}`,
        ),
      )
    }
    const known = readingText(reading)
    if (reading.verbatim !== null && hasValue(reading) && saysMoreThan(reading.verbatim, known)) {
      facts.push(quoted(`${id}.verbatim`, reading.verbatim))
    }
    if (reading.method !== null) facts.push(reported(`${id}.method`, reading.method))
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

/** Whether the report's words hold a number or word that the shown value does not, such as "(weak intensity)". */
function saysMoreThan(verbatim: string, shown: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .replace(/her-?2(\/neu)?|ki-?67/g, '')
      .match(/[\p{L}\p{N}.]+/gu) ?? []
  const known = new Set([...words(shown), 'positive', 'a', 'rate', 'of', 'the', 'was', 'percent'])
  return words(verbatim).some(word => /\p{N}/u.test(word) && !known.has(word))
}

function her2Details(key: string, result: MarkerResult, settled: number | null): Fact[] {
  const facts: Fact[] = []
  const ihc = result.readings.some(reading => reading.ihc !== null)
  const ish = result.readings.some(reading => reading.ish !== null)
  if (!ihc && !ish) facts.push(absent(`${key}.method`, 'notRecorded', 'IHC score, ISH'))
  const label = her2Label(result, settled)
  if (label !== null) facts.push(derived(`${key}.label`, `${label.label} (derived)`))
  return facts
}

/** Which calls turn on the rule, for the switch between the cut-offs. */
export function boardCallsByRule(index: CaseIndex, ordered: OrderedSpecimens): CallsUnderRule[] {
  return ['ER', 'PR'].flatMap(marker =>
    callsUnderEachRule(ordered.receptors, marker, index.cutoff)
      .filter(({ text }) => text !== '')
      .map(({ cutoff, text }) => ({
        marker,
        cutoff,
        fact: derived(`rule.${marker}.${cutoff}`, text),
      })),
  )
}

/** What is said once beneath the receptor table instead of in each row. */
export function receptorRemarksOf(index: CaseIndex, ordered: OrderedSpecimens): Fact[] {
  const onBoundary = ordered.receptors.flatMap(specimen =>
    ['ER', 'PR'].flatMap(marker => {
      const result = specimen.results.find(one => one.marker === marker) ?? null
      const call = callOf(result, marker, index.cutoff, specimen.settled[marker] ?? null)
      if (!call.flags.includes('onBoundary')) return []
      const value = result?.readings.map(readingText).join(' | ') ?? ''
      return [
        derived(
          `remark.boundary.${specimen.id}.${marker}`,
          `${marker} ${value} in ${specimen.label} lies on a boundary: the call turns on the rule.`,
          index.labels(specimen.id, marker),
        ),
      ]
    }),
  )
  const noMethod = ordered.receptors
    .filter(specimen =>
      specimen.results.some(
        result =>
          result.marker === 'HER2' &&
          result.readings.length > 0 &&
          result.readings.every(reading => reading.ihc === null && reading.ish === null),
      ),
    )
    .map(specimen => specimen.label)
  const her2 =
    noMethod.length === 0
      ? []
      : [absent('remark.her2', 'notRecorded', `HER2 in ${noMethod.join(', ')}: IHC score and ISH`)]
  return [...onBoundary, ...her2]
}
