import { buildNameIndex, exactName, type NameMatch, searchNames } from './nameSearch.ts'

/** A regimen name as clinicians write it. */
export type Regimen = Readonly<{
  name: string
  /** Members of the drug list that the name itself spells out. */
  drugs: readonly string[]
  /** Parts of the name that no drug is named for; a person says which drug was given. */
  toBeNamed: readonly string[]
  /** True for bone-modifying agents, which are recorded but never part of a line. */
  neverALine: boolean
}>

type Row = readonly [name: string, drugs?: readonly string[], toBeNamed?: readonly string[]]

// CLINICAL: the names of CLINICAL 4.7 (general knowledge, unverified): a help for typing, never a rule. Only what a name
// spells is expanded; "AC", "FEC" or "AC→T" expand to nothing, and nothing is given a dose, an order or a line.
const LINE_REGIMENS: readonly Row[] = [
  ['AI + palbociclib', ['palbociclib'], ['aromatase inhibitor']],
  ['AI + ribociclib', ['ribociclib'], ['aromatase inhibitor']],
  ['AI + abemaciclib', ['abemaciclib'], ['aromatase inhibitor']],
  ['fulvestrant + CDK4/6i', ['fulvestrant'], ['CDK4/6 inhibitor']],
  ['fulvestrant + alpelisib', ['fulvestrant', 'alpelisib']],
  ['palbociclib + fulvestrant + inavolisib', ['palbociclib', 'fulvestrant', 'inavolisib']],
  ['fulvestrant + capivasertib', ['fulvestrant', 'capivasertib']],
  ['exemestane + everolimus', ['exemestane', 'everolimus']],
  ['elacestrant', ['elacestrant']],
  ['imlunestrant', ['imlunestrant']],
  ['imlunestrant + abemaciclib', ['imlunestrant', 'abemaciclib']],
  ['OFS + ET', [], ['ovarian function suppression', 'endocrine therapy']],
  ['TC (docetaxel–cyclophosphamide)', ['docetaxel', 'cyclophosphamide']],
  ['AC'],
  ['EC'],
  ['FEC'],
  ['FAC'],
  ['CMF'],
  ['AC→T'],
  ['TAC'],
  ['weekly paclitaxel', ['paclitaxel']],
  ['nab-paclitaxel', ['nab-paclitaxel']],
  ['paclitaxel + bevacizumab', ['paclitaxel', 'bevacizumab']],
  ['capecitabine', ['capecitabine']],
  ['vinorelbine (IV)', ['vinorelbine']],
  ['vinorelbine (oral)', ['vinorelbine']],
  ['eribulin', ['eribulin']],
  ['gemcitabine', ['gemcitabine']],
  ['gemcitabine + carboplatin', ['gemcitabine', 'carboplatin']],
  ['carboplatin', ['carboplatin']],
  ['docetaxel–capecitabine', ['docetaxel', 'capecitabine']],
  ['liposomal doxorubicin', [], ['liposomal doxorubicin: which formulation']],
  ['THP (taxane–trastuzumab–pertuzumab)', ['trastuzumab', 'pertuzumab'], ['taxane']],
  ['trastuzumab + vinorelbine', ['trastuzumab', 'vinorelbine']],
  ['T-DM1', ['trastuzumab-emtansine']],
  ['T-DXd', ['trastuzumab-deruxtecan']],
  ['T-DXd + pertuzumab', ['trastuzumab-deruxtecan', 'pertuzumab']],
  ['tucatinib–capecitabine–trastuzumab', ['tucatinib', 'capecitabine', 'trastuzumab']],
  ['lapatinib–capecitabine', ['lapatinib', 'capecitabine']],
  ['neratinib–capecitabine', ['neratinib', 'capecitabine']],
  ['margetuximab + chemotherapy', ['margetuximab'], ['chemotherapy']],
  ['pembrolizumab + chemotherapy', ['pembrolizumab'], ['chemotherapy']],
  ['sacituzumab govitecan', ['sacituzumab-govitecan']],
  ['sacituzumab govitecan + pembrolizumab', ['sacituzumab-govitecan', 'pembrolizumab']],
  ['Dato-DXd', ['datopotamab-deruxtecan']],
  ['olaparib', ['olaparib']],
  ['talazoparib', ['talazoparib']],
]

const SUPPORTIVE_REGIMENS: readonly Row[] = [
  ['zoledronate', ['zoledronic-acid']],
  ['denosumab', ['denosumab']],
]

/** Regimen names of the pick-list; any other name is accepted as typed. */
export const REGIMENS: readonly Regimen[] = [
  ...LINE_REGIMENS.map(row => toRegimen(row, false)),
  ...SUPPORTIVE_REGIMENS.map(row => toRegimen(row, true)),
]

function toRegimen([name, drugs = [], toBeNamed = []]: Row, neverALine: boolean): Regimen {
  return { name, drugs, toBeNamed, neverALine }
}

export type RegimenNameKind = 'name' | 'abbreviation'
export type RegimenMatch = NameMatch<Regimen, RegimenNameKind>

const INDEX = buildNameIndex<Regimen, RegimenNameKind>(REGIMENS, ({ name }) => {
  const [short, spelled] = name.split(' (')
  return spelled?.includes('–') && short !== undefined
    ? [
        { text: short, kind: 'abbreviation' },
        { text: name, kind: 'name' },
      ]
    : [{ text: name, kind: 'name' }]
})

/** The regimen with exactly this name, or null. */
export function regimenByName(text: string): Regimen | null {
  return exactName(INDEX, text)
}

/** Regimens that the query may mean, best first. */
export function findRegimens(query: string, limit: number): RegimenMatch[] {
  return searchNames(INDEX, query, limit)
}
