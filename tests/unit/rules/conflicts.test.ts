import { describe, expect, it } from 'vitest'
import type { SizeReading } from '../../../shared/case/common.ts'
import {
  conflictsOf,
  labelsAbout,
  settledReadingOf,
  settledReadings,
} from '../../../shared/rules/conflicts.ts'
import { buildId, ish, percents, quantity, result } from '../receptors/builders.ts'
import {
  at,
  buildCase,
  buildConflict,
  buildContext,
  buildLocal,
  buildSite,
  buildSpecimen,
  dated,
  stated,
} from './builders.ts'

const FIRST = buildId(1)
const PR = result(
  'PR',
  { percent: quantity(3), verbatim: 'PR (3%)', source: at('text') },
  { percent: quantity(5), source: at('Figure 3c') },
)
const specimenA = buildSpecimen({ results: [PR] })
const settlement = {
  holds: 1,
  reason: 'the slide was read again',
  by: 'Dr Example',
  at: '2026-01-02T10:00:00Z',
}

function size(diameters: number[], given: Partial<SizeReading> = {}): SizeReading {
  return {
    diameters,
    unit: 'mm',
    approximate: false,
    method: 'MRI',
    when: [],
    verbatim: null,
    source: null,
    ...given,
  }
}

describe('readings of one result that differ', () => {
  it('are a conflict, with every statement and its source', () => {
    expect(conflictsOf(buildCase([specimenA]))).toEqual([
      {
        origin: 'automatic',
        entry: null,
        label: 'R1',
        title: 'PR in A',
        about: [{ entry: FIRST, facet: 'PR' }],
        statements: [
          { short: '3\u2009%', text: 'PR (3%)', source: at('text') },
          { short: '5\u2009%', text: '5\u2009%', source: at('Figure 3c') },
        ],
        settlement: null,
        note: null,
      },
    ])
  })

  it.each([
    ['a band and a number', result('ER', { percent: quantity(10, 19) }, { percent: quantity(10) })],
    ['a comparator', result('ER', { percent: quantity(10) }, { percent: quantity(10, null, '<') })],
    [
      'a score',
      result('HER2', { ihc: { low: '1+', high: null } }, { ihc: { low: '2+', high: null } }),
    ],
    [
      'an interpretation',
      result('ER', { interpretation: 'positive' }, { interpretation: 'negative' }),
    ],
    ['an Allred total', result('ER', { allred: 5 }, { allred: 7 })],
  ])('differ by %s', (_name, differing) => {
    expect(conflictsOf(buildCase([buildSpecimen({ results: [differing] })]))).toHaveLength(1)
  })

  it.each([
    ['the same value twice', percents('ER', 80, 80)],
    [
      'a value and a word about it',
      result('ER', { percent: quantity(80) }, { interpretation: 'positive' }),
    ],
    [
      'an IHC score and an ISH result from two reports',
      result(
        'HER2',
        { ihc: { low: '2+', high: null }, interpretation: 'equivocal' },
        {
          ish: ish({ result: 'notAmplified' }),
          interpretation: 'negative',
        },
      ),
    ],
    [
      'an ISH that one report awaits and another gives',
      result(
        'HER2',
        {
          ihc: { low: '2+', high: null },
          ish: ish({ missing: 'pending' }),
        },
        {
          ish: ish({ result: 'amplified' }),
        },
      ),
    ],
  ])('are not %s', (_name, agreeing) => {
    expect(conflictsOf(buildCase([buildSpecimen({ results: [agreeing] })]))).toEqual([])
  })
})

describe('a recorded conflict', () => {
  it('stands for the differing readings that it is about', () => {
    const recorded = buildConflict({ about: [{ entry: FIRST, facet: 'PR' }] })
    expect(conflictsOf(buildCase([specimenA, recorded])).map(c => [c.origin, c.label])).toEqual([
      ['recorded', 'X1'],
    ])
  })

  it('about another part of the entry, or the entry as a whole, does not', () => {
    for (const facet of ['ER', null]) {
      const recorded = buildConflict({ about: [{ entry: FIRST, facet }] })
      expect(conflictsOf(buildCase([specimenA, recorded]))).toHaveLength(2)
    }
  })

  it('stays in the list when it is settled, with reason, person and time', () => {
    const recorded = buildConflict({ about: [{ entry: FIRST, facet: 'PR' }], settlement })
    expect(conflictsOf(buildCase([specimenA, recorded]))[0]).toMatchObject({
      settlement,
      statements: [{ short: '3 %' }, { short: '5 %' }],
    })
  })

  it('never shares its label with one that was found', () => {
    const recorded = buildConflict({ label: 'R1' })
    expect(conflictsOf(buildCase([specimenA, recorded])).map(c => c.label)).toEqual(['R1', 'R2'])
  })

  it('does not rename the others that were found', () => {
    const both = buildSpecimen({ results: [PR, percents('ER', 80, 8)] })
    const recorded = buildConflict({ about: [{ entry: FIRST, facet: 'PR' }] })
    const labelOf = (bodies: Parameters<typeof buildCase>[0]) =>
      conflictsOf(buildCase(bodies)).find(c => c.title === 'ER in A')?.label
    expect(labelOf([both])).toBe('R2')
    expect(labelOf([both, recorded])).toBe('R2')
  })
})

describe('the reading that a settled conflict found to hold', () => {
  const about = [{ entry: FIRST, facet: 'PR' }]
  const settledBy = (given: Parameters<typeof buildConflict>[0]) =>
    settledReadingOf(
      conflictsOf(buildCase([specimenA, buildConflict({ about, ...given })])),
      FIRST,
      PR,
    )

  it('is found by its value, not by its place in the list', () => {
    expect(settledBy({ settlement })).toBe(1)
    const { statements } = buildConflict()
    expect(settledBy({ settlement, statements: [...statements].reverse() })).toBe(0)
  })
  it('is found by its own words', () => {
    const statements = [
      { short: 'text', text: 'PR (3%)', source: null },
      { short: 'figure', text: 'PR in the figure', source: null },
    ]
    expect(settledBy({ statements, settlement: { ...settlement, holds: 0 } })).toBe(0)
    expect(settledBy({ statements, settlement })).toBeNull()
  })
  it('is none while the conflict is open, or when both or none hold', () => {
    expect(settledBy({})).toBeNull()
    expect(settledBy({ settlement: { ...settlement, holds: null } })).toBeNull()
  })
  it('is none when two settlements name different readings', () => {
    const conflicts = conflictsOf(
      buildCase([
        specimenA,
        buildConflict({ about, settlement }),
        buildConflict({ label: 'X2', about, settlement: { ...settlement, holds: 0 } }),
      ]),
    )
    expect(settledReadingOf(conflicts, FIRST, PR)).toBeNull()
  })
  it('does not depend on a settled conflict about something else', () => {
    const elsewhere = [
      { short: 'positive → negative', text: 'the discussion', source: null },
      { short: 'already negative', text: 'by the rule', source: null },
    ]
    const conflicts = conflictsOf(
      buildCase([
        specimenA,
        buildConflict({ about, settlement }),
        buildConflict({ label: 'X17', about, statements: elsewhere, settlement }),
      ]),
    )
    expect(settledReadingOf(conflicts, FIRST, PR)).toBe(1)
  })
  it('is found again by the statements that the difference itself gave', () => {
    const called = result(
      'PR',
      { percent: quantity(3), interpretation: 'positive' },
      { percent: quantity(5), interpretation: 'positive' },
    )
    const specimen = buildSpecimen({ results: [called] })
    const [found] = conflictsOf(buildCase([specimen]))
    expect(found?.statements[1]?.short).toBe('5\u2009%, positive')
    const written = buildConflict({ about, statements: [...(found?.statements ?? [])], settlement })
    expect(settledReadingOf(conflictsOf(buildCase([specimen, written])), FIRST, called)).toBe(1)
  })
  it('comes for all results of a specimen by marker', () => {
    const conflicts = conflictsOf(buildCase([specimenA, buildConflict({ about, settlement })]))
    expect(settledReadings(conflicts, FIRST, [PR, percents('ER', 80)])).toEqual(
      new Map([['PR', 1]]),
    )
  })
})

describe('statements of one question that differ', () => {
  const two = (a: string, b: string) => [
    { text: a, source: at('text') },
    { text: b, source: at('Figure 5') },
  ]
  it('are a conflict for invasion, histology, the reported subtype and what was done', () => {
    const conflicts = conflictsOf(
      buildCase([
        buildSpecimen({
          label: 'C',
          invasion: two('absent', 'present'),
          histology: two('ductal', 'lobular'),
          reportedSubtype: two('Luminal A', 'Luminal B'),
        }),
        buildLocal({ what: two('radical mastectomy', 'modified radical resection') }),
      ]),
    )
    expect(conflicts.map(c => [c.title, c.about[0]?.facet])).toEqual([
      ['histology of C', 'histology'],
      ['invasion in C', 'invasion'],
      ['subtype of C', 'reportedSubtype'],
      ['operation', 'what'],
    ])
  })
  it('are none when they differ in spaces and case alone, or stand in one place', () => {
    const samePlace = [
      { text: 'no nerve invasion', source: at('text') },
      { text: 'no vascular invasion', source: at('text') },
    ]
    const spaces = two('IDC, NST', 'idc,  nst')
    const bodies = [buildSpecimen({ invasion: samePlace, histology: spaces })]
    expect(conflictsOf(buildCase(bodies))).toEqual([])
  })
  it('are none in lists that hold several things', () => {
    const site = buildSite({ symptoms: two('painless', 'itching') })
    const context = buildContext({ comorbidities: stated('hypertension', 'asthma') })
    expect(conflictsOf(buildCase([site, context]))).toEqual([])
  })
})

describe('sizes', () => {
  const found = (...sizes: SizeReading[]) => conflictsOf(buildCase([buildSite({ sizes })]))

  it('by one method at one time that differ are a conflict', () => {
    expect(found(size([13]), size([15], { method: 'mri' }))[0]).toMatchObject({
      about: [{ entry: FIRST, facet: 'size' }],
      statements: [{ short: '13 mm' }, { short: '15 mm' }],
    })
  })
  it('by several methods are kept apart and are none', () => {
    expect(found(size([10.9, 5.4], { method: 'ultrasound' }), size([13]))).toEqual([])
  })
  it('at several times are a series and none', () => {
    expect(
      found(size([13], { when: dated('2022-05') }), size([15], { when: dated('2022-08') })),
    ).toEqual([])
  })
  it('in two units or another order may be the same', () => {
    expect(found(size([2.4, 2.7], { unit: 'cm' }), size([27, 24]))).toEqual([])
  })
  it('of several lesions are none', () => {
    const site = buildSite({ lesions: quantity(3), sizes: [size([13]), size([15])] })
    expect(conflictsOf(buildCase([site]))).toEqual([])
  })
})

describe('labels about an entry', () => {
  const conflicts = conflictsOf(
    buildCase([
      specimenA,
      buildConflict({ about: [{ entry: FIRST, facet: 'PR' }] }),
      buildConflict({ label: 'X8', about: [{ entry: FIRST, facet: null }] }),
      buildConflict({ label: 'X9', about: [{ entry: buildId(77), facet: 'PR' }] }),
    ]),
  )
  it('are those of its parts and of the whole', () => {
    expect(labelsAbout(conflicts, FIRST)).toEqual(['X1', 'X8'])
  })
  it('are only those of the part that is asked for', () => {
    expect(labelsAbout(conflicts, FIRST, 'PR')).toEqual(['X1'])
    expect(labelsAbout(conflicts, FIRST, 'ER')).toEqual([])
  })
})

describe('dates of one event', () => {
  const both = (a: string, b: string) => [...dated(a), ...dated(b)]

  it('that cannot both be true are a conflict, in the precision in which each was stated', () => {
    const specimen = buildSpecimen({ collected: both('2022-05-03', '2022-06') })
    const [found] = conflictsOf(buildCase([specimen]))
    expect(found).toMatchObject({
      origin: 'automatic',
      title: 'date of A',
      about: [{ entry: FIRST, facet: 'when' }],
      settlement: null,
    })
    expect(found?.statements.map(({ short }) => short)).toEqual(['03-May-2022', 'Jun-2022'])
  })

  it('are none where one is within the other, or is only about right', () => {
    const within = buildSite({ firstSeen: both('2022-05', '2022-05-03') })
    const [first, second] = both('2022-05', '2022-06')
    const about = buildSite({
      firstSeen: [first, second].flatMap(s =>
        s === undefined ? [] : [{ ...s, approximate: true }],
      ),
    })
    expect(conflictsOf(buildCase([within, about]))).toEqual([])
  })

  it('are counted after the readings, whose conflicts keep their numbers', () => {
    const site = buildSite({ firstSeen: both('2021', '2022') })
    const labels = conflictsOf(buildCase([site, specimenA])).map(({ label, title }) => [
      label,
      title,
    ])
    expect(labels).toEqual([
      ['R1', 'PR in A'],
      ['R2', 'date first seen'],
    ])
  })

  it('are not counted again where a person has recorded their conflict', () => {
    const site = buildSite({ firstSeen: both('2021', '2022') })
    const recorded = buildConflict({ about: [{ entry: FIRST, facet: 'when' }] })
    expect(conflictsOf(buildCase([site, recorded])).map(({ origin }) => origin)).toEqual([
      'recorded',
    ])
  })
})
