import { assertNever } from '../assertNever.ts'
import type { EntryBody } from '../case/entry.ts'
import type { Site } from '../case/site.ts'
import type { Specimen } from '../case/specimen.ts'
import type { LocalTreatment, Systemic } from '../case/treatment.ts'
import { ORGAN_GROUP_LABEL } from '../codes/bodySites/bodySite.ts'
import { bodySiteById, bodySiteLabel } from '../codes/bodySites.ts'
import { SIDE_LABEL } from '../codes/laterality.ts'
import { PROCEDURE_LABEL } from '../codes/specimenProcedures.ts'
import { capitalised, commaList, quote, uncapitalised } from './makeFact.ts'

/** A place on the body, of a site or of a skin lesion. */
export type Placed = Pick<Site, 'bodySite' | 'asReported' | 'side' | 'subsite'>

/** The heading under which a site is listed; free text stands under its own words. */
export function siteGroup(site: Placed): string {
  const coded = site.bodySite === null ? null : bodySiteById(site.bodySite)
  return coded === null ? 'Other' : ORGAN_GROUP_LABEL[coded.group]
}

/** "Scalp", "Iliac bone": the place without its side. */
export function sitePlace(site: Placed): string {
  const coded = site.bodySite === null ? null : bodySiteById(site.bodySite)
  if (coded !== null) return bodySiteLabel(coded, site.side)
  return capitalised(site.asReported ?? site.bodySite ?? 'place not recorded')
}

/** "right", "both sides", "side not stated", or null where the place has no sides. */
export function sideWords(site: Placed): string | null {
  if (site.side !== null) return uncapitalised(SIDE_LABEL[site.side])
  const coded = site.bodySite === null ? null : bodySiteById(site.bodySite)
  return coded?.hasSides ? 'side not stated' : null
}

/** What a site's own words add to the place: a sub-site, and the report's wording where it says more. */
function siteAdditions(site: Placed): (string | null)[] {
  const coded = site.bodySite === null ? null : bodySiteById(site.bodySite)
  const place = `${sideWords(site) ?? ''} ${sitePlace(site)}`.trim().toLowerCase()
  const words = coded === null || site.asReported?.toLowerCase() === place ? null : site.asReported
  return [site.subsite, words === null ? null : quote(words)]
}

/** "Femur, right, “sub femoral segment”" */
export function siteName(site: Placed): string {
  return commaList([sitePlace(site), sideWords(site), ...siteAdditions(site)])
}

/** The name without a place that repeats the heading above it: "Right, upper" under "Breast". */
export function siteNameInGroup(site: Placed): string {
  if (sitePlace(site) !== siteGroup(site)) return siteName(site)
  const rest = commaList([sideWords(site), ...siteAdditions(site)])
  return rest === '' ? sitePlace(site) : capitalised(rest)
}

/** "right chest wall", "scalp": as it stands inside a sentence. */
export function siteInSentence(site: Placed): string {
  const place = uncapitalised(sitePlace(site))
  return site.side === null ? place : `${uncapitalised(SIDE_LABEL[site.side])} ${place}`
}

/** Full drug names joined by +, or the regimen's name where it is all there is. */
export function treatmentName(treatment: Systemic): string {
  return treatment.drugs.map(drug => drug.name).join(' + ')
}

export function localName(treatment: LocalTreatment): string {
  return treatment.what.map(statement => statement.text).join(' | ')
}

/** "biopsy", "core needle biopsy", "surgical specimen": the report's own word before the list's. */
export function procedureWords(specimen: Specimen): string {
  if (specimen.procedureAsReported !== null) return specimen.procedureAsReported
  if (specimen.procedure === 'biopsyNotSpecified') return 'biopsy'
  return uncapitalised(PROCEDURE_LABEL[specimen.procedure])
}

/** What another entry is called when a date counts from it: "surgery", "biopsy D", "tamoxifen". */
export function anchorName(body: EntryBody): string {
  switch (body.kind) {
    case 'local':
      return LOCAL_ANCHOR[body.modality]
    case 'systemic':
      return treatmentName(body)
    case 'specimen':
      return `specimen ${body.label}`
    case 'site':
      return `first sign of ${siteInSentence(body)}`
    case 'imaging':
      return commaList([body.modality, body.region])
    case 'assessment':
      return body.scale ?? 'assessment'
    case 'document':
      return body.title
    case 'context':
      return 'record'
    case 'conflict':
      return body.title
    case 'lesion':
      return `lesion ${body.label}`
    case 'skinNote':
      return 'skin note'
    case 'photograph':
      return 'photograph'
    default:
      return assertNever(body)
  }
}

const LOCAL_ANCHOR = {
  surgery: 'surgery',
  radiotherapy: 'radiotherapy',
  electrochemotherapy: 'electrochemotherapy',
  woundCare: 'wound care',
  other: 'local treatment',
} as const
