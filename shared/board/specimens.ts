import { type EntryOf, entriesOf } from '../case/entry.ts'
import type { Specimen } from '../case/specimen.ts'
import { MARKERS } from '../codes/markers.ts'
import type { EntryId } from '../ids.ts'
import { callOf, hasResultValue } from '../receptors/call.ts'
import { callsUnderEachRule } from '../receptors/callsUnderEachRule.ts'
import type { SpecimenReceptors } from '../receptors/compare.ts'
import { isOnlyWords, readingText } from '../receptors/readingText.ts'
import { settledReadings } from '../rules/conflicts.ts'
import { formatQuantity } from '../values/formatQuantity.ts'
import type { BoardSpecimen, CallsUnderRule } from './board.ts'
import type { CaseIndex } from './caseIndex.ts'
import type { Fact } from './fact.ts'
import { lesionInWords } from './lesions.ts'
import {
  absent,
  capitalised,
  derived,
  notRead,
  quote,
  quoted,
  reported,
  uncapitalised,
} from './makeFact.ts'
import { procedureWords, siteInSentence, sitePlace } from './names.ts'
import { resultCell } from './results.ts'
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
      settled: settledReadings(index.conflicts, id, body.results),
    })),
  }
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

/** The specimen that one (`at`, an index of `receptors`) is compared with: the last before it that has any value. */
export function specimenBefore(ordered: OrderedSpecimens, at: number): SpecimenReceptors | null {
  return ordered.receptors.slice(0, Math.max(0, at)).findLast(hasAnyValue) ?? null
}

function hasAnyValue({ results }: SpecimenReceptors): boolean {
  return results.some(hasResultValue)
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
    comparedWith: hasReceptors ? comparedWith(index, ordered, id, key) : null,
    subtype: hasReceptors ? subtypeFacts(index, ordered, id, key) : null,
    site: body.site,
    lesion: body.lesion,
    conflicts: index.labels(id),
  }
}

/** "compared with D (right chest wall, after the 11th month)": what every change in its row was counted from. */
function comparedWith(
  index: CaseIndex,
  ordered: OrderedSpecimens,
  id: EntryId,
  key: string,
): Fact | null {
  const at = ordered.receptors.findIndex(specimen => specimen.id === id)
  const before = specimenBefore(ordered, at)
  const entry = ordered.entries.find(one => one.id === before?.id)
  if (before === null || entry === undefined) return null
  return derived(`${key}.comparedWith`, `compared with ${specimenInWords(index, entry)}`)
}

/** "D (right chest wall, after the 11th month)": a specimen wherever it is named beside another. */
export function specimenInWords(index: CaseIndex, { body }: SpecimenEntry): string {
  const place = uncapitalised(placeOf(index, body))
  return `${body.label} (${place}, ${index.when('', body.collected).text})`
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
  const lesion = body.lesion === null ? null : lesionInWords(index, body.lesion)
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
  add('lesion', lesion === null ? null : `from ${lesion}`)
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
      const call = callOf(result, marker, index.cutoff, specimen.settled.get(marker) ?? null)
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
  return [...onBoundary, ...withoutMethod(ordered)]
}

/** Specimens whose HER2 has neither score nor ISH; those apart whose words may hold them. */
function withoutMethod({ receptors }: OrderedSpecimens): Fact[] {
  const bare = receptors.flatMap(({ label, results }) => {
    const readings = results.find(({ marker }) => marker === 'HER2')?.readings ?? []
    const isBare =
      readings.length > 0 && readings.every(({ ihc, ish }) => ihc === null && ish === null)
    return isBare ? [{ label, inWords: readings.some(isOnlyWords) }] : []
  })
  const of = (inWords: boolean) => {
    const labels = bare.filter(one => one.inWords === inWords).map(({ label }) => label)
    return labels.length === 0 ? null : `HER2 in ${labels.join(', ')}: IHC score and ISH`
  }
  const [recorded, read] = [of(false), of(true)]
  return [
    ...(recorded === null ? [] : [absent('remark.her2', 'notRecorded', recorded)]),
    ...(read === null ? [] : [notRead('remark.her2.words', read)]),
  ]
}
