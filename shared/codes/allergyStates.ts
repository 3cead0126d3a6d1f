import type { ALLERGY_STATES } from '../case/context.ts'

/** The four fixed states of an allergy record. CLINICAL: FEATURES P6, CUI PAB-0031. */
export const ALLERGY_STATE_LABEL = {
  noneKnown: 'No known allergies',
  recorded: 'Allergies recorded',
  notRecorded: 'Allergies not recorded',
  unableToObtain: 'Unable to obtain allergy history',
} as const satisfies Record<(typeof ALLERGY_STATES)[number], string>
