import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MarkerReading } from '../../../shared/case/specimen.ts'
import { callOf, callUnderEachCutoff, her2Label } from '../../../shared/receptors/call.ts'
import { CUTOFFS } from '../../../shared/receptors/cutoffId.ts'
import { CUTOFF } from '../../../shared/receptors/cutoffs.ts'
import { allredSpan } from '../../../shared/receptors/percentSpan.ts'
import { MISSING, MISSING_LABEL } from '../../../shared/values/missing.ts'
import {
  about,
  above,
  below,
  ish,
  missing,
  percents,
  quantity,
  reading,
  result,
} from './builders.ts'

const texts = (marker: string, given: Partial<MarkerReading>) =>
  CUTOFFS.map(cutoff => callOf(result(marker, given), marker, cutoff).text)

describe('cut-offs', () => {
  it('are named with their source, and only ASCO/CAP has a low positive', () => {
    expect(CUTOFFS.map(id => CUTOFF[id].name)).toEqual([
      '≥ 1\u2009% (ASCO/CAP 2020)',
      '≥ 10\u2009% (used by trials, Hoefnagel 2010)',
      '> 10\u2009% (Wu 2024)',
    ])
    expect(CUTOFFS.map(id => CUTOFF[id].erLowPositiveUpTo)).toEqual([10, null, null])
  })
})

describe('ER by percentage, at ≥ 1 %, ≥ 10 %, > 10 %', () => {
  const undecided = (value: string) => `undecidable (${value}\u2009%)`
  it.each([
    ['0', quantity(0), ['negative', 'negative', 'negative']],
    ['<1', below(1), ['negative', 'negative', 'negative']],
    ['0.5', quantity(0.5), ['negative', 'negative', 'negative']],
    ['1', quantity(1), ['low positive', 'negative', 'negative']],
    ['5', quantity(5), ['low positive', 'negative', 'negative']],
    ['10', quantity(10), ['low positive', 'positive', 'negative']],
    ['11', quantity(11), ['positive', 'positive', 'positive']],
    ['>60', above(60), ['positive', 'positive', 'positive']],
    ['30-60', quantity(30, 60), ['positive', 'positive', 'positive']],
    ['<10', below(10), [undecided('<10'), 'negative', 'negative']],
    [
      '10-19',
      quantity(10, 19),
      ['positive or low positive (10–19\u2009%)', 'positive', undecided('10–19')],
    ],
    [
      '1-20',
      quantity(1, 20),
      ['positive or low positive (1–20\u2009%)', undecided('1–20'), undecided('1–20')],
    ],
    [
      '~10',
      about(10),
      ['positive or low positive (~10\u2009%)', undecided('~10'), undecided('~10')],
    ],
    ['~50', about(50), ['positive', 'positive', 'positive']],
    [
      '>=10',
      quantity(10, null, '>='),
      ['positive or low positive (≥\u200910\u2009%)', 'positive', undecided('≥\u200910')],
    ],
    [
      '<=10',
      quantity(10, null, '<='),
      [undecided('≤\u200910'), undecided('≤\u200910'), 'negative'],
    ],
    ['>1', above(1), ['positive or low positive (>1\u2009%)', undecided('>1'), undecided('>1')]],
  ])('%s', (_name, percent, expected) => {
    expect(texts('ER', { percent })).toEqual(expected)
  })

  it('keeps "1 (weak intensity)" a low positive on the boundary', () => {
    const given = {
      percent: quantity(1),
      intensity: 'weak',
      verbatim: '1 (weak intensity)',
    } as const
    const call = callOf(result('ER', given), 'ER', '>=1')
    expect(call).toMatchObject({ kind: 'lowPositive', flags: ['onBoundary'], rule: '>=1' })
  })

  it('calls nothing from a percentage that is none', () => {
    const call = callOf(percents('ER', 150), 'ER', '>=1')
    expect(call).toMatchObject({ kind: 'notEvaluable', why: { code: 'notAPercentage' } })
  })

  it('gives every percentage exactly one call under every rule, and one that never falls', () => {
    const rank = { negative: 0, lowPositive: 1, positive: 2 }
    const at = (value: number, cutoff: (typeof CUTOFFS)[number]) => {
      const { kind } = callOf(percents('ER', value), 'ER', cutoff)
      if (kind !== 'negative' && kind !== 'lowPositive' && kind !== 'positive')
        throw new Error(kind)
      return rank[kind]
    }
    const percentage = fc.double({ min: 0, max: 100, noNaN: true })
    fc.assert(
      fc.property(percentage, percentage, fc.constantFrom(...CUTOFFS), (a, b, cutoff) => {
        expect(at(Math.max(a, b), cutoff)).toBeGreaterThanOrEqual(at(Math.min(a, b), cutoff))
      }),
    )
  })

  it('leaves possible, for a band, the calls of its ends', () => {
    const whole = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(whole, whole, fc.constantFrom(...CUTOFFS), (a, b, cutoff) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const band = callOf(result('PR', { percent: quantity(low, high) }), 'PR', cutoff)
        const ends = [low, high].map(end => callOf(percents('PR', end), 'PR', cutoff).kind)
        expect(new Set(band.possible)).toEqual(new Set(ends))
      }),
    )
  })
})

describe('a value on a boundary', () => {
  it.each([1, 10])('%d %% is flagged under every rule', value => {
    for (const cutoff of CUTOFFS) {
      expect(callOf(percents('ER', value), 'ER', cutoff).flags).toContain('onBoundary')
    }
  })
  it.each([0, 0.5, 5, 11])('%d %% is not', value => {
    expect(callOf(percents('ER', value), 'ER', '>=1').flags).toEqual([])
  })
  it('comes with its calls under the other rules', () => {
    const calls = callUnderEachCutoff(percents('ER', 10), 'ER')
    expect(CUTOFFS.map(cutoff => calls[cutoff].kind)).toEqual([
      'lowPositive',
      'positive',
      'negative',
    ])
  })
})

describe('PR', () => {
  it('has no low positive', () => {
    expect(texts('PR', { percent: quantity(3) })).toEqual(['positive', 'negative', 'negative'])
  })
  it('reported negative without a percentage is negative as reported under every rule', () => {
    for (const cutoff of CUTOFFS) {
      expect(callOf(result('PR', { interpretation: 'negative' }), 'PR', cutoff)).toEqual({
        kind: 'negative',
        possible: ['negative'],
        why: { code: 'reported', inputs: ['negative'], missing: null },
        rule: 'asReported',
        flags: ['reportedOnly'],
        text: 'negative',
      })
    }
  })
})

describe('a report against its own percentage', () => {
  it.each([
    ['5 % positive', 5, 'positive', [[], ['contradictsReport'], ['contradictsReport']]],
    [
      '50 % negative',
      50,
      'negative',
      [['contradictsReport'], ['contradictsReport'], ['contradictsReport']],
    ],
    ['50 % low positive', 50, 'lowPositive', [['contradictsReport'], [], []]],
    ['5 % borderline', 5, 'borderline', [[], [], []]],
  ] as const)(
    '%s is flagged where the rule differs, and not corrected',
    (_name, value, interpretation, flags) => {
      const calls = CUTOFFS.map(cutoff =>
        callOf(result('ER', { percent: quantity(value), interpretation }), 'ER', cutoff),
      )
      expect(calls.map(call => call.flags)).toEqual(flags)
      const plain = CUTOFFS.map(cutoff => callOf(percents('ER', value), 'ER', cutoff).kind)
      expect(calls.map(call => call.kind)).toEqual(plain)
    },
  )
})

describe('several readings', () => {
  it('that agree in their call are that call', () => {
    expect(callOf(percents('PR', 3, 5), 'PR', '>=1')).toMatchObject({
      kind: 'positive',
      flags: [],
      text: 'positive',
    })
  })
  it('that disagree are undecidable, with both', () => {
    expect(callOf(percents('PR', 90, 9), 'PR', '>10')).toMatchObject({
      kind: 'undecidable',
      possible: ['positive', 'negative'],
      why: { code: 'readingsDisagree', inputs: ['90\u2009%', '9\u2009%'] },
      flags: ['readingsDisagree'],
      text: 'undecidable (90 or 9)',
    })
  })
  it('are called by the one that a person found to hold', () => {
    expect(callOf(percents('PR', 90, 9), 'PR', '>10', 0).kind).toBe('positive')
    expect(callOf(percents('PR', 90, 9), 'PR', '>10', 1).kind).toBe('negative')
  })
  it('keep their status where only the category differs', () => {
    expect(callOf(percents('ER', 80, 5), 'ER', '>=1').text).toBe(
      'positive or low positive (80 or 5)',
    )
  })
  it('are not decided by one that says nothing of the percentage', () => {
    const er = result('ER', { percent: quantity(80) }, { intensity: 'strong' })
    expect(callOf(er, 'ER', '>=1').kind).toBe('positive')
  })
})

describe('a result that is missing', () => {
  it.each(MISSING)('%s is not evaluable, in exactly that kind', kind => {
    expect(callOf(missing('ER', kind), 'ER', '>=1')).toMatchObject({
      kind: 'notEvaluable',
      possible: [],
      why: { code: 'missing', missing: kind },
      text: MISSING_LABEL[kind],
    })
  })
  it('is not recorded where there is no entry at all', () => {
    expect(callOf(null, 'HER2', '>=1').text).toBe('not recorded')
  })
  it('is not evaluable where only an intensity or an H-score was given', () => {
    expect(callOf(result('ER', { hScore: 100 }), 'ER', '>=1')).toMatchObject({
      kind: 'notEvaluable',
      text: 'no percentage',
    })
  })
})

describe('an Allred total without a percentage', () => {
  it.each([
    [0, ['negative', 'negative', 'negative']],
    [2, ['negative', 'negative', 'negative']],
    [3, ['undecidable (Allred 3)', 'undecidable (Allred 3)', 'negative']],
    [6, ['positive', 'positive', 'positive']],
    [8, ['positive', 'positive', 'positive']],
  ])('%d is called only where every proportion it can stand for agrees', (allred, expected) => {
    expect(texts('PR', { allred })).toEqual(expected)
  })
  it('leaves the call to the report where it is open', () => {
    const call = callOf(result('ER', { allred: 3, interpretation: 'positive' }), 'ER', '>=1')
    expect(call).toMatchObject({ kind: 'positive', flags: ['reportedOnly'] })
  })
  it('stands for the proportions that its intensity leaves', () => {
    expect(allredSpan(5)).toEqual({ low: 1, lowIn: true, high: 66, highIn: true })
    expect(allredSpan(7)).toEqual({ low: 33, lowIn: false, high: 100, highIn: true })
  })
})

describe('HER2', () => {
  const ihc = (low: '0' | '0+' | '1+' | '2+' | '3+', high: '1+' | '2+' | '3+' | null = null) => ({
    low,
    high,
  })
  const ratio = ish({ ratio: quantity(2.4) })

  it.each<[string, Partial<MarkerReading>, string, string[]]>([
    ['0', { ihc: ihc('0') }, 'negative', []],
    ['0+', { ihc: ihc('0+') }, 'negative', []],
    ['1+', { ihc: ihc('1+') }, 'negative', []],
    ['0–1+', { ihc: ihc('0', '1+') }, 'negative', []],
    ['2+', { ihc: ihc('2+') }, 'equivocal, ISH not recorded', []],
    ['2+ ISH amplified', { ihc: ihc('2+'), ish: ish({ result: 'amplified' }) }, 'positive', []],
    [
      '2+ ISH not amplified',
      { ihc: ihc('2+'), ish: ish({ result: 'notAmplified' }) },
      'negative',
      [],
    ],
    ['2+ ISH equivocal', { ihc: ihc('2+'), ish: ish({ result: 'equivocal' }) }, 'equivocal', []],
    [
      '2+ ISH pending',
      { ihc: ihc('2+'), ish: ish({ missing: 'pending' }) },
      'equivocal, ISH pending',
      [],
    ],
    [
      '2+ ISH not done',
      { ihc: ihc('2+'), ish: ish({ missing: 'notDone' }) },
      'equivocal, ISH not done',
      [],
    ],
    [
      '2+ ISH failed',
      { ihc: ihc('2+'), ish: ish({ missing: 'notAssessable' }) },
      'equivocal, ISH not assessable',
      [],
    ],
    ['3+ ISH pending', { ihc: ihc('3+'), ish: ish({ missing: 'pending' }) }, 'positive', []],
    ['ISH pending', { ish: ish({ missing: 'pending' }) }, 'not evaluable: ISH pending', []],
    ['2+ bare ratio', { ihc: ihc('2+'), ish: ratio }, 'equivocal, no reported ISH result', []],
    ['3+', { ihc: ihc('3+') }, 'positive', []],
    ['1–2+', { ihc: ihc('1+', '2+') }, 'undecidable (IHC 1+–2+)', ['bandSpansCutoff']],
    ['ISH amplified', { ish: ish({ result: 'amplified' }) }, 'positive', []],
    ['bare ratio', { ish: ratio }, 'not evaluable: no reported ISH result', []],
    ['as reported', { interpretation: 'negative' }, 'negative', ['reportedOnly']],
    ['reported low', { interpretation: 'low' }, 'negative (reported as low)', ['reportedOnly']],
    [
      '1+ called positive',
      { ihc: ihc('1+'), interpretation: 'positive' },
      'negative',
      ['contradictsReport'],
    ],
    [
      '2+ called negative',
      { ihc: ihc('2+'), interpretation: 'negative' },
      'equivocal, ISH not recorded',
      ['contradictsReport'],
    ],
    [
      '2+ ISH− called equivocal',
      { ihc: ihc('2+'), ish: ish({ result: 'notAmplified' }), interpretation: 'equivocal' },
      'negative',
      [],
    ],
    ['0 called low', { ihc: ihc('0'), interpretation: 'low' }, 'negative', ['contradictsReport']],
    ['1+ called low', { ihc: ihc('1+'), interpretation: 'low' }, 'negative', []],
    [
      '1+ against ISH',
      { ihc: ihc('1+'), ish: ish({ result: 'amplified' }) },
      'undecidable (IHC 1+, ISH amplified)',
      ['readingsDisagree'],
    ],
    [
      '1+ against ISH, reported',
      { ihc: ihc('1+'), ish: ish({ result: 'amplified' }), interpretation: 'positive' },
      'positive',
      ['reportedOnly'],
    ],
  ])('%s', (_name, given, text, flags) => {
    const call = callOf(result('HER2', given), 'HER2', '>=1')
    expect({ text: call.text, flags: call.flags }).toEqual({ text, flags })
  })

  it('does not depend on the cut-off for ER and PR', () => {
    const calls = callUnderEachCutoff(result('HER2', { ihc: ihc('2+') }), 'HER2')
    expect(calls['>10']).toEqual(calls['>=1'])
  })
  it('takes an IHC score and an ISH result from two reports as one result', () => {
    const two = result('HER2', { ihc: ihc('2+') }, { ish: ish({ result: 'amplified' }) })
    expect(callOf(two, 'HER2', '>=1')).toMatchObject({ kind: 'positive', flags: [] })
    expect(callOf(two, 'HER2', '>=1', 0).kind).toBe('positive')
  })
  it('is called by the ISH of a later report where an earlier one awaited it', () => {
    const two = result(
      'HER2',
      { ihc: ihc('2+'), ish: ish({ missing: 'pending' }) },
      { ish: ish({ result: 'amplified' }) },
    )
    expect(callOf(two, 'HER2', '>=1')).toMatchObject({ kind: 'positive', flags: [] })
    expect(callOf(two, 'HER2', '>=1', 0).kind).toBe('positive')
    expect(callOf(two, 'HER2', '>=1', 1).kind).toBe('positive')
  })
  it('with two scores is undecidable with both', () => {
    const two = result('HER2', { ihc: ihc('1+') }, { ihc: ihc('3+') })
    expect(callOf(two, 'HER2', '>=1').text).toBe('undecidable (IHC 1+ or IHC 3+)')
  })

  it.each<[string, Partial<MarkerReading>, string | null]>([
    ['1+', { ihc: ihc('1+') }, 'HER2-low'],
    ['2+ ISH not amplified', { ihc: ihc('2+'), ish: ish({ result: 'notAmplified' }) }, 'HER2-low'],
    ['0+', { ihc: ihc('0+') }, 'HER2-ultralow'],
    ['0', { ihc: ihc('0') }, null],
    ['2+ alone', { ihc: ihc('2+') }, null],
    ['2+ ISH equivocal', { ihc: ihc('2+'), ish: ish({ result: 'equivocal' }) }, null],
    ['3+', { ihc: ihc('3+') }, null],
    ['0–1+', { ihc: ihc('0', '1+') }, null],
    ['1+ ISH amplified', { ihc: ihc('1+'), ish: ish({ result: 'amplified' }) }, null],
    ['negative without a score', { interpretation: 'negative' }, null],
    ['low without a score', { interpretation: 'low' }, null],
  ])('%s gives the derived label it should, and leaves the call alone', (_name, given, label) => {
    const her2 = result('HER2', given)
    const derived = her2Label(her2)
    expect(derived?.label ?? null).toBe(label)
    if (derived) {
      expect(derived.remark).toContain('not a pathology result')
      expect(callOf(her2, 'HER2', '>=1').kind).toBe('negative')
    }
  })
  it('gets no derived label from readings that differ, or none', () => {
    expect(her2Label(result('HER2', { ihc: ihc('1+') }, { ihc: ihc('0') }))).toBeNull()
    expect(her2Label(missing('HER2', 'notReported'))).toBeNull()
  })
})

describe('other markers', () => {
  it('Ki-67 has no call', () => {
    expect(callOf(percents('Ki-67', 40), 'Ki-67', '>=1')).toMatchObject({
      kind: 'notEvaluable',
      why: { code: 'noRule' },
    })
  })
  it('are called only as their report calls them', () => {
    const gata3 = result('GATA3', { interpretation: 'positive' })
    expect(callOf(gata3, 'GATA3', '>=1')).toMatchObject({ kind: 'positive', rule: 'asReported' })
    expect(callOf(percents('GATA3', 90), 'GATA3', '>=1').kind).toBe('notEvaluable')
  })
})

it('a reading is not changed by being called', () => {
  const given = Object.freeze(reading({ percent: Object.freeze(quantity(10)) }))
  callOf({ marker: 'ER', missing: null, missingAsReported: null, readings: [given] }, 'ER', '>10')
  expect(given.interpretation).toBeNull()
})
