import type { EntryOf } from '../case/entry.ts'
import type { Systemic } from '../case/treatment.ts'
import { drugById, drugByName } from '../codes/drugs.ts'
import type { EntryId } from '../ids.ts'

/** What a suggestion needs of a systemic treatment. */
export type LineTreatment = Readonly<{
  id: EntryId
  name: string
  drugs: readonly string[]
  /** `never`: bone-modifying or supportive; `unknown`: a name that is not in the drug list. */
  role: 'antiCancer' | 'never' | 'unknown'
  setting: Systemic['setting']
  intent: Systemic['intent']
  /** The number that a person set, if any. */
  line: number | null
  stopReason: Systemic['stopReason']
  bestResponse: NonNullable<Systemic['bestResponse']>['value']
  /** Whether it is recorded that it came after the one before it in the list. */
  orderRecorded: boolean
  /** Whether a progression is recorded between the one before it and this one. */
  progressionBefore: boolean
}>

/** A suggested line number with its reason, or why there is none. A person sets the number. */
export type LineSuggestion = Readonly<{
  status: 'suggested' | 'notALine' | 'undecided'
  /** CLINICAL: curative (early) or palliative (advanced) line of therapy (Saini and Twelves 2021). */
  kind: LineKind | null
  number: number | null
  /** "PLoT 1", "never a line", "cannot be decided from what is recorded" */
  text: string
  /** "LoT 2 (1 CLoT + 1 PLoT)" where every part of it is decided, else null. */
  total: string | null
  /** What remains possible where it is undecided. */
  options: readonly string[]
  reason: string
}>

export type LineKind = 'CLoT' | 'PLoT'

const CANNOT = 'cannot be decided from what is recorded'
const SAINI = 'Saini and Twelves 2021'
const ONCONOVA = 'the Onconova algorithm'

/** The inputs for one treatment; what needs time or other entries is given. */
export function lineTreatmentOf(
  { id, body }: EntryOf<'systemic'>,
  given: Pick<LineTreatment, 'orderRecorded' | 'progressionBefore'>,
): LineTreatment {
  const roles = body.drugs.map(({ drug, name }) => {
    const listed = drug === null ? drugByName(name) : drugById(drug)
    return listed?.role ?? null
  })
  const isAntiCancer = roles.includes('antiCancer')
  return {
    id,
    name: body.drugs.map(drug => drug.name).join(' + '),
    drugs: body.drugs.map(({ drug, name }) => drug ?? name.toLowerCase()),
    role: isAntiCancer ? 'antiCancer' : roles.includes(null) ? 'unknown' : 'never',
    setting: body.setting,
    intent: body.intent,
    line: body.line,
    stopReason: body.stopReason,
    bestResponse: body.bestResponse?.value ?? null,
    ...given,
  }
}

/**
 * Suggests the line of one treatment among all systemic treatments of the case, in the order they began. CLINICAL: no
 * agreed way of counting exists; only rules that were read in a source are used, and whatever turns on a convention that
 * was not, or on something that is not recorded, is left undecided with the reason (CLINICAL 4.4).
 */
export function suggestLine(
  treatments: readonly LineTreatment[],
  id: EntryId,
): LineSuggestion | null {
  const at = treatments.findIndex(treatment => treatment.id === id)
  const treatment = treatments[at]
  if (treatment === undefined) return null
  const before = treatments.slice(0, at)
  if (treatment.role === 'never' || treatment.intent === 'supportive') {
    return {
      ...nothing,
      status: 'notALine',
      text: 'never a line',
      reason: `Bone-modifying and supportive drugs are not anti-cancer agents (${SAINI}).`,
    }
  }
  if (treatment.role === 'unknown') {
    return undecided(
      [],
      `${treatment.name} is not in the drug list: whether it is an anti-cancer agent is not known.`,
    )
  }
  const kind = kindOf(treatment)
  if (kind === null) return undecided(['CLoT', 'PLoT'], whyNoKind(treatment))
  return numbered(treatment, kind, before)
}

const nothing = { kind: null, number: null, total: null, options: [] } as const

function undecided(options: readonly string[], reason: string): LineSuggestion {
  return { ...nothing, status: 'undecided', text: CANNOT, options, reason }
}

/** CLINICAL: CLoT is curative or early, PLoT palliative or advanced (Saini and Twelves 2021). Null where neither is stated. */
function kindOf({ setting, intent }: LineTreatment): LineKind | null {
  const isEarly = setting === 'neoadjuvant' || setting === 'adjuvant'
  const isAdvanced = setting === 'metastatic'
  if (isEarly) return intent === 'palliative' ? null : 'CLoT'
  if (isAdvanced) return intent === 'curative' ? null : 'PLoT'
  if (intent === 'curative') return 'CLoT'
  return intent === 'palliative' ? 'PLoT' : null
}

function whyNoKind({ name, setting, intent }: LineTreatment): string {
  if (setting === 'locoregionalRecurrence') {
    return `${name} was given for a locoregional recurrence without a stated intent; no rule that was read in a source says whether that is a curative or a palliative line.`
  }
  if (setting === 'notStated' || setting === 'maintenance') {
    return `Neither early nor advanced disease, nor a curative or palliative intent, is recorded for ${name}.`
  }
  return `Setting and intent of ${name} contradict each other (${setting}, ${intent}).`
}

function numbered(
  treatment: LineTreatment,
  kind: LineKind,
  before: readonly LineTreatment[],
): LineSuggestion {
  const antiCancer = before.filter(one => one.role !== 'never' && one.intent !== 'supportive')
  const unplaced = antiCancer.find(
    one => kindOf(one) === null && one.setting !== 'locoregionalRecurrence',
  )
  if (unplaced !== undefined) {
    return undecided([], `Whether ${unplaced.name} before it was a ${kind} is not recorded.`)
  }
  const previous = antiCancer.findLast(one => kindOf(one) === kind)
  if (previous === undefined) {
    const local = antiCancer.find(one => kindOf(one) === null)
    const note =
      local === undefined
        ? ''
        : ` ${local.name}, given for a locoregional recurrence, is not counted.`
    const phase = kind === 'CLoT' ? 'early' : 'advanced'
    const reason = `The first systemic anti-cancer treatment for ${phase} disease opens line 1 (${SAINI}; ${ONCONOVA}).${note}`
    return suggested(kind, 1, reason, before)
  }
  return afterPrevious(treatment, kind, previous, before)
}

function afterPrevious(
  treatment: LineTreatment,
  kind: LineKind,
  previous: LineTreatment,
  before: readonly LineTreatment[],
): LineSuggestion {
  const base = previous.line ?? suggestLine(before, previous.id)?.number ?? null
  if (base === null) return undecided([], `The line of ${previous.name} before it is not decided.`)
  const setBy = previous.line === null ? '' : ` (set by a person)`
  const [same, next] = [`${kind} ${base} (same line)`, `${kind} ${base + 1}`]
  if (!treatment.orderRecorded) {
    return undecided([], `Whether it came after ${previous.name} is not recorded.`)
  }
  if (treatment.setting === 'maintenance') {
    const reason = `Maintenance stays in the line before it, ${previous.name}${setBy} (${ONCONOVA}).`
    return suggested(kind, base, reason, before)
  }
  const progressed =
    previous.stopReason === 'progression' ||
    previous.bestResponse === 'PD' ||
    treatment.progressionBefore
  const unchanged = treatment.drugs.toSorted().join() === previous.drugs.toSorted().join()
  if (progressed && !unchanged) {
    const reason = `Progression is recorded between ${previous.name}, ${kind} ${base}${setBy}, and this treatment: a new line (${ONCONOVA}).`
    return suggested(kind, base + 1, reason, before)
  }
  return undecided([next, same], whyOpen(kind, previous, progressed))
}

function whyOpen(kind: LineKind, previous: LineTreatment, progressed: boolean): string {
  const { name, stopReason } = previous
  if (progressed) {
    return `The drugs are those of ${name}: whether the same drugs after progression are a new line differs between sources.`
  }
  if (kind === 'CLoT') {
    return `Whether successive treatments for early disease are one line is a convention that was not verified; no progression is recorded after ${name}.`
  }
  if (stopReason === 'toxicity') {
    return `${name} was stopped for toxicity: ${ONCONOVA} opens a new line only where the drug class changes, other conventions differ and were not verified.`
  }
  if (stopReason === null || stopReason === 'notRecorded') {
    return `The reason for stopping ${name} is not recorded: after progression this is a new line, after toxicity it may be the same.`
  }
  return `No progression is recorded between ${name} and this treatment; whether a change without it is a new line is a convention that was not verified.`
}

function suggested(
  kind: LineKind,
  number: number,
  reason: string,
  before: readonly LineTreatment[],
): LineSuggestion {
  const curative = kind === 'CLoT' ? number : highestCurative(before)
  const palliative = kind === 'PLoT' ? number : 0
  const total =
    curative === null || (kind === 'CLoT' && before.some(one => kindOf(one) === 'PLoT'))
      ? null
      : `LoT ${curative + palliative} (${curative} CLoT + ${palliative} PLoT)`
  return {
    status: 'suggested',
    kind,
    number,
    text: `${kind} ${number}`,
    total,
    options: [],
    reason,
  }
}

/** How many curative lines came before; null where one of them is undecided. */
function highestCurative(before: readonly LineTreatment[]): number | null {
  const numbers = before.flatMap((one, index) => {
    const isCounted = one.role !== 'never' && one.intent !== 'supportive'
    if (!isCounted || kindOf(one) !== 'CLoT') return []
    return [one.line ?? suggestLine(before.slice(0, index + 1), one.id)?.number ?? null]
  })
  const open = numbers.some(number => number === null)
  const hasUnplaced = before.some(one => one.role !== 'never' && kindOf(one) === null)
  return open || hasUnplaced ? null : Math.max(0, ...numbers.map(number => number ?? 0))
}
