import { membersOf } from '../closedList.ts'

/** What else a lesion may be, as considered by a person. CLINICAL: mimics and differentials of CLINICAL 2.2. */
export const DIFFERENTIAL_LABEL = {
  skinMetastasis: 'Skin metastasis',
  localRecurrence: 'Local recurrence',
  scarRecurrence: 'Recurrence at the scar line',
  inflammatoryBreastCancer: 'Inflammatory breast cancer',
  primarySkinCancer: 'Primary skin cancer',
  secondPrimary: 'Second primary',
  cellulitis: 'Cellulitis',
  skinInfection: 'Skin infection',
  fungalInfection: 'Fungal infection',
  dermatitis: 'Dermatitis',
  radiationDermatitis: 'Post-radiation dermatitis',
  eczema: 'Eczema',
  rash: 'Rash',
  inflammatoryDermatosis: 'Inflammatory dermatosis',
  cyst: 'Cyst',
  benignTumour: 'Benign tumour',
  scar: 'Scar',
  treatmentChange: 'Healing or treatment-related redness or flaking',
} as const
export const DIFFERENTIALS = membersOf(DIFFERENTIAL_LABEL)
export type Differential = keyof typeof DIFFERENTIAL_LABEL

/** Treatment that was tried and did not help. CLINICAL: S5 "redness persists despite treatment" (CLINICAL 2.2). */
export const FAILED_KIND_LABEL = {
  antibiotic: 'Antibiotic',
  topical: 'Topical treatment',
  oral: 'Oral dermatologic treatment',
  other: 'Other treatment',
} as const
export const FAILED_KINDS = membersOf(FAILED_KIND_LABEL)
export type FailedKind = keyof typeof FAILED_KIND_LABEL

/** The course as a person states it; nothing is computed from sizes. CLINICAL: FEATURES L2. */
export const COURSE_LABEL = {
  larger: 'Larger',
  smaller: 'Smaller',
  stable: 'Stable',
  resolved: 'Resolved',
} as const
export const COURSES = membersOf(COURSE_LABEL)
export type Course = keyof typeof COURSE_LABEL

/** CLINICAL: S5 calls the first six favourable; the last two are its words of growth or change (CLINICAL 2.10). */
export const CHANGE_LABEL = {
  shrunk: 'shrunk',
  softened: 'softened',
  flattened: 'flattened',
  healed: 'healed',
  stable: 'stable',
  completeClearance: 'complete clearance',
  firmer: 'firmer',
  morePainful: 'more painful',
} as const
export const CHANGES = membersOf(CHANGE_LABEL)
export type ChangeWord = keyof typeof CHANGE_LABEL

/** CLINICAL: not every change is failure of treatment, S5 (CLINICAL 2.10); a person says what it is put down to. */
export const ATTRIBUTION_LABEL = {
  healing: 'healing',
  treatmentEffect: 'an effect of treatment',
} as const
export const ATTRIBUTIONS = membersOf(ATTRIBUTION_LABEL)
export type Attribution = keyof typeof ATTRIBUTION_LABEL

/** CLINICAL: the five signs of S5 that should always prompt a call to the care team, verbatim (CLINICAL 2.10). */
export const SIGN_LABEL = {
  newLesions: 'Appearance of new nodules, plaques, or patches',
  growth: 'Growth or change in existing lesions',
  breakdown: 'Development of skin ulceration, bleeding, or persistent wounds',
  localSymptoms: 'New localized pain, swelling, or warmth',
  persistence: 'Persistent or worsening symptoms despite treatment',
} as const
export const SIGNS = membersOf(SIGN_LABEL)
export type Sign = keyof typeof SIGN_LABEL

/** What was examined or documented. CLINICAL: S2 and S5 (CLINICAL 2.1 and 2.10). */
export const EXAMINED_LABEL = {
  skin: 'Skin',
  nodes: 'Lymph-node areas',
  selfExamination: 'Self-examination by the patient',
  dermoscopy: 'Dermoscopy',
  photography: 'High-resolution photography',
} as const
export const EXAMINED = membersOf(EXAMINED_LABEL)
export type Examined = keyof typeof EXAMINED_LABEL

/** What a person has asked for or arranged. CLINICAL: CLINICAL 2.3, 2.10, 2.11 and 2.13; nothing is suggested. */
export const ARRANGED_LABEL = {
  biopsy: 'Biopsy',
  repeatReceptors: 'Repeat receptor profile',
  imaging: 'Imaging',
  bloodTests: 'Blood tests',
  restaging: 'Restaging',
  review: 'Review of the skin',
  woundCareTeam: 'Wound-care team',
  painSpecialist: 'Pain specialist',
  palliativeCare: 'Palliative care',
  physiotherapist: 'Physiotherapist',
  counsellor: 'Counsellor or psycho-oncology',
  supportGroup: 'Support group or helpline',
  socialWorker: 'Social worker',
  clinicalTrial: 'Clinical trial',
} as const
export const ARRANGED = membersOf(ARRANGED_LABEL)
export type Arranged = keyof typeof ARRANGED_LABEL
