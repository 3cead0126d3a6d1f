import { ALLERGY_STATES, type Context } from '../case/context.ts'
import { MISSING } from '../values/missing.ts'
import type { Codec, TypedOf } from './codec.ts'
import { carried, fields } from './groups.ts'
import { entryParts, statedTexts } from './sourceFields.ts'
import { choiceFrom, optionalChoice, optionalProse } from './textFields.ts'

/** The parts of the context that are lists of statements, or say why there is none. */
export const STATED_PARTS = [
  'comorbidities',
  'medicines',
  'pastHistory',
  'menopausal',
  'germline',
  'familyHistory',
  'keyWorker',
  'wishes',
  'capacity',
] as const
export type StatedPart = (typeof STATED_PARTS)[number]

export const STATED_PART_LABEL = {
  comorbidities: 'Comorbidities',
  medicines: 'Current medicines',
  pastHistory: 'Past history',
  menopausal: 'Menopausal state',
  germline: 'Germline findings',
  familyHistory: 'Family history',
  keyWorker: 'Key worker',
  wishes: 'Patient’s wishes',
  capacity: 'Capacity and consent',
} as const satisfies Record<StatedPart, string>

const stated = fields({ missing: optionalChoice(MISSING), items: statedTexts })
export type StatedPartTyped = TypedOf<typeof stated>

const inner = fields({
  kind: carried<'context'>('context'),
  question: optionalProse,
  allergies: fields({ state: choiceFrom(ALLERGY_STATES, 'notRecorded'), items: statedTexts }),
  comorbidities: stated,
  medicines: stated,
  pastHistory: stated,
  menopausal: stated,
  germline: stated,
  familyHistory: stated,
  keyWorker: stated,
  wishes: stated,
  capacity: stated,
  ...entryParts,
  note: optionalProse,
})
export type ContextTyped = TypedOf<typeof inner>

/** What a meeting needs to know of the patient, as a form. */
export const contextForm: Codec<Context, ContextTyped> = inner
