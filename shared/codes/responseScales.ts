import type { RESPONSES } from '../case/treatment.ts'

/** Scales a response is stated on; it is recorded, never computed. CLINICAL: CLINICAL 4.5. */
export const RESPONSE_SCALES = ['recist11', 'clinical', 'mcodeStatus'] as const
export type ResponseScale = (typeof RESPONSE_SCALES)[number]

export const RESPONSE_SCALE_LABEL = {
  recist11: 'RECIST 1.1',
  clinical: 'Clinical',
  mcodeStatus: 'Disease status (mCODE)',
} as const satisfies Record<ResponseScale, string>

export const RECIST_LABEL = {
  CR: 'Complete response',
  PR: 'Partial response',
  SD: 'Stable disease',
  PD: 'Progressive disease',
  NE: 'Not evaluable',
} as const satisfies Record<(typeof RESPONSES)[number], string>

/** Words for a response judged by eye and hand, skin lesions included. CLINICAL: CLINICAL 2.10. */
export const CLINICAL_RESPONSES = [
  'completeClearance',
  'shrunk',
  'softened',
  'flattened',
  'healed',
  'stable',
  'mixed',
  'worse',
] as const
export type ClinicalResponse = (typeof CLINICAL_RESPONSES)[number]

export const CLINICAL_RESPONSE_LABEL = {
  completeClearance: 'Complete clearance',
  shrunk: 'Shrunk',
  softened: 'Softened',
  flattened: 'Flattened',
  healed: 'Healed',
  stable: 'Stable',
  mixed: 'Mixed response',
  worse: 'Worse',
} as const satisfies Record<ClinicalResponse, string>

export const DISEASE_STATUSES = ['improved', 'stable', 'worsened', 'undetermined'] as const
export type DiseaseStatus = (typeof DISEASE_STATUSES)[number]

export const DISEASE_STATUS_LABEL = {
  improved: 'Improved',
  stable: 'Stable',
  worsened: 'Worsened',
  undetermined: 'Undetermined',
} as const satisfies Record<DiseaseStatus, string>

/** SNOMED CT of mCODE's disease status. CLINICAL: verified (CLINICAL 4.5). */
export const DISEASE_STATUS_SNOMED = {
  improved: '268910001',
  stable: '359746009',
  worsened: '271299001',
  undetermined: '709137006',
} as const satisfies Record<DiseaseStatus, string>

/** LOINC of mCODE's disease status observation. CLINICAL: verified (CLINICAL 6). */
export const DISEASE_STATUS_LOINC = '97509-4'
