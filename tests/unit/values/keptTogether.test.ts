import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isKeptTogether, splitValues } from '../../../shared/values/keptTogether.ts'

/** What would stand on one line each. */
function kept(text: string): string[] {
  return splitValues(text).filter((_, at) => at % 2 === 1)
}

describe('a value stays with its sign', () => {
  test.each([
    ['PR 3 | 5 %, Ki-67 10 %', ['5 %,', '10 %']],
    ['ER 80\u2009% → 10\u202f%', ['80\u2009%', '10\u202f%']],
    ['positive from ≥ 1\u2009% of nuclei', ['≥ 1\u2009%']],
    ['ER 10 % not > 10 %', ['10 %', '> 10 %']],
    ['2.4 × 2.7 × 2.7 cm (MRI)', ['2.4 × 2.7 × 2.7 cm']],
    ['(10.9 × 5.4 mm)', ['(10.9 × 5.4 mm)']],
    ['32nd month (May-2022): first, 04-May-2022; 12', ['(May-2022):', '04-May-2022;']],
    ['50 Gy in 25 fractions', ['50 Gy']],
    ['CA 15-3 30 U/ml, CEA 3 ng/mL', ['30 U/ml,', '3 ng/mL']],
    ['dose 75 mg/m² every 3 weeks', ['75 mg/m²']],
    ['surgery ≈ 2019', ['≈ 2019']],
  ])('%s', (text, expected) => {
    expect(kept(text)).toEqual(expected)
  })

  test.each(['4 cycles', '14 nodes', 'A 3', '10 months', '2 lesions', '3 girls', 'T2 N0', 'X1 PR'])(
    'but a line may end within %s',
    text => {
      expect(kept(text)).toEqual([])
    },
  )

  test('whatever the text is, its parts are the text', () => {
    const piece = fc.constantFrom('5', '%', ' ', '\u2009', '×', 'cm', '≥', 'a', '|', '\n', '2.4')
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        const text = pieces.join('')
        expect(splitValues(text).join('')).toBe(text)
      }),
    )
  })

  test('of two words in turn, the same ones are kept together', () => {
    expect(isKeptTogether('5 ', '% ')).toBe(true)
    expect(isKeptTogether('≥ ', '10\u2009')).toBe(true)
    expect(isKeptTogether('2.4 ', '× ')).toBe(true)
    expect(isKeptTogether('× ', '2.7 ')).toBe(true)
    expect(isKeptTogether('5.4 ', 'mm')).toBe(true)
    expect(isKeptTogether('5 ', 'months')).toBe(false)
    expect(isKeptTogether('5 ', 'grade')).toBe(false)
    expect(isKeptTogether('Ki-67 ', '10 ')).toBe(false)
    expect(isKeptTogether('→ ', '10 ')).toBe(false)
  })
})
