import type { STOP_REASONS } from '../case/treatment.ts'

type StopReason = (typeof STOP_REASONS)[number]

export const STOP_REASON_LABEL = {
  progression: 'Progression',
  toxicity: 'Toxicity',
  completed: 'Completed as planned',
  patientWish: 'Patient’s wish',
  deterioration: 'Deterioration',
  death: 'Death',
  other: 'Other reason',
  notRecorded: 'Reason not recorded',
} as const satisfies Record<StopReason, string>

/**
 * SNOMED CT of mCODE's TreatmentTerminationReasonVS. CLINICAL: verified (CLINICAL 6). Progression has no code there:
 * "no response to treatment" is another statement, because a disease may respond first and progress later.
 */
export const STOP_REASON_SNOMED = {
  progression: null,
  toxicity: '407563006',
  completed: null,
  patientWish: '105480006',
  deterioration: null,
  death: '419620001',
  other: null,
  notRecorded: null,
} as const satisfies Record<StopReason, string | null>

/** Every reason of mCODE's value set, for what is imported or must be sent more closely than the list above. */
export const TERMINATION_REASONS = [
  'noResponse',
  'notTolerated',
  'financial',
  'refusal',
  'movedAway',
  'notAvailable',
  'lostToFollowUp',
  'death',
  'nonCompliance',
  'trialComplete',
  'pregnancy',
] as const
export type TerminationReason = (typeof TERMINATION_REASONS)[number]

export const TERMINATION_REASON_LABEL = {
  noResponse: 'No response',
  notTolerated: 'Not tolerated',
  financial: 'Financial problem',
  refusal: 'Refused by the patient',
  movedAway: 'Patient moved away',
  notAvailable: 'Treatment not available',
  lostToFollowUp: 'Lost to follow-up',
  death: 'Death',
  nonCompliance: 'Not taken as prescribed',
  trialComplete: 'Clinical trial completed',
  pregnancy: 'Pregnancy',
} as const satisfies Record<TerminationReason, string>

export const TERMINATION_REASON_SNOMED = {
  noResponse: '266721009',
  notTolerated: '407563006',
  financial: '160932005',
  refusal: '105480006',
  movedAway: '184081006',
  notAvailable: '309846006',
  lostToFollowUp: '399307001',
  death: '419620001',
  nonCompliance: '7058009',
  trialComplete: '443729008',
  pregnancy: '77386006',
} as const satisfies Record<TerminationReason, string>
