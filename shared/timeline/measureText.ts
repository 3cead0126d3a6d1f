import { CHARACTER_RANGES, INTER_400, INTER_700, NOTO_400, NOTO_600 } from './advanceWidths.ts'

/** The font of the screen, and the font of paper. */
export const TIMELINE_FONTS = ['inter', 'noto'] as const
export type TimelineFont = (typeof TIMELINE_FONTS)[number]
export type Weight = 400 | 500 | 600 | 700

const CHARACTERS = CHARACTER_RANGES.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i),
)

const TABLES = {
  inter: {
    light: tableOf(INTER_400),
    lightWeight: 400,
    heavy: tableOf(INTER_700),
    heavyWeight: 700,
  },
  noto: { light: tableOf(NOTO_400), lightWeight: 400, heavy: tableOf(NOTO_600), heavyWeight: 600 },
} as const

function tableOf(encoded: string): ReadonlyMap<number, number> {
  return new Map(
    CHARACTERS.map((character, i) => [
      character,
      Number.parseInt(encoded.slice(2 * i, 2 * i + 2), 36),
    ]),
  )
}

/** Width of a text in the unit of `size`, without kerning. Scripts outside the tables count as one em a character. */
export function measureText(
  text: string,
  size: number,
  weight: Weight,
  font: TimelineFont = 'inter',
): number {
  const { light, lightWeight, heavy, heavyWeight } = TABLES[font]
  // Noto Sans is printed in two cuts only: 500 is set in the regular one.
  const step = (Math.min(weight, heavyWeight) - lightWeight) / (heavyWeight - lightWeight)
  const share = font === 'noto' ? Math.floor(step) : step
  let sum = 0
  for (const character of text.normalize('NFD')) {
    const code = character.codePointAt(0) ?? 0
    const from = light.get(code)
    if (from === undefined) sum += isCombining(code) ? 0 : 1000
    else sum += from + ((heavy.get(code) ?? from) - from) * share
  }
  return (sum * size) / 1000
}

/** Width of one tabular figure of Inter, in thousandths of the size; the same in every weight. */
const TABULAR_FIGURE = 648

/** Width of a value in tabular figures, which keep numbers one below the other comparable. */
export function measureValue(
  text: string,
  size: number,
  weight: Weight,
  font: TimelineFont = 'inter',
): number {
  // The figures of Noto Sans all have one width as they are.
  if (font === 'noto') return measureText(text, size, weight, font)
  const figures = text.match(/[0-9-]/g)?.length ?? 0
  const rest = measureText(text.replace(/[0-9-]/g, ''), size, weight, font)
  return rest + (figures * TABULAR_FIGURE * size) / 1000
}

function isCombining(code: number): boolean {
  return (code >= 0x300 && code <= 0x36f) || (code >= 0x200b && code <= 0x200f)
}
