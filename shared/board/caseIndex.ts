import type { Case, Entry } from '../case/entry.ts'
import type { SourceRef } from '../case/source.ts'
import { formatShortStatement, formatWhen, type WhenText } from '../dates/formatDate.ts'
import type { Anchor, When } from '../dates/when.ts'
import type { EntryId } from '../ids.ts'
import type { CutoffId } from '../receptors/cutoffId.ts'
import { type CaseConflict, conflictsOf, labelsAbout } from '../rules/conflicts.ts'
import { firstSurgery } from './chronology.ts'
import type { Fact } from './fact.ts'
import { fromFormatted, reported } from './makeFact.ts'
import { anchorName } from './names.ts'

/** A case prepared for reading: entries by id, conflicts by what they touch, dates and sources in words. */
export type CaseIndex = Readonly<{
  of: Case
  cutoff: CutoffId
  conflicts: readonly CaseConflict[]
  entry(id: string): Entry | null
  /** Labels of the conflicts about an entry, or about one facet of it. */
  labels(entry: EntryId, facet?: string): string[]
  /** When something was, as stated; conflicts about that date beside it. */
  when(id: string, when: When, conflicts?: readonly string[]): Fact
  /** The date in few words where the axis says what it counts from: "32nd month". */
  whenShort(id: string, when: When, conflicts?: readonly string[]): Fact
  sources(id: string, refs: readonly SourceRef[]): Fact | null
  sourceText(ref: SourceRef | null): string
}>

export function indexCase(of: Case, cutoff: CutoffId): CaseIndex {
  const byId = new Map<string, Entry>(of.entries.map(entry => [entry.id, entry]))
  const conflicts = conflictsOf(of)
  const surgery = firstSurgery(of)
  const origin: Anchor | null = surgery === null ? null : { entry: surgery, end: 'start' }

  function nameOfAnchor(anchor: Anchor): string {
    const body = byId.get(anchor.entry)?.body
    if (body === undefined) return 'an entry that was removed'
    // A site's first sign is best named by its own date, where one is stated.
    if (body.kind === 'site') {
      const own = datedInItsOwnRight(body.firstSeen)
      if (own.length > 0) return `the ${shortWhen(own).text}`
    }
    const name = anchorName(body)
    return anchor.end === 'end' && body.kind === 'systemic' ? `the end of ${name}` : name
  }

  /** Dates that count from surgery, as the axis does, leave its name out: "32nd month (May-2022)". */
  function shortWhen(when: When): WhenText {
    const [first, ...others] = when.map(s => formatShortStatement(s, origin, nameOfAnchor))
    if (first === undefined) return formatWhen(when, nameOfAnchor)
    const { missing } = formatWhen(when, nameOfAnchor)
    return { text: others.length === 0 ? first : `${first} (${others.join('; ')})`, missing }
  }

  function sourceText(ref: SourceRef | null): string {
    if (ref === null) return 'source not recorded'
    const body = byId.get(ref.document)?.body
    const title = body?.kind === 'document' ? body.title : 'a document that was removed'
    return ref.locator === null ? title : `${title}: ${ref.locator}`
  }

  return {
    of,
    cutoff,
    conflicts,
    entry: id => byId.get(id) ?? null,
    labels: (entry, facet) => labelsAbout(conflicts, entry, facet),
    when: (id, when, labels = []) => fromFormatted(id, formatWhen(when, nameOfAnchor), labels),
    whenShort: (id, when, labels = []) => fromFormatted(id, shortWhen(when), labels),
    sources: (id, refs) => (refs.length === 0 ? null : reported(id, joinSources(refs, byId))),
    sourceText,
  }
}

function datedInItsOwnRight(when: When): When {
  return when.filter(
    statement =>
      statement.kind === 'date' ||
      statement.kind === 'between' ||
      (statement.kind === 'relative' &&
        (statement.offset.type === 'ordinal' || statement.offset.type === 'elapsed')),
  )
}

/** "Wu 2024: text, Figure 3": each document once, with the places in it. */
function joinSources(refs: readonly SourceRef[], byId: ReadonlyMap<string, Entry>): string {
  const places = new Map<string, string[]>()
  for (const ref of refs) {
    const known = places.get(ref.document) ?? []
    if (ref.locator !== null && !known.includes(ref.locator)) known.push(ref.locator)
    places.set(ref.document, known)
  }
  return [...places]
    .map(([document, locators]) => {
      const body = byId.get(document)?.body
      const title = body?.kind === 'document' ? body.title : 'a document that was removed'
      return locators.length === 0 ? title : `${title}: ${locators.join(', ')}`
    })
    .join('; ')
}
