import { z } from 'zod'
import { Prose } from '../text.ts'
import { Missing } from '../values/missing.ts'
import { entryFields, StatedText } from './common.ts'

/** The four states of an allergy record. CLINICAL: FEATURES P6, CUI PAB-0031. */
export const ALLERGY_STATES = ['notRecorded', 'noneKnown', 'recorded', 'unableToObtain'] as const

const statements = z.array(StatedText).max(30)

/** A list of statements, or the reason why there is none. Empty and without a reason reads "not recorded". */
const Stated = z.strictObject({ missing: Missing.nullable(), items: statements })

/** What a meeting needs to know of the patient besides the disease. One per case. */
export const Context = z.strictObject({
  kind: z.literal('context'),
  /** The question for the meeting. */
  question: Prose.nullable(),
  comorbidities: Stated,
  medicines: Stated,
  pastHistory: Stated,
  allergies: z.strictObject({ state: z.enum(ALLERGY_STATES), items: statements }),
  menopausal: Stated,
  germline: Stated,
  familyHistory: Stated,
  keyWorker: Stated,
  wishes: Stated,
  capacity: Stated,
  ...entryFields,
})
export type Context = Readonly<z.infer<typeof Context>>
