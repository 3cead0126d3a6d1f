import { describe, expect, it } from 'vitest'
import type { MarkerResult } from '../../../shared/case/specimen.ts'
import { CUTOFFS } from '../../../shared/receptors/cutoffId.ts'
import { surrogateSubtype } from '../../../shared/receptors/subtype.ts'
import { MISSING } from '../../../shared/values/missing.ts'
import {
  about,
  above,
  below,
  missing,
  percents,
  publishedSpecimens,
  quantity,
  result,
  specimen,
} from './builders.ts'

const her2 = (interpretation: 'positive' | 'negative') => result('HER2', { interpretation })
const classify = (...results: MarkerResult[]) => surrogateSubtype(specimen('X', results), '>=1')

describe('the published case', () => {
  it('is classified as CLINICAL 1.8 says, with the criterion that fired', () => {
    const [A, , C, D, E] = publishedSpecimens()
    const brief = [A, C, D, E].map(of => {
      const { label, detail, criteria, conditional } = surrogateSubtype(of, '>=1')
      return { label, detail, criteria, conditional }
    })
    expect(brief).toEqual([
      {
        label: 'Luminal B-like',
        detail: 'HER2−, PR < 20\u2009%',
        criteria: ['PR < 20\u2009% (3 | 5\u2009%)'],
        conditional: [],
      },
      {
        label: 'Luminal B-like',
        detail: 'HER2−, Ki-67 40\u2009%',
        criteria: ['Ki-67 ≥ 20\u2009% (40\u2009%)'],
        conditional: ['PR < 20\u2009% if 9\u2009%'],
      },
      {
        label: 'Luminal B-like',
        detail: 'HER2−, Ki-67 50\u2009%',
        criteria: ['Ki-67 ≥ 20\u2009% (50\u2009%)'],
        conditional: [],
      },
      { label: 'not classifiable', detail: 'HER2 not reported', criteria: [], conditional: [] },
    ])
  })

  it('is never triple negative, under any rule', () => {
    const labels = CUTOFFS.flatMap(cutoff =>
      publishedSpecimens().map(of => surrogateSubtype(of, cutoff).label),
    )
    expect(labels.join()).not.toMatch(/triple/i)
  })

  it('says that it is a surrogate and by which rule ER and PR were read', () => {
    const [, , C] = publishedSpecimens()
    expect(surrogateSubtype(C, '>10')).toMatchObject({
      remark: 'surrogate, not assay',
      scheme: 'St Gallen 2013',
      rule: '> 10\u2009% (Wu 2024)',
      evidence: null,
    })
  })
})

describe('ER positive, HER2 negative', () => {
  const luminal = (pr: MarkerResult | null, ki67: MarkerResult | null) =>
    classify(percents('ER', 80), her2('negative'), ...[pr, ki67].filter(one => one !== null))

  it.each([
    ['PR 20, Ki-67 19', percents('PR', 20), percents('Ki-67', 19), 'luminalALike'],
    ['PR 19, Ki-67 19', percents('PR', 19), percents('Ki-67', 19), 'luminalBLikeHer2Negative'],
    ['PR 20, Ki-67 20', percents('PR', 20), percents('Ki-67', 20), 'luminalBLikeHer2Negative'],
    [
      'PR 20, Ki-67 <20',
      percents('PR', 20),
      result('Ki-67', { percent: below(20) }),
      'luminalALike',
    ],
    ['PR >20, Ki-67 5', result('PR', { percent: above(20) }), percents('Ki-67', 5), 'luminalALike'],
    [
      'PR <20, Ki-67 5',
      result('PR', { percent: below(20) }),
      percents('Ki-67', 5),
      'luminalBLikeHer2Negative',
    ],
    [
      'PR 50, Ki-67 20-29',
      percents('PR', 50),
      result('Ki-67', { percent: quantity(20, 29) }),
      'luminalBLikeHer2Negative',
    ],
    [
      'PR 50, Ki-67 10-30',
      percents('PR', 50),
      result('Ki-67', { percent: quantity(10, 30) }),
      'undecided',
    ],
    ['PR 50, Ki-67 <30', percents('PR', 50), result('Ki-67', { percent: below(30) }), 'undecided'],
    ['PR 50, Ki-67 ~20', percents('PR', 50), result('Ki-67', { percent: about(20) }), 'undecided'],
    ['PR 50, Ki-67 15 | 25', percents('PR', 50), percents('Ki-67', 15, 25), 'undecided'],
    [
      'PR 5, Ki-67 10-30',
      percents('PR', 5),
      result('Ki-67', { percent: quantity(10, 30) }),
      'luminalBLikeHer2Negative',
    ],
    ['PR missing, Ki-67 10', null, percents('Ki-67', 10), 'undecided'],
    ['PR missing, Ki-67 40', null, percents('Ki-67', 40), 'undecided'],
    ['PR 50, Ki-67 missing', percents('PR', 50), null, 'undecided'],
    ['PR missing, Ki-67 missing', null, null, 'undecided'],
    [
      'PR negative without %',
      result('PR', { interpretation: 'negative' }),
      percents('Ki-67', 5),
      'luminalBLikeHer2Negative',
    ],
    [
      'PR positive without %',
      result('PR', { interpretation: 'positive' }),
      percents('Ki-67', 5),
      'undecided',
    ],
  ] as const)('%s', (_name, pr, ki67, kind) => {
    expect(luminal(pr, ki67).kind).toBe(kind)
  })

  it('says what keeps it undecided', () => {
    expect(luminal(percents('PR', 50), null)).toMatchObject({
      label: 'Luminal A-like or B-like',
      detail: 'HER2−, Ki-67 not recorded',
    })
    const band = result('Ki-67', { percent: quantity(10, 30) })
    expect(luminal(percents('PR', 50), band).detail).toBe(
      'HER2−, Ki-67 10–30\u2009%: on both sides of 20\u2009%',
    )
  })

  it('names every criterion that fired', () => {
    expect(luminal(percents('PR', 5), percents('Ki-67', 40)).detail).toBe(
      'HER2−, Ki-67 40\u2009%, PR < 20\u2009%',
    )
  })

  it('a settled reading decides', () => {
    const of = (PR: number) =>
      surrogateSubtype(
        specimen(
          'X',
          [percents('ER', 80), her2('negative'), percents('PR', 90, 9), percents('Ki-67', 5)],
          new Map([['PR', PR]]),
        ),
        '>=1',
      ).kind
    expect([of(0), of(1)]).toEqual(['luminalALike', 'luminalBLikeHer2Negative'])
  })
})

describe('other rows', () => {
  const er0 = percents('ER', 0)
  const pr0 = percents('PR', 0)
  it('ER+ HER2+ is Luminal B-like, with the definition said to be unverified', () => {
    expect(classify(percents('ER', 80), her2('positive'))).toMatchObject({
      kind: 'luminalBLikeHer2Positive',
      detail: 'ER+, HER2+',
      evidence: 'definition unverified',
    })
  })
  it('ER− PR− HER2+ is non-luminal, with the definition said to be unverified', () => {
    expect(classify(er0, pr0, her2('positive'))).toMatchObject({
      kind: 'her2PositiveNonLuminal',
      evidence: 'definition unverified',
    })
  })
  it('ER− PR− HER2− is triple negative only when all three are there', () => {
    expect(classify(er0, pr0, her2('negative'))).toMatchObject({
      kind: 'tripleNegative',
      evidence: expect.stringContaining('unverified for St Gallen 2013'),
    })
  })
  it.each(MISSING)('a receptor that is %s never makes a triple negative', kind => {
    const all = [er0, pr0, her2('negative')]
    for (const gone of all) {
      const results = all.map(one => (one === gone ? missing(one.marker, kind) : one))
      const without = all.filter(one => one !== gone)
      expect(classify(...results).kind).toBe('notClassifiable')
      expect(classify(...without).kind).toBe('notClassifiable')
    }
  })
  it('ER− PR+ has no row', () => {
    expect(classify(er0, percents('PR', 50), her2('negative')).kind).toBe('notClassifiable')
  })
  it.each([
    ['ER', [percents('ER', 0, 80), pr0, her2('negative')]],
    ['PR', [er0, percents('PR', 0, 80), her2('negative')]],
    ['HER2', [er0, pr0, result('HER2', { ihc: { low: '2+', high: null } })]],
  ])('an open %s leaves it undecided', (_marker, results) => {
    expect(classify(...results).kind).toBe('undecided')
  })
  it('a low positive ER counts as positive', () => {
    expect(classify(percents('ER', 5), percents('PR', 5), her2('negative')).kind).toBe(
      'luminalBLikeHer2Negative',
    )
  })
})
