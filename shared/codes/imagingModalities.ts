/** Imaging studies as offered; any other is typed by name. CLINICAL: CLINICAL 1.4 and 2.5; no code is verified. */
export const IMAGING_MODALITIES = [
  'mammography',
  'breastMri',
  'chestWallMri',
  'upperAbdominalMri',
  'cranialMri',
  'mri',
  'ultrasound',
  'colourDoppler',
  'skinUltrasound',
  'boneScan',
  'ct',
  'contrastCt',
  'pet',
  'petCt',
  'chestXray',
  'other',
] as const
export type ImagingModality = (typeof IMAGING_MODALITIES)[number]

export const IMAGING_MODALITY_LABEL = {
  mammography: 'Mammography',
  breastMri: 'Breast MRI',
  chestWallMri: 'Chest wall MRI',
  upperAbdominalMri: 'Upper abdominal MRI',
  cranialMri: 'Cranial MRI',
  mri: 'MRI',
  ultrasound: 'Ultrasound',
  colourDoppler: 'Colour Doppler ultrasound',
  skinUltrasound: 'High-resolution ultrasound of skin and subcutis',
  boneScan: 'Bone scan (scintigraphy)',
  ct: 'CT',
  contrastCt: 'CT with contrast',
  pet: 'PET',
  petCt: 'PET/CT',
  chestXray: 'Chest X-ray',
  other: 'Other imaging',
} as const satisfies Record<ImagingModality, string>
