import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatNhsNumber,
  nhsNumberDigits,
  nhsNumberProblem,
} from '../../../shared/patient/nhsNumber.ts'

describe('an NHS number', () => {
  test('has the check digit of the data dictionary', () => {
    // 9x10 + 4x9 + 3x8 + 4x7 + 7x6 + 6x5 + 5x4 + 9x3 + 1x2 = 299; 299 = 27 x 11 + 2; 11 - 2 = 9
    expect(nhsNumberProblem('9434765919')).toBeNull()
    expect(nhsNumberProblem('9434765918')).toContain('check digit')
  })

  test('whose remainder is 0 ends in 0', () => {
    // 1x10 + 0x9 + 0x8 + 0x7 + 0x6 + 0x5 + 0x4 + 0x3 + 6x2 = 22; 22 = 2 x 11; 11 - 0 = 11, read as 0
    expect(nhsNumberProblem('1000000060')).toBeNull()
  })

  test('whose check would be 10 does not exist', () => {
    // 1x10 + 1x2 = 12; 12 = 11 + 1; 11 - 1 = 10
    for (let last = 0; last <= 9; last += 1)
      expect(nhsNumberProblem(`100000001${last}`)).toContain('check digit')
  })

  test('has exactly ten digits', () => {
    for (const text of ['943476591', '94347659190', '943476591x', '', '９４３４７６５９１９'])
      expect(nhsNumberProblem(text)).toBe('an NHS number has exactly 10 digits')
  })

  test('may be typed with spaces and dashes, and is shown 3-3-4', () => {
    for (const text of ['943 476 5919', '943-476-5919', ' 9434765919 ', '943\u00a0476\u20135919'])
      expect(formatNhsNumber(text)).toBe('943 476 5919')
    expect(formatNhsNumber('unknown')).toBe('unknown')
  })

  test('with any one digit mistyped, or two unequal neighbours swapped, is not one', () => {
    const digits = fc.stringMatching(/^[0-9]{9}$/).chain(nine => {
      const valid = Array.from({ length: 10 }, (_, last) => `${nine}${last}`).filter(
        text => nhsNumberProblem(text) === null,
      )
      return fc.constantFrom(...(valid.length === 0 ? ['9434765919'] : valid))
    })
    fc.assert(
      fc.property(digits, fc.nat(9), fc.integer({ min: 1, max: 9 }), (text, at, add) => {
        const wrong = String((Number(text[at]) + add) % 10)
        expect(nhsNumberProblem(text.slice(0, at) + wrong + text.slice(at + 1))).not.toBeNull()
        const [a, b] = [text[at], text[at + 1]]
        if (b === undefined || a === b) return
        expect(nhsNumberProblem(`${text.slice(0, at)}${b}${a}${text.slice(at + 2)}`)).not.toBeNull()
      }),
    )
  })

  test('keeps its digits, whatever is typed between them', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{10}$/), text => {
        expect(nhsNumberDigits([...text].join(' '))).toBe(text)
      }),
    )
  })
})
