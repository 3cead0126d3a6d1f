import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TextBreaker } from '../../../electron/pdf/pdfmakeInternals.ts'
import { PLAIN } from '../../../electron/pdf/splitByFont.ts'
import { WordBreaker } from '../../../electron/pdf/wordBreaking.ts'
import { fonts } from '../../support/pdf/buildDefinition.ts'
import { openFace } from '../../support/pdf/openFace.ts'

const piece = fc.constantFrom(
  ...[
    'a',
    'Wu',
    '2024',
    '1',
    ' ',
    '  ',
    ',',
    '.',
    ':',
    ';',
    '-',
    '(',
    ')',
    '"',
    '/',
    '%',
    '×',
    '5',
  ],
  ...['→', '|', '\n', '\u00a0', '\u2009', '“', '”', '王', 'ひ', 'é', "'", '’', '+', '=', '≠', '!'],
)
const text = fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join(''))

/** What stands on one line at least, in turn: words that hold each other are one. */
function lines(
  words: readonly { text: string; lineEnd?: boolean; noNewLine?: boolean }[],
): string[] {
  const all: string[] = []
  let isHeld = false
  for (const word of words) {
    const shown = word.text + (word.lineEnd === true ? '\n' : '')
    if (isHeld) all.push((all.pop() ?? '') + shown)
    else all.push(shown)
    isHeld = word.noNewLine === true
  }
  return all
}

describe('words', () => {
  it('hold a date together, and a stop with the value before it, also over runs', () => {
    const held = (runs: readonly string[]) => lines(new WordBreaker().words(runs).flat())
    expect(held(['seen on 01-Oct-1974, then'])).toEqual(['seen ', 'on ', '01-Oct-1974, ', 'then'])
    expect(held(['is HER2-low'])).toEqual(['is ', 'HER2-low'])
    expect(held(['3 %', ': weak'])).toEqual(['3 %: ', 'weak'])
    expect(held(['not stated', ' ', '≠X9'])).toEqual(['not ', 'stated ', '≠X9'])
  })

  it('end where pdfmake ends them, in one run and over several', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), runs => {
        fc.pre(!/[\d×]\s[%×\d]/.test(runs.join('')))
        const expected = lines(new TextBreaker().getBreaks(runs, null))
        expect(lines(new WordBreaker().words(runs).flat())).toEqual(expected)
      }),
      { numRuns: 3000 },
    )
  })

  it('are all there, whatever is kept together', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), runs => {
        const words = new WordBreaker().words(runs).flat()
        const shown = words.map(word => word.text + (word.lineEnd ? '\n' : '')).join('')
        expect(shown).toBe(runs.join(''))
      }),
    )
  })
})

describe('text that is not looked up in the fonts', () => {
  it('has its letters in every face of the main font', () => {
    for (const [bold, italics] of [
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ] as const) {
      const face = openFace(fonts.read('Noto Sans', bold, italics))
      const missing: string[] = []
      for (let code = 0x20; code < 0x3000; code += 1)
        if (PLAIN.test(String.fromCharCode(code)) && !face.hasGlyphForCodePoint(code))
          missing.push(code.toString(16))
      expect(missing).toEqual([])
    }
  })
})
