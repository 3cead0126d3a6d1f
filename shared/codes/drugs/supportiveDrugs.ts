import type { DrugRows } from './drug.ts'

/** Bone-modifying agents, radiopharmaceuticals and supportive drugs, in the order of the pick-list. CLINICAL: tables of CLINICAL 4.7. */
export const SUPPORTIVE_DRUGS = {
  boneModifying: [
    {
      generic: 'zoledronic acid',
      drugClass: 'bisphosphonate',
      atc: 'M05BA08',
      brands: ['Zometa'],
      synonyms: ['zoledronate'],
    },
    {
      generic: 'pamidronic acid',
      drugClass: 'bisphosphonate',
      atc: 'M05BA03',
      brands: ['Aredia'],
      synonyms: ['pamidronate'],
    },
    {
      generic: 'ibandronic acid',
      drugClass: 'bisphosphonate',
      atc: 'M05BA06',
      synonyms: ['ibandronate'],
    },
    {
      generic: 'clodronic acid',
      drugClass: 'bisphosphonate',
      atc: 'M05BA02',
      synonyms: ['clodronate'],
    },
    {
      generic: 'alendronic acid',
      drugClass: 'bisphosphonate',
      atc: 'M05BA04',
      synonyms: ['alendronate'],
    },
    { generic: 'denosumab', drugClass: 'anti-RANKL', atc: 'M05BX04', brands: ['Xgeva'] },
  ],
  radiopharmaceutical: [
    {
      generic: 'strontium (89Sr) chloride',
      drugClass: 'bone-seeking radiopharmaceutical',
      atc: 'V10BX01',
      synonyms: ['strontium-89'],
    },
    {
      generic: 'samarium (153Sm) lexidronam',
      drugClass: 'bone-seeking radiopharmaceutical',
      atc: 'V10BX02',
      synonyms: ['samarium-153'],
    },
    {
      generic: 'radium (223Ra) dichloride',
      drugClass: 'bone-seeking radiopharmaceutical',
      atc: 'V10XX03',
      synonyms: ['radium-223'],
      remark: 'licensed for prostate cancer',
    },
  ],
  supportive: [
    { generic: 'calcium', drugClass: 'supplement', atc: null, atcRemark: 'notInFile' },
    {
      generic: 'colecalciferol',
      drugClass: 'vitamin D',
      atc: 'A11CC05',
      synonyms: ['cholecalciferol'],
    },
    { generic: 'nifedipine', drugClass: 'calcium-channel blocker', atc: 'C08CA05' },
    {
      generic: 'lidocaine',
      drugClass: 'topical anaesthetic',
      atc: 'D04AB01',
      synonyms: ['lignocaine'],
    },
    {
      generic: 'metronidazole',
      drugClass: 'topical antimicrobial',
      atc: 'D06BX01',
      remark: 'wound odour (unverified)',
    },
    {
      generic: 'paracetamol',
      drugClass: 'antipyretic',
      atc: 'N02BE01',
      synonyms: ['acetaminophen'],
    },
    { generic: 'filgrastim', drugClass: 'G-CSF', atc: 'L03AA02' },
    { generic: 'pegfilgrastim', drugClass: 'G-CSF', atc: 'L03AA13', brands: ['Neulasta'] },
    { generic: 'dexamethasone', drugClass: 'corticosteroid', atc: 'H02AB02' },
    {
      generic: 'tranexamic acid',
      drugClass: 'antifibrinolytic',
      atc: 'B02AA02',
      remark: 'bleeding wounds (unverified)',
    },
    {
      generic: 'methylthioninium chloride',
      drugClass: 'sentinel node dye',
      atc: 'V03AB17',
      otherAtc: ['V04CG05'],
      synonyms: ['methylene blue'],
    },
  ],
} as const satisfies DrugRows
