import { describe, expect, it } from 'vitest'
import type { EntryBody } from '../../../shared/case/entry.ts'
import { missingForMeeting } from '../../../shared/rules/missing.ts'
import { MISSING } from '../../../shared/values/missing.ts'
import {
  buildId,
  ish,
  missing,
  percents,
  publishedSpecimens,
  quantity,
  result,
} from '../receptors/builders.ts'
import {
  buildAssessment,
  buildCase,
  buildContext,
  buildLocal,
  buildSite,
  buildSpecimen,
  buildSystemic,
  dated,
  stated,
} from './builders.ts'

const labels = (bodies: EntryBody[], details: Parameters<typeof buildCase>[1] = {}) =>
  missingForMeeting(buildCase(bodies, details)).map(item => item.label)

const primary = (stages: NonNullable<ReturnType<typeof buildSite>['primary']>['stages']) =>
  buildSite({
    role: 'primary',
    bodySite: 'breast',
    primary: { quadrant: null, histology: null, grade: null, stages },
  })

/** The published case, as far as the rules look. CLINICAL: CLINICAL 1. */
function publishedBodies(): EntryBody[] {
  return [
    buildContext({
      comorbidities: stated('hypertension level 2'),
      menopausal: stated('postmenopausal at chest-wall recurrence'),
      germline: { missing: 'notStated', items: [] },
    }),
    primary([]),
    buildSite({ role: 'localRecurrence', bodySite: 'chest-wall' }),
    buildSite({ bodySite: 'skin-scalp' }),
    buildSite({ bodySite: 'skull', certainty: 'suspected' }),
    ...publishedSpecimens().map(({ label, results }) =>
      buildSpecimen({
        label,
        procedure: label === 'B' ? 'frozenSection' : 'biopsyNotSpecified',
        results: [...results],
      }),
    ),
    buildLocal({ started: dated('2020') }),
    buildLocal({ modality: 'radiotherapy' }),
    buildSystemic('docetaxel', { setting: 'adjuvant' }),
    buildSystemic('capecitabine'),
    buildAssessment({ text: 'her illness had not worsened' }),
  ]
}

describe('the published case', () => {
  it('lacks exactly the fifteen items of its board, in their order', () => {
    expect(labels(publishedBodies())).toEqual([
      'question',
      'identifiers',
      'ECOG',
      'allergies',
      'germline',
      'TNM',
      'HER2 of E',
      'HER2 IHC score and ISH',
      'bone lesion type',
      'radiotherapy dose and field',
      'treatment dates',
      'response: method and date',
      'tumour markers',
      'key worker',
      'patient’s wishes',
    ])
  })

  it('names where each can be filled in', () => {
    const items = missingForMeeting(buildCase(publishedBodies()))
    const goTo = Object.fromEntries(items.map(item => [item.label, item.goTo]))
    expect(goTo['HER2 of E']).toEqual({
      kind: 'specimen',
      entry: buildId(10),
      field: 'results.HER2',
    })
    expect(goTo.question).toEqual({ kind: 'context', entry: buildId(1), field: 'question' })
    expect(goTo.identifiers).toEqual({ kind: 'patient', entry: null, field: 'identifiers' })
    expect(goTo.ECOG).toEqual({ kind: 'assessment', entry: null, field: 'ecog' })
    expect(new Set(items.map(item => item.id)).size).toBe(items.length)
  })
})

describe('a complete case', () => {
  const stage = {
    prefix: 'p',
    t: '2',
    n: '0',
    m: null,
    group: null,
    edition: null,
    source: null,
  } as const
  const complete: EntryBody[] = [
    buildContext({
      question: 'Next line of treatment?',
      comorbidities: stated('none'),
      allergies: { state: 'noneKnown', items: [] },
      menopausal: stated('postmenopausal'),
      germline: { missing: 'notDone', items: [] },
      keyWorker: stated('breast care nurse'),
      wishes: stated('wishes to stay at home'),
    }),
    primary([stage]),
    buildSite({ bodySite: 'skull', boneType: 'lytic' }),
    buildSpecimen({
      results: [
        percents('ER', 80),
        percents('PR', 80),
        result('HER2', { ihc: { low: '1+', high: null } }),
      ],
    }),
    buildLocal({
      modality: 'radiotherapy',
      dose: quantity(20),
      field: 'skull',
      started: dated('2024'),
    }),
    buildSystemic('capecitabine', {
      started: dated('2024'),
      ended: { status: 'ongoing', when: [] },
    }),
    buildAssessment({ scale: 'RECIST 1.1', value: 'SD', when: dated('2024-05') }),
    buildAssessment({ type: 'ecog', value: '1' }),
    buildAssessment({ type: 'tumourMarker', scale: 'CA 15-3', quantity: quantity(30) }),
  ]
  const known = { identifiers: [{ kind: 'hospital', label: 'Hospital No.', value: '1' }] } as const

  it('lacks nothing', () => {
    expect(labels(complete, { identifiers: [...known.identifiers] })).toEqual([])
  })

  it('lacks each thing that is taken out of it', () => {
    const without = (kind: EntryBody['kind'], change: (body: EntryBody) => EntryBody[]) =>
      labels(
        complete.flatMap(body => (body.kind === kind ? change(body) : [body])),
        { identifiers: [...known.identifiers] },
      )
    expect(without('assessment', () => [])).toEqual([
      'ECOG',
      'response: method and date',
      'tumour markers',
    ])
    expect(without('specimen', () => [])).toEqual(['receptors'])
    expect(
      without('systemic', body => (body.kind === 'systemic' ? [{ ...body, started: [] }] : [])),
    ).toEqual(['treatment dates'])
    expect(
      without('local', body => (body.kind === 'local' ? [{ ...body, field: null }] : [])),
    ).toEqual(['radiotherapy field'])
  })
})

describe('a new case', () => {
  it('lacks what every case needs, and not what would need a site or a treatment', () => {
    expect(labels([])).toEqual([
      'question',
      'identifiers',
      'ECOG',
      'comorbidities',
      'allergies',
      'menopausal state',
      'germline',
      'TNM',
      'receptors',
      'tumour markers',
      'key worker',
      'patient’s wishes',
    ])
  })
})

describe('kinds of absence', () => {
  it.each(MISSING)('germline and receptors that are %s', kind => {
    const bodies = [
      buildContext({ germline: { missing: kind, items: [] } }),
      buildSpecimen({ results: [percents('ER', 80), percents('PR', 80), missing('HER2', kind)] }),
    ]
    const answered = kind === 'notDone' || kind === 'notAssessable'
    expect(labels(bodies).includes('germline')).toBe(!answered)
    expect(labels(bodies).includes('HER2 of A')).toBe(!answered)
  })
  it('an ECOG that is unknown is still missing, and says so', () => {
    const [item] = missingForMeeting(
      buildCase([buildAssessment({ type: 'ecog', missing: 'unknown' })]),
    ).filter(({ id }) => id === 'ecog')
    expect(item?.detail).toBe('unknown')
  })
  it('an allergy record that could not be obtained is an answer', () => {
    const context = buildContext({ allergies: { state: 'unableToObtain', items: [] } })
    expect(labels([context])).not.toContain('allergies')
  })
})

describe('receptors', () => {
  const of = (...bodies: EntryBody[]) =>
    labels(bodies).filter(label => /ER|PR|HER2|receptors/.test(label))
  it('of a biopsy without any result are all asked for', () => {
    expect(of(buildSpecimen({ label: 'F' }))).toEqual(['ER, PR, HER2 of F'])
  })
  it('of nodes without a result are not', () => {
    const withResults = buildSpecimen({
      results: [
        percents('ER', 1),
        percents('PR', 1),
        result('HER2', { ihc: { low: '0', high: null } }),
      ],
    })
    expect(of(withResults, buildSpecimen({ label: 'B', procedure: 'sentinelNode' }))).toEqual([])
  })
  it('HER2 2+ asks for its ISH by specimen', () => {
    const specimen = buildSpecimen({
      results: [
        percents('ER', 1),
        percents('PR', 1),
        result('HER2', { ihc: { low: '2+', high: null } }),
      ],
    })
    expect(of(specimen)).toEqual(['HER2 ISH of A'])
  })
  it('an ISH that is pending is still missing, and says so', () => {
    const specimen = buildSpecimen({
      results: [
        result('HER2', { ihc: { low: '2+', high: null }, ish: ish({ missing: 'pending' }) }),
      ],
    })
    expect(of(specimen)).toContain('HER2 ISH of A (pending)')
  })
})

describe('treatment dates', () => {
  const dates = (given: Parameters<typeof buildSystemic>[1]) =>
    missingForMeeting(buildCase([buildSystemic('capecitabine', given)])).find(
      ({ id }) => id === 'treatmentDates',
    )?.detail ?? null
  const ended = { status: 'ended', when: [] } as const
  it.each([
    ['nothing', {}, 'capecitabine: start; capecitabine: end'],
    ['a start', { started: dated('2024') }, 'capecitabine: end'],
    ['a start and a duration', { started: dated('2024'), ended, duration: quantity(8) }, null],
    [
      'a start that is said to be unknown',
      {
        started: [
          { kind: 'missing', missing: 'unknown', approximate: false, verbatim: null, source: null },
        ],
        ended: { status: 'ongoing', when: [] },
      },
      'capecitabine: start',
    ],
  ] as const)('with %s', (_name, given, detail) => {
    expect(dates(structuredClone(given) as Parameters<typeof buildSystemic>[1])).toBe(detail)
  })
})

describe('response', () => {
  const response = (...given: Parameters<typeof buildAssessment>[0][]) =>
    labels([buildSystemic('capecitabine'), ...given.map(g => buildAssessment(g))]).find(label =>
      label.startsWith('response'),
    ) ?? null
  it.each([
    [[], 'response: method and date'],
    [[{ scale: 'RECIST 1.1', value: 'SD' }], 'response: date'],
    [[{ value: 'SD', when: dated('2024') }], 'response: method'],
    [[{ scale: 'RECIST 1.1', when: dated('2024') }], null],
    [[{ scale: 'RECIST 1.1' }, { when: dated('2024') }], 'response: method and date together'],
  ])('%#', (given, expected) => {
    expect(response(...given)).toBe(expected)
  })
  it('is not asked for after adjuvant treatment alone', () => {
    expect(labels([buildSystemic('tamoxifen', { setting: 'adjuvant' })]).join()).not.toContain(
      'response',
    )
  })
})
