/**
 * Histological types as offered; a report's own words stay as typed. CLINICAL: names of CLINICAL 1.3 and 2.4. The one
 * verified ICD-O-3 morphology is 8500/3 (CLINICAL 4.6).
 */
export const HISTOLOGIES = [
  'ductalNst',
  'lobular',
  'inflammatory',
  'metaplastic',
  'adenocarcinoma',
  'squamous',
  'undifferentiated',
  'metastaticBreast',
  'malignantEpithelial',
  'noMalignancy',
] as const
export type Histology = (typeof HISTOLOGIES)[number]

export const HISTOLOGY_LABEL = {
  ductalNst: 'Invasive ductal carcinoma, no special type',
  lobular: 'Invasive lobular carcinoma',
  inflammatory: 'Inflammatory carcinoma',
  metaplastic: 'Metaplastic carcinoma',
  adenocarcinoma: 'Adenocarcinoma',
  squamous: 'Squamous cell carcinoma',
  undifferentiated: 'Undifferentiated carcinoma',
  metastaticBreast: 'Metastatic breast carcinoma',
  malignantEpithelial: 'Malignant epithelial tumour',
  noMalignancy: 'No tumour found',
} as const satisfies Record<Histology, string>

export const HISTOLOGY_ICD_O_3 = {
  ductalNst: '8500/3',
  lobular: null,
  inflammatory: null,
  metaplastic: null,
  adenocarcinoma: null,
  squamous: null,
  undifferentiated: null,
  metastaticBreast: null,
  malignantEpithelial: null,
  noMalignancy: null,
} as const satisfies Record<Histology, string | null>
