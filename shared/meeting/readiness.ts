import { z } from 'zod'
import { ENTRY_KINDS } from '../case/entry.ts'
import { EntryId } from '../ids.ts'
import type { MissingItem } from '../rules/missingItem.ts'
import { type Awaited, stillAwaited } from './listItem.ts'

/**
 * What a workspace may require of a case before its meeting. CLINICAL: CLINICAL 5.1 and 5.2; an id of a missing item is
 * one of these, or begins with one and a full stop.
 */
export const MINIMUM_ITEMS = [
  'question',
  'identifiers',
  'ecog',
  'comorbidities',
  'allergies',
  'menopausal',
  'germline',
  'tnm',
  'receptors',
  'her2Method',
  'her2Ish',
  'boneType',
  'radiotherapy',
  'treatmentDates',
  'response',
  'tumourMarker',
  'keyWorker',
  'wishes',
] as const
export const MinimumItem = z.enum(MINIMUM_ITEMS)
export type MinimumItem = z.infer<typeof MinimumItem>

export const MINIMUM_LABEL = {
  question: 'question for the meeting',
  identifiers: 'identifiers',
  ecog: 'ECOG',
  comorbidities: 'comorbidities',
  allergies: 'allergies',
  menopausal: 'menopausal state',
  germline: 'germline',
  tnm: 'TNM of the primary',
  receptors: 'ER, PR, HER2 of each specimen',
  her2Method: 'HER2 IHC score and ISH',
  her2Ish: 'HER2 ISH after 2+',
  boneType: 'type of bone lesions',
  radiotherapy: 'dose and field of radiotherapy',
  treatmentDates: 'dates of treatment',
  response: 'response with method and date',
  tumourMarker: 'tumour markers',
  keyWorker: 'key worker',
  wishes: 'patient’s wishes',
} as const satisfies Record<MinimumItem, string>

/** Which items a workspace requires; the others are shown as missing and do not hold a case up. */
export const MinimumDataSet = z.strictObject({ required: z.array(MinimumItem) })
export type MinimumDataSet = Readonly<{ required: readonly MinimumItem[] }>

/** Required unless a workspace says otherwise: the mandatory proforma of the GM Cancer standards, CLINICAL 5.1. */
export const DEFAULT_MINIMUM: MinimumDataSet = {
  required: ['question', 'identifiers', 'ecog', 'comorbidities', 'tnm', 'receptors'],
}

/** A missing item as it is stored and sent. */
export const MissingRecord = z.strictObject({
  id: z.string(),
  label: z.string(),
  detail: z.string().nullable(),
  goTo: z.strictObject({
    kind: z.enum([...ENTRY_KINDS, 'patient']),
    entry: EntryId.nullable(),
    field: z.string(),
  }),
})

/** What holds a case up: required and missing, or awaited and not arrived. Also what is missing and not required. */
export const Readiness = z.strictObject({
  ready: z.boolean(),
  required: z.array(MissingRecord),
  others: z.array(MissingRecord),
  /** Ids of the item's awaited results that have not arrived. */
  awaited: z.array(z.uuid()),
})
export type Readiness = Readonly<z.infer<typeof Readiness>>

/** Which item of the minimum data set a missing item belongs to; null for one that none can require. */
export function minimumItemOf(id: string): MinimumItem | null {
  const [head] = id.split('.')
  return MINIMUM_ITEMS.find(item => item === head) ?? null
}

/** Who was archived since is no patient of a meeting to come: named first, whatever the minimum data set requires. */
const ARCHIVED = {
  id: 'archived',
  label: 'the patient is archived',
  detail: 'Take the patient back from the archive, or take the case off the list.',
  goTo: { kind: 'patient', entry: null, field: '' },
} as const satisfies MissingItem

/** Whether a case can go before its meeting, and if not, what by name it lacks. */
export function readinessOf(
  missing: readonly MissingItem[],
  awaited: readonly Awaited[],
  { required }: MinimumDataSet,
  isArchived: boolean,
): Readiness {
  const wanted = new Set<MinimumItem>(required)
  const isRequired = ({ id }: MissingItem) => {
    const item = minimumItemOf(id)
    return item !== null && wanted.has(item)
  }
  const open = stillAwaited(awaited).map(({ id }) => id)
  const lacking = [...(isArchived ? [ARCHIVED] : []), ...missing.filter(isRequired)]
  return {
    ready: lacking.length === 0 && open.length === 0,
    required: lacking,
    others: missing.filter(item => !isRequired(item)),
    awaited: open,
  }
}
