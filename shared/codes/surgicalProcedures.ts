/** Operations as offered; the report's own name stays as typed. CLINICAL: CLINICAL 1.6 and 2.8; no code is verified. */
export const SURGICAL_PROCEDURES = [
  'mastectomy',
  'radicalMastectomy',
  'modifiedRadicalMastectomy',
  'sentinelNodeBiopsy',
  'axillaryDissection',
  'partialPectoralis',
  'skinLesionExcision',
  'ovarianRemoval',
  'other',
] as const
export type SurgicalProcedure = (typeof SURGICAL_PROCEDURES)[number]

export const SURGICAL_PROCEDURE_LABEL = {
  mastectomy: 'Mastectomy',
  radicalMastectomy: 'Radical mastectomy',
  modifiedRadicalMastectomy: 'Modified radical mastectomy',
  sentinelNodeBiopsy: 'Sentinel node biopsy',
  axillaryDissection: 'Axillary dissection',
  partialPectoralis: 'Partial resection of pectoralis major',
  skinLesionExcision: 'Excision of a skin lesion',
  ovarianRemoval: 'Removal of the ovaries',
  other: 'Other operation',
} as const satisfies Record<SurgicalProcedure, string>
