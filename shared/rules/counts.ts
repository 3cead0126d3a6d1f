import { assertNever } from '../assertNever.ts'
import { CERTAINTIES, type Certainty, type Site } from '../case/site.ts'
import { ORGAN_GROUP_LABEL } from '../codes/bodySites/bodySite.ts'
import { bodySiteById } from '../codes/bodySites.ts'
import type { Quantity } from '../values/quantity.ts'

/** Lesions added up over sites: between low and high; high is null where a site's number is not recorded. */
export type LesionCount = Readonly<{
  sites: number
  low: number
  high: number | null
  /** "1 to 5 lesions" is a count and no diagnosis. */
  band: 'none' | 'oneToFive' | 'moreThanFive' | 'notEvaluable'
  text: string
}>

export type OrganCount = Readonly<{ organ: string } & Record<Certainty, number>>

export type SiteCounts = Readonly<
  Record<Certainty, number> & {
    /** Organs with a confirmed or suspected site, in the order of the sites. */
    organs: readonly OrganCount[]
    /** Distant lesions: confirmed alone, and together with the suspected. */
    lesionsConfirmed: LesionCount
    lesionsWithSuspected: LesionCount
    /** Sites whose role was not stated and that may be distant: they are not in the lesion counts. */
    roleNotStated: number
  }
>

/**
 * Sites by certainty and organ, and distant lesions as far as their number was recorded. CLINICAL: "meets the 1–5 count"
 * is all that a count can say; it is never called oligometastatic (CLINICAL 4.1).
 */
export function countSites(sites: readonly Site[]): SiteCounts {
  const by = (certainty: Certainty) => sites.filter(site => site.certainty === certainty)
  const distant = sites.filter(site => site.role === 'distant' && site.certainty !== 'excluded')
  return {
    confirmed: by('confirmed').length,
    suspected: by('suspected').length,
    excluded: by('excluded').length,
    organs: countOrgans(sites.filter(site => site.certainty !== 'excluded')),
    lesionsConfirmed: countLesions(distant.filter(site => site.certainty === 'confirmed')),
    lesionsWithSuspected: countLesions(distant),
    roleNotStated: sites.filter(s => s.role === 'notStated' && s.certainty !== 'excluded').length,
  }
}

function countOrgans(sites: readonly Site[]): OrganCount[] {
  const organs = [...new Set(sites.map(organOf))]
  return organs.map(organ => {
    const counts = CERTAINTIES.map(certainty => [
      certainty,
      sites.filter(site => organOf(site) === organ && site.certainty === certainty).length,
    ])
    return { organ, ...Object.fromEntries(counts) }
  })
}

/** The heading of its place in the body-site list; the report's own words for a place that is not in it. */
function organOf(site: Site): string {
  const listed = site.bodySite === null ? null : bodySiteById(site.bodySite)
  return listed === null
    ? (site.asReported ?? site.bodySite ?? 'place not recorded')
    : ORGAN_GROUP_LABEL[listed.group]
}

function countLesions(sites: readonly Site[]): LesionCount {
  const ranges = sites.map(site => lesionRange(site.lesions))
  const low = ranges.reduce((sum, range) => sum + range.low, 0)
  const high = ranges.reduce<number | null>(
    (sum, range) => (sum === null || range.high === null ? null : sum + range.high),
    0,
  )
  const band = bandOf(sites.length, low, high)
  return { sites: sites.length, low, high, band, text: lesionText(sites.length, low, high, band) }
}

/** A site has at least one lesion; how many more is open unless its number was recorded. */
function lesionRange(lesions: Quantity | null): { low: number; high: number | null } {
  if (lesions === null) return { low: 1, high: null }
  const low = Math.max(1, lesions.low)
  switch (lesions.comparator) {
    case '=':
      return { low, high: Math.max(low, lesions.high ?? low) }
    case '<':
      return { low: 1, high: Math.max(1, lesions.low - 1) }
    case '<=':
      return { low: 1, high: low }
    case '>':
      return { low: Math.max(1, lesions.low + 1), high: null }
    case '>=':
      return { low, high: null }
    // About three may be more or less.
    case '~':
      return { low: 1, high: null }
    default:
      return assertNever(lesions.comparator)
  }
}

function bandOf(sites: number, low: number, high: number | null): LesionCount['band'] {
  if (sites === 0) return 'none'
  if (low > 5) return 'moreThanFive'
  return high !== null && high <= 5 ? 'oneToFive' : 'notEvaluable'
}

function lesionText(
  sites: number,
  low: number,
  high: number | null,
  band: LesionCount['band'],
): string {
  if (band === 'none') return 'no distant site'
  const places = sites === 1 ? 'in 1 site' : `in ${sites} sites`
  const lesions = `${numberWords(low, high)} distant ${low === 1 && (high ?? 1) === 1 ? 'lesion' : 'lesions'}`
  if (band === 'oneToFive') return `${lesions} ${places}: meets the 1–5 count`
  if (band === 'moreThanFive') return `${lesions} ${places}: more than 5`
  const why = high === null ? 'number of lesions not recorded for every site' : 'on both sides of 5'
  return `${lesions} ${places}; ${why}`
}

function numberWords(low: number, high: number | null): string {
  if (high === null) return `at least ${low}`
  return low === high ? String(low) : `${low}–${high}`
}
