import { type EntryOf, entriesOf } from '../case/entry.ts'
import type { Lesion } from '../case/lesion.ts'
import type { SkinNote } from '../case/skinNote.ts'
import { GROUPING_LABEL, LESION_CONTEXT_LABEL } from '../codes/skin/appearance.ts'
import { SIGN_LABEL, SIGNS } from '../codes/skin/assessment.ts'
import type { EntryId } from '../ids.ts'
import { formatQuantity } from '../values/formatQuantity.ts'
import type { BoardLesion, BoardSite, BoardSpecimen, LesionSizePoint } from './board.ts'
import type { CaseIndex } from './caseIndex.ts'
import type { Fact } from './fact.ts'
import { lesionPhotographs } from './lesionPhotographs.ts'
import { absent, commaList, reported, uncapitalised } from './makeFact.ts'
import { localName, siteInSentence, siteName } from './names.ts'
import { courseText, lesionSizeText, noteSizeText } from './skinNoteFacts.ts'
import { answerText, factsFrom } from './skinWords.ts'

type Order = (a: string, b: string) => number
type LesionEntry = EntryOf<'lesion'>
type NoteEntry = EntryOf<'skinNote'>
type Shown = Readonly<{ sites: readonly BoardSite[]; specimens: readonly BoardSpecimen[] }>

/**
 * Skin lesions in the order they were first seen. What one is, is not its own: it is said from the certainty of its site
 * and from what its specimens showed. Nothing is computed of its course.
 */
export function boardLesions(index: CaseIndex, order: Order, shown: Shown): BoardLesion[] {
  const notes = entriesOf(index.of, 'skinNote').toSorted((a, b) => order(a.id, b.id))
  return entriesOf(index.of, 'lesion')
    .toSorted((a, b) => order(a.id, b.id))
    .map(entry =>
      lesionRow(
        index,
        entry,
        notes.filter(({ body }) => body.lesion === entry.id),
        { ...shown, order },
      ),
    )
}

function lesionRow(
  index: CaseIndex,
  { id, body }: LesionEntry,
  notes: readonly NoteEntry[],
  { sites, specimens, order }: Shown & Readonly<{ order: Order }>,
): BoardLesion {
  const key = `lesion.${id}`
  const site = sites.find(one => one.entry === body.site) ?? null
  const own = specimens.filter(({ lesion }) => lesion === id)
  const treatments = entriesOf(index.of, 'local').filter(one => one.body.skinLesions.includes(id))
  const sizes = sizeFact(index, key, notes)
  return {
    entry: id,
    source: index.sources(`${key}.source`, body.sources),
    label: body.label,
    bodySite: body.bodySite,
    side: body.side,
    pin: body.pin,
    name: reported(`${key}.name`, siteName(body), index.labels(id, 'name')),
    what:
      site === null
        ? { ...absent(`${key}.what`), text: 'not linked to a site of disease' }
        : reported(`${key}.what`, `site ${site.number}, ${site.certaintyWord.text}`),
    certainty: site?.certainty ?? null,
    firstSeen: index.when(`${key}.firstSeen`, body.firstSeen, index.labels(id, 'when')),
    context:
      body.context === 'notStated'
        ? absent(`${key}.context`, 'notStated', 'context')
        : reported(`${key}.context`, uncapitalised(LESION_CONTEXT_LABEL[body.context])),
    details: detailFacts(key, body),
    sizes,
    course: lastCourse(index, key, notes),
    signs: lastSigns(index, key, notes),
    noted: notedFact(index, key, notes),
    specimens: own.map(specimen => ({
      entry: specimen.entry,
      fact: reported(`${key}.specimen.${specimen.entry}`, specimenText(specimen)),
    })),
    treatments: treatments.map(treatment => ({
      entry: treatment.id,
      fact: reported(
        `${key}.treatment.${treatment.id}`,
        commaList([localName(treatment.body), index.when('', treatment.body.started).text]),
      ),
    })),
    site: body.site,
    notes: notes.map(note => note.id),
    photographs: lesionPhotographs(index, { lesion: id, notes: notes.map(note => note.id), order }),
    sizePoints: notes.flatMap(note => sizePoints(note)),
    conflicts: index.labels(id),
  }
}

function detailFacts(key: string, body: Lesion): Fact[] {
  const { grouping, count, extent, toScar, toPrimary, toField } = body
  return factsFrom(key, [
    ['grouping', grouping === null ? null : GROUPING_LABEL[grouping]],
    ['count', count === null ? null : `number: ${formatQuantity(count)}`],
    ['extent', extent === null ? null : `extent: ${extent}`],
    ['toScar', answerText('at or near a scar', toScar.answer, toScar.words)],
    ['toPrimary', answerText('near the primary', toPrimary.answer, toPrimary.words)],
    ['toField', answerText('in a radiation field', toField.answer, toField.words)],
    ['pin', body.pin === null ? null : 'pinned on the figure'],
    ['note', body.note],
  ])
}

/** "E, biopsy, May-2022: ER 10 %, PR negative, HER2 not reported": as reported, without any call. */
function specimenText(specimen: BoardSpecimen): string {
  const { label, procedure, collected, results, withoutReceptors } = specimen
  const head = commaList([label, procedure.text, collected.text])
  const found =
    results.length > 0
      ? results.map(({ marker, value }) => `${marker} ${value.text}`).join(', ')
      : (withoutReceptors?.text ?? '')
  return found === '' ? head : `${head}: ${found}`
}

/** Every recorded size with its date, oldest first. CLINICAL: what was measured, and no response worked out from it. */
function sizeFact(index: CaseIndex, key: string, notes: readonly NoteEntry[]): Fact {
  const parts = notes.flatMap(({ body }) => {
    const size = noteSizeText(body)
    return size === null ? [] : [`${dated(index, body)}: ${size}`]
  })
  return parts.length === 0
    ? absent(`${key}.sizes`, 'notRecorded', 'size')
    : reported(`${key}.sizes`, parts.join('; '))
}

function dated(index: CaseIndex, { when }: SkinNote): string {
  const said = index.when('', when)
  return said.tone === 'missing' ? 'not dated' : said.text
}

function lastCourse(index: CaseIndex, key: string, notes: readonly NoteEntry[]): Fact {
  const last = notes.findLast(({ body }) => courseText(body) !== null)
  if (last === undefined) return absent(`${key}.course`, 'notStated', 'course')
  const by = commaList([dated(index, last.body), last.body.author])
  return reported(`${key}.course`, `${courseText(last.body)} (${by})`)
}

/** The signs whose last answer is yes, each with the date of that answer. */
function lastSigns(index: CaseIndex, key: string, notes: readonly NoteEntry[]): Fact[] {
  return SIGNS.flatMap(sign => {
    const last = notes.findLast(({ body }) => body.signs[sign] !== undefined)
    if (last?.body.signs[sign] !== 'yes') return []
    return [reported(`${key}.sign.${sign}`, `${SIGN_LABEL[sign]} (${dated(index, last.body)})`)]
  })
}

function notedFact(index: CaseIndex, key: string, notes: readonly NoteEntry[]): Fact {
  const last = notes.at(-1)
  if (last === undefined) return absent(`${key}.noted`, 'notRecorded', 'notes')
  const count = notes.length === 1 ? '1 note,' : `${notes.length} notes, the last`
  return reported(`${key}.noted`, `${count} ${dated(index, last.body)}`)
}

/** The sizes of a note for a chart, in millimetres. */
function sizePoints({ id, body }: NoteEntry): LesionSizePoint[] {
  return body.sizes.map(size => {
    const { diameters, unit, approximate } = size.measured
    const inMm = unit === 'cm' ? 10 : 1
    const { elevation } = size
    return {
      note: id,
      of: size.of,
      diameters: diameters.map(diameter => Math.round(diameter * inMm * 1000) / 1000),
      elevation: elevation !== null && elevation.unit === 'mm' ? elevation.low : null,
      approximate,
      text: lesionSizeText(size),
    }
  })
}

/** "skin lesion L1, scalp": how a site, a specimen or a treatment names a lesion. */
export function lesionInWords(index: CaseIndex, lesion: EntryId): string | null {
  const body = index.entry(lesion)?.body
  if (body?.kind !== 'lesion') return null
  return `skin lesion ${body.label}, ${siteInSentence(body)}`
}

/** The lesions that are, or belong to, a site, as facts of that site. */
export function lesionFactsOfSite(index: CaseIndex, site: EntryId): Fact[] {
  return entriesOf(index.of, 'lesion')
    .filter(({ body }) => body.site === site)
    .map(({ id, body }) => reported(`site.${site}.lesion.${id}`, `skin lesion ${body.label}`))
}
