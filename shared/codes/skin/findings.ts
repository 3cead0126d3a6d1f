import { membersOf } from '../closedList.ts'

/** CLINICAL: symptoms and signs of CLINICAL 2.6 (S1-S5), and of a wound (2.11). No code is verified for them. */
const WOUND = {
  ulceration: 'Ulceration',
  bleeding: 'Bleeding',
  exudate: 'Exudate or discharge',
  odour: 'Odour',
  infection: 'Infection',
  openWound: 'Open wound',
} as const
const SKIN = {
  pain: 'Pain',
  itch: 'Itch',
  burning: 'Burning',
  tingling: 'Tingling or pricking',
  tightness: 'Tightness',
  warmth: 'Warmth',
  swelling: 'Swelling',
  redness: 'Redness',
  lymphoedema: 'Lymphoedema',
  disfigurement: 'Cosmetic disfigurement',
} as const
const GENERAL = {
  breastLump: 'Breast lump',
  fatigue: 'Fatigue',
  fever: 'Fever',
  nausea: 'Nausea',
  vomiting: 'Vomiting',
} as const
const ORGAN = {
  severeBonePain: 'Severe bone pain',
  breathingDifficulty: 'Breathing difficulty',
  weightLoss: 'Weight loss',
  appetiteLoss: 'Loss of appetite',
  headache: 'Headache',
  seizures: 'Seizures',
  weakness: 'Weakness',
} as const
const EMERGENCY = {
  cordCompression: 'Spinal-cord compression',
  liverBlockage: 'Liver blockage',
  bronchialObstruction: 'Bronchial obstruction',
  boneFracture: 'Bone fracture',
} as const

export const FINDING_LABEL = { ...WOUND, ...SKIN, ...GENERAL, ...ORGAN, ...EMERGENCY } as const
export const SKIN_FINDINGS = membersOf(FINDING_LABEL)
export type SkinFinding = keyof typeof FINDING_LABEL

/** The findings under their headings, in the order of the list. */
export const FINDING_GROUPS = [
  { key: 'wound', label: 'Wound', members: membersOf(WOUND) },
  { key: 'skin', label: 'Skin', members: membersOf(SKIN) },
  { key: 'general', label: 'General', members: membersOf(GENERAL) },
  { key: 'organ', label: 'Elsewhere in the body', members: membersOf(ORGAN) },
  { key: 'emergency', label: 'Emergencies', members: membersOf(EMERGENCY) },
] as const satisfies readonly { key: string; label: string; members: readonly SkinFinding[] }[]

export const PAIN_KIND_LABEL = {
  constant: 'constant',
  pressure: 'pressure',
  burning: 'burning',
  tingling: 'tingling or pricking',
  touch: 'on touch',
  dressingChange: 'at dressing changes',
} as const
export const PAIN_KINDS = membersOf(PAIN_KIND_LABEL)
export type PainKind = keyof typeof PAIN_KIND_LABEL

export const EXUDATE_AMOUNT_LABEL = {
  low: 'low',
  moderate: 'moderate',
  high: 'high',
} as const
export const EXUDATE_AMOUNTS = membersOf(EXUDATE_AMOUNT_LABEL)
export type ExudateAmount = keyof typeof EXUDATE_AMOUNT_LABEL

export const CULTURE_LABEL = {
  notDone: 'not done',
  pending: 'pending',
  noGrowth: 'no growth',
  growth: 'growth',
} as const
export const CULTURES = membersOf(CULTURE_LABEL)
export type Culture = keyof typeof CULTURE_LABEL

/** CLINICAL: S3 and S5 (CLINICAL 2.6). */
export const LYMPHOEDEMA_PLACE_LABEL = {
  arm: 'arm',
  hand: 'hand',
  breast: 'breast',
  chest: 'chest',
  back: 'back',
} as const
export const LYMPHOEDEMA_PLACES = membersOf(LYMPHOEDEMA_PLACE_LABEL)
export type LymphoedemaPlace = keyof typeof LYMPHOEDEMA_PLACE_LABEL

/** CLINICAL: S5 (CLINICAL 2.11). */
export const LYMPHOEDEMA_CARE_LABEL = {
  physiotherapy: 'physiotherapy',
  compression: 'compression',
  manualMassage: 'manual lymphatic massage',
} as const
export const LYMPHOEDEMA_CARES = membersOf(LYMPHOEDEMA_CARE_LABEL)
export type LymphoedemaCare = keyof typeof LYMPHOEDEMA_CARE_LABEL
