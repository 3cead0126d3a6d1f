import { measureText, type Weight } from '../../../shared/timeline/measureText.ts'
import { isKeptTogether } from '../../../shared/values/keptTogether.ts'
import type { PdfNode, TextRun } from '../definition.ts'

/** Kerning and a fallback font may make a text a little wider than the table of widths says. */
const SLACK = 1.03

/** Points that a text takes on one line of the main font. */
export function widthOf(text: string, size: number, weight: Weight = 400): number {
  return measureText(text, size, weight, 'noto') * SLACK
}

/** Into how many lines a text breaks at most, within a width in points. */
export function wrappedLines(
  text: string,
  size: number,
  width: number,
  weight: Weight = 400,
): number {
  return text
    .split('\n')
    .reduce((lines, paragraph) => lines + paragraphLines(paragraph, size, width, weight), 0)
}

function paragraphLines(text: string, size: number, width: number, weight: Weight): number {
  let lines = 1
  let used = 0
  for (const word of wordsOf(text)) {
    const wide = widthOf(word, size, weight)
    if (used > 0 && used + wide > width) {
      lines += 1
      used = 0
    }
    // A word that is longer than a line is cut; it never fills a line to the last point.
    const extra = Math.max(0, Math.ceil(wide / (width - size)) - 1)
    lines += extra
    used = extra === 0 ? used + wide : wide % (width - size)
  }
  return lines
}

/** Each with the space after it; a value and its sign are one. */
function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const word of text.split(/(?<= )/)) {
    const last = words.at(-1)
    if (last !== undefined && isKeptTogether(last, word)) words[words.length - 1] = last + word
    else words.push(word)
  }
  return words
}

/** The texts of a node in order, a paragraph each. */
export function textOf(node: PdfNode): string[] {
  if (typeof node === 'string') return [node]
  if ('text' in node) {
    return [Array.isArray(node.text) ? node.text.map(runText).join('') : node.text]
  }
  if ('stack' in node) return node.stack.flatMap(textOf)
  if ('columns' in node) return node.columns.flatMap(textOf)
  if ('table' in node) {
    return node.table.body
      .flat()
      .filter((cell): cell is PdfNode => typeof cell === 'string' || Object.keys(cell).length > 0)
      .flatMap(textOf)
  }
  return []
}

/** A text or its runs without their style. */
export function plainText(runs: readonly TextRun[]): string {
  return runs.map(runText).join('')
}

function runText(run: TextRun): string {
  return typeof run === 'string' ? run : run.text
}
