import { describe, expect, it } from 'vitest'
import type { MarkerResult } from '../../../shared/case/specimen.ts'
import { callsUnderEachRule } from '../../../shared/receptors/callsUnderEachRule.ts'
import { callIn, compareSpecimens, compareWithEarlier } from '../../../shared/receptors/compare.ts'
import { CUTOFFS } from '../../../shared/receptors/cutoffId.ts'
import {
  above,
  missing,
  percents,
  publishedSpecimens,
  quantity,
  result,
  specimen,
} from './builders.ts'

const published = publishedSpecimens()
const [A, , C, , E] = published
const withReceptors = [0, 2, 3, 4]

describe('the published case comes out as CLINICAL 1.8 says', () => {
  it.each([
    ['ER', '>=1', ['positive', 'positive', 'positive', 'low positive']],
    ['ER', '>=10', ['positive', 'positive', 'positive', 'positive']],
    ['ER', '>10', ['positive', 'positive', 'positive', 'negative']],
    ['PR', '>=1', ['positive', 'positive', 'positive', 'negative']],
    ['PR', '>=10', ['negative', 'undecidable (90 or 9)', 'positive', 'negative']],
    ['PR', '>10', ['negative', 'undecidable (90 or 9)', 'positive', 'negative']],
    ['HER2', '>=1', ['negative', 'negative', 'negative', 'not reported']],
    ['HER2', '>=10', ['negative', 'negative', 'negative', 'not reported']],
    ['HER2', '>10', ['negative', 'negative', 'negative', 'not reported']],
  ] as const)('%s calls at %s', (marker, cutoff, expected) => {
    expect(
      withReceptors.map(at => {
        const of = published[at]
        return of && callIn(of, marker, cutoff).text
      }),
    ).toEqual(expected)
  })

  it.each([
    ['ER', '>=1', ['unchanged', 'unchanged', 'positive → low positive (category)']],
    ['ER', '>=10', ['unchanged', 'unchanged', 'unchanged']],
    ['ER', '>10', ['unchanged', 'unchanged', 'positive → negative (conversion)']],
    ['PR', '>=1', ['unchanged', 'unchanged', 'positive → negative (conversion)']],
    ['PR', '>=10', ['undecidable', 'undecidable', 'positive → negative (conversion)']],
    ['PR', '>10', ['undecidable', 'undecidable', 'positive → negative (conversion)']],
    ['HER2', '>=1', ['unchanged', 'unchanged', 'notEvaluable']],
    ['Ki-67', '>=1', ['notEvaluable', 'notEvaluable', 'notEvaluable']],
  ] as const)('%s changes at %s, A to C, C to D, D to E', (marker, cutoff, expected) => {
    const outcomes = withReceptors.slice(1).map(at => {
      const compared = compareWithEarlier(published, at, marker, cutoff)
      const change = compared?.callChange
      return change ? `${change.from} → ${change.to} (${change.kind})` : compared?.outcome
    })
    expect(outcomes).toEqual(expected)
  })

  it.each([
    ['ER', ['up from 80\u2009%', 'down from 90\u2009%', 'down from 80\u2009%']],
    [
      'PR',
      [
        'up from 3 | 5\u2009%',
        'down from 90\u2009%, or up from 9\u2009%: undecidable',
        'down from 50\u2009%',
      ],
    ],
    ['HER2', ['the same as negative', 'the same as negative', null]],
    ['Ki-67', ['up from 10\u2009%', 'up from 40\u2009%', 'down from 50\u2009%']],
  ] as const)('%s values move as printed, whatever the call', (marker, expected) => {
    const texts = withReceptors
      .slice(1)
      .map(at => compareWithEarlier(published, at, marker, '>=1')?.valueText)
    expect(texts).toEqual(expected)
  })

  it('HER2 of E is not evaluable because E lacks it, and never a flag', () => {
    const compared = compareWithEarlier(published, 4, 'HER2', '>=1')
    expect(compared).toMatchObject({
      from: { label: 'D' },
      callChange: null,
      valueChanged: null,
      laterValue: 'not reported',
      notEvaluable: 'not reported in E',
    })
  })

  it('C is compared with A: B has no value', () => {
    expect(compareWithEarlier(published, 2, 'PR', '>=1')?.from?.label).toBe('A')
  })

  it('the first specimen has nothing to be compared with', () => {
    expect(compareWithEarlier(published, 0, 'ER', '>=1')).toMatchObject({
      outcome: 'first',
      from: null,
      callChange: null,
    })
  })

  it('names the calls that turn on the rule under each choice, others left out', () => {
    expect(callsUnderEachRule(published, 'ER', '>=1').map(({ text }) => text)).toEqual([
      'E low positive',
      'E positive',
      'E negative',
    ])
    expect(callsUnderEachRule(published, 'PR', '>=1').map(({ text }) => text)).toEqual([
      'A, C positive',
      'A negative, C undecidable',
      'A negative, C undecidable',
    ])
    expect(callsUnderEachRule(published, 'PR', '>10').map(({ text }) => text)).toEqual([
      'A, C positive',
      '',
      'A negative, C undecidable',
    ])
    expect(callsUnderEachRule(published, 'HER2', '>=1').every(({ text }) => text === '')).toBe(true)
  })
})

describe('the direction of a conversion depends on the specimen and the rule (X17)', () => {
  it.each([
    ['A', '>=1', 'conversion'],
    ['A', '>10', 'unchanged'],
    ['C', '>=1', 'conversion'],
    ['C', '>10', 'undecidable'],
  ] as const)('PR of %s against E at %s: %s', (label, cutoff, expected) => {
    const compared = compareSpecimens(label === 'A' ? A : C, E, 'PR', cutoff)
    expect(compared.callChange?.kind ?? compared.outcome).toBe(expected)
    if (compared.callChange) expect(compared.callChange.direction).toBe('loss')
  })

  it('and on the reading that a person found to hold', () => {
    const compare = (reading: number) => {
      const [, , settled, , last] = publishedSpecimens(new Map([['PR', reading]]))
      return compareSpecimens(settled, last, 'PR', '>10')
    }
    expect(compare(0).callChange?.kind).toBe('conversion')
    expect(compare(1)).toMatchObject({ outcome: 'unchanged', callChange: null })
  })

  it('a settled reading decides the direction of the value, too', () => {
    const [, , settled, D] = publishedSpecimens(new Map([['PR', 1]]))
    expect(compareSpecimens(settled, D, 'PR', '>=1')).toMatchObject({
      direction: 'up',
      valueText: 'up from 9\u2009%',
      earlierValue: '90\u2009% | 9\u2009%',
    })
  })
})

describe('comparing two specimens', () => {
  const pair = (earlier: MarkerResult, later: MarkerResult, marker = 'ER') =>
    compareSpecimens(specimen('X', [earlier]), specimen('Y', [later]), marker, '>=1')

  it.each([
    ['gain', percents('ER', 0), percents('ER', 50), 'gain'],
    ['loss of a low positive', percents('ER', 5), percents('ER', 0), 'loss'],
    ['loss from a band', result('ER', { percent: quantity(10, 19) }), percents('ER', 0), 'loss'],
  ] as const)('%s is a conversion', (_name, earlier, later, direction) => {
    expect(pair(earlier, later).callChange).toMatchObject({ kind: 'conversion', direction })
  })

  it('a shift within one call is a shift of the value alone', () => {
    expect(pair(percents('ER', 80), percents('ER', 40))).toMatchObject({
      outcome: 'unchanged',
      callChange: null,
      valueChanged: true,
      direction: 'down',
    })
  })

  it('an unchanged value is no change', () => {
    expect(pair(percents('ER', 80), percents('ER', 80))).toMatchObject({
      direction: 'same',
      valueChanged: false,
    })
  })

  it('values whose ranges overlap leave the direction open', () => {
    const compared = pair(result('ER', { percent: above(60) }), percents('ER', 80))
    expect(compared).toMatchObject({
      direction: 'both',
      valueChanged: null,
      valueText: 'up, down or the same from >60\u2009%: undecidable',
    })
  })

  it('a value that conflicts on the later side leaves the direction open', () => {
    expect(pair(percents('ER', 50), percents('ER', 90, 9)).valueText).toBe(
      'down from 50\u2009%, or up from 50\u2009%: undecidable',
    )
  })

  it('a percentage and a bare word move only as far as the call does', () => {
    const words = result('ER', { interpretation: 'positive' })
    expect(pair(percents('ER', 80), words)).toMatchObject({
      outcome: 'unchanged',
      direction: null,
      valueChanged: null,
    })
  })

  it.each(['notDone', 'pending', 'unknown', 'notAssessable'] as const)(
    '%s on either side is not evaluable',
    kind => {
      const known = percents('ER', 80)
      for (const compared of [pair(missing('ER', kind), known), pair(known, missing('ER', kind))]) {
        expect(compared).toMatchObject({ outcome: 'notEvaluable', callChange: null })
      }
    },
  )

  it('HER2 moves by its score; becoming equivocal is no conversion', () => {
    const ihc = (low: '1+' | '2+' | '3+') => result('HER2', { ihc: { low, high: null } })
    expect(pair(ihc('1+'), ihc('2+'), 'HER2')).toMatchObject({
      direction: 'up',
      valueText: 'up from IHC 1+',
      callChange: { kind: 'category', from: 'negative', to: 'equivocal' },
    })
    expect(pair(ihc('1+'), ihc('3+'), 'HER2').callChange?.kind).toBe('conversion')
  })

  it('uses the same rule on both sides', () => {
    const compare = (cutoff: (typeof CUTOFFS)[number]) =>
      compareSpecimens(
        specimen('X', [percents('PR', 10)]),
        specimen('Y', [percents('PR', 5)]),
        'PR',
        cutoff,
      )
    expect(CUTOFFS.map(cutoff => compare(cutoff).callChange?.kind ?? 'none')).toEqual([
      'none',
      'conversion',
      'none',
    ])
    expect(CUTOFFS.map(cutoff => compare(cutoff).rule)).toEqual([...CUTOFFS])
  })
})
