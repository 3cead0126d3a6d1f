import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MarkerReading } from '../../../shared/case/specimen.ts'
import { MARKER_REFUSAL_TEXT, MARKER_REFUSALS } from '../../../shared/values/markerWords.ts'
import type { Missing } from '../../../shared/values/missing.ts'
import { parseIhc } from '../../../shared/values/parseIhc.ts'
import { isUnderstood, parseMarkerText } from '../../../shared/values/parseMarkerText.ts'
import type { Comparator, Quantity } from '../../../shared/values/quantity.ts'
import { ish } from '../receptors/builders.ts'

function quantity(
  comparator: Comparator,
  low: number,
  high: number | null = null,
  unit: string | null = '%',
): Quantity {
  return { comparator, low, high, unit, verbatim: null }
}

/** What was read besides the words, which are always kept. */
function read(marker: string, text: string): Partial<MarkerReading> | string {
  const parsed = parseMarkerText(marker, text)
  if (!parsed.ok) return parsed.error
  if (parsed.value.kind === 'missing') {
    expect(parsed.value.verbatim).toBe(text)
    return parsed.value.missing
  }
  const { verbatim, ...fields } = MarkerReading.parse(parsed.value.reading)
  expect(verbatim).toBe(text)
  const known = Object.entries(fields).filter(([, value]) => value !== null)
  expect(isUnderstood(parsed.value.reading)).toBe(known.length > 0)
  return Object.fromEntries(known)
}

describe('a HER2 immunohistochemistry score', () => {
  test.each([
    ['0', '0', null],
    ['0+', '0+', null],
    ['1', '1+', null],
    ['1+', '1+', null],
    ['2+', '2+', null],
    ['3+', '3+', null],
    ['+++', '3+', null],
    ['IHC 2+', '2+', null],
    ['0-1+', '0', '1+'],
    ['1-2+', '1+', '2+'],
    ['1+–2+', '1+', '2+'],
    ['1+ to 2+', '1+', '2+'],
    ['2 (CN 4.8)', '2+', null],
    ['1+ (outside 3+)', '1+', null],
    ['2+-2+', '2+', null],
  ])('is one score or a range: %s', (text, low, high) => {
    expect(parseIhc(text)).toEqual({ low, high })
  })

  test.each(['', '4+', '20', '2+-1+', 'negative', '2+ ISH amplified', '-', 'x'.repeat(9999)])(
    'is not guessed from anything else: %s',
    text => {
      expect(parseIhc(text)).toBeNull()
    },
  )
})

describe('a typed receptor result', () => {
  test.each<[string, string, Partial<MarkerReading>]>([
    ['ER', '80 %', { percent: quantity('=', 80) }],
    ['ER', '80', { percent: quantity('=', 80) }],
    ['ER', 'ER 80%', { percent: quantity('=', 80) }],
    ['ER', '0', { percent: quantity('=', 0) }],
    ['ER', '<1', { percent: quantity('<', 1) }],
    ['ER', '0.5', { percent: quantity('=', 0.5) }],
    ['ER', '1', { percent: quantity('=', 1) }],
    ['ER', '11', { percent: quantity('=', 11) }],
    ['ER', '>60', { percent: quantity('>', 60) }],
    ['ER', '30–60', { percent: quantity('=', 30, 60) }],
    ['ER', '<10%', { percent: quantity('<', 10) }],
    ['ER', '10-19%', { percent: quantity('=', 10, 19) }],
    ['ER', '2,5 %', { percent: quantity('=', 2.5) }],
    ['Ki-67', '20-29 %', { percent: quantity('=', 20, 29) }],
    ['Ki-67', 'Ki-67: about 40 %', { percent: quantity('~', 40) }],
    ['AR', '90%', { percent: quantity('=', 90) }],
    ['ER', '80% strong', { percent: quantity('=', 80), intensity: 'strong' }],
    ['ER', '1 (weak intensity)', { percent: quantity('=', 1), intensity: 'weak' }],
    ['ER', '80% of tumour cells, moderate', { percent: quantity('=', 80), intensity: 'moderate' }],
    ['ER', '80%, weak to moderate', { percent: quantity('=', 80) }],
    ['ER', 'Allred 7', { allred: 7 }],
    ['ER', 'Allred score 7/8', { allred: 7 }],
    ['ER', 'H-score 180', { hScore: 180 }],
    ['ER', 'negative', { interpretation: 'negative' }],
    ['PR', 'Positive', { interpretation: 'positive' }],
    ['ER', 'weakly positive', { intensity: 'weak', interpretation: 'positive' }],
    ['ER', 'low positive 5%', { interpretation: 'lowPositive', percent: quantity('=', 5) }],
    ['PR', 'negative (<1%)', { interpretation: 'negative', percent: quantity('<', 1) }],
    ['HER2', 'Negative (Outside Positive)', { interpretation: 'negative' }],
    ['HER2', '0', { ihc: { low: '0', high: null } }],
    ['HER2', '0+', { ihc: { low: '0+', high: null } }],
    ['HER2', 'HER2 3+', { ihc: { low: '3+', high: null } }],
    ['HER2', '0-1+', { ihc: { low: '0', high: '1+' } }],
    ['HER2', '1-2+', { ihc: { low: '1+', high: '2+' } }],
    ['HER2', '1+ (outside 3+)', { ihc: { low: '1+', high: null } }],
    ['HER2', '2 (CN 4.8)', { ihc: { low: '2+', high: null } }],
    [
      'HER2',
      '2+ ISH pending',
      { ihc: { low: '2+', high: null }, ish: ish({ missing: 'pending' }) },
    ],
    [
      'HER2',
      '2+, FISH to follow',
      { ihc: { low: '2+', high: null }, ish: ish({ missing: 'pending', method: 'FISH' }) },
    ],
    [
      'HER2',
      '2+ (awaiting FISH)',
      { ihc: { low: '2+', high: null }, ish: ish({ missing: 'pending', method: 'FISH' }) },
    ],
    [
      'HER2',
      '2+; ISH not done',
      { ihc: { low: '2+', high: null }, ish: ish({ missing: 'notDone' }) },
    ],
    [
      'HER2',
      '2+ ISH failed',
      { ihc: { low: '2+', high: null }, ish: ish({ missing: 'notAssessable' }) },
    ],
    ['HER2', '2+ ISH pending, ISH amplified', {}],
    ['HER2', 'equivocal (2+)', { ihc: { low: '2+', high: null }, interpretation: 'equivocal' }],
    ['HER2', 'HER2-low', { interpretation: 'low' }],
    ['HER2', 'ultralow', { interpretation: 'ultralow' }],
    [
      'HER2',
      '2+ ISH not amplified',
      { ihc: { low: '2+', high: null }, ish: ish({ result: 'notAmplified' }) },
    ],
    [
      'HER2',
      'IHC 2+/ISH-',
      { ihc: { low: '2+', high: null }, ish: ish({ result: 'notAmplified' }) },
    ],
    [
      'HER2',
      '2+, FISH negative (ratio 1.4, copy number 3.2)',
      {
        ihc: { low: '2+', high: null },
        ish: ish({
          result: 'notAmplified',
          method: 'FISH',
          ratio: quantity('=', 1.4, null, null),
          copyNumber: quantity('=', 3.2, null, null),
        }),
      },
    ],
    ['HER2', 'c-erbB2 3+', { ihc: { low: '3+', high: null } }],
    ['HER2', 'HER2/neu: negative', { interpretation: 'negative' }],
    ['HER2', 'positive by FISH', { ish: ish({ result: 'amplified', method: 'FISH' }) }],
    [
      'HER2',
      '2+, not amplified on CISH',
      { ihc: { low: '2+', high: null }, ish: ish({ result: 'notAmplified', method: 'CISH' }) },
    ],
    [
      'HER2',
      '2+, DDISH amplified',
      { ihc: { low: '2+', high: null }, ish: ish({ result: 'amplified', method: 'DDISH' }) },
    ],
    [
      'HER2',
      'FISH ratio 2.0, copies 3.9',
      {
        ish: ish({
          method: 'FISH',
          ratio: quantity('=', 2, null, null),
          copyNumber: quantity('=', 3.9, null, null),
        }),
      },
    ],
    ['Ki-67', 'MIB1 20%', { percent: quantity('=', 20) }],
    ['ER', 'ca. 60%', { percent: quantity('~', 60) }],
    [
      'ER',
      'oestrogen receptor positive in over 90 %',
      { interpretation: 'positive', percent: quantity('>', 90) },
    ],
    ['HER2', 'not amplified', { ish: ish({ result: 'notAmplified' }) }],
    ['HER2', 'ISH group 2', { ish: ish({ group: 2 }) }],
    ['PD-L1', 'CPS 10', { score: { name: 'CPS', value: quantity('=', 10, null, null) } }],
    ['PD-L1', 'TPS ≥50 %', { score: { name: 'TPS', value: quantity('>=', 50) } }],
  ])('keeps what was typed, and what it says: %s %s', (marker, text, expected) => {
    expect(read(marker, text)).toEqual(expected)
  })

  test.each<[string, Missing]>([
    ['not done', 'notDone'],
    ['Not done (decalcified)', 'notDone'],
    ['not performed', 'notDone'],
    ['pending', 'pending'],
    ['not reported', 'notReported'],
    ['not stated', 'notStated'],
    ['not recorded', 'notRecorded'],
    ['unknown', 'unknown'],
    ['not assessable', 'notAssessable'],
    ['Test Failure', 'notAssessable'],
    ['insufficient tissue', 'notAssessable'],
  ])('that is missing keeps its kind and its words: %s', (text, missing) => {
    expect(read('HER2', text)).toBe(missing)
  })

  test.each([
    ['ER', 'see note'],
    ['ER', 'not positive'],
    ['ER', 'no'],
    ['ER', '80 in stroma only'],
    ['ER', '90 or 9'],
    ['ER', '80% 90%'],
    ['ER', 'positive (negative)'],
    ['ER', '5/14'],
    ['ER', '1,000'],
    ['ER', 'low'],
    ['ER', '+'],
    ['HER2', '80'],
    ['HER2', '4+'],
    ['HER2', '2+ 3+'],
    ['HER2', 'negative by IHC, positive by FISH and negative by CISH'],
    ['HER2', 'not positive by FISH'],
    ['AR', '90'],
    ['ER', 'not done 2020'],
    ['ER', '\u202e80% positive'],
  ])('that is not understood stays in words, and nothing is guessed: %s %s', (marker, text) => {
    expect(read(marker, text)).toEqual({})
  })

  test.each([
    ['ER', '120 %', 'percentOutsideRange'],
    ['ER', '101', 'percentOutsideRange'],
    ['Ki-67', '90-110 %', 'percentOutsideRange'],
    ['ER', '-5%', 'percentOutsideRange'],
    ['HER2', '120%', 'percentOutsideRange'],
    ['ER', 'Allred 1', 'impossibleAllred'],
    ['ER', 'Allred 9', 'impossibleAllred'],
    ['ER', 'H-score 301', 'hScoreOutsideRange'],
    ['ER', ' ', 'empty'],
    ['ER', '8\n0', 'notOneLine'],
    ['ER', '8'.repeat(501), 'tooLong'],
  ])('that is impossible is refused: %s %s', (marker, text, refusal) => {
    expect(read(marker, text)).toBe(refusal)
  })

  test('has a sentence for every refusal', () => {
    expect(Object.keys(MARKER_REFUSAL_TEXT)).toEqual([...MARKER_REFUSALS])
  })

  test('never throws, never loses a word, and always fits the schema', () => {
    const pieces = fc.constantFrom(
      ...'80 % 2+ 0 - / ( ) , . < ISH FISH not amplified negative positive weak strong Allred 7'
        .split(' ')
        .concat('H-score', '180', 'ratio', '1.8', 'CPS', 'pending', ' ', 'to', 'low', '3', '(('),
    )
    const soup = fc
      .array(pieces, { maxLength: 9 })
      .chain(parts => fc.constantFrom(parts.join(' '), parts.join('')))
    const texts = fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 600 }))
    fc.assert(
      fc.property(
        // Also words that every object has a member of.
        fc.constantFrom('ER', 'HER2', 'Ki-67', 'PD-L1', 'AR (x', 'constructor', '__proto__'),
        texts,
        (marker, text) => {
          const parsed = parseMarkerText(marker, text)
          if (!parsed.ok) expect(MARKER_REFUSALS).toContain(parsed.error)
          else if (parsed.value.kind === 'missing') expect(parsed.value.verbatim).toBe(text)
          else expect(MarkerReading.parse(parsed.value.reading).verbatim).toBe(text)
        },
      ),
      { numRuns: 5000 },
    )
  })
})
