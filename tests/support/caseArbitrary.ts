import fc from 'fast-check'
import type { Conflict } from '../../shared/case/conflict.ts'
import type { Case, Entry } from '../../shared/case/entry.ts'
import { CERTAINTIES, type Site } from '../../shared/case/site.ts'
import type { MarkerResult } from '../../shared/case/specimen.ts'
import { BODY_SITES } from '../../shared/codes/bodySites.ts'
import type { EntryId } from '../../shared/ids.ts'
import type { Identifier, PatientDetails } from '../../shared/patient/patient.ts'
import { few, type Known, name, sentence, size, sources, word } from './arbitraryParts.ts'
import {
  buildAssessment,
  buildCase,
  buildConflict,
  buildContext,
  buildDetails,
  buildDocument,
  buildEntry,
  buildImaging,
  buildLocal,
  buildPatient,
  buildQuantity,
  buildReading,
  buildSite,
  buildSpecimen,
  buildSystemic,
  entryId,
} from './builders.ts'
import { electrochemotherapy, lesion, skinNote } from './skinArbitrary.ts'
import { maybe, partialDate, when } from './whenArbitrary.ts'

const identifier: fc.Arbitrary<Identifier> = fc.record({
  kind: fc.constant('other' as const),
  label: fc.constantFrom('Trial', '研究編号', 'Αριθμός Μητρώου', 'Insurance No.'),
  value: fc.constantFrom('MB-77', '東京-2024-0099', 'AB 12 34 56 C', '01017100000'),
})

/** Who the patient is: names of every script and length, whole or partly known. */
export const detailsArbitrary: fc.Arbitrary<PatientDetails> = fc
  .record({
    familyName: name,
    givenName: maybe(name),
    title: maybe(fc.constantFrom('Ms', 'Prof. Dr.', 'Μs')),
    born: maybe(partialDate.map(date => date.replace(/^20/, '19'))),
    sex: fc.constantFrom('female' as const, 'male' as const, 'unknown' as const),
    gender: maybe(word),
    deceased: maybe(fc.record({ on: maybe(fc.constant('2025-11')) })),
    others: few(identifier, 4),
  })
  .map(({ others, ...details }) =>
    buildDetails({ ...details, identifiers: [...buildDetails().identifiers, ...others] }),
  )

function site(known: Known, isPrimary: boolean): fc.Arbitrary<Site> {
  const side = fc.constantFrom('right' as const, 'left' as const, 'bilateral' as const, null)
  return fc
    .record({
      bodySite: fc.constantFrom('breast', ...BODY_SITES.map(one => one.id)),
      asReported: maybe(sentence),
      subsite: maybe(word),
      side,
      firstSeen: when(known.anchors),
      foundBy: few(word),
      certainty: fc.constantFrom(...CERTAINTIES),
      sizes: few(size),
      boneType: maybe(fc.constantFrom('lytic' as const, 'mixed' as const)),
      symptoms: few(fc.record({ text: sentence, source: fc.constant(null) })),
      findings: maybe(sentence),
      note: maybe(sentence),
      sources: sources(known),
    })
    .map(fields =>
      buildSite({
        ...fields,
        role: isPrimary ? 'primary' : 'distant',
        primary: isPrimary
          ? { quadrant: fields.subsite, histology: fields.findings, grade: '2', stages: [] }
          : null,
      }),
    )
}

const reading = fc
  .record({
    low: fc.constantFrom(0, 1, 5, 10, 80, 100),
    comparator: fc.constantFrom('=' as const, '<' as const, '~' as const),
    method: maybe(word),
    interpretation: maybe(fc.constantFrom('positive' as const, 'negative' as const)),
    verbatim: maybe(
      fc.constantFrom('positive, 80 % (weak intensity)', 'heterogeneous, weak to moderate'),
    ),
  })
  .map(({ low, comparator, ...rest }) =>
    buildReading({ ...rest, percent: buildQuantity({ low, comparator }) }),
  )

function result(marker: string): fc.Arbitrary<MarkerResult> {
  const readings =
    marker === 'HER2' ? her2Readings : fc.array(reading, { minLength: 1, maxLength: 2 })
  return fc.oneof(
    {
      weight: 4,
      arbitrary: readings.map(some => ({
        marker,
        missing: null,
        missingAsReported: null,
        readings: some,
      })),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({
          missing: fc.constantFrom('notReported' as const, 'pending' as const, 'notDone' as const),
          missingAsReported: fc.constantFrom(null, 'not done (decalcified)'),
        })
        .map(absence => ({ marker, ...absence, readings: [] })),
    },
  )
}

const ish = fc
  .constantFrom(
    { result: 'amplified', missing: null } as const,
    { result: 'notAmplified', missing: null } as const,
    { result: null, missing: 'pending' } as const,
    { result: null, missing: 'notDone' } as const,
  )
  .map(said => ({ ...said, ratio: null, copyNumber: null, group: null, method: null }))

const her2Readings = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('0' as const, '1+' as const, '2+' as const, '3+' as const), maybe(ish))
      .map(([low, found]) => [
        buildReading({ ihc: { low, high: null }, ish: found, interpretation: null }),
      ]),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(
        { interpretation: 'negative' as const, verbatim: null },
        // Words from which nothing is read.
        { interpretation: null, verbatim: '3+ heterogeneous 20%' },
      )
      .map(bare => [buildReading(bare)]),
  },
)

function specimen(known: Known, sites: readonly EntryId[], label: string) {
  // The last is a word that every object has a member of.
  const markers = ['ER', 'PR', 'HER2', 'Ki-67', 'GATA3', 'constructor']
  return fc
    .record({
      site: sites.length === 0 ? fc.constant(null) : maybe(fc.constantFrom(...sites)),
      from: maybe(word),
      procedureAsReported: maybe(sentence),
      collected: when(known.anchors),
      histology: few(fc.record({ text: sentence, source: fc.constant(null) })),
      grade: maybe(fc.constantFrom('2', 'WHO II')),
      margins: maybe(sentence),
      results: fc
        .subarray(markers)
        .chain(chosen => fc.tuple(...chosen.map(result)) as fc.Arbitrary<MarkerResult[]>),
      findings: maybe(sentence),
      sources: sources(known),
    })
    .map(fields => buildSpecimen({ ...fields, label }))
}

function systemic(known: Known) {
  return fc
    .record({
      drug: fc.constantFrom('capecitabine', 'trastuzumab deruxtecan', '多西他赛', 'Testamycin'),
      dose: maybe(fc.constantFrom('75 mg/m²', '1,250 mg twice daily')),
      setting: fc.constantFrom('adjuvant' as const, 'metastatic' as const, 'notStated' as const),
      settingAsReported: maybe(sentence),
      line: maybe(fc.integer({ min: 1, max: 9 })),
      started: when(known.anchors),
      ended: fc.record({
        status: fc.constantFrom('ended' as const, 'ongoing' as const, 'notRecorded' as const),
        when: when(known.anchors),
      }),
      stopReason: maybe(fc.constantFrom('progression' as const, 'notRecorded' as const)),
      note: maybe(sentence),
      sources: sources(known),
    })
    .map(({ drug, dose, ...fields }) =>
      buildSystemic({
        ...fields,
        drugs: [{ drug: null, name: drug, started: [], ended: null, dose }],
      }),
    )
}

function local(known: Known) {
  return fc
    .record({
      modality: fc.constantFrom('surgery' as const, 'radiotherapy' as const, 'woundCare' as const),
      what: fc.array(fc.record({ text: sentence, source: fc.constant(null) }), {
        minLength: 1,
        maxLength: 2,
      }),
      field: maybe(word),
      started: when(known.anchors),
      result: maybe(sentence),
      sources: sources(known),
    })
    .map(fields => buildLocal(fields))
}

function imaging(known: Known) {
  return fc
    .record({
      modality: word,
      region: maybe(word),
      when: when(known.anchors),
      findings: maybe(sentence),
      measures: few(size),
      note: maybe(sentence),
      sources: sources(known),
    })
    .map(fields => buildImaging(fields))
}

function assessment(known: Known) {
  return fc
    .record({
      type: fc.constantFrom('response' as const, 'ecog' as const, 'clinical' as const),
      value: maybe(fc.constantFrom('PD', '1', 'stable')),
      text: maybe(sentence),
      when: when(known.anchors),
      sources: sources(known),
    })
    .map(fields => buildAssessment({ ...fields, scale: null }))
}

function conflict(known: Known, label: string): fc.Arbitrary<Conflict> {
  const source =
    known.documents.length === 0
      ? fc.constant(null)
      : maybe(fc.record({ document: fc.constantFrom(...known.documents), locator: maybe(word) }))
  const settlement = fc.record({
    holds: fc.constantFrom(0, 1, null),
    reason: sentence,
    by: name,
    at: fc.constant('2025-03-04T05:06:07.000Z'),
  })
  return fc
    .record({
      title: fc.constantFrom('PR in A', 'side of the lesion', '日付'),
      statements: fc.array(fc.record({ short: word, text: sentence, source }), {
        minLength: 2,
        maxLength: 3,
      }),
      about:
        known.anchors.length === 0
          ? fc.constant<Conflict['about']>([])
          : few(
              fc.record({
                entry: fc.constantFrom(...known.anchors),
                facet: fc.constantFrom('when', 'name', 'size', null),
              }),
            ),
      settlement: maybe(settlement),
    })
    .map(fields => buildConflict({ ...fields, label }))
}

const stated = few(fc.record({ text: sentence, source: fc.constant(null) })).map(items => ({
  missing: null,
  items,
}))
const context = fc
  .record({
    question: maybe(sentence),
    comorbidities: stated,
    medicines: stated,
    menopausal: stated,
    wishes: stated,
  })
  .map(fields => buildContext(fields))

const documentBody = fc
  .record({
    title: fc.constantFrom('Clinic letter', 'Βιοψία 7', '病理报告'),
    citation: maybe(sentence),
  })
  .map(fields => buildDocument(fields))

export type CaseSizes = Readonly<{
  sites: number
  specimens: number
  others: number
  lesions?: number
}>

/**
 * Plausible cases: names of every script and length, dates of every precision, missing things of every kind, conflicts
 * open and settled. Everything in them is invented. `sizes` are the most of each kind.
 */
export function caseArbitrary(
  sizes: CaseSizes = { sites: 6, specimens: 4, others: 3, lesions: 2 },
): fc.Arbitrary<Case> {
  const counts = fc.record({
    documents: fc.nat({ max: 2 }),
    sites: fc.nat({ max: sizes.sites }),
    specimens: fc.nat({ max: sizes.specimens }),
    others: fc.nat({ max: sizes.others }),
    lesions: fc.nat({ max: sizes.lesions ?? 0 }),
  })
  return counts.chain(({ documents, sites, specimens, others, lesions }) => {
    let n = 0
    const ids = (count: number): EntryId[] => Array.from({ length: count }, () => entryId(++n))
    const documentIds = ids(documents)
    const siteIds = ids(sites)
    const specimenIds = ids(specimens)
    const lesionIds = ids(lesions)
    const knownBefore = (i: number): Known => ({
      anchors: siteIds.slice(0, i),
      documents: documentIds,
    })
    const known: Known = { anchors: [...siteIds, ...specimenIds], documents: documentIds }
    const bodies: fc.Arbitrary<Entry['body']>[] = [
      ...documentIds.map(() => documentBody),
      ...siteIds.map((_, i) => site(knownBefore(i), i === 0)),
      ...specimenIds.map((_, i) =>
        specimen(knownBefore(sites), siteIds, String.fromCharCode(65 + i)),
      ),
      ...lesionIds.map((_, i) => lesion(knownBefore(sites), siteIds, `L${i + 1}`)),
      ...lesionIds.flatMap(() => [skinNote(known, lesionIds), skinNote(known, lesionIds)]),
      ...(lesions === 0 ? [] : [electrochemotherapy(known, lesionIds)]),
      ...Array.from({ length: others }, () => [
        systemic(known),
        local(known),
        imaging(known),
        assessment(known),
      ]).flat(),
      ...Array.from({ length: others }, (_, i) => conflict(known, `X${i + 1}`)),
      context,
    ]
    return fc.tuple(detailsArbitrary, fc.tuple(...bodies)).map(([details, made]) =>
      buildCase(
        made.map((body, i) => buildEntry(i + 1, body)),
        buildPatient({ details }),
      ),
    )
  })
}
