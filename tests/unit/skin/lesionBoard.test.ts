import { describe, expect, test } from 'vitest'
import type { Board } from '../../../shared/board/board.ts'
import { boardOf } from '../../../shared/board/boardOf.ts'
import { detailGroups } from '../../../shared/board/details.ts'
import { linksOf } from '../../../shared/board/links.ts'
import type { Entry } from '../../../shared/case/entry.ts'
import { caseCounts } from '../../../shared/rules/caseCounts.ts'
import {
  buildCase,
  buildEntry,
  buildLocal,
  buildQuantity,
  buildReading,
  buildSite,
  buildSpecimen,
  entryId,
  on,
} from '../../support/builders.ts'
import { buildLesion, buildSkinNote, lesionSize } from '../../support/skinBuilders.ts'

const [LESION, SITE, SPECIMEN, MAY, JUNE, RADIOTHERAPY] = [1, 2, 3, 4, 5, 6].map(n => entryId(n))

const ER = {
  marker: 'ER',
  missing: null,
  missingAsReported: null,
  readings: [buildReading({ percent: buildQuantity({ low: 10 }) })],
}
const HER2 = {
  marker: 'HER2',
  missing: 'notReported',
  missingAsReported: null,
  readings: [],
} as const

const ENTRIES: readonly Entry[] = [
  buildEntry(1, buildLesion({ site: entryId(2) })),
  buildEntry(2, buildSite({ side: 'left' })),
  buildEntry(
    3,
    buildSpecimen({ label: 'E', lesion: entryId(1), results: [ER, { ...HER2, readings: [] }] }),
  ),
  buildEntry(
    4,
    buildSkinNote({
      when: on('2022-05-03'),
      author: 'Dr Testa',
      sizes: [lesionSize([12, 8])],
      presentations: ['firmNodules'],
      course: 'larger',
      signs: { growth: 'yes', newLesions: 'yes' },
    }),
  ),
  buildEntry(
    5,
    buildSkinNote({
      when: on('2022-06-07'),
      author: 'Dr Probe',
      sizes: [
        lesionSize([20, 15], { of: 'largest', elevation: buildQuantity({ low: 3, unit: 'mm' }) }),
      ],
      course: 'smaller',
      changes: ['softened'],
      signs: { growth: 'no' },
    }),
  ),
  buildEntry(
    6,
    buildLocal({
      modality: 'radiotherapy',
      what: [{ text: 'electrons', source: null }],
      started: on('2022-06'),
      skinLesions: [entryId(1)],
    }),
  ),
]

function boardFrom(entries: readonly Entry[]): Board {
  return boardOf(buildCase(entries), { cutoff: '>=1', today: '2026-11-22' })
}

function lesionOf(entries: readonly Entry[]) {
  const [lesion] = boardFrom(entries).lesions
  if (lesion === undefined) throw new Error('no lesion')
  return lesion
}

describe('a skin lesion on the board', () => {
  test('says each size with its date, and works no response out of them', () => {
    const lesion = lesionOf(ENTRIES)
    expect(lesion.sizes.text).toBe(
      '03-May-2022: 12 × 8 mm (ruler); 07-Jun-2022: 20 × 15 mm (ruler), elevation 3 mm, largest',
    )
    expect(lesion.sizePoints).toMatchObject([
      { note: MAY, diameters: [12, 8], elevation: null, of: null },
      { note: JUNE, diameters: [20, 15], elevation: 3, of: 'largest' },
    ])
    // The person says smaller while the numbers grew: both stand, neither overrules the other.
    expect(lesion.course.text).toBe('smaller, softened (07-Jun-2022, Dr Probe)')
  })

  test('draws sizes of any unit in millimetres', () => {
    const { measured } = lesionSize([1.2, 0.8])
    const sizes = [lesionSize([1], { measured: { ...measured, unit: 'cm' } })]
    const entries = [buildEntry(1, buildLesion()), buildEntry(2, buildSkinNote({ sizes }))]
    expect(lesionOf(entries).sizePoints).toMatchObject([{ diameters: [12, 8] }])
  })

  test('shows a reassessment sign until a later note denies it', () => {
    expect(lesionOf(ENTRIES).signs.map(({ text }) => text)).toEqual([
      'Appearance of new nodules, plaques, or patches (03-May-2022)',
    ])
  })

  test('is what its site and its specimens say, and nothing by itself', () => {
    expect(lesionOf(ENTRIES).what).toMatchObject({ text: 'site 1, confirmed', tone: 'reported' })
    const alone = lesionOf([buildEntry(1, buildLesion())])
    expect(alone.what).toMatchObject({ text: 'not linked to a site of disease', tone: 'missing' })
    expect(alone.certainty).toBeNull()
    const suspected = [
      buildEntry(1, buildLesion({ site: entryId(2) })),
      buildEntry(2, buildSite({ certainty: 'suspected' })),
    ]
    expect(lesionOf(suspected)).toMatchObject({ certainty: 'suspected' })
  })

  test('says what is not recorded as that', () => {
    const { sizes, course, context, noted } = lesionOf([buildEntry(1, buildLesion())])
    const said = [sizes, course, context, noted]
    expect(said.map(({ text }) => text)).toEqual([
      'size not recorded',
      'course not stated',
      'context not stated',
      'notes not recorded',
    ])
    expect(new Set(said.map(({ tone }) => tone))).toEqual(new Set(['missing']))
  })

  test('tells yes, no, not assessed and not recorded apart', () => {
    const findings = { bleeding: 'yes', odour: 'no', itch: 'notAssessed' } as const
    const { skinNotes } = boardFrom([
      buildEntry(1, buildLesion()),
      buildEntry(2, buildSkinNote({ findings })),
    ])
    const facts = skinNotes[0]?.groups.flatMap(group => group.facts) ?? []
    expect(facts.map(({ text, tone }) => [text, tone])).toEqual([
      ['Bleeding', 'reported'],
      ['none of: odour', 'reported'],
      ['not assessed: itch', 'missing'],
    ])
  })
})

describe('each link is made once and followed from both ends', () => {
  const board = boardFrom(ENTRIES)
  const linked = (entry: typeof LESION) =>
    entry === undefined ? [] : linksOf(board, entry).map(link => link.entry)
  const said = (entry: typeof LESION) =>
    entry === undefined
      ? []
      : detailGroups(board, entry).flatMap(({ facts }) => facts.map(({ text }) => text))

  test('from the lesion to its site, its biopsy with the receptors, its notes and its treatment', () => {
    expect(linked(LESION)).toEqual([SITE, SPECIMEN, MAY, JUNE, RADIOTHERAPY])
    expect(said(LESION)).toContain(
      'E, punch biopsy, 10-May-2022: ER 10 %, PR not recorded, HER2 not reported, Ki-67 not recorded',
    )
    expect(said(LESION)).toContain('electrons, Jun-2022')
    expect(said(LESION)).toContain('2 notes, the last 07-Jun-2022')
  })

  test('from the specimen, the site, a note and the treatment back to the lesion', () => {
    expect(linked(SPECIMEN)).toEqual([LESION])
    expect(linked(SITE)).toEqual([LESION])
    expect(linked(MAY)).toEqual([LESION])
    expect(linked(RADIOTHERAPY)).toEqual([LESION])
    expect(said(SPECIMEN)).toContain('from skin lesion L1, scalp')
    expect(said(SITE)).toContain('skin lesion L1')
    expect(said(RADIOTHERAPY)).toContain('skin lesion L1, scalp')
    expect(said(MAY)).toContain('Note on skin lesion L1')
  })
})

describe('what a meeting lacks of skin lesions', () => {
  const missing = (entries: readonly Entry[]) =>
    boardFrom(entries)
      .missing.filter(({ id }) => id === 'skinLesions')
      .map(({ fact, goTo }) => [fact.text, goTo.entry])

  test('is size and presentation, where a lesion is recorded', () => {
    expect(missing([])).toEqual([])
    expect(missing(ENTRIES)).toEqual([])
    expect(missing([buildEntry(1, buildLesion())])).toEqual([
      ['skin lesion size, presentation', null],
    ])
    const sized = [buildEntry(1, buildLesion()), buildEntry(2, buildSkinNote({ sizeWords: 'pea' }))]
    expect(missing(sized)).toEqual([['skin lesion presentation', entryId(2)]])
  })

  test('counts a culture that is pending among what is awaited', () => {
    const pending = [
      buildEntry(1, buildLesion()),
      buildEntry(2, buildSkinNote({ culture: 'pending' })),
    ]
    expect(caseCounts(buildCase(pending)).awaited).toBe(1)
    expect(caseCounts(buildCase(ENTRIES)).awaited).toBe(0)
  })
})
