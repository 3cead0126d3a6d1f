/** Words of a part of a date: they weaken it, and say more than "about". */
export const PART_WORDS = [
  'early',
  'mid',
  'late',
  'start of',
  'beginning of',
  'middle of',
  'end of',
] as const

/** Lower case, one kind of dash, single spaces: for comparing only, never for keeping. */
export function plainText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

const NUMBER_WORDS: readonly string[] = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const ORDINAL_WORDS: readonly string[] = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
]

/** "one" to "twelve" as a number, or null. */
export function numberFromWord(word: string): number | null {
  const n = NUMBER_WORDS.indexOf(word)
  return n > 0 ? n : null
}

/** "first" to "twelfth" as a number, or null. */
export function ordinalFromWord(word: string): number | null {
  const n = ORDINAL_WORDS.indexOf(word)
  return n === -1 ? null : n + 1
}
