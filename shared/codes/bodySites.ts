import type { Side } from '../case/common.ts'
import {
  type BodySite,
  type BodySiteRow,
  ORGAN_GROUP_LABEL,
  ORGAN_GROUPS,
  type SidedCode,
} from './bodySites/bodySite.ts'
import { ORGAN_SITES } from './bodySites/organSites.ts'
import { SKELETON_SITES } from './bodySites/skeletonSites.ts'
import { SURFACE_SITES } from './bodySites/surfaceSites.ts'
import { buildNameIndex, exactName, type NameMatch, searchNames } from './nameSearch.ts'

const ROWS = { ...SURFACE_SITES, ...SKELETON_SITES, ...ORGAN_SITES }
export type BodySiteId = keyof typeof ROWS
export type BodySiteNameKind = 'label' | 'synonym' | 'group'
export type BodySiteMatch = NameMatch<BodySite, BodySiteNameKind>

/**
 * The body-site list, in the order of its headings. CLINICAL: codes as verified in CLINICAL 1.5 and 4.6: body structures
 * from the mCODE radiotherapy location value set, secondary-cancer disorders from the expanded mCODE value set, ICD-10-CM
 * from mCODE's SecondaryCancerDisorderVS (whose side digits 1 right, 2 left, 0 unspecified were read there). A place that
 * no source gives a code for has null, even where a wider or a likely code exists.
 */
export const BODY_SITES: readonly BodySite[] = Object.entries<BodySiteRow>(ROWS)
  .map(([id, row]) => toBodySite(id, row))
  .toSorted((a, b) => ORGAN_GROUPS.indexOf(a.group) - ORGAN_GROUPS.indexOf(b.group))

export const BODY_SITE_IDS: readonly string[] = BODY_SITES.map(site => site.id)

function toBodySite(id: string, row: BodySiteRow): BodySite {
  return {
    id,
    label: row.label,
    sidedLabel: row.sidedLabel ?? null,
    synonyms: row.synonyms ?? [],
    group: row.group,
    hasSides: row.hasSides ?? false,
    bone: row.bone ?? false,
    snomedStructure: toSidedCode(row.structure),
    snomedSidedStructure: row.sidedStructure ?? null,
    snomedSecondary: toSidedCode(row.secondary),
    icd10Cm: toSidedCode(row.icd),
  }
}

function toSidedCode(code: string | SidedCode | undefined): SidedCode | null {
  if (code === undefined) return null
  return typeof code === 'string' ? { any: code, left: null, right: null } : code
}

const BY_ID = new Map(BODY_SITES.map(site => [site.id, site]))

const INDEX = buildNameIndex<BodySite, BodySiteNameKind>(
  BODY_SITES,
  site => [
    { text: site.label, kind: 'label' },
    ...(site.sidedLabel === null ? [] : [{ text: site.sidedLabel, kind: 'label' as const }]),
    ...site.synonyms.map(text => ({ text, kind: 'synonym' as const })),
    { text: ORGAN_GROUP_LABEL[site.group], kind: 'group' },
  ],
  ['group'],
)

export function bodySiteById(id: string): BodySite | null {
  return BY_ID.get(id) ?? null
}

/** The site with exactly this label or synonym, or null: free text is never corrected. */
export function bodySiteByName(text: string): BodySite | null {
  return exactName(INDEX, text)
}

/** Sites that the query may mean, best first; a `misspelling` is an offer that a person accepts or leaves. */
export function findBodySites(query: string, limit: number): BodySiteMatch[] {
  return searchNames(INDEX, query, limit)
}

/** The name on the board without its side: a right cerebellar lesion lies in a "Cerebellar hemisphere". */
export function bodySiteLabel(site: BodySite, side: Side | null): string {
  return isLateral(side) ? (site.sidedLabel ?? site.label) : site.label
}

/** SNOMED CT body structures: the sided ones where they exist, else the place's own; two for both sides. */
export function snomedStructures(site: BodySite, side: Side | null): readonly string[] {
  if (isLateral(side) && site.snomedSidedStructure !== null) return [site.snomedSidedStructure]
  return codesForSide(site.snomedStructure, side)
}

/** SNOMED CT disorders of a metastasis at the site, as for `snomedStructures`. */
export function snomedSecondaryDisorders(site: BodySite, side: Side | null): readonly string[] {
  return codesForSide(site.snomedSecondary, side)
}

/** ICD-10-CM codes of a metastasis at the site, as for `snomedStructures`. */
export function icd10CmSecondaryCodes(site: BodySite, side: Side | null): readonly string[] {
  return codesForSide(site.icd10Cm, side)
}

function isLateral(side: Side | null): boolean {
  return side === 'left' || side === 'right' || side === 'bilateral'
}

function codesForSide(code: SidedCode | null, side: Side | null): readonly string[] {
  if (code === null) return []
  if (side === 'left' || side === 'right') return [code[side] ?? code.any]
  const both = code.right !== null && code.left !== null ? [code.right, code.left] : null
  return side === 'bilateral' && both !== null ? both : [code.any]
}
