import { z } from 'zod'
import { When } from '../dates/when.ts'
import { EntryId } from '../ids.ts'
import { Line, Prose } from '../text.ts'
import { Quantity } from '../values/quantity.ts'
import { End, entryFields, Side, StatedText } from './common.ts'
import { Electrochemotherapy } from './electrochemotherapy.ts'
import { WoundCare } from './wound.ts'

export const SETTINGS = [
  'neoadjuvant',
  'adjuvant',
  'locoregionalRecurrence',
  'metastatic',
  'maintenance',
  'notStated',
] as const
export const INTENTS = ['curative', 'palliative', 'supportive', 'notStated'] as const
export const STOP_REASONS = [
  'progression',
  'toxicity',
  'completed',
  'patientWish',
  'deterioration',
  'death',
  'other',
  'notRecorded',
] as const
export const RESPONSES = ['CR', 'PR', 'SD', 'PD', 'NE'] as const

/** One drug of a treatment; its own dates only where they differ from the treatment's. */
export const DrugCourse = z.strictObject({
  /** A member of the drug list, or null for free text. */
  drug: Line.nullable(),
  /** The name as shown: the report's own, kept in full. */
  name: Line,
  started: When,
  ended: End.nullable(),
  dose: Line.nullable(),
})
export type DrugCourse = Readonly<z.infer<typeof DrugCourse>>

/** Systemic anti-cancer treatment, or a bone-modifying or supportive drug, which is never a line. */
export const Systemic = z.strictObject({
  kind: z.literal('systemic'),
  drugs: z.array(DrugCourse).min(1).max(12),
  regimen: Line.nullable(),
  setting: z.enum(SETTINGS),
  /** The report's own words for setting or intent, such as "late rescue therapy". */
  settingAsReported: Line.nullable(),
  intent: z.enum(INTENTS),
  /** Line of therapy, set by a person. CLINICAL: no agreed way of counting exists (CLINICAL 4.4). */
  line: z.int().min(1).max(30).nullable(),
  started: When,
  ended: End,
  duration: Quantity.nullable(),
  cycles: Quantity.nullable(),
  doseChanges: z.array(z.strictObject({ when: When, text: Line })).max(60),
  bestResponse: z
    .strictObject({
      value: z.enum(RESPONSES).nullable(),
      method: Line.nullable(),
      text: Line.nullable(),
    })
    .nullable(),
  stopReason: z.enum(STOP_REASONS).nullable(),
  stopReasonAsReported: Line.nullable(),
  ...entryFields,
})
export type Systemic = Readonly<z.infer<typeof Systemic>>

export const LOCAL_MODALITIES = [
  'surgery',
  'radiotherapy',
  'electrochemotherapy',
  'woundCare',
  'other',
] as const

/** Surgery, radiotherapy, electrochemotherapy, wound care: never a line of therapy. */
export const LocalTreatment = z.strictObject({
  kind: z.literal('local'),
  modality: z.enum(LOCAL_MODALITIES),
  /** What was done; several statements where the reports name it differently. */
  what: z.array(StatedText).min(1).max(6),
  sites: z.array(EntryId).max(20),
  /** The skin lesions treated. Bodies of earlier releases lack these and the next two. */
  skinLesions: z.array(EntryId).max(60).default([]),
  ect: Electrochemotherapy.nullable().default(null),
  wound: WoundCare.nullable().default(null),
  field: Line.nullable(),
  side: Side.nullable(),
  intent: z.enum(INTENTS),
  started: When,
  ended: End,
  dose: Quantity.nullable(),
  fractions: Quantity.nullable(),
  /** Extent, margins or what else the report says of the result. */
  result: Prose.nullable(),
  ...entryFields,
})
export type LocalTreatment = Readonly<z.infer<typeof LocalTreatment>>
