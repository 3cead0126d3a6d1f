/** How a site was found, besides an imaging modality. CLINICAL: CLINICAL 1.5, 4.5 and FEATURES S2. */
export const WAYS_FOUND = ['patient', 'examination', 'imaging', 'biopsy', 'excision'] as const
export type WayFound = (typeof WAYS_FOUND)[number]

export const WAY_FOUND_LABEL = {
  patient: 'Noticed by the patient',
  examination: 'Examination',
  imaging: 'Imaging',
  biopsy: 'Biopsy',
  excision: 'Excision',
} as const satisfies Record<WayFound, string>
