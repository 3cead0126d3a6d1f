import type { Side } from '../case/common.ts'

export const SIDE_LABEL = {
  right: 'Right',
  left: 'Left',
  bilateral: 'Both sides',
  midline: 'Midline',
} as const satisfies Record<Side, string>

/** SNOMED CT laterality qualifiers. CLINICAL: verified in mCODE (CLINICAL 4.6). A side not stated has no code. */
export const SIDE_SNOMED = {
  right: '24028007',
  left: '7771000',
  bilateral: '51440002',
  midline: '399488007',
} as const satisfies Record<Side, string>
