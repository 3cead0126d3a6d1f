import { membersOf } from '../closedList.ts'

/** CLINICAL: S3 (CLINICAL 2.8): bleomycin usual, cisplatin may be used. Offers for a free text. */
export const ECT_DRUGS = ['bleomycin', 'cisplatin'] as const

export const ECT_ROUTE_LABEL = {
  intravenous: 'intravenous',
  intratumoural: 'intratumoural',
} as const
export const ECT_ROUTES = membersOf(ECT_ROUTE_LABEL)
export type EctRoute = keyof typeof ECT_ROUTE_LABEL

export const ANAESTHETIC_LABEL = {
  general: 'general',
  local: 'local',
} as const
export const ANAESTHETICS = membersOf(ANAESTHETIC_LABEL)
export type Anaesthetic = keyof typeof ANAESTHETIC_LABEL

export const STAY_LABEL = {
  outpatient: 'outpatient',
  dayCase: 'day case',
  overnight: 'overnight',
} as const
export const STAYS = membersOf(STAY_LABEL)
export type Stay = keyof typeof STAY_LABEL

/** CLINICAL: an electrode with a needle probe (S3); plates and needles have their own voltages (CLINICAL 2.8). */
export const ELECTRODE_LABEL = {
  needle: 'needle probe',
  plate: 'plate',
} as const
export const ELECTRODES = membersOf(ELECTRODE_LABEL)
export type Electrode = keyof typeof ELECTRODE_LABEL

export const ECT_REPEAT_LABEL = {
  single: 'single treatment',
  sameArea: 'repeated in the same area',
  otherArea: 'repeated in a different area',
} as const
export const ECT_REPEATS = membersOf(ECT_REPEAT_LABEL)
export type EctRepeat = keyof typeof ECT_REPEAT_LABEL

export const ECT_REASON_LABEL = {
  otherTreatmentFailed: 'other treatment failed',
  surgeryUnsuitable: 'surgery unsuitable',
} as const
export const ECT_REASONS = membersOf(ECT_REASON_LABEL)
export type EctReason = keyof typeof ECT_REASON_LABEL

/** CLINICAL: benefits of S3 (CLINICAL 2.8). */
export const ECT_BENEFIT_LABEL = {
  bleedingStopped: 'Bleeding stopped',
  ulcerationBetter: 'Less ulceration',
  painBetter: 'Less pain',
  smaller: 'Reduced size',
} as const
export const ECT_BENEFITS = membersOf(ECT_BENEFIT_LABEL)
export type EctBenefit = keyof typeof ECT_BENEFIT_LABEL

/** CLINICAL: side effects of S3 (CLINICAL 2.8); hair loss is there to be denied, as S3 does. */
export const ECT_SIDE_EFFECT_LABEL = {
  pain: 'Pain',
  warmth: 'Warmth',
  muscleContraction: 'Muscle contraction',
  cramp: 'Cramp',
  skinLighter: 'Skin lighter',
  skinDarker: 'Skin darker',
  allergicReaction: 'Allergic reaction',
  bleedingOrOozing: 'Bleeding or oozing',
  mildTemperature: 'Mild temperature',
  infection: 'Infection',
  mildRash: 'Mild rash',
  rednessOrSwelling: 'Redness or swelling',
  scarring: 'Scarring',
  lungProblems: 'Lung problems',
  nausea: 'Nausea',
  vomiting: 'Vomiting',
  hairLoss: 'Hair loss',
} as const
export const ECT_SIDE_EFFECTS = membersOf(ECT_SIDE_EFFECT_LABEL)
export type EctSideEffect = keyof typeof ECT_SIDE_EFFECT_LABEL
