import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../shared/case/entry.ts'
import { brokenRules, countKinds, referrersOf } from '../../../shared/history/caseRules.ts'
import { describeAct, describeEntry } from '../../../shared/history/describeChange.ts'
import { referencesOf } from '../../../shared/history/references.ts'
import {
  buildAssessment,
  buildConflict,
  buildContext,
  buildDocument,
  buildEntry,
  buildImaging,
  buildLocal,
  buildReading,
  buildSite,
  buildSpecimen,
  buildSystemic,
  entryId,
  monthsAfter,
  on,
} from '../../support/builders.ts'

const from = (n: number) => ({ document: entryId(n), locator: null })

function broken(entries: readonly Entry[]): (readonly [string, string])[] {
  const touched = new Set(entries.map(entry => entry.id))
  return brokenRules(entries, touched).map(({ path, message }) => [path, message] as const)
}

describe('an entry names others', () => {
  test('wherever in it the name stands', () => {
    const specimen = buildSpecimen({
      site: entryId(1),
      collected: monthsAfter(entryId(2), 3),
      histology: [{ text: 'ductal', source: from(3) }],
      results: [
        {
          marker: 'ER',
          missing: null,
          missingAsReported: null,
          readings: [buildReading({ source: from(4) })],
        },
      ],
      sources: [from(5)],
    })
    expect(referencesOf(specimen)).toEqual([
      { to: entryId(1), kind: 'site', path: 'site' },
      { to: entryId(2), kind: null, path: 'collected[0].anchor.entry' },
      { to: entryId(3), kind: 'document', path: 'histology[0].source.document' },
      { to: entryId(4), kind: 'document', path: 'results[0].readings[0].source.document' },
      { to: entryId(5), kind: 'document', path: 'sources[0].document' },
    ])
  })

  test('as sites, as what a conflict is about, as the primary of a recurrence', () => {
    const about = [{ entry: entryId(1), facet: 'ER' }]
    expect(referencesOf(buildImaging({ sites: [entryId(1), entryId(2)] }))).toHaveLength(2)
    expect(referencesOf(buildLocal({ sites: [entryId(1)] }))).toHaveLength(1)
    expect(referencesOf(buildConflict({ about }))).toHaveLength(1)
    expect(referencesOf(buildSite({ recurrenceOf: entryId(1) }))).toHaveLength(1)
  })
})

describe('a case', () => {
  test('whose names all lead somewhere is sound', () => {
    expect(
      broken([
        buildEntry(1, buildSite()),
        buildEntry(2, buildSpecimen({ site: entryId(1), collected: monthsAfter(entryId(3), 2) })),
        buildEntry(3, buildLocal({ sites: [entryId(1)] })),
      ]),
    ).toEqual([])
  })

  test('names no site that is not there or is something else', () => {
    expect(broken([buildEntry(2, buildSpecimen({ site: entryId(1) }))])).toEqual([
      ['site', 'names no site of this case'],
    ])
    expect(
      broken([buildEntry(1, buildLocal()), buildEntry(2, buildSpecimen({ site: entryId(1) }))]),
    ).toEqual([['site', 'names no site of this case']])
  })

  test('has each label once, whatever its case', () => {
    const entries = [
      buildEntry(1, buildSpecimen({ label: 'A' })),
      buildEntry(2, buildSpecimen({ label: 'a ' })),
      buildEntry(3, buildConflict({ label: 'A' })),
    ]
    const message = 'another specimen of this case has this label'
    expect(broken(entries)).toEqual([
      ['label', message],
      ['label', message],
    ])
  })

  test('has one context', () => {
    expect(broken([buildEntry(1, buildContext()), buildEntry(2, buildContext())])).toHaveLength(2)
  })

  test('has no date that counts from itself, over however many others', () => {
    const a = buildEntry(1, buildImaging({ when: monthsAfter(entryId(2), 1) }))
    const b = buildEntry(2, buildSpecimen({ collected: monthsAfter(entryId(3), 1) }))
    const c = buildEntry(3, buildSite({ firstSeen: monthsAfter(entryId(1), 1) }))
    expect(broken([a, b, c]).map(([path]) => path)).toEqual(['when', 'collected', 'firstSeen'])
    expect(broken([buildEntry(1, buildImaging({ when: monthsAfter(entryId(1), 1) }))])).toEqual([
      ['when', 'the date would count from itself'],
    ])
  })

  test('may end a treatment so long after its own beginning', () => {
    const ended = { status: 'ended', when: monthsAfter(entryId(1), 6) } as const
    expect(broken([buildEntry(1, buildSystemic({ started: on('2022'), ended }))])).toEqual([])
  })

  test('tells who names an entry, by kind and count and not by their words', () => {
    const entries = [
      buildEntry(1, buildSite()),
      buildEntry(2, buildSpecimen({ label: 'A', site: entryId(1) })),
      buildEntry(3, buildSpecimen({ label: 'B', site: entryId(1) })),
      buildEntry(4, buildConflict({ about: [{ entry: entryId(1), facet: null }] })),
      buildEntry(5, buildAssessment()),
    ]
    const referrers = referrersOf(entries, new Set([entryId(1)]))
    expect(countKinds(referrers)).toBe('2 specimens and 1 conflict')
  })
})

describe('an act is called', () => {
  test('by what it did to what', () => {
    const specimen = buildSpecimen({ label: 'A' })
    expect(describeAct([{ action: 'create', body: specimen }])).toBe('add specimen A')
    expect(describeAct([{ action: 'update', body: buildSite() }])).toBe('change scalp site')
    expect(describeAct([{ action: 'remove', body: buildSystemic() }])).toBe('remove Testamycin')
    expect(describeAct([{ action: 'update', body: null }])).toBe('change patient details')
  })

  test('by its first change, with the number of the others', () => {
    const body = buildDocument()
    const changes = [body, body, body].map(each => ({ action: 'create', body: each }) as const)
    expect(describeAct(changes)).toBe('add source “Clinic letter” and 2 more')
  })

  test('with an end when it is long', () => {
    const body = buildDocument({ title: 'x'.repeat(400) })
    expect([...describeAct([{ action: 'create', body }])].length).toBeLessThan(70)
  })

  test('with a free text for a place that is on no list', () => {
    const site = buildSite({ bodySite: null, asReported: 'left temple' })
    expect(describeEntry(site)).toBe('left temple site')
    expect(describeEntry(buildSite({ bodySite: 'not on any list' }))).toBe('not on any list site')
  })
})
