import type { Context } from '../case/context.ts'
import { type Case, type EntryOf, entriesOf } from '../case/entry.ts'
import { bodySiteById } from '../codes/bodySites.ts'
import type { When } from '../dates/when.ts'
import { MISSING_LABEL, type Missing } from '../values/missing.ts'
import { isAnswered, type MissingItem } from './missingItem.ts'
import { missingReceptors } from './missingReceptors.ts'
import { missingSkin } from './missingSkin.ts'

/**
 * What the case still lacks for a meeting, in the order of the summary. CLINICAL: the minimum data sets of CLINICAL 5.1
 * in the order of 5.2. Only what applies is asked for: a bone lesion's type where there is a bone site, and so on.
 */
export function missingForMeeting(of: Case): MissingItem[] {
  const [context] = entriesOf(of, 'context')
  return [
    ...unless(context?.body.question ?? null, contextItem(context, 'question', 'question', null)),
    ...unless(of.patient.details.identifiers[0] ?? null, {
      id: 'identifiers',
      label: 'identifiers',
      detail: null,
      goTo: { kind: 'patient', entry: null, field: 'identifiers' },
    }),
    ...missingAssessment(of, 'ecog', 'ECOG'),
    ...missingStated(context, 'comorbidities', 'comorbidities'),
    ...missingAllergies(context),
    ...missingStated(context, 'menopausal', 'menopausal state'),
    ...missingStated(context, 'germline', 'germline'),
    ...missingStage(of),
    ...missingReceptors(of),
    ...missingBoneType(of),
    ...missingRadiotherapy(of),
    ...missingTreatmentDates(of),
    ...missingResponse(of),
    ...missingAssessment(of, 'tumourMarker', 'tumour markers'),
    ...missingSkin(of),
    ...missingStated(context, 'keyWorker', 'key worker'),
    ...missingStated(context, 'wishes', 'patient’s wishes'),
  ]
}

function unless(present: unknown, item: MissingItem): MissingItem[] {
  return present === null ? [item] : []
}

type ContextEntry = EntryOf<'context'> | undefined
type StatedField = {
  [K in keyof Context]: Context[K] extends { missing: Missing | null } ? K : never
}[keyof Context]

function contextItem(
  context: ContextEntry,
  field: string,
  label: string,
  detail: string | null,
): MissingItem {
  return { id: field, label, detail, goTo: { kind: 'context', entry: context?.id ?? null, field } }
}

function missingStated(context: ContextEntry, field: StatedField, label: string): MissingItem[] {
  const stated = context?.body[field]
  if (stated !== undefined && (stated.items.length > 0 || isAnswered(stated.missing))) return []
  return [contextItem(context, field, label, MISSING_LABEL[stated?.missing ?? 'notRecorded'])]
}

function missingAllergies(context: ContextEntry): MissingItem[] {
  const state = context?.body.allergies.state ?? 'notRecorded'
  return state === 'notRecorded' ? [contextItem(context, 'allergies', 'allergies', null)] : []
}

function missingAssessment(of: Case, type: 'ecog' | 'tumourMarker', label: string): MissingItem[] {
  const entries = entriesOf(of, 'assessment').filter(({ body }) => body.type === type)
  const isThere = entries.some(
    ({ body }) =>
      body.value !== null ||
      body.quantity !== null ||
      body.text !== null ||
      isAnswered(body.missing),
  )
  if (isThere) return []
  const last = entries.at(-1)
  return [
    {
      id: type,
      label,
      detail: last?.body.missing ? MISSING_LABEL[last.body.missing] : null,
      goTo: { kind: 'assessment', entry: last?.id ?? null, field: type },
    },
  ]
}

function missingStage(of: Case): MissingItem[] {
  const primaries = entriesOf(of, 'site').filter(({ body }) => body.role === 'primary')
  const unstaged = primaries.find(({ body }) => (body.primary?.stages.length ?? 0) === 0)
  if (primaries.length > 0 && unstaged === undefined) return []
  const goTo = { kind: 'site', entry: unstaged?.id ?? null, field: 'stages' } as const
  return [{ id: 'tnm', label: 'TNM', detail: null, goTo }]
}

function missingBoneType(of: Case): MissingItem[] {
  const untyped = entriesOf(of, 'site').filter(({ body }) => {
    const isBone = body.bodySite !== null && (bodySiteById(body.bodySite)?.bone ?? false)
    const isTyped = body.boneType !== null && body.boneType !== 'unknown'
    return isBone && body.certainty !== 'excluded' && !isTyped
  })
  const [first] = untyped
  if (first === undefined) return []
  const goTo = { kind: 'site', entry: first.id, field: 'boneType' } as const
  const detail = untyped.length === 1 ? '1 site' : `${untyped.length} sites`
  return [{ id: 'boneType', label: 'bone lesion type', detail, goTo }]
}

function missingRadiotherapy(of: Case): MissingItem[] {
  const lacking = entriesOf(of, 'local').filter(
    ({ body }) => body.modality === 'radiotherapy' && (body.dose === null || body.field === null),
  )
  const [first] = lacking
  if (first === undefined) return []
  const parts = [
    lacking.some(({ body }) => body.dose === null) ? 'dose' : null,
    lacking.some(({ body }) => body.field === null) ? 'field' : null,
  ].filter(part => part !== null)
  return [
    {
      id: 'radiotherapy',
      label: `radiotherapy ${parts.join(' and ')}`,
      detail: lacking.length === 1 ? '1 course' : `${lacking.length} courses`,
      goTo: { kind: 'local', entry: first.id, field: first.body.dose === null ? 'dose' : 'field' },
    },
  ]
}

/** Whether anything at all is stated of the time; an interval counts, "not recorded" does not. */
function isStated(when: When): boolean {
  return when.some(statement => statement.kind !== 'missing')
}

function missingTreatmentDates(of: Case): MissingItem[] {
  const systemic = entriesOf(of, 'systemic').flatMap(({ id, body }) => {
    const name = body.drugs.map(drug => drug.name).join(' + ')
    const hasEnd =
      body.ended.status === 'ongoing' ||
      (body.ended.status === 'ended' && (isStated(body.ended.when) || body.duration !== null))
    return [
      ...(isStated(body.started)
        ? []
        : [{ id, name, kind: 'systemic', field: 'started' } as const]),
      ...(hasEnd ? [] : [{ id, name, kind: 'systemic', field: 'ended' } as const]),
    ]
  })
  const local = entriesOf(of, 'local').flatMap(({ id, body }) => {
    const name = body.what[0]?.text ?? body.modality
    return isStated(body.started) ? [] : [{ id, name, kind: 'local', field: 'started' } as const]
  })
  const lacking = [...systemic, ...local]
  const [first] = lacking
  if (first === undefined) return []
  const words = lacking.map(
    ({ name, field }) => `${name}: ${field === 'started' ? 'start' : 'end'}`,
  )
  const goTo = { kind: first.kind, entry: first.id, field: first.field }
  return [{ id: 'treatmentDates', label: 'treatment dates', detail: words.join('; '), goTo }]
}

/** Asked for once there is a treatment other than adjuvant, or a response that lacks its method or date. */
function missingResponse(of: Case): MissingItem[] {
  const responses = entriesOf(of, 'assessment').filter(({ body }) => body.type === 'response')
  const isDue = entriesOf(of, 'systemic').some(({ body }) => body.setting !== 'adjuvant')
  if (!isDue && responses.length === 0) return []
  const judged = responses.map(({ body }) => ({
    method: body.scale !== null,
    date: isStated(body.when),
  }))
  if (judged.some(({ method, date }) => method && date)) return []
  const parts = [
    judged.some(({ method }) => method) ? null : 'method',
    judged.some(({ date }) => date) ? null : 'date',
  ].filter(part => part !== null)
  const lacking = parts.length === 0 ? 'method and date together' : parts.join(' and ')
  return [
    {
      id: 'response',
      label: `response: ${lacking}`,
      detail: null,
      goTo: { kind: 'assessment', entry: responses.at(-1)?.id ?? null, field: 'response' },
    },
  ]
}
