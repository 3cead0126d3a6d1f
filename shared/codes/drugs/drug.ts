/** Families as they are told apart by colour and pattern on the board and on paper. */
export const DRUG_FAMILIES = [
  'endocrine',
  'chemotherapy',
  'cdk46',
  'her2Directed',
  'antibodyDrugConjugate',
  'immunotherapy',
  'otherTargeted',
  'radiopharmaceutical',
  'boneAgent',
  'supportive',
] as const
export type DrugFamily = (typeof DRUG_FAMILIES)[number]

export const DRUG_FAMILY_LABEL = {
  endocrine: 'Endocrine',
  chemotherapy: 'Chemotherapy',
  cdk46: 'CDK4/6 inhibitor',
  her2Directed: 'HER2-directed',
  antibodyDrugConjugate: 'Antibody-drug conjugate',
  immunotherapy: 'Immunotherapy',
  otherTargeted: 'Other targeted',
  radiopharmaceutical: 'Radiopharmaceutical',
  boneAgent: 'Bone agent',
  supportive: 'Supportive',
} as const satisfies Record<DrugFamily, string>

/**
 * What a drug is given for. CLINICAL: only `antiCancer` can be part of a line; bone-modifying and supportive drugs never
 * are, and radiopharmaceuticals count as systemic anti-cancer therapy (CLINICAL 4.4, Saini and Twelves 2021).
 */
export const DRUG_ROLES = ['antiCancer', 'boneModifying', 'supportive'] as const
export type DrugRole = (typeof DRUG_ROLES)[number]

export const DRUG_ROLE_LABEL = {
  antiCancer: 'Anti-cancer',
  boneModifying: 'Bone-modifying',
  supportive: 'Supportive',
} as const satisfies Record<DrugRole, string>

/** Headings of the pick-list, in its order. */
export const DRUG_GROUPS = [
  'serm',
  'serd',
  'aromataseInhibitor',
  'ovarianSuppression',
  'progestinOestrogen',
  'cdk46',
  'pi3kAktMtor',
  'her2Antibody',
  'her2Adc',
  'her2Tki',
  'otherAdc',
  'immunotherapy',
  'parp',
  'antiVegf',
  'anthracycline',
  'taxane',
  'antimetabolite',
  'microtubule',
  'otherCytotoxic',
  'otherTargeted',
  'boneModifying',
  'radiopharmaceutical',
  'supportive',
] as const
export type DrugGroup = (typeof DRUG_GROUPS)[number]

export const DRUG_GROUP_LABEL = {
  serm: 'Selective oestrogen receptor modulators',
  serd: 'Oestrogen receptor degraders',
  aromataseInhibitor: 'Aromatase inhibitors',
  ovarianSuppression: 'Ovarian function suppression',
  progestinOestrogen: 'Progestins and oestrogens',
  cdk46: 'CDK4/6 inhibitors',
  pi3kAktMtor: 'PI3K, AKT, mTOR and HDAC inhibitors',
  her2Antibody: 'HER2 antibodies',
  her2Adc: 'HER2 antibody-drug conjugates',
  her2Tki: 'HER2 tyrosine kinase inhibitors',
  otherAdc: 'TROP2 and other antibody-drug conjugates',
  immunotherapy: 'Immunotherapy',
  parp: 'PARP inhibitors',
  antiVegf: 'Anti-VEGF',
  anthracycline: 'Anthracyclines',
  taxane: 'Taxanes',
  antimetabolite: 'Antimetabolites',
  microtubule: 'Vinca alkaloids and microtubule inhibitors',
  otherCytotoxic: 'Alkylators, platinum and other cytotoxics',
  otherTargeted: 'Tumour-agnostic and other targeted',
  boneModifying: 'Bone-modifying agents',
  radiopharmaceutical: 'Radiopharmaceuticals',
  supportive: 'Supportive and other medicines',
} as const satisfies Record<DrugGroup, string>

type Placing = Readonly<{ family: DrugFamily; role: DrugRole }>

/** The family and role of every drug under a heading. */
export const PLACING_OF_GROUP = {
  serm: { family: 'endocrine', role: 'antiCancer' },
  serd: { family: 'endocrine', role: 'antiCancer' },
  aromataseInhibitor: { family: 'endocrine', role: 'antiCancer' },
  ovarianSuppression: { family: 'endocrine', role: 'antiCancer' },
  progestinOestrogen: { family: 'endocrine', role: 'antiCancer' },
  cdk46: { family: 'cdk46', role: 'antiCancer' },
  pi3kAktMtor: { family: 'otherTargeted', role: 'antiCancer' },
  her2Antibody: { family: 'her2Directed', role: 'antiCancer' },
  her2Adc: { family: 'antibodyDrugConjugate', role: 'antiCancer' },
  her2Tki: { family: 'her2Directed', role: 'antiCancer' },
  otherAdc: { family: 'antibodyDrugConjugate', role: 'antiCancer' },
  immunotherapy: { family: 'immunotherapy', role: 'antiCancer' },
  parp: { family: 'otherTargeted', role: 'antiCancer' },
  antiVegf: { family: 'otherTargeted', role: 'antiCancer' },
  anthracycline: { family: 'chemotherapy', role: 'antiCancer' },
  taxane: { family: 'chemotherapy', role: 'antiCancer' },
  antimetabolite: { family: 'chemotherapy', role: 'antiCancer' },
  microtubule: { family: 'chemotherapy', role: 'antiCancer' },
  otherCytotoxic: { family: 'chemotherapy', role: 'antiCancer' },
  otherTargeted: { family: 'otherTargeted', role: 'antiCancer' },
  boneModifying: { family: 'boneAgent', role: 'boneModifying' },
  radiopharmaceutical: { family: 'radiopharmaceutical', role: 'antiCancer' },
  supportive: { family: 'supportive', role: 'supportive' },
} as const satisfies Record<DrugGroup, Placing>

/** Why an ATC code is missing, or says less than the drug's name. CLINICAL: checked in the WHO file of 2026-04-25. */
export const ATC_REMARK_LABEL = {
  sharedCode: 'shared code: formulation not distinguished by ATC',
  notInFile: 'not in the WHO ATC file of 25-Apr-2026 (unverified)',
} as const
export type AtcRemark = keyof typeof ATC_REMARK_LABEL

/** One row of the drug list. */
export type Drug = Readonly<{
  /** The generic name in kebab case: "nab-paclitaxel", "trastuzumab-deruxtecan". */
  id: string
  generic: string
  /** The full name as shown; differs from the generic name only where that is itself shortened. */
  displayName: string
  drugClass: string
  group: DrugGroup
  family: DrugFamily
  role: DrugRole
  atc: string | null
  /** Further ATC codes of a substance that has several. */
  otherAtc: readonly string[]
  atcRemark: AtcRemark | null
  brands: readonly string[]
  abbreviations: readonly string[]
  /** Other spellings and names of the same substance: a help for searching, never shown as the name. */
  synonyms: readonly string[]
  /** What the source says of its standing, such as "regulatory status not verified". */
  remark: string | null
}>

/** A row as written in the data files: what is left out is absent. */
type DrugRow = Pick<Drug, 'generic' | 'drugClass' | 'atc'> &
  Partial<
    Pick<
      Drug,
      'displayName' | 'otherAtc' | 'atcRemark' | 'brands' | 'abbreviations' | 'synonyms' | 'remark'
    >
  >
export type DrugRows = Readonly<Partial<Record<DrugGroup, readonly DrugRow[]>>>
