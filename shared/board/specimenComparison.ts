import type { Case } from '../case/entry.ts'
import type { EntryId } from '../ids.ts'
import type { SpecimenReceptors } from '../receptors/compare.ts'
import type { CutoffId } from '../receptors/cutoffId.ts'
import { CUTOFF } from '../receptors/cutoffs.ts'
import { surrogateSubtype } from '../receptors/subtype.ts'
import type { Board, BoardSpecimen, Direction } from './board.ts'
import { indexCase } from './caseIndex.ts'
import { chronology } from './chronology.ts'
import type { Fact } from './fact.ts'
import { absent, derived } from './makeFact.ts'
import { markerRow } from './markerComparison.ts'
import { boardSpecimens, markersOf, orderedSpecimens, specimenInWords } from './specimens.ts'
import { timeBetween } from './timeBetween.ts'

/**
 * How two sides stand to each other. `differs` is what was recorded of both and is not the same; `undecidable` is left open
 * by readings that disagree; `notEvaluable` lacks a side, and is neither a difference nor none.
 */
export type Likeness = 'same' | 'differs' | 'undecidable' | 'notEvaluable'

/** One side of a row: what was recorded, and, apart from it, the call under the rule in force. */
export type ComparedSide = Readonly<{ recorded: readonly Fact[]; call: Fact | null }>

export type ComparisonRow = Readonly<{
  key: string
  label: string
  first: ComparedSide
  second: ComparedSide
  likeness: Likeness
  /** What is said of both sides together: the change of the value, then that of the call. */
  remarks: readonly Fact[]
  /** The call changed: the strongest mark. */
  flag: Readonly<{ direction: Direction; fact: Fact }> | null
}>

export type ComparedSpecimen = Readonly<{ entry: EntryId; label: string; name: Fact }>

/** Two specimens side by side: every recorded datum of both, and what can be said of the two and what not. */
export type SpecimenComparison = Readonly<{
  /** The rule that the calls were made by, named. */
  rule: Fact
  first: ComparedSpecimen
  second: ComparedSpecimen
  /** "from D to E": every change is told from the older to the newer, on whichever side they stand. */
  direction: Fact
  /** How long lies between them, or why that cannot be said. */
  between: Fact
  receptors: readonly ComparisonRow[]
  pathology: readonly ComparisonRow[]
  /** What is recorded of neither. */
  neither: Fact | null
  conflicts: readonly Readonly<{ label: string; title: Fact; of: readonly string[] }>[]
}>

/** The newest specimen with receptors and the one before it; null where there are not two. */
export function defaultPair({ specimens }: Pick<Board, 'specimens'>): Pair | null {
  const [first, second] = specimens.filter(specimen => specimen.hasReceptors).slice(-2)
  return first === undefined || second === undefined
    ? null
    : { first: first.entry, second: second.entry }
}

export type Pair = Readonly<{ first: EntryId; second: EntryId }>

type Found = Readonly<{ specimen: BoardSpecimen; receptors: SpecimenReceptors; words: string }>

/** Compares any two specimens of a case under one rule; null where one of them is no specimen of it. */
export function specimenComparison(
  of: Case,
  { cutoff, first, second }: Pair & Readonly<{ cutoff: CutoffId }>,
): SpecimenComparison | null {
  const index = indexCase(of, cutoff)
  const time = chronology(index)
  const ordered = orderedSpecimens(index, time.order)
  const specimens = boardSpecimens(index, ordered)
  const find = (entry: EntryId): Found | null => {
    const specimen = specimens.find(one => one.entry === entry)
    const stored = ordered.entries.find(one => one.id === entry)
    if (specimen === undefined || stored === undefined) return null
    const empty: SpecimenReceptors = {
      id: entry,
      label: specimen.label,
      results: [],
      settled: new Map(),
    }
    const receptors = ordered.receptors.find(one => one.id === entry) ?? empty
    return { specimen, receptors, words: specimenInWords(index, stored) }
  }
  const [one, other] = [find(first), find(second)]
  if (one === null || other === null) return null
  const isSwapped = specimens.indexOf(one.specimen) > specimens.indexOf(other.specimen)
  const [older, newer] = isSwapped ? [other, one] : [one, other]
  const pathology = pathologyRows(older.specimen, newer.specimen)
  const inPlace = (row: ComparisonRow): ComparisonRow =>
    isSwapped ? { ...row, first: row.second, second: row.first } : row
  const both = [older.specimen, newer.specimen]
  return {
    rule: derived('comparison.rule', `Calls at ${CUTOFF[cutoff].name}`),
    first: compared(one, 'first'),
    second: compared(other, 'second'),
    direction: derived(
      'comparison.direction',
      `from ${older.specimen.label} to ${newer.specimen.label}`,
    ),
    between: timeBetween(time, older.specimen, newer.specimen),
    receptors: [
      ...markersOf(ordered).map(marker =>
        markerRow(
          marker,
          cutoff,
          [older.specimen, newer.specimen],
          [older.receptors, newer.receptors],
        ),
      ),
      subtypeRow(cutoff, [older, newer]),
    ].map(inPlace),
    pathology: pathology.filter(row => row !== null).map(inPlace),
    neither: neitherOf(pathology),
    conflicts: index.conflicts
      .map(({ label, title, about }) => ({
        label,
        title: derived(`comparison.conflict.${label}`, title),
        of: both
          .filter(({ entry }) => about.some(touched => touched.entry === entry))
          .map(specimen => specimen.label),
      }))
      .filter(conflict => conflict.of.length > 0),
  }
}

function compared({ specimen, words }: Found, side: 'first' | 'second'): ComparedSpecimen {
  const { entry, label } = specimen
  return { entry, label, name: derived(`comparison.${side}`, words) }
}

/** What was recorded of a specimen besides its markers, by the field that it stands in. */
const FIELDS = [
  ['from', 'Taken from'],
  ['procedure', 'Procedure'],
  ['collected', 'Collected'],
  ['histology', 'Histology'],
  ['grade', 'Grade'],
  ['size', 'Size'],
  ['nodes', 'Nodes'],
  ['margins', 'Margins'],
  ['invasion', 'Invasion'],
  ['reportedSubtype', 'Report’s own subtype'],
  ['representative', 'Representative'],
  ['labNumber', 'Laboratory number'],
  ['findings', 'Findings'],
  ['note', 'Note'],
  ['source', 'Source'],
] as const

type Field = (typeof FIELDS)[number][0]

function recordedIn(specimen: BoardSpecimen, field: Field): Fact[] {
  switch (field) {
    case 'from':
    case 'procedure':
    case 'collected':
      return [specimen[field]]
    case 'source':
      return specimen.source === null ? [] : [specimen.source]
    case 'findings':
      // Of a specimen without receptors its findings, and that it has none, are one fact.
      return [...detailsIn(specimen, field), specimen.withoutReceptors].filter(f => f !== null)
    default:
      return detailsIn(specimen, field)
  }
}

function detailsIn(specimen: BoardSpecimen, field: string): Fact[] {
  const start = `specimen.${specimen.entry}.${field}`
  return specimen.details.filter(({ id }) => id === start || id.startsWith(`${start}.`))
}

/** A row for each field; null where it is recorded of neither. */
function pathologyRows(first: BoardSpecimen, second: BoardSpecimen): (ComparisonRow | null)[] {
  return FIELDS.map(([field, label]) => {
    const sides = [recordedIn(first, field), recordedIn(second, field)] as const
    const [one, other] = sides
    if (one.length + other.length === 0) return null
    const only = one.length === 0 ? second : other.length === 0 ? first : null
    const isSame = texts(one) === texts(other)
    const side = (facts: readonly Fact[], which: string): ComparedSide => ({
      recorded: facts.length > 0 ? facts : [absent(`comparison.${field}.${which}`)],
      call: null,
    })
    return {
      key: field,
      label,
      first: side(one, 'first'),
      second: side(other, 'second'),
      likeness: only !== null ? 'notEvaluable' : isSame ? 'same' : 'differs',
      remarks:
        only === null
          ? []
          : [derived(`comparison.${field}.only`, `recorded of ${only.label} only`)],
      flag: null,
    } satisfies ComparisonRow
  })
}

function texts(facts: readonly Fact[]): string {
  return facts.map(fact => fact.text).join('\n')
}

function neitherOf(rows: readonly (ComparisonRow | null)[]): Fact | null {
  const lacking = FIELDS.filter((_, at) => rows[at] === null).map(([, label]) =>
    label.toLocaleLowerCase('en'),
  )
  return lacking.length === 0
    ? null
    : absent('comparison.neither', 'notRecorded', `of both specimens, ${lacking.join(', ')}:`)
}

/** The surrogate subtypes. Where one of them is not classified, nothing is said of a change. */
function subtypeRow(cutoff: CutoffId, [first, second]: readonly [Found, Found]): ComparisonRow {
  const side = ({ specimen: { subtype } }: Found, which: string): ComparedSide => ({
    recorded:
      subtype === null
        ? [absent(`comparison.subtype.${which}`, 'notRecorded', 'receptors')]
        : [subtype.label, subtype.criterion],
    call: null,
  })
  const open = [first, second].filter(({ receptors }) => {
    const { kind } = surrogateSubtype(receptors, cutoff)
    return kind === 'notClassifiable' || kind === 'undecided'
  })
  const isSame = first.specimen.subtype?.label.text === second.specimen.subtype?.label.text
  const why = `change not evaluable: not classified in ${open.map(one => one.specimen.label).join(', ')}`
  return {
    key: 'subtype',
    label: 'Subtype, derived',
    first: side(first, 'first'),
    second: side(second, 'second'),
    likeness: open.length > 0 ? 'notEvaluable' : isSame ? 'same' : 'differs',
    remarks: open.length === 0 ? [] : [derived('comparison.subtype.open', why)],
    flag: null,
  }
}
