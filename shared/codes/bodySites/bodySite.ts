/** Headings of the site list and of the sites lane, in their order. */
export const ORGAN_GROUPS = [
  'breast',
  'chestWall',
  'skin',
  'lymphNode',
  'bone',
  'boneMarrow',
  'lung',
  'pleura',
  'liver',
  'brain',
  'meninges',
  'spinalCord',
  'pituitary',
  'eye',
  'adrenal',
  'kidney',
  'bladder',
  'ovary',
  'uterus',
  'peritoneum',
  'stomach',
  'bowel',
  'pancreas',
  'spleen',
  'gallbladder',
  'thyroid',
  'heart',
  'other',
] as const
export type OrganGroup = (typeof ORGAN_GROUPS)[number]

export const ORGAN_GROUP_LABEL = {
  breast: 'Breast',
  chestWall: 'Chest wall',
  skin: 'Skin',
  lymphNode: 'Lymph node',
  bone: 'Bone',
  boneMarrow: 'Bone marrow',
  lung: 'Lung',
  pleura: 'Pleura',
  liver: 'Liver',
  brain: 'Brain',
  meninges: 'Meninges',
  spinalCord: 'Spinal cord',
  pituitary: 'Pituitary',
  eye: 'Eye and orbit',
  adrenal: 'Adrenal',
  kidney: 'Kidney',
  bladder: 'Bladder',
  ovary: 'Ovary',
  uterus: 'Uterus',
  peritoneum: 'Peritoneum',
  stomach: 'Stomach',
  bowel: 'Bowel',
  pancreas: 'Pancreas',
  spleen: 'Spleen',
  gallbladder: 'Gallbladder',
  thyroid: 'Thyroid',
  heart: 'Heart',
  other: 'Other',
} as const satisfies Record<OrganGroup, string>

/** A code for the place as a whole, and one for each side where the terminology has one. */
export type SidedCode = Readonly<{
  /** For a side that is not stated, and for a place without sides. */
  any: string
  left: string | null
  right: string | null
}>

/** One row of the body-site list. A code that no source confirms is null. */
export type BodySite = Readonly<{
  id: string
  label: string
  /** The name once a side is given, where it differs: a cerebellum has hemispheres. */
  sidedLabel: string | null
  /** Other words for the place. A word shared by two places ("axilla") finds both and names neither. */
  synonyms: readonly string[]
  group: OrganGroup
  /** True where a side belongs to a full record, so that its absence is said. */
  hasSides: boolean
  /** True where lytic, blastic or mixed applies. */
  bone: boolean
  /** SNOMED CT body structure. */
  snomedStructure: SidedCode | null
  /** SNOMED CT body structure of the sided name, where that differs. */
  snomedSidedStructure: string | null
  /** SNOMED CT disorder "secondary malignant neoplasm of" the site. */
  snomedSecondary: SidedCode | null
  /** ICD-10-CM category of a secondary malignant neoplasm of the site. */
  icd10Cm: SidedCode | null
}>

/** A row as written in the data files: what is left out is absent. A lone text is a code without sides. */
export type BodySiteRow = Readonly<{
  group: OrganGroup
  label: string
  sidedLabel?: string
  synonyms?: readonly string[]
  hasSides?: boolean
  bone?: boolean
  structure?: string | SidedCode
  sidedStructure?: string
  secondary?: string | SidedCode
  icd?: string | SidedCode
}>
