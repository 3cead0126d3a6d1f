import type { Conflict, ConflictStatement, Settlement } from '../case/conflict.ts'
import { type Case, entriesOf } from '../case/entry.ts'
import type { MarkerResult } from '../case/specimen.ts'
import type { EntryId } from '../ids.ts'
import { readingText } from '../receptors/readingText.ts'
import { findDifferences, readingStatement } from './differences.ts'
import { squeeze } from './squeeze.ts'

/** A conflict of the case: written down by a person, or found by comparing the readings of one question. */
export type CaseConflict = Readonly<{
  origin: 'recorded' | 'automatic'
  /** The conflict's own entry; null for one that was found. */
  entry: EntryId | null
  label: string
  title: string
  about: Conflict['about']
  statements: readonly ConflictStatement[]
  /** How, by whom and when it was settled; the statements stay. */
  settlement: Settlement | null
  note: string | null
}>

/**
 * Every conflict of a case: the recorded ones as they were made, settled or not, then those that the readings themselves
 * show and no recorded one is about.
 */
export function conflictsOf(of: Case): CaseConflict[] {
  const recorded = entriesOf(of, 'conflict').map(({ id, body }) => fromRecorded(id, body))
  const taken = new Set(recorded.map(conflict => conflict.label.trim().toUpperCase()))
  // Differences are numbered before the covered ones are left out, so that recording one does not rename the others.
  let number = 0
  const found = findDifferences(of).flatMap((difference): CaseConflict[] => {
    do number += 1
    while (taken.has(`R${number}`))
    const { entry, facet, title, statements } = difference
    if (labelsAbout(recorded, entry, facet).length > 0) return []
    return [
      {
        origin: 'automatic',
        entry: null,
        label: `R${number}`,
        title,
        about: [{ entry, facet }],
        statements,
        settlement: null,
        note: null,
      },
    ]
  })
  return [...recorded, ...found]
}

/** Labels of the conflicts about an entry, or only of those about one facet of it. */
export function labelsAbout(
  conflicts: readonly CaseConflict[],
  entry: EntryId,
  facet?: string,
): string[] {
  return conflicts
    .filter(({ about }) =>
      about.some(
        subject =>
          subject.entry === entry &&
          (facet === undefined ||
            (subject.facet !== null && squeeze(subject.facet) === squeeze(facet))),
      ),
    )
    .map(({ label }) => label)
}

/**
 * The reading of a result that a settled conflict found to hold, as an index into its readings; null while it is open,
 * when both or none hold, or when the statement is not plainly one of the readings.
 */
export function settledReadingOf(
  conflicts: readonly CaseConflict[],
  specimen: EntryId,
  result: MarkerResult,
): number | null {
  const chosen = new Set<number>()
  for (const conflict of conflicts) {
    const holds = conflict.settlement?.holds ?? null
    const statement = holds === null ? undefined : conflict.statements[holds]
    if (statement === undefined) continue
    if (labelsAbout([conflict], specimen, result.marker).length === 0) continue
    const reading = readingStatedBy(statement, result)
    if (reading !== null) chosen.add(reading)
    // A conflict between the readings that was settled otherwise leaves none of them; one about something else is no matter.
    else if (conflict.statements.some(s => readingStatedBy(s, result) !== null)) return null
  }
  const [only, ...more] = chosen
  return only === undefined || more.length > 0 ? null : only
}

/** Settled readings of all results of a specimen, by marker. */
export function settledReadings(
  conflicts: readonly CaseConflict[],
  specimen: EntryId,
  results: readonly MarkerResult[],
): ReadonlyMap<string, number> {
  return new Map(
    results.flatMap(result => {
      const reading = settledReadingOf(conflicts, specimen, result)
      return reading === null ? [] : [[result.marker, reading] as const]
    }),
  )
}

function readingStatedBy(statement: ConflictStatement, result: MarkerResult): number | null {
  const texts = [statement.short, statement.text].map(squeeze)
  const matching = result.readings.flatMap((reading, index) => {
    const own = [readingText(reading), readingStatement(reading), reading.verbatim]
    return own.some(text => text !== null && texts.includes(squeeze(text))) ? [index] : []
  })
  const [only, ...more] = matching
  return only === undefined || more.length > 0 ? null : only
}

function fromRecorded(entry: EntryId, body: Conflict): CaseConflict {
  const { label, title, about, statements, settlement, note } = body
  return { origin: 'recorded', entry, label, title, about, statements, settlement, note }
}
