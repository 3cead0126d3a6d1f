import { FONT_FAMILIES, type FontFamily, MAIN_FONT } from './fonts.ts'

/** Tells whether a family has a glyph for a code point. */
export type FontCoverage = (family: FontFamily, codePoint: number) => boolean

export type FontRun = { text: string; font: FontFamily }

/** Characters that the main font has in every face, so that plain text needs no look-up. */
export const PLAIN =
  /^[\n\r\t\x20-\x7e\xa0-\xac\xae-\u017f\u2009\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u2212]*$/
/** Controls, formats (bidi overrides, joiners, tags), surrogates, private use, unassigned, and other invisible ones. */
const INVISIBLE = /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/u
const LAYOUT_CONTROLS = new Set(['\n', '\r', '\t', '\r\n'])
const JOINERS = new Set(['\u200c', '\u200d'])
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The families to try in turn: the main font, then the East Asian ones led by the language or the script. */
function familiesFor(text: string, language: string | null): FontFamily[] {
  const lead = leadingFamily(text, language)
  return [MAIN_FONT, lead, ...FONT_FAMILIES.filter(one => one !== MAIN_FONT && one !== lead)]
}

function leadingFamily(text: string, language: string | null): FontFamily {
  const primary = language?.toLowerCase().split('-')[0]
  if (primary === 'zh') return 'Noto Sans SC'
  if (primary === 'ja') return 'Noto Sans JP'
  if (primary === 'ko') return 'Noto Sans KR'
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'Noto Sans JP'
  if (/\p{Script=Hangul}/u.test(text)) return 'Noto Sans KR'
  if (/[\p{Script=Han}\p{Script=Bopomofo}]/u.test(text)) return 'Noto Sans SC'
  // Mathematical signs and arrows: the Japanese file has them and is the smallest.
  return 'Noto Sans JP'
}

/**
 * Splits a text into runs of one font each. Base characters keep their combining marks; a decomposed
 * sequence is printed composed only where no font has its parts; what no font has, and what would be
 * invisible or steer the layout, is printed as its code point.
 */
export function splitByFont(
  text: string,
  has: FontCoverage,
  language: string | null = null,
): FontRun[] {
  if (PLAIN.test(text)) return [{ text, font: MAIN_FONT }]
  const families = familiesFor(text, language)
  const runs: FontRun[] = []
  const push = (piece: string, font: FontFamily): void => {
    const last = runs.at(-1)
    if (last !== undefined && last.font === font) last.text += piece
    else runs.push({ text: piece, font })
  }
  const whole = (piece: string): FontFamily | undefined =>
    families.find(family => [...piece].every(one => has(family, codePointOf(one))))

  for (const { segment } of graphemes.segment(text)) {
    if (LAYOUT_CONTROLS.has(segment)) {
      push(segment, runs.at(-1)?.font ?? MAIN_FONT)
      continue
    }
    if (!hasInvisible(segment)) {
      const font = whole(segment)
      if (font !== undefined) {
        push(segment, font)
        continue
      }
      const composed = segment.normalize('NFC')
      const composedFont = composed === segment ? undefined : whole(composed)
      if (composedFont !== undefined) {
        push(composed, composedFont)
        continue
      }
    }
    for (const one of segment) {
      const font = isShownAsCode(one, segment) ? undefined : whole(one)
      if (font === undefined) push(showCodePoint(one), MAIN_FONT)
      else push(one, font)
    }
  }
  return runs
}

/** The text as one line of a title, bookmark or description: controls and bidi overrides as code points. */
export function showInvisible(text: string): string {
  return [...text].map(one => (INVISIBLE.test(one) ? showCodePoint(one) : one)).join('')
}

function hasInvisible(segment: string): boolean {
  return INVISIBLE.test(segment) && [...segment].some(one => isShownAsCode(one, segment))
}

/** A joiner steers the shape of Devanagari letters and stays with them; anywhere else it would only hide. */
function isShownAsCode(one: string, segment: string): boolean {
  if (JOINERS.has(one)) return !/\p{Script=Devanagari}/u.test(segment)
  return INVISIBLE.test(one)
}

function showCodePoint(one: string): string {
  return `[U+${codePointOf(one).toString(16).toUpperCase().padStart(4, '0')}]`
}

function codePointOf(one: string): number {
  return one.codePointAt(0) ?? 0
}
