import { type EntryOf, entriesOf } from '../case/entry.ts'
import type { Systemic } from '../case/treatment.ts'
import { drugById } from '../codes/drugs.ts'
import { STOP_REASON_LABEL } from '../codes/stopReasons.ts'
import { LOCAL_MODALITY_LABEL, SETTING_LABEL } from '../codes/treatmentWords.ts'
import { formatQuantity } from '../values/formatQuantity.ts'
import type { Quantity } from '../values/quantity.ts'
import type { BoardLocal, BoardSystemic, Family } from './board.ts'
import type { CaseIndex } from './caseIndex.ts'
import { ectFacts } from './ectFacts.ts'
import type { Fact } from './fact.ts'
import { lesionInWords } from './lesions.ts'
import { absent, quote, quoted, reported, uncapitalised } from './makeFact.ts'
import { siteInSentence, treatmentName } from './names.ts'
import { woundFacts } from './woundFacts.ts'

type Order = (a: string, b: string) => number

/** Systemic treatments, oldest first. */
export function boardSystemic(index: CaseIndex, order: Order): BoardSystemic[] {
  return entriesOf(index.of, 'systemic')
    .toSorted((a, b) => order(a.id, b.id))
    .map(entry => systemicRow(index, entry))
}

/** Local treatments, oldest first. They are never a line of therapy (CLINICAL 4.4). */
export function boardLocal(index: CaseIndex, order: Order): BoardLocal[] {
  return entriesOf(index.of, 'local')
    .toSorted((a, b) => order(a.id, b.id))
    .map(entry => localRow(index, entry))
}

function systemicRow(index: CaseIndex, { id, body }: EntryOf<'systemic'>): BoardSystemic {
  const key = `systemic.${id}`
  const families = familiesOf(body)
  const isLine = body.drugs.some(drug => roleOf(drug.drug) === 'antiCancer')
  const name = reported(`${key}.name`, treatmentName(body), index.labels(id, 'name'))
  const started = index.when(`${key}.started`, body.started, index.labels(id, 'when'))
  const ended = endedFact(index, key, body, index.labels(id, 'ended'))
  const details = detailsOf(index, key, body)
  return {
    entry: id,
    source: index.sources(`${key}.source`, body.sources),
    name,
    family: families[0] ?? 'unknown',
    families,
    isLine,
    line: lineFact(key, body, isLine),
    setting: settingFact(key, body),
    started,
    ended,
    ongoing: body.ended.status === 'ongoing',
    details,
    caption: captionOf(key, body, started, ended, details),
    conflicts: index.labels(id),
  }
}

function roleOf(drug: string | null): 'antiCancer' | 'boneModifying' | 'supportive' {
  // Free text is taken for treatment of the cancer: hiding it among supportive drugs would be the worse mistake.
  return (drug === null ? null : drugById(drug)?.role) ?? 'antiCancer'
}

function familiesOf(body: Systemic): Family[] {
  const found = body.drugs.map(drug => {
    const known = drug.drug === null ? null : drugById(drug.drug)
    return known === null ? 'unknown' : FAMILY_DRAWN[known.family]
  })
  return [...new Set<Family>(found)]
}

const FAMILY_DRAWN = {
  endocrine: 'endocrine',
  chemotherapy: 'chemotherapy',
  cdk46: 'cdk46',
  otherTargeted: 'targeted',
  her2Directed: 'her2',
  antibodyDrugConjugate: 'adc',
  immunotherapy: 'immunotherapy',
  boneAgent: 'bone',
  radiopharmaceutical: 'radiopharmaceutical',
  supportive: 'supportive',
} as const

/** The number a person set, the setting of early disease, or that no number is set. Nothing is counted here. */
function lineFact(key: string, body: Systemic, isLine: boolean): Fact {
  const id = `${key}.line`
  if (!isLine) return reported(id, 'never a line')
  if (body.line !== null) return reported(id, `line ${body.line}`)
  if (body.setting === 'adjuvant' || body.setting === 'neoadjuvant') {
    return reported(id, uncapitalised(SETTING_LABEL[body.setting]))
  }
  return { id, text: 'not set', tone: 'missing', conflicts: [] }
}

function settingFact(key: string, body: Systemic): Fact {
  const id = `${key}.setting`
  if (body.setting !== 'notStated') return reported(id, uncapitalised(SETTING_LABEL[body.setting]))
  if (body.settingAsReported !== null) return quoted(id, body.settingAsReported)
  return absent(id, 'notStated', 'setting')
}

function endedFact(index: CaseIndex, key: string, body: Systemic, labels: string[]): Fact {
  const id = `${key}.ended`
  const { status, when } = body.ended
  if (status === 'ongoing') {
    const as =
      when.length === 0 ? ' at the last report, not dated' : ` ${index.when('', when).text}`
    return reported(id, `ongoing${as}`, labels)
  }
  if (when.length > 0) return index.when(id, when, labels)
  if (body.duration !== null) return reported(id, `after ${bare(body.duration)}`, labels)
  if (body.cycles !== null) return reported(id, `after ${bare(body.cycles)}`, labels)
  return absent(id, 'notRecorded', status === 'ended' ? 'date of stopping' : 'stop', labels)
}

function detailsOf(index: CaseIndex, key: string, body: Systemic): Fact[] {
  const facts: Fact[] = []
  if (body.regimen !== null) facts.push(reported(`${key}.regimen`, body.regimen))
  if (body.cycles !== null) facts.push(reported(`${key}.cycles`, formatQuantity(body.cycles)))
  if (body.duration !== null) facts.push(reported(`${key}.duration`, formatQuantity(body.duration)))
  body.drugs.forEach((drug, i) => {
    const own = [
      drug.dose,
      drug.started.length === 0 ? null : `from ${index.when('', drug.started).text}`,
      drug.ended === null || drug.ended.when.length === 0
        ? null
        : `until ${index.when('', drug.ended.when).text}`,
    ].filter(part => part !== null)
    if (own.length > 0) facts.push(reported(`${key}.drug.${i}`, `${drug.name}: ${own.join(', ')}`))
  })
  body.doseChanges.forEach((change, i) => {
    const when = change.when.length === 0 ? '' : `, ${index.when('', change.when).text}`
    facts.push(reported(`${key}.dose.${i}`, `${change.text}${when}`))
  })
  if (body.bestResponse !== null) {
    const { value, method, text } = body.bestResponse
    const words = [value, text, method === null ? null : `by ${method}`].filter(p => p !== null)
    facts.push(reported(`${key}.response`, `best response ${words.join(', ')}`))
  }
  const reason = stopReason(key, body)
  if (reason !== null) facts.push(reason)
  if (body.note !== null) facts.push(reported(`${key}.note`, body.note))
  return facts
}

function stopReason(key: string, body: Systemic): Fact | null {
  const id = `${key}.stopReason`
  if (body.stopReasonAsReported !== null) {
    return reported(id, `stopped: ${quote(body.stopReasonAsReported)}`)
  }
  if (body.stopReason === 'notRecorded') return absent(id, 'notRecorded', 'reason for stopping')
  if (body.stopReason === null) return null
  return reported(id, `stopped: ${uncapitalised(STOP_REASON_LABEL[body.stopReason])}`)
}

/** A quantity without the words it stood in, for places that show those elsewhere. */
function bare(quantity: Quantity): string {
  return formatQuantity({ ...quantity, verbatim: null })
}

/** What stands beside the bar: when it began, how long, how it ended, joined from the facts of the row. */
function captionOf(
  key: string,
  body: Systemic,
  started: Fact,
  ended: Fact,
  details: readonly Fact[],
): Fact {
  const lasting = body.cycles ?? body.duration
  const pick = (name: string) => details.find(fact => fact.id === `${key}.${name}`)?.text ?? null
  const start = started.tone === 'missing' ? `start ${started.text}` : started.text
  const parts = [
    lasting === null ? null : bare(lasting),
    start,
    ended.text.startsWith('after ') ? null : ended.text,
    pick('stopReason'),
  ].filter(part => part !== null)
  return reported(`${key}.caption`, parts.join('; '), [
    ...new Set([...started.conflicts, ...ended.conflicts]),
  ])
}

const MARK = {
  surgery: 'S',
  radiotherapy: 'RT',
  electrochemotherapy: 'ECT',
  woundCare: 'W',
  other: 'L',
} as const

function localRow(index: CaseIndex, { id, body }: EntryOf<'local'>): BoardLocal {
  const key = `local.${id}`
  const text = body.what.map(statement => quote(statement.text)).join(' | ')
  const what: Fact = { id: `${key}.what`, text, tone: 'quote', conflicts: index.labels(id, 'what') }
  const when = index.when(`${key}.when`, body.started, index.labels(id, 'when'))
  const details: Fact[] = []
  const sites = body.sites.flatMap(site => {
    const entry = index.entry(site)?.body
    return entry?.kind === 'site' ? [siteInSentence(entry)] : []
  })
  if (sites.length > 0) details.push(reported(`${key}.sites`, sites.join(', ')))
  for (const lesion of body.skinLesions) {
    const words = lesionInWords(index, lesion)
    if (words !== null) details.push(reported(`${key}.lesion.${lesion}`, words))
  }
  if (body.field !== null) details.push(reported(`${key}.field`, `field: ${body.field}`))
  if (body.modality === 'radiotherapy') details.push(...doseFacts(key, body))
  details.push(...ectFacts(index, `${key}.ect`, body.ect))
  details.push(...woundFacts(`${key}.wound`, body.wound))
  if (body.result !== null) details.push(reported(`${key}.result`, body.result))
  if (body.note !== null) details.push(reported(`${key}.note`, body.note))
  return {
    entry: id,
    source: index.sources(`${key}.source`, body.sources),
    modality: body.modality,
    mark: MARK[body.modality],
    modalityWord: uncapitalised(LOCAL_MODALITY_LABEL[body.modality]),
    what,
    when,
    details,
    caption: reported(
      `${key}.caption`,
      when.tone === 'missing' ? text : `${text}, ${when.text}`,
      what.conflicts,
    ),
    conflicts: index.labels(id),
  }
}

function doseFacts(key: string, body: EntryOf<'local'>['body']): Fact[] {
  const dose =
    body.dose === null
      ? absent(`${key}.dose`, 'notRecorded', 'dose')
      : reported(`${key}.dose`, formatQuantity(body.dose))
  const fractions =
    body.fractions === null
      ? absent(`${key}.fractions`, 'notRecorded', 'fractions')
      : reported(`${key}.fractions`, formatQuantity(body.fractions))
  const field = body.field === null ? [absent(`${key}.noField`, 'notRecorded', 'field')] : []
  return [dose, fractions, ...field]
}
