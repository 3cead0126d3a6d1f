import { entriesOf } from '../case/entry.ts'
import type { Site } from '../case/site.ts'
import type { BoardAssessment, BoardSite, BoardSpecimen, BoardSystemic } from './board.ts'
import type { CaseIndex } from './caseIndex.ts'
import type { Fact } from './fact.ts'
import { absent, capitalised, reported } from './makeFact.ts'
import { siteInSentence } from './names.ts'

/**
 * The course in one line: the primary, every confirmed site with its date, then how many more are suspected.
 * Recorded facts only; nothing is said of what is not recorded but that it is not.
 */
export function storyOf(index: CaseIndex, sites: readonly BoardSite[]): Fact[] {
  if (sites.length === 0) return [absent('story.none', 'notRecorded', 'Sites of disease')]
  const confirmed = sites.filter(site => site.certainty === 'confirmed')
  const suspected = sites.filter(site => site.certainty === 'suspected')
  const steps = confirmed.map((site, i) => stepOf(index, site, i === 0))
  return suspected.length === 0
    ? steps
    : [...steps, suspectedStep(index, suspected, steps.length > 0)]
}

function stepOf(index: CaseIndex, site: BoardSite, first: boolean): Fact {
  const body = siteBody(index, site)
  const place = siteInSentence(body)
  const words = body.role === 'primary' && body.bodySite === 'breast' ? `${place} cancer` : place
  const isPrimary = body.role === 'primary'
  const date = site.firstSeenShort
  const dated = isPrimary || date.tone === 'missing' ? words : `${words}, ${date.text}`
  return reported(`story.${site.entry}`, first ? capitalised(dated) : dated)
}

function siteBody(index: CaseIndex, site: BoardSite): Site {
  const body = index.entry(site.entry)?.body
  if (body?.kind !== 'site') throw new Error('a board site without its entry')
  return body
}

function suspectedStep(index: CaseIndex, suspected: readonly BoardSite[], more: boolean): Fact {
  const [only] = suspected
  const biopsied = suspected.filter(site => site.specimens.length > 0).length
  const none = biopsied === 0 ? ', none biopsied' : `, ${biopsied} biopsied`
  const text =
    suspected.length === 1 && only !== undefined
      ? `${siteInSentence(siteBody(index, only))} suspected${biopsied === 0 ? ', not biopsied' : ''}`
      : `${suspected.length}${more ? ' more' : ''} sites suspected${none}`
  return reported('story.suspected', more ? text : capitalised(text))
}

/** The last two specimens with receptors compared, what is given now, and the last response as recorded. */
export function storyMoreOf(
  index: CaseIndex,
  specimens: readonly BoardSpecimen[],
  systemic: readonly BoardSystemic[],
  assessments: readonly BoardAssessment[],
): Fact[] {
  return [...comparison(index, specimens), ...current(systemic), ...lastResponse(assessments)]
}

function comparison(index: CaseIndex, specimens: readonly BoardSpecimen[]): Fact[] {
  const [earlier, later] = specimens.filter(specimen => specimen.hasReceptors).slice(-2)
  if (earlier === undefined || later === undefined) return []
  const parts = later.results
    .filter(result => ['ER', 'PR', 'HER2'].includes(result.marker))
    .map(result => {
      const before = earlier.results.find(other => other.marker === result.marker)
      if (result.missing) return `${result.marker} ${result.value.text}`
      if (before === undefined || before.missing || before.value.text === result.value.text) {
        return `${result.marker} ${result.value.text}`
      }
      return `${result.marker} ${before.value.text} → ${result.value.text}`
    })
  const lead = `${capitalised(specimenPlace(index, later))} compared with ${specimenPlace(index, earlier)}`
  return [reported('story.compare', `${lead}: ${parts.join(', ')}.`)]
}

function specimenPlace(index: CaseIndex, specimen: BoardSpecimen): string {
  const body = specimen.site === null ? null : index.entry(specimen.site)?.body
  return body?.kind === 'site' ? siteInSentence(body) : `specimen ${specimen.label}`
}

function current(systemic: readonly BoardSystemic[]): Fact[] {
  const ongoing = systemic.filter(treatment => treatment.ongoing)
  if (ongoing.length === 0) return []
  return [reported('story.now', `Now ${ongoing.map(treatment => treatment.name.text).join('; ')}.`)]
}

function lastResponse(assessments: readonly BoardAssessment[]): Fact[] {
  const last = assessments.findLast(assessment => assessment.type === 'response')
  return last === undefined
    ? []
    : [reported('story.response', `${capitalised(last.caption.text)}.`)]
}

/** What the meeting needs to know besides the disease, each with its label; absent things say so. */
export function contextOf(index: CaseIndex): { label: string; fact: Fact }[] {
  const context = entriesOf(index.of, 'context')[0]?.body
  const rows = [
    ['Menopausal state', 'menopausal'],
    ['Comorbidities', 'comorbidities'],
    ['Medicines', 'medicines'],
    ['Past history', 'pastHistory'],
    ['Germline', 'germline'],
    ['Family history', 'familyHistory'],
    ['Key worker', 'keyWorker'],
    ['Patient’s wishes', 'wishes'],
    ['Capacity and consent', 'capacity'],
  ] as const
  return rows.map(([label, field]) => {
    const id = `context.${field}`
    const statement = context?.[field]
    const items = statement?.items ?? []
    const fact =
      items.length > 0
        ? reported(id, items.map(item => item.text).join('; '))
        : absent(id, statement?.missing ?? 'notRecorded')
    return { label, fact }
  })
}

/** Performance status: the last recorded, with its date. */
export function ecogOf(assessments: readonly BoardAssessment[]): Fact {
  const last = assessments.findLast(assessment => assessment.type === 'ecog')
  if (last === undefined) return absent('ecog')
  return {
    ...last.what,
    id: 'ecog',
    text: `${last.what.text.replace(/^ECOG /, '')}, ${last.when.tone === 'missing' ? 'not dated' : last.when.text}`,
  }
}

export function questionOf(index: CaseIndex): Fact {
  const question = entriesOf(index.of, 'context')[0]?.body.question ?? null
  return question === null ? absent('question') : reported('question', question)
}
