import type { FontkitFont, FontkitGlyph, GlyphPosition, GlyphRun } from './pdfmakeInternals.ts'

/**
 * Shaping a word letter by letter from what the font does with every pair of them. In Latin, Greek and Cyrillic words
 * without combining marks a font moves a letter by its next one alone, so that the result is that of shaping the whole
 * word, in a fraction of the time; a test compares both. What a pair turns out to change otherwise (a ligature, a shifted
 * letter) is left to the whole. Kept for the life of the process: numbers by pairs of letters, no word.
 */
export type PairShaper = {
  /** The word's glyphs and places in thousandths of its size; null where it has to be shaped as a whole. */
  shape: (word: string) => GlyphRun | null
  /** The sum of its advances alone; null likewise. */
  widthOf: (word: string) => number | null
}

type Letter = { glyph: FontkitGlyph; advance: number; script: string }
/** Advances of a letter before the next: those of Latin-1 in an array, because they are nearly all of them. */
type Table = { near: Float64Array; far: Map<number, number> }

/** A combining mark, a control, an invisible sign or a fraction bar is shaped with what stands around it. */
const NEEDS_CONTEXT = /[\p{M}\p{C}\p{Default_Ignorable_Code_Point}\u2044]/u
const SIMPLE_SCRIPTS = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]$/u
const HAS_CONTEXT = Number.NaN
const UNKNOWN = -1e9
const NEAR = 0x100
const SHIFT = 0x10000

export function createPairShaper(font: FontkitFont): PairShaper {
  const scale = 1000 / font.unitsPerEm
  const letters = new Map<number, Letter | null>()
  const tables = new Map<string, Table>()
  const common = font.layout(' ').script

  const letterOf = (code: number): Letter | null => {
    let letter = letters.get(code)
    if (letter === undefined) {
      letter = readLetter(font, code, scale)
      letters.set(code, letter)
    }
    return letter
  }

  const tableOf = (script: string): Table => {
    let table = tables.get(script)
    if (table === undefined) {
      table = { near: new Float64Array(NEAR * NEAR).fill(UNKNOWN), far: new Map() }
      tables.set(script, table)
    }
    return table
  }

  /** The advance of `code` before `next`; not a number where the pair needs its context. */
  const advanceOf = (table: Table, script: string, code: number, next: number): number => {
    const isNear = code < NEAR && next < NEAR
    const key = isNear ? code * NEAR + next : code * SHIFT + next
    const known = isNear ? table.near[key] : table.far.get(key)
    if (known !== undefined && known !== UNKNOWN) return known
    const advance = readPair(font, letterOf(code), letterOf(next), script, scale)
    if (isNear) table.near[key] = advance
    else table.far.set(key, advance)
    return advance
  }

  /** The first letter that belongs to a script decides for the word. */
  const scriptOf = (word: string): string | null => {
    let script = common
    for (let at = 0; at < word.length; at += 1) {
      const letter = letterOf(word.charCodeAt(at))
      if (letter === null) return null
      if (script === common) script = letter.script
    }
    return script
  }

  return {
    shape: word => {
      const script = scriptOf(word)
      if (script === null) return null
      const table = tableOf(script)
      const glyphs: FontkitGlyph[] = []
      const positions: GlyphPosition[] = []
      let advanceWidth = 0
      for (let at = 0; at < word.length; at += 1) {
        const code = word.charCodeAt(at)
        const letter = letterOf(code)
        if (letter === null) return null
        const isLast = at === word.length - 1
        const xAdvance = isLast
          ? letter.advance
          : advanceOf(table, script, code, word.charCodeAt(at + 1))
        if (Number.isNaN(xAdvance)) return null
        glyphs.push(letter.glyph)
        positions.push({
          xAdvance,
          yAdvance: 0,
          xOffset: 0,
          yOffset: 0,
          advanceWidth: letter.advance,
        })
        advanceWidth += xAdvance
      }
      return { glyphs, positions, advanceWidth }
    },
    widthOf: word => {
      const script = scriptOf(word)
      if (script === null) return null
      const table = tableOf(script)
      const last = word.length - 1
      let width = letterOf(word.charCodeAt(last))?.advance ?? 0
      for (let at = 0; at < last; at += 1) {
        width += advanceOf(table, script, word.charCodeAt(at), word.charCodeAt(at + 1))
      }
      return Number.isNaN(width) ? null : width
    },
  }
}

function readLetter(font: FontkitFont, code: number, scale: number): Letter | null {
  const text = String.fromCharCode(code)
  if (!SIMPLE_SCRIPTS.test(text) || NEEDS_CONTEXT.test(text)) return null
  if (!font.hasGlyphForCodePoint(code)) return null
  const { glyphs, positions, script } = font.layout(text)
  const [glyph] = glyphs
  const [position] = positions
  if (glyphs.length !== 1 || glyph === undefined || position === undefined) return null
  if (glyph.codePoints.length !== 1 || isMoved(position)) return null
  if (position.xAdvance !== glyph.advanceWidth) return null
  return { glyph, advance: glyph.advanceWidth * scale, script }
}

function readPair(
  font: FontkitFont,
  first: Letter | null,
  second: Letter | null,
  script: string,
  scale: number,
): number {
  if (first === null || second === null) return HAS_CONTEXT
  const codes = [first.glyph, second.glyph].flatMap(glyph => glyph.codePoints)
  const { glyphs, positions } = font.layout(String.fromCodePoint(...codes), undefined, script)
  const [before, after] = positions
  const isSame = glyphs[0]?.id === first.glyph.id && glyphs[1]?.id === second.glyph.id
  if (glyphs.length !== 2 || !isSame || before === undefined || after === undefined) {
    return HAS_CONTEXT
  }
  if (isMoved(before) || isMoved(after) || after.xAdvance !== second.glyph.advanceWidth) {
    return HAS_CONTEXT
  }
  return before.xAdvance * scale
}

function isMoved({ xOffset, yOffset, yAdvance }: GlyphPosition): boolean {
  return xOffset !== 0 || yOffset !== 0 || yAdvance !== 0
}
