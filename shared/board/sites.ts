import { type EntryOf, entriesOf } from '../case/entry.ts'
import type { Site } from '../case/site.ts'
import { ORGAN_GROUP_LABEL } from '../codes/bodySites/bodySite.ts'
import { BODY_SITES, bodySiteById } from '../codes/bodySites.ts'
import { BONE_TYPE_LABEL, CERTAINTY_LABEL, SITE_STATUS_LABEL } from '../codes/siteWords.ts'
import { formatQuantity } from '../values/formatQuantity.ts'
import type { BoardSite } from './board.ts'
import type { CaseIndex } from './caseIndex.ts'
import type { Fact } from './fact.ts'
import { lesionFactsOfSite } from './lesions.ts'
import { absent, capitalised, quoted, reported, uncapitalised } from './makeFact.ts'
import { siteGroup, siteName, siteNameInGroup } from './names.ts'
import { sizeText } from './sizes.ts'
import { tnmText } from './tnm.ts'

type SiteEntry = EntryOf<'site'>

/**
 * The sites in the order of the board: primaries, then organ groups in the order in which the first of each appeared,
 * within a group in the order of appearance. `order` compares two entries by when they began.
 */
export function boardSites(index: CaseIndex, order: (a: string, b: string) => number): BoardSite[] {
  const entries = entriesOf(index.of, 'site').toSorted((a, b) => order(a.id, b.id))
  const primaries = entries.filter(entry => entry.body.role === 'primary')
  const others = byGroup(entries.filter(entry => entry.body.role !== 'primary'))
  return [
    ...primaries.map((entry, i) =>
      boardSite(index, entry, primaries.length === 1 ? 'P' : `P${i + 1}`),
    ),
    ...others.map((entry, i) => boardSite(index, entry, String(i + 1))),
  ]
}

const GROUP_RANK = new Map<string, number>(
  BODY_SITES.map((site, i) => [ORGAN_GROUP_LABEL[site.group], i] as const).toReversed(),
)

/** Entries sorted by time, put under their headings; the headings stand as their first confirmed entry does. */
function byGroup(entries: readonly SiteEntry[]): SiteEntry[] {
  const rank = (entry: SiteEntry) => GROUP_RANK.get(siteGroup(entry.body)) ?? BODY_SITES.length
  const firstOf = new Map<string, number>()
  entries.forEach((entry, i) => {
    const group = siteGroup(entry.body)
    const confirmed = entry.body.certainty === 'confirmed'
    // Confirmed disease heads the list; what is only suspected keeps the list's own order of organs.
    const place = confirmed ? i : entries.length + rank(entry)
    firstOf.set(group, Math.min(firstOf.get(group) ?? Number.POSITIVE_INFINITY, place))
  })
  const place = (entry: SiteEntry) => firstOf.get(siteGroup(entry.body)) ?? 0
  return entries
    .map((entry, i) => ({ entry, i }))
    .toSorted((a, b) => place(a.entry) - place(b.entry) || a.i - b.i)
    .map(({ entry }) => entry)
}

function boardSite(index: CaseIndex, { id, body }: SiteEntry, number: string): BoardSite {
  const key = `site.${id}`
  const specimens = entriesOf(index.of, 'specimen')
    .filter(specimen => specimen.body.site === id)
    .map(specimen => specimen.body.label)
  const nameConflicts = ['side', 'subsite', 'role', 'name'].flatMap(f => index.labels(id, f))
  return {
    entry: id,
    source: index.sources(`${key}.source`, body.sources),
    number,
    group: siteGroup(body),
    bodySite: body.bodySite,
    side: body.side,
    certainty: body.certainty,
    name: reported(`${key}.name`, siteName(body), nameConflicts),
    nameInGroup: reported(`${key}.name`, siteNameInGroup(body), nameConflicts),
    certaintyWord: reported(
      `${key}.certainty`,
      uncapitalised(CERTAINTY_LABEL[body.certainty]),
      index.labels(id, 'certainty'),
    ),
    firstSeen: index.when(`${key}.firstSeen`, body.firstSeen, index.labels(id, 'when')),
    firstSeenShort: index.whenShort(`${key}.firstSeen`, body.firstSeen, index.labels(id, 'when')),
    foundBy:
      body.foundBy.length === 0
        ? absent(`${key}.foundBy`, 'notRecorded', 'how it was found')
        : reported(`${key}.foundBy`, body.foundBy.join(', ')),
    details: detailsOf(index, key, id, body),
    status: statusOf(index, key, body),
    specimens,
    lesions: entriesOf(index.of, 'lesion')
      .filter(lesion => lesion.body.site === id)
      .map(lesion => lesion.id),
    conflicts: index.labels(id),
    interval: null,
    isSkin: bodySiteById(body.bodySite ?? '')?.group === 'skin' || body.bodySite === 'chest-wall',
  }
}

function detailsOf(index: CaseIndex, key: string, id: SiteEntry['id'], body: Site): Fact[] {
  const sizes = body.sizes.map((size, i) =>
    reported(`${key}.size.${i}`, sizeText(size), i === 0 ? index.labels(id, 'size') : []),
  )
  const lesions =
    body.lesions === null
      ? []
      : [reported(`${key}.lesions`, `${formatQuantity(body.lesions)} lesions`)]
  const bone =
    body.boneType === null
      ? []
      : [reported(`${key}.boneType`, uncapitalised(BONE_TYPE_LABEL[body.boneType]))]
  const symptoms = body.symptoms.map((symptom, i) =>
    quoted(`${key}.symptom.${i}`, symptom.text, i === 0 ? index.labels(id, 'symptoms') : []),
  )
  const findings = body.findings === null ? [] : [reported(`${key}.findings`, body.findings)]
  const note = body.note === null ? [] : [reported(`${key}.note`, body.note)]
  return [
    ...primaryDetails(index, key, id, body),
    ...sizes,
    ...lesions,
    ...bone,
    ...symptoms,
    ...findings,
    ...lesionFactsOfSite(index, id),
    ...note,
  ]
}

function primaryDetails(index: CaseIndex, key: string, id: SiteEntry['id'], body: Site): Fact[] {
  if (body.primary === null) return []
  const { quadrant, histology, grade, stages } = body.primary
  return [
    ...(quadrant === null ? [] : [reported(`${key}.quadrant`, quadrant)]),
    ...(histology === null ? [] : [reported(`${key}.histology`, histology)]),
    ...(grade === null ? [] : [reported(`${key}.grade`, `grade ${grade}`)]),
    ...(stages.length === 0
      ? [absent(`${key}.stage`, 'notRecorded', 'stage', index.labels(id, 'stage'))]
      : stages.map((stage, i) =>
          reported(`${key}.stage.${i}`, tnmText(stage), i === 0 ? index.labels(id, 'stage') : []),
        )),
  ]
}

function statusOf(index: CaseIndex, key: string, body: Site): Fact {
  const last = body.course.at(-1)
  if (last === undefined) return absent(`${key}.status`, 'notRecorded', 'course')
  const when = last.when.length === 0 ? '' : `, ${index.when('', last.when).text}`
  const words = last.note ?? SITE_STATUS_LABEL[last.status]
  return reported(
    `${key}.status`,
    capitalised(`${uncapitalised(words)}${last.note === null ? when : ''}`),
  )
}
