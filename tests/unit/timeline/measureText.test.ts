import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { measureText, measureValue } from '../../../shared/timeline/measureText.ts'

type Face = Readonly<{
  unitsPerEm: number
  layout: (text: string, features: string[]) => Readonly<{ advanceWidth: number }>
}>

const require = createRequire(import.meta.url)
// The font reader that the PDF engine brings along.
const fontkit: Readonly<{ openSync: (path: string) => Face }> = createRequire(
  require.resolve('pdfmake/package.json'),
)('fontkit')

const INTER = fontkit.openSync(
  require.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
)
const NOTO = fontkit.openSync(
  require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
)
const NOTO_BOLD = fontkit.openSync(
  require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
)

const TEXTS = [
  'docetaxel + cyclophosphamide',
  'Scalp, side not stated',
  '“six rounds of radiotherapy”, after specimen D',
  '90 % | 9 %',
  'May-2022',
  'Cerebellar hemisphere, right',
]

function widthIn(face: Face, text: string, features: string[] = []): number {
  return face.layout(text, features).advanceWidth / face.unitsPerEm
}

describe('the width of a text', () => {
  test.each(TEXTS)('is that of the font on screen: %s', text => {
    const real = widthIn(INTER, text)
    expect(measureText(text, 1, 400) / real).toBeGreaterThan(0.995)
    expect(measureText(text, 1, 400) / real).toBeLessThan(1.03)
  })

  test.each(TEXTS)('is that of both cuts of the font on paper: %s', text => {
    for (const [face, weight] of [
      [NOTO, 400],
      [NOTO_BOLD, 600],
    ] as const) {
      const real = widthIn(face, text)
      expect(measureText(text, 1, weight, 'noto') / real).toBeGreaterThan(0.995)
      expect(measureText(text, 1, weight, 'noto') / real).toBeLessThan(1.03)
    }
  })

  test('is that of the font’s tabular figures where values are compared', () => {
    const real = widthIn(INTER, '1110', ['tnum'])
    expect(measureValue('1110', 1, 400)).toBeCloseTo(real, 2)
  })

  test('grows with size and weight', () => {
    expect(measureText('Scalp', 24, 400)).toBeCloseTo(2 * measureText('Scalp', 12, 400))
    expect(measureText('Scalp', 12, 700)).toBeGreaterThan(measureText('Scalp', 12, 500))
    expect(measureText('Scalp', 12, 500)).toBeGreaterThan(measureText('Scalp', 12, 400))
  })

  test('of a letter with accents is that of the letter', () => {
    expect(measureText('é', 10, 400)).toBe(measureText('e', 10, 400))
    expect(measureText('ệ', 10, 400)).toBe(measureText('e', 10, 400))
  })

  test('of a script without a table is one em a character', () => {
    expect(measureText('乳癌', 10, 400)).toBe(20)
  })
})
