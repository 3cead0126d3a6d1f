/** A table of a source as printed there, to be read beside a patient. Nothing in this program is worked out from it. */
export type ReferenceTable = Readonly<{
  id: 'presentation' | 'benignOrMetastasis' | 'appearanceAndSubtype'
  title: string
  source: string
  columns: readonly string[]
  /** A cell for each column. */
  rows: readonly (readonly string[])[]
  /** What a reader has to know before using it. */
  cautions: readonly string[]
}>

const S5 = 'What Do Breast Cancer Metastases Look Like? Understanding Skin Spread'
const S2 = 'Early Skin Metastases in Breast Cancer: Identification, Diagnosis, and Management'

/** CLINICAL: S5, Part 2, verbatim (CLINICAL 2.1). */
export const PRESENTATION_TABLE: ReferenceTable = {
  id: 'presentation',
  title: 'How skin metastases present, and what they are mistaken for',
  source: `${S5}, Part 2`,
  columns: ['Presentation Type', 'Description', 'Common Misdiagnoses'],
  rows: [
    ['Firm nodules', 'Small, painless lumps under the skin', 'Cysts, benign tumors'],
    ['Plaques', 'Broad, thickened areas of skin', 'Scars, dermatitis'],
    ['Infection-like redness', 'Warm, swollen, red patches', 'Cellulitis, rash'],
    ['Blistering or ulceration', 'Open sores or scaling patches', 'Eczema, skin infections'],
    [
      'Fungating wounds',
      'Tumors breaking through skin, bleeding, fluid discharge',
      'Severe infections, wounds',
    ],
  ],
  cautions: [
    'By the same source, a lesion cannot be told by looking alone: only a biopsy can confirm it.',
    'A patient guide; no references are given for the table.',
  ],
}

/** CLINICAL: S2, verbatim (CLINICAL 2.2), with what speaks against it (CLINICAL 2.15). */
export const BENIGN_TABLE: ReferenceTable = {
  id: 'benignOrMetastasis',
  title: 'Cutaneous metastases and benign skin conditions',
  source: S2,
  columns: ['Feature', 'Cutaneous Metastases', 'Benign Skin Conditions'],
  rows: [
    ['Onset', 'Often rapid', 'Typically gradual'],
    [
      'Appearance',
      'Firm nodules, erythematous or violaceous',
      'Variable—can be scaly, flat, or cystic',
    ],
    ['Distribution', 'Often near surgical scars or chest wall', 'Anywhere, often symmetric'],
    ['Symptoms', 'May be painful, ulcerated, non-pruritic', 'Often itchy, rarely painful'],
    [
      'Biopsy findings',
      'Malignant epithelial cells in dermis',
      'Benign epidermal or inflammatory features',
    ],
    [
      'Response to treatment',
      'Requires systemic oncology-directed therapy',
      'Often resolves with topical or oral dermatologic treatment',
    ],
  ],
  cautions: [
    'Unreferenced in its source.',
    'The table says “non-pruritic”; the text of the same source names itching and burning as symptoms.',
    'Skin metastasis and local recurrence overlap in the sources: chest wall and scar are listed under both.',
  ],
}

/** CLINICAL: S2, verbatim (CLINICAL 2.2); never used to infer receptor status. */
export const SUBTYPE_TABLE: ReferenceTable = {
  id: 'appearanceAndSubtype',
  title: 'Clinical appearance and histologic subtype, as one source has it',
  source: S2,
  columns: [
    'Clinical Presentation',
    'Likely Histologic Subtype',
    'Receptor Status',
    'Treatment Sensitivity',
  ],
  rows: [
    ['Firm nodular lesions', 'Invasive Ductal Carcinoma', 'ER+/PR+/HER2–', 'Hormonal Therapy'],
    [
      'Multiple inflamed plaques',
      'Inflammatory Breast Cancer',
      'Variable (often HER2+)',
      'Chemotherapy + HER2-Targeted',
    ],
    [
      'Diffuse erythema with edema',
      'Lobular Carcinoma',
      'ER+/PR+/HER2–',
      'Hormonal ± Chemotherapy',
    ],
    [
      'Ulcerated skin nodules',
      'Triple-Negative Breast Cancer',
      'ER–/PR–/HER2–',
      'Chemotherapy ± Immunotherapy',
    ],
    [
      'Peri-surgical scar nodules',
      'Local Recurrence (Any Subtype)',
      'Subtype-dependent',
      'Local + Systemic as indicated',
    ],
  ],
  cautions: [
    'Unreferenced in its source. Never use it to infer receptor status: take a biopsy.',
    '“Diffuse erythema with edema” as lobular is not the usual teaching of an inflammatory or erysipeloid pattern (general knowledge, not verified).',
    'Receptors of a skin lesion may differ from those of the primary: the case report and this source describe conversion.',
  ],
}

export const REFERENCE_TABLES: readonly ReferenceTable[] = [
  PRESENTATION_TABLE,
  BENIGN_TABLE,
  SUBTYPE_TABLE,
]

/** Sentences of the sources that belong beside the reassessment signs. CLINICAL: S5, Part 5, and S2 (CLINICAL 2.10). */
export const REASSESSMENT_REFERENCE = {
  source: `${S5}, Part 5`,
  heading: 'Signs that should always prompt a call to the care team',
  remarks: [
    'Not every change signals failure of treatment: temporary redness or flaking may result from healing or from side effects of treatment.',
    'Stabilization without further growth is also considered a favorable outcome.',
    'Skin metastases are sometimes more resistant to treatment than internal lesions.',
    'Blood tests cannot specifically monitor skin lesions.',
  ],
} as const
