const SPECIAL_LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
}

/** The words of a text for comparison: lower case, no accents, split at everything but letters and digits. */
export function foldWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[æœøßđðþłı]/g, letter => SPECIAL_LETTERS[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
}

/** A text with case, accents, spaces and punctuation taken away, so that "5-FU" equals "5 fu". */
export function foldCompact(text: string): string {
  return foldWords(text).join('')
}
