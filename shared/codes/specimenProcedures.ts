import type { PROCEDURES } from '../case/specimen.ts'

/** How a specimen was taken. CLINICAL: CLINICAL 2.3; no code is verified for them. */
export const PROCEDURE_LABEL = {
  coreNeedle: 'Core needle biopsy',
  fineNeedle: 'Fine needle aspiration',
  punch: 'Punch biopsy',
  incisional: 'Incisional biopsy',
  excisional: 'Excisional biopsy',
  shave: 'Shave biopsy',
  frozenSection: 'Intra-operative frozen section',
  sentinelNode: 'Sentinel node biopsy',
  axillaryDissection: 'Axillary dissection',
  resection: 'Surgical resection',
  cytology: 'Cytology',
  biopsyNotSpecified: 'Biopsy, type not stated',
  other: 'Other procedure',
} as const satisfies Record<(typeof PROCEDURES)[number], string>
