import type { Inline, LaidNode, Line } from './pdfmakeInternals.ts'
import { PdfLine } from './pdfmakeInternals.ts'

/**
 * pdfmake takes words from the front of an array and copies the rest for each word, which is quadratic,
 * and cuts a word that is too long for a line anywhere, even inside a character. These two do the same
 * line breaking from the back of a reversed array, and cut between graphemes.
 */
const reversed = new WeakSet<object>()
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** More than any line holds: a cut looks no further ahead. */
const LONGEST_CUT = 2000

/** Takes the next line from the node's words; null when none are left. */
export function nextLine(node: LaidNode, availableWidth: number): Line | null {
  const words = node._inlines as Inline[] | undefined
  if (words === undefined || words.length === 0) return null
  if (!reversed.has(words)) {
    words.reverse()
    reversed.add(words)
  }
  const line = new PdfLine(availableWidth)
  let isJoined = false
  for (let word = words.at(-1); word !== undefined; word = words.at(-1)) {
    if (!isJoined && !line.hasEnoughSpaceForInline(word, followers(words))) break
    words.pop()
    let isCut = false
    if (word.noWrap !== true && word.text.length > 1 && word.width > line.getAvailableWidth()) {
      const rest = cut(word, line.getAvailableWidth())
      if (rest !== null) {
        words.push(rest)
        isCut = true
      }
    }
    line.addInline(word)
    isJoined = word.noNewLine === true && !isCut
  }
  line.lastLineInParagraph = words.length === 0
  return line
}

/** The words that must stay on one line with the last of `words`, in reading order. */
function followers(words: Inline[]): Inline[] {
  const found: Inline[] = []
  for (let index = words.length - 1; words[index]?.noNewLine === true; index -= 1) {
    const next = words[index - 1]
    if (next !== undefined) found.push(next)
  }
  return found
}

/** Shortens the word to what fits and returns the rest; null when all of it fits after all. */
function cut(word: Inline, availableWidth: number): Inline | null {
  let length = 0
  let width = 0
  for (const { segment } of graphemes.segment(word.text.slice(0, LONGEST_CUT))) {
    const next = widthOf(segment, word)
    if (length > 0 && width + next > availableWidth) break
    length += segment.length
    width += next
  }
  if (length >= word.text.length) return null
  // Values stay with their signs where they can; where not, they part between the two.
  const afterSpace = word.text.slice(0, length).search(/(?<=\s)\S*$/u)
  if (afterSpace > 0) length = afterSpace
  const rest: Inline = { ...word, text: word.text.slice(length) }
  const whole = word.width
  word.text = word.text.slice(0, length)
  word.width = widthOf(word.text, word)
  word.trailingCut = 0
  word.lineEnd = false
  rest.leadingCut = 0
  rest.width = rest.text.length > LONGEST_CUT ? whole - word.width : widthOf(rest.text, rest)
  return rest
}

function widthOf(text: string, word: Inline): number {
  const spacing = (word.characterSpacing ?? 0) * (text.length - 1)
  return word.font.widthOfString(text, word.fontSize, word.fontFeatures) + spacing
}
