import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EngineDocument } from '../../../electron/pdf/engineDocument.ts'
import { createPairShaper } from '../../../electron/pdf/pairShaping.ts'
import type { EmbeddedFont } from '../../../electron/pdf/pdfmakeInternals.ts'
import { fonts } from '../../support/pdf/buildDefinition.ts'

const document = new EngineDocument(fonts, {
  pdfVersion: '1.7',
  tagged: true,
  displayTitle: true,
  compress: false,
  lang: 'en',
  info: {},
  autoFirstPage: false,
  font: null,
})
const FACES = [
  ['regular', false, false],
  ['bold', true, false],
  ['italic', false, true],
] as const

const LETTERS =
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:/()-–—·“”’%≥|+=' +
  'äöüßéèçñøåÅŁłőșțŇĐđıİžşğÿŒæ' +
  'αβγδεζΑΒΓΔΏάΐςψ' +
  'абвгдежзИЙЁЇљђѳ' +
  'ỂễạƯơỹ'
const word = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 14 })
  .map(all => all.join(''))

/** What fontkit makes of the whole word. */
function whole(font: EmbeddedFont, text: string) {
  const { glyphs, positions } = font.layoutRun(text)
  return glyphs.map(({ id, codePoints }, i) => ({ id, codePoints, position: positions[i] }))
}

describe('a word put together from pairs of letters', () => {
  test.each(FACES)(
    'has the glyphs and places of the word shaped as a whole, in %s',
    (_, bold, italics) => {
      const font = document.provideFont('Noto Sans', bold, italics)
      const pairs = createPairShaper(font.font)
      let shaped = 0
      fc.assert(
        fc.property(word, text => {
          const run = pairs.shape(text)
          if (run === null) return
          shaped += 1
          const expected = whole(font, text)
          expect(run.glyphs.map(glyph => glyph.id)).toEqual(expected.map(one => one.id))
          expect(run.glyphs.map(glyph => glyph.codePoints)).toEqual(
            expected.map(one => one.codePoints),
          )
          run.positions.forEach((position, i) => {
            const other = expected[i]?.position
            expect(position.xAdvance).toBeCloseTo(other?.xAdvance ?? Number.NaN, 6)
            expect(position.advanceWidth).toBeCloseTo(other?.advanceWidth ?? Number.NaN, 6)
            expect([other?.xOffset, other?.yOffset, other?.yAdvance]).toEqual([0, 0, 0])
          })
          expect(pairs.widthOf(text)).toBeCloseTo(run.advanceWidth, 6)
        }),
        { numRuns: 600 },
      )
      expect(shaped).toBeGreaterThan(300)
    },
  )

  test('leaves combining marks, other scripts, ligatures of controls and fractions to the whole', () => {
    const pairs = createPairShaper(document.provideFont('Noto Sans', false, false).font)
    for (const text of ['e\u0323', 'नमस्ते', 'a\u200db', '1\u20442', '王', '😀']) {
      expect(pairs.shape(text)).toBeNull()
      expect(pairs.widthOf(text)).toBeNull()
    }
  })
})
