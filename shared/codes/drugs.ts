import { CYTOTOXIC_DRUGS } from './drugs/cytotoxicDrugs.ts'
import {
  DRUG_GROUP_LABEL,
  DRUG_GROUPS,
  type Drug,
  type DrugRows,
  PLACING_OF_GROUP,
} from './drugs/drug.ts'
import { ENDOCRINE_DRUGS } from './drugs/endocrineDrugs.ts'
import { SUPPORTIVE_DRUGS } from './drugs/supportiveDrugs.ts'
import { TARGETED_DRUGS } from './drugs/targetedDrugs.ts'
import { foldWords } from './fold.ts'
import { buildNameIndex, exactName, type NameMatch, searchNames } from './nameSearch.ts'

export type DrugNameKind = 'generic' | 'brand' | 'abbreviation' | 'synonym' | 'class'
export type DrugMatch = NameMatch<Drug, DrugNameKind>

const ROWS: DrugRows = {
  ...ENDOCRINE_DRUGS,
  ...TARGETED_DRUGS,
  ...CYTOTOXIC_DRUGS,
  ...SUPPORTIVE_DRUGS,
}

/** The 121 agents of the pick-list, in the order of their headings. CLINICAL: tables of CLINICAL 4.7. */
export const DRUGS: readonly Drug[] = DRUG_GROUPS.flatMap(group =>
  (ROWS[group] ?? []).map(row => ({
    id: foldWords(row.generic).join('-'),
    generic: row.generic,
    displayName: row.displayName ?? row.generic,
    drugClass: row.drugClass,
    group,
    ...PLACING_OF_GROUP[group],
    atc: row.atc,
    otherAtc: row.otherAtc ?? [],
    atcRemark: row.atcRemark ?? null,
    brands: row.brands ?? [],
    abbreviations: row.abbreviations ?? [],
    synonyms: row.synonyms ?? [],
    remark: row.remark ?? null,
  })),
)

const BY_ID = new Map(DRUGS.map(drug => [drug.id, drug]))

const INDEX = buildNameIndex<Drug, DrugNameKind>(
  DRUGS,
  drug => [
    { text: drug.generic, kind: 'generic' },
    { text: drug.displayName, kind: 'generic' },
    ...drug.brands.map(text => ({ text, kind: 'brand' as const })),
    ...drug.abbreviations.map(text => ({ text, kind: 'abbreviation' as const })),
    ...drug.synonyms.map(text => ({ text, kind: 'synonym' as const })),
    { text: drug.drugClass, kind: 'class' },
    { text: DRUG_GROUP_LABEL[drug.group], kind: 'class' },
  ],
  ['class'],
)

export function drugById(id: string): Drug | null {
  return BY_ID.get(id) ?? null
}

/** The drug with exactly this generic name, brand, abbreviation or synonym, or null: free text is never corrected. */
export function drugByName(text: string): Drug | null {
  return exactName(INDEX, text)
}

/** Drugs that the query may mean, best first; a `misspelling` is an offer that a person accepts or leaves. */
export function findDrugs(query: string, limit: number): DrugMatch[] {
  return searchNames(INDEX, query, limit)
}
