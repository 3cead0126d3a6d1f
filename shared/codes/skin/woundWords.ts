import { membersOf } from '../closedList.ts'

/** CLINICAL: dressings named by S3 and S5 (CLINICAL 2.11). No code is verified for any list of this file. */
export const DRESSING_LABEL = {
  nonStick: 'Non-stick',
  charcoal: 'Charcoal',
  specialist: 'Specialist',
} as const
export const DRESSINGS = membersOf(DRESSING_LABEL)
export type Dressing = keyof typeof DRESSING_LABEL

/** CLINICAL: S2 and S5 (CLINICAL 2.11). */
export const PAIN_RELIEF_LABEL = {
  topical: 'Topical',
  oral: 'Oral analgesic',
  nerveBlock: 'Nerve block',
  other: 'Other pain relief',
} as const
export const PAIN_RELIEFS = membersOf(PAIN_RELIEF_LABEL)
export type PainRelief = keyof typeof PAIN_RELIEF_LABEL

export const PAIN_RELIEF_USE_LABEL = {
  scheduled: 'scheduled',
  asNeeded: 'as needed',
} as const
export const PAIN_RELIEF_USES = membersOf(PAIN_RELIEF_USE_LABEL)
export type PainReliefUse = keyof typeof PAIN_RELIEF_USE_LABEL

/** CLINICAL: S5 (CLINICAL 2.11). */
export const SKIN_CARE_LABEL = {
  fragranceFree: 'fragrance-free cleanser',
  patDry: 'pat dry',
  moisturiser: 'moisturiser',
  softClothing: 'soft clothing',
} as const
export const SKIN_CARES = membersOf(SKIN_CARE_LABEL)
export type SkinCare = keyof typeof SKIN_CARE_LABEL

/** What a person needs besides the wound. CLINICAL: S2, S3 and S5 (CLINICAL 2.11 and 2.12). */
export const NEED_LABEL = {
  goalsOfCare: 'Goals of care',
  comfort: 'Shift to comfort',
  qualityOfLife: 'Quality of life',
  supplies: 'Supplies for dressing changes',
  transport: 'Transport',
  financial: 'Financial help',
  homeCare: 'Home care',
  socialWorker: 'Social worker',
  family: 'Family',
  distress: 'Distress',
  anxiety: 'Anxiety',
  depression: 'Depression',
  isolation: 'Isolation',
  bodyImage: 'Body image',
  selfConsciousness: 'Self-consciousness',
  grief: 'Grief',
} as const
export const NEEDS = membersOf(NEED_LABEL)
export type Need = keyof typeof NEED_LABEL

/** Instruments for wounds, offered where a scale is named; nothing of theirs is scored here. CLINICAL: CLINICAL 2.11. */
export const WOUND_INSTRUMENTS = [
  'WoSSAC',
  'HOPES',
  'TELER',
  'Toronto Symptom Assessment for Wounds',
] as const
/** What a scale may be about. */
export const SCALE_ITEMS = ['odour', 'exudate', 'pain', 'bleeding', 'itch'] as const
