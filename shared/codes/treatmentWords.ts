import type { INTENTS, LOCAL_MODALITIES, SETTINGS } from '../case/treatment.ts'

type Intent = (typeof INTENTS)[number]

export const SETTING_LABEL = {
  neoadjuvant: 'Neoadjuvant',
  adjuvant: 'Adjuvant',
  locoregionalRecurrence: 'Locoregional recurrence',
  metastatic: 'Metastatic',
  maintenance: 'Maintenance',
  notStated: 'Setting not stated',
} as const satisfies Record<(typeof SETTINGS)[number], string>

export const INTENT_LABEL = {
  curative: 'Curative',
  palliative: 'Palliative',
  supportive: 'Supportive',
  notStated: 'Intent not stated',
} as const satisfies Record<Intent, string>

/** SNOMED CT procedure intents. CLINICAL: verified in mCODE (CLINICAL 6). */
export const INTENT_SNOMED = {
  curative: '373808002',
  palliative: '363676003',
  supportive: '399707004',
  notStated: null,
} as const satisfies Record<Intent, string | null>

export const LOCAL_MODALITY_LABEL = {
  surgery: 'Surgery',
  radiotherapy: 'Radiotherapy',
  electrochemotherapy: 'Electrochemotherapy',
  woundCare: 'Wound care',
  other: 'Other local treatment',
} as const satisfies Record<(typeof LOCAL_MODALITIES)[number], string>
