/** Tumour markers in blood. CLINICAL: FEATURES T4, LOINC of CLINICAL 6. */
export const SERUM_MARKERS = ['CA 15-3', 'CA 27-29', 'CEA'] as const
export type SerumMarker = (typeof SERUM_MARKERS)[number]

/** LOINC: the method-free code first, then the immunoassay where the value set has one. */
export const SERUM_MARKER_LOINC = {
  'CA 15-3': ['6875-9', '83083-6'],
  'CA 27-29': ['17842-6'],
  CEA: ['2039-6', '83085-1'],
} as const satisfies Record<SerumMarker, readonly string[]>
