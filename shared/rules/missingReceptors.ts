import { type Case, type EntryOf, entriesOf } from '../case/entry.ts'
import type { MarkerResult, Specimen } from '../case/specimen.ts'
import { hasResultValue } from '../receptors/call.ts'
import { isOnlyWords } from '../receptors/readingText.ts'
import { MISSING_LABEL, type Missing } from '../values/missing.ts'
import { isAnswered, type MissingItem } from './missingItem.ts'

const RECEPTORS = ['ER', 'PR', 'HER2'] as const

/** Procedures that look for spread to nodes or for margins: without a result of their own they owe no receptors. */
const WITHOUT_RECEPTORS: readonly Specimen['procedure'][] = [
  'frozenSection',
  'sentinelNode',
  'axillaryDissection',
]

/** ER, PR or HER2 that a specimen lacks, and HER2 results without the score or the ISH behind them. */
export function missingReceptors(of: Case): MissingItem[] {
  const specimens = entriesOf(of, 'specimen').filter(owesReceptors)
  if (specimens.length === 0) {
    const goTo = { kind: 'specimen', entry: null, field: 'results' } as const
    return [{ id: 'receptors', label: 'receptors', detail: 'no specimen with receptors', goTo }]
  }
  return [...specimens.flatMap(lackingMarkers), ...her2Method(specimens), ...her2Ish(specimens)]
}

type SpecimenEntry = EntryOf<'specimen'>

function owesReceptors({ body }: SpecimenEntry): boolean {
  if (body.results.some(hasResultValue)) return true
  return !WITHOUT_RECEPTORS.includes(body.procedure) && body.representative !== 'no'
}

function lackingMarkers({ id, body }: SpecimenEntry): MissingItem[] {
  const lacking = RECEPTORS.filter(marker => {
    const result = resultFor(body, marker)
    return !hasResultValue(result) && !isAnswered(result?.missing ?? null)
  })
  const [first] = lacking
  if (first === undefined) return []
  return [
    {
      id: `receptors.${id}`,
      label: `${lacking.join(', ')} of ${body.label}`,
      detail: null,
      goTo: { kind: 'specimen', entry: id, field: `results.${first}` },
    },
  ]
}

/** CLINICAL: a bare "HER2 negative" tells neither score nor ISH, on which later labels depend (CLINICAL 3.2). */
function her2Method(specimens: readonly SpecimenEntry[]): MissingItem[] {
  const bare = specimens.filter(({ body }) => {
    const her2 = resultFor(body, 'HER2')
    const readings = her2?.readings ?? []
    return hasResultValue(her2) && readings.every(r => r.ihc === null && !r.ish?.result)
  })
  const detail = bare.map(({ body }) => {
    const inWords = resultFor(body, 'HER2')?.readings.some(isOnlyWords) === true
    return inWords ? `${body.label} only in words` : body.label
  })
  return her2Item(bare, 'her2Method', 'HER2 IHC score and ISH', detail.join(', '))
}

/** CLINICAL: IHC 2+ is equivocal until an ISH result settles it (CLINICAL 3.2). */
function her2Ish(specimens: readonly SpecimenEntry[]): MissingItem[] {
  const open = specimens.filter(({ body }) => {
    const readings = resultFor(body, 'HER2')?.readings ?? []
    const isEquivocal = readings.some(r => r.ihc?.low === '2+' || r.ihc?.high === '2+')
    return isEquivocal && readings.every(r => !r.ish?.result)
  })
  const reasons = new Set(open.map(({ body }) => ishMissing(body)))
  const [reason = null] = reasons.size === 1 ? reasons : []
  const why = reason === null ? '' : ` (${MISSING_LABEL[reason]})`
  return her2Item(open, 'her2Ish', `HER2 ISH of ${labelsOf(open)}${why}`, null)
}

/** Why a report says that it has no ISH; null where none says so. */
function ishMissing(body: Specimen): Missing | null {
  const readings = resultFor(body, 'HER2')?.readings ?? []
  return readings.find(({ ish }) => ish !== null && ish.missing !== null)?.ish?.missing ?? null
}

function her2Item(
  specimens: readonly SpecimenEntry[],
  id: string,
  label: string,
  detail: string | null,
): MissingItem[] {
  const last = specimens.at(-1)
  if (last === undefined) return []
  return [{ id, label, detail, goTo: { kind: 'specimen', entry: last.id, field: 'results.HER2' } }]
}

function labelsOf(specimens: readonly SpecimenEntry[]): string {
  return specimens.map(({ body }) => body.label).join(', ')
}

function resultFor(body: Specimen, marker: string): MarkerResult | null {
  return body.results.find(result => result.marker === marker) ?? null
}
