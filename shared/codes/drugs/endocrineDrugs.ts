import type { DrugRows } from './drug.ts'

/** Endocrine agents, in the order of the pick-list. CLINICAL: tables of CLINICAL 4.7. */
export const ENDOCRINE_DRUGS = {
  serm: [
    { generic: 'tamoxifen', drugClass: 'SERM', atc: 'L02BA01', brands: ['Nolvadex'] },
    { generic: 'toremifene', drugClass: 'SERM', atc: 'L02BA02', brands: ['Fareston'] },
  ],
  serd: [
    {
      generic: 'fulvestrant',
      drugClass: 'SERD, intramuscular',
      atc: 'L02BA03',
      brands: ['Faslodex'],
    },
    { generic: 'elacestrant', drugClass: 'oral SERD (ESR1m)', atc: 'L02BA04', brands: ['Orserdu'] },
    {
      generic: 'imlunestrant',
      drugClass: 'oral SERD (ESR1m)',
      atc: null,
      atcRemark: 'notInFile',
      brands: ['Inluriyo'],
      remark: 'FDA approval September 2025',
    },
    { generic: 'camizestrant', drugClass: 'oral SERD', atc: 'L02BA05' },
    {
      generic: 'vepdegestrant',
      drugClass: 'oral ER PROTAC',
      atc: null,
      atcRemark: 'notInFile',
      remark: 'regulatory status not verified',
    },
    {
      generic: 'giredestrant',
      drugClass: 'oral SERD',
      atc: null,
      atcRemark: 'notInFile',
      remark: 'investigational; regulatory status not verified',
    },
  ],
  aromataseInhibitor: [
    { generic: 'anastrozole', drugClass: 'NSAI', atc: 'L02BG03', brands: ['Arimidex'] },
    { generic: 'letrozole', drugClass: 'NSAI', atc: 'L02BG04', brands: ['Femara'] },
    { generic: 'exemestane', drugClass: 'steroidal AI', atc: 'L02BG06', brands: ['Aromasin'] },
    {
      generic: 'formestane',
      drugClass: 'steroidal AI',
      atc: 'L02BG02',
      brands: ['Lentaron'],
      remark: 'historical',
    },
    { generic: 'aminoglutethimide', drugClass: 'AI', atc: 'L02BG01', remark: 'historical' },
  ],
  ovarianSuppression: [
    { generic: 'goserelin', drugClass: 'LHRH agonist', atc: 'L02AE03', brands: ['Zoladex'] },
    {
      generic: 'leuprorelin',
      drugClass: 'LHRH agonist',
      atc: 'L02AE02',
      brands: ['Lupron', 'Prostap'],
      synonyms: ['leuprolide'],
    },
    { generic: 'triptorelin', drugClass: 'LHRH agonist', atc: 'L02AE04', brands: ['Decapeptyl'] },
    { generic: 'buserelin', drugClass: 'LHRH agonist', atc: 'L02AE01' },
  ],
  progestinOestrogen: [
    { generic: 'megestrol', drugClass: 'progestin', atc: 'L02AB01', brands: ['Megace'] },
    { generic: 'medroxyprogesterone', drugClass: 'progestin', atc: 'L02AB02' },
    {
      generic: 'diethylstilbestrol',
      drugClass: 'oestrogen',
      atc: 'L02AA01',
      synonyms: ['stilboestrol'],
    },
    {
      generic: 'ethinylestradiol',
      drugClass: 'oestrogen',
      atc: 'L02AA03',
      synonyms: ['ethinyloestradiol'],
    },
  ],
} as const satisfies DrugRows
