import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistances } from '../../../shared/codes/editDistance.ts'
import { foldCompact, foldWords } from '../../../shared/codes/fold.ts'

describe('counting slips of typing', () => {
  test.each([
    ['tamoxifen', 'tamoxifen', 0],
    ['tamoxfen', 'tamoxifen', 1],
    ['tamoxyifen', 'tamoxifen', 1],
    ['tamoxefen', 'tamoxifen', 1],
    ['cyotxan', 'cytoxan', 1],
    ['anastrozolum', 'anastrozole', 2],
    ['', 'abc', 3],
  ])('%s is %s with %i slips', (typed, word, slips) => {
    expect(editDistances(typed, word, 3).whole).toBe(slips)
  })

  test('compares with the nearest beginning of the word too', () => {
    expect(editDistances('trustuz', 'trastuzumab', 3)).toEqual({ whole: 4, prefix: 1 })
  })

  test('stops past the limit', () => {
    expect(editDistances('tamoxifen', 'docetaxel', 2)).toEqual({ whole: 3, prefix: 3 })
  })

  test('is the same in both directions, whatever the limit leaves', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, fc.nat({ max: 8 }), (a, b, limit) => {
        const full = editDistances(a, b, 8).whole
        expect(editDistances(b, a, 8).whole).toBe(full)
        expect(editDistances(a, b, limit).whole).toBe(Math.min(full, limit + 1))
      }),
    )
  })
})

describe('folding a name', () => {
  test('takes case, accents and punctuation away and keeps other scripts', () => {
    expect(foldWords('Taxotère 5-FU (Straße)')).toEqual(['taxotere', '5', 'fu', 'strasse'])
    expect(foldCompact('По-рт')).toBe('порт')
    expect(foldCompact('Łódź Ø')).toBe('lodzo')
    expect(foldCompact('乳癌')).toBe('乳癌')
    expect(foldWords('— / ·')).toEqual([])
  })
})
