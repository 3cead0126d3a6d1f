import type { MarkerReading, MarkerResult, Specimen } from '../../../shared/case/specimen.ts'
import type { Missing } from '../../../shared/values/missing.ts'
import type { Random } from './random.ts'
import { RATES, type RatedMarker } from './rates.ts'
import { entryFieldsOf, quantityOf, type Story, sourceOf, whenOf } from './story.ts'

type Status = Readonly<Record<RatedMarker, boolean>>

const MARKERS = ['ER', 'PR', 'HER2'] as const satisfies readonly RatedMarker[]
const MISSING_IN_METASTASIS = [
  'notDone',
  'pending',
  'notReported',
  'notAssessable',
] as const satisfies readonly Missing[]
const SHARE_MISSING = 0.08

/** Two to five specimens in the order in which they were taken: the primary, then metastases. */
export function specimensOf(story: Story): Specimen[] {
  const { random, surgery, firstMetastasis, end } = story
  const count = random.int(2, 5)
  const statuses = statusesOf(random, count)
  return statuses.map((status, at) => {
    const isPrimary = at === 0
    const spread = (end - firstMetastasis) / count
    const day = isPrimary ? surgery : Math.round(firstMetastasis + spread * (at - 1))
    return specimenOf(story, {
      label: String.fromCharCode(65 + at),
      isPrimary,
      status,
      collected: whenOf(story, day),
    })
  })
}

/** Which markers are positive in each specimen; they change from one to the next by the published rates. */
export function statusesOf(random: Random, count: number): Status[] {
  const primary = forEachMarker(marker => random.chance(RATES[marker].positiveInPrimary))
  const statuses = [primary]
  for (let last = primary; statuses.length < count; statuses.push(last)) {
    const isFirst = statuses.length === 1
    const before = last
    last = forEachMarker(marker => {
      const { loss, gain, laterChange } = RATES[marker]
      const rate = isFirst ? (before[marker] ? loss : gain) : laterChange
      return random.chance(rate) ? !before[marker] : before[marker]
    })
  }
  return statuses
}

function forEachMarker(status: (marker: RatedMarker) => boolean): Status {
  return { ER: status('ER'), PR: status('PR'), HER2: status('HER2') }
}

function specimenOf(
  story: Story,
  {
    label,
    isPrimary,
    status,
    collected,
  }: Readonly<{
    label: string
    isPrimary: boolean
    status: Status
    collected: Specimen['collected']
  }>,
): Specimen {
  const { random, primarySite, metastases } = story
  const results = MARKERS.map(marker =>
    !isPrimary && random.chance(SHARE_MISSING)
      ? missingResult(marker, random.pick(MISSING_IN_METASTASIS))
      : {
          marker,
          missing: null,
          missingAsReported: null,
          readings: [readingOf(story, marker, status[marker])],
        },
  )
  return {
    kind: 'specimen',
    label,
    labNumber: `TEST-${random.int(10_000, 99_999)}/${random.int(10, 24)}`,
    procedure: isPrimary
      ? 'resection'
      : random.pick(['coreNeedle', 'punch', 'excisional', 'cytology'] as const),
    procedureAsReported: null,
    site: isPrimary ? primarySite : random.pick(metastases),
    lesion: null,
    from: null,
    side: random.pick(['left', 'right'] as const),
    collected,
    histology: [
      {
        text: isPrimary ? 'invasive ductal carcinoma' : 'metastasis of breast carcinoma',
        source: null,
      },
    ],
    grade: random.chance(0.8) ? String(random.int(1, 3)) : null,
    representative: random.pick(['yes', 'yes', 'yes', 'insufficient', null] as const),
    sizes: [],
    nodes: isPrimary
      ? {
          examined: quantityOf(random.int(8, 22), null),
          positive: quantityOf(random.int(0, 8), null),
        }
      : null,
    margins: isPrimary ? 'clear' : null,
    invasion: [],
    reportedSubtype: [],
    results: [...results, ki67Of(story)],
    findings: null,
    ...entryFieldsOf(story),
  }
}

function missingResult(marker: string, missing: Missing): MarkerResult {
  return { marker, missing, missingAsReported: null, readings: [] }
}

const NO_VALUE = {
  percent: null,
  intensity: null,
  allred: null,
  hScore: null,
  ihc: null,
  ish: null,
  score: null,
  interpretation: null,
  method: null,
  verbatim: null,
} as const

function readingOf(story: Story, marker: RatedMarker, isPositive: boolean): MarkerReading {
  const { random } = story
  const source = sourceOf(story)
  if (marker === 'HER2') return { ...NO_VALUE, ...her2Of(random, isPositive), source }
  if (!isPositive) {
    const percent = random.chance(0.3)
      ? { ...quantityOf(1, '%'), comparator: '<' as const }
      : quantityOf(0, '%')
    return { ...NO_VALUE, percent, source }
  }
  const isLow = random.chance(0.05)
  const low = isLow ? random.int(1, 10) : random.int(2, 19) * 5
  const isBand = !isLow && low < 90 && random.chance(0.1)
  return {
    ...NO_VALUE,
    percent: quantityOf(low, '%', isBand ? low + 10 : null),
    intensity: isLow ? 'weak' : random.pick(['moderate', 'strong'] as const),
    interpretation: random.chance(0.6) && !isLow ? 'positive' : null,
    source,
  }
}

function her2Of(random: Random, isPositive: boolean): Pick<MarkerReading, 'ihc' | 'ish'> {
  const isEquivocal = random.chance(0.25)
  const ish = (result: 'amplified' | 'notAmplified') => ({
    result,
    missing: null,
    ratio: null,
    copyNumber: null,
    group: null,
    method: 'FISH',
  })
  if (isPositive)
    return isEquivocal
      ? { ihc: { low: '2+', high: null }, ish: ish('amplified') }
      : { ihc: { low: '3+', high: null }, ish: null }
  return isEquivocal
    ? { ihc: { low: '2+', high: null }, ish: ish('notAmplified') }
    : { ihc: { low: random.pick(['0', '0+', '1+'] as const), high: null }, ish: null }
}

function ki67Of(story: Story): MarkerResult {
  const { random } = story
  if (random.chance(0.15)) return missingResult('Ki-67', 'notReported')
  const low = random.int(1, 15) * 5
  const percent = quantityOf(low, '%', random.chance(0.15) ? low + 5 : null)
  return {
    marker: 'Ki-67',
    missing: null,
    missingAsReported: null,
    readings: [{ ...NO_VALUE, percent, source: sourceOf(story) }],
  }
}
