import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatQuantity } from '../../../shared/values/formatQuantity.ts'
import { parseQuantity } from '../../../shared/values/parseQuantity.ts'
import { COMPARATORS, type Comparator, Quantity } from '../../../shared/values/quantity.ts'
import { QUANTITY_REFUSAL_TEXT, QUANTITY_REFUSALS } from '../../../shared/values/quantityRefusal.ts'

function quantity(
  comparator: Comparator,
  low: number,
  high: number | null,
  unit: string | null,
  verbatim: string | null = null,
): Quantity {
  return { comparator, low, high, unit, verbatim }
}

describe('a typed number', () => {
  test.each<[string, Comparator, number, number | null, string | null]>([
    ['>60', '>', 60, null, null],
    ['<5', '<', 5, null, null],
    ['< 10 %', '<', 10, null, '%'],
    ['≥ 10 %', '>=', 10, null, '%'],
    ['>=10', '>=', 10, null, null],
    ['<=1', '<=', 1, null, null],
    ['at least 10', '>=', 10, null, null],
    ['less than 1 %', '<', 1, null, '%'],
    ['10 or more', '>=', 10, null, null],
    ['30-60', '=', 30, 60, null],
    ['30–60 %', '=', 30, 60, '%'],
    ['30 % - 60 %', '=', 30, 60, '%'],
    ['20-29 %', '=', 20, 29, '%'],
    ['between 30 and 60 %', '=', 30, 60, '%'],
    ['~13 mm', '~', 13, null, 'mm'],
    ['about 13', '~', 13, null, null],
    ['~10-20 %', '~', 10, 20, '%'],
    ['80', '=', 80, null, null],
    ['80%', '=', 80, null, '%'],
    ['80 percent', '=', 80, null, '%'],
    ['0.5', '=', 0.5, null, null],
    ['.5', '=', 0.5, null, null],
    ['2,5', '=', 2.5, null, null],
    ['0,125', '=', 0.125, null, null],
    ['4 cycles', '=', 4, null, 'cycles'],
    ['50 Gy', '=', 50, null, 'Gy'],
    ['six rounds', '=', 6, null, 'rounds'],
    ['two to three weeks', '=', 2, 3, 'weeks'],
    ['Eight months', '=', 8, null, 'months'],
    ['1 (weak intensity)', '=', 1, null, null],
    ['-5', '=', -5, null, null],
  ])('keeps comparator, band and unit, and every word of it: %s', (typed, ...expected) => {
    const [comparator, low, high, unit] = expected
    expect(parseQuantity(typed)).toEqual({
      ok: true,
      value: quantity(comparator, low, high, unit, typed),
    })
  })

  test('takes the unit of the field only where none is typed', () => {
    expect(parseQuantity('80', { unit: '%' })).toMatchObject({ value: { unit: '%' } })
    expect(parseQuantity('8 weeks', { unit: 'months' })).toMatchObject({ value: { unit: 'weeks' } })
    expect(parseQuantity('3 sittings', { unit: 'sittings' })).toMatchObject({
      value: { unit: 'sittings' },
    })
  })

  test.each([
    ['', 'empty'],
    [' ', 'empty'],
    ['abc', 'notANumber'],
    ['many', 'notANumber'],
    ['(weak)', 'notANumber'],
    ['NaN', 'notANumber'],
    ['Infinity', 'notANumber'],
    ['1,000', 'ambiguousComma'],
    ['60-30', 'reversed'],
    ['>30-60', 'boundedBand'],
    ['5/14', 'unknownUnit'],
    ['5 of 14', 'unknownUnit'],
    ['10+', 'unknownUnit'],
    ['1e5', 'unknownUnit'],
    ['80 strong', 'unknownUnit'],
    ['8\n0', 'notOneLine'],
    ['8'.repeat(501), 'tooLong'],
  ])('is refused with its reason when it is none: %j', (typed, refusal) => {
    expect(parseQuantity(typed)).toEqual({ ok: false, error: refusal })
  })

  test('has a sentence for every refusal', () => {
    expect(Object.keys(QUANTITY_REFUSAL_TEXT)).toEqual([...QUANTITY_REFUSALS])
  })
})

describe('a quantity on the board', () => {
  test.each([
    [quantity('>', 60, null, '%'), '>60\u2009%'],
    [quantity('>=', 10, null, '%'), '≥\u200910\u2009%'],
    [quantity('<', 5, null, null), '<5'],
    [quantity('<=', 1, null, null), '≤\u20091'],
    [quantity('=', 30, 60, '%'), '30–60\u2009%'],
    [quantity('~', 13, null, 'mm'), '~13 mm'],
    [quantity('=', 4, null, 'cycles', '4 cycles'), '4 cycles'],
    [quantity('=', 0.5, null, '%', '0,5'), '0.5\u2009%'],
    [quantity('=', -5, -3, null), '−5 to −3'],
  ])('reads as it was reported', (given, text) => {
    expect(formatQuantity(given)).toBe(text)
  })

  test('shows the words where they say more than the number', () => {
    expect(formatQuantity(quantity('=', 6, null, 'rounds', 'six rounds'))).toBe('six rounds')
    expect(formatQuantity(quantity('=', 6, null, 'fractions', 'six'))).toBe('six fractions')
    expect(formatQuantity(quantity('=', 1, null, '%', '1 (weak intensity)'))).toBe(
      '1\u2009% (weak intensity)',
    )
    expect(formatQuantity(quantity('=', 8, null, 'months', 'for eight months'))).toBe(
      '8 months (“for eight months”)',
    )
  })

  test('shows both when the words and the number do not agree', () => {
    expect(formatQuantity(quantity('=', 9, null, '%', '90 %'))).toBe('9\u2009% (“90 %”)')
  })
})

const number = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }),
  fc.integer({ min: 0, max: 1_000_000 }).map(n => n / 1000),
  fc.double({ min: 0.0001, max: 1e9, noNaN: true }),
)
const unit = fc.constantFrom(null, '%', 'mm', 'Gy', 'cycles', 'months', 'U/mL')
const generated = fc.oneof(
  fc.record({
    comparator: fc.constantFrom(...COMPARATORS),
    low: number,
    high: fc.constant(null),
    unit,
  }),
  fc
    .tuple(fc.constantFrom<Comparator>('=', '~'), number, number, unit)
    .map(([comparator, a, b, u]) => ({
      comparator,
      low: Math.min(a, b),
      high: Math.max(a, b),
      unit: u,
    })),
)

describe('reading and writing quantities', () => {
  test('a quantity reads back from its own text, whatever words it was reported in', () => {
    const words = fc.oneof(
      fc.constantFrom(null, 'six rounds', '1 (weak)', '90 %', 'for eight months', ')(', '“'),
      fc.string({ minLength: 1, maxLength: 40 }).filter(text => text.trim() !== ''),
    )
    fc.assert(
      fc.property(generated, words, (q, verbatim) => {
        const text = formatQuantity({ ...q, verbatim })
        expect(parseQuantity(text)).toEqual({ ok: true, value: { ...q, verbatim: text } })
      }),
      { numRuns: 2000 },
    )
  })

  test('no text makes it throw, and what it accepts keeps every word', () => {
    const pieces = fc.constantFrom(
      ...'< > >= ≥ ~ - – % ( ) , . 1 30 60 000 mm six to or more about weak e +'.split(' '),
      ' ',
    )
    const soup = fc.array(pieces, { maxLength: 10 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 600 })), text => {
        const parsed = parseQuantity(text, { unit: '%' })
        if (parsed.ok) expect(Quantity.parse(parsed.value).verbatim).toBe(text)
        else expect(QUANTITY_REFUSALS).toContain(parsed.error)
      }),
      { numRuns: 5000 },
    )
  })
})
