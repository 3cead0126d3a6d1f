import { textOperators } from './drawText.ts'
import { colourOperands, num } from './ink.ts'
import type { Inline, KitDocument, Line } from './pdfmakeInternals.ts'

/** A dashed line under what was not recorded: points, as pdfmake spaces them. */
const DASHES = '3.96 2.84'
const UNDERLINE_WIDTH = 0.5
/** Of the room under the baseline. */
const UNDERLINE_PLACE = 0.45
const TOUCHING = 0.001

/** Whether a line is drawn here; pdfmake draws those with links, other decorations or raised letters. */
export function isSimpleLine({ inlines }: Line): boolean {
  return inlines.every(
    word =>
      (!word.decoration || word.decoration === 'underline') &&
      (!word.decoration || word.decorationStyle === 'dashed') &&
      !word.link &&
      !word.linkToPage &&
      !word.linkToDestination &&
      !word.fontFeatures &&
      word._pageNodeRef === undefined &&
      word.sup !== true &&
      word.sub !== true &&
      word.opacity === 1 &&
      colourOperands(word.color) !== null &&
      (!word.background || colourOperands(word.background) !== null),
  )
}

/**
 * A line as one text object: its grounds, its words, its dashed underlines. Neighbours of one style are written as one
 * string, which takes a fraction of what a string for each word takes, in the file and in time.
 */
export function drawLine(document: KitDocument, line: Line, x: number, y: number): void {
  const { inlines } = line
  const baseline = y + line.getAscenderHeight()
  const out: string[] = []
  const height = line.getHeight()
  for (const word of inlines) {
    const ground = !word.background ? null : colourOperands(word.background)
    if (ground === null) continue
    const shift = word.justifyShift ?? 0
    const box = [x + word.x - shift, y, word.width + shift, height]
    out.push(`${ground} rg ${box.map(num).join(' ')} re f`)
  }
  const pieces = joined(inlines, isSameStyle)
  const shown = pieces.filter(piece => piece.some(word => word.text !== ''))
  if (shown.length > 0) {
    out.push('BT')
    for (const piece of shown) out.push(pieceOperators(document, piece, x, baseline))
    out.push('ET')
  }
  for (const words of joined(inlines, isSameUnderline)) {
    const [first] = words
    const last = words.at(-1)
    if (first === undefined || last === undefined || first.decoration === null) continue
    const descent = first.height - (first.font.ascender / 1000) * first.fontSize
    const top = num(baseline + descent * UNDERLINE_PLACE)
    const end = x + last.x + last.width - last.trailingCut
    out.push(
      `q ${colourOperands(first.decorationColor ?? first.color)} RG ${UNDERLINE_WIDTH} w [${DASHES}] 0 d ` +
        `${num(x + first.x)} ${top} m ${num(end)} ${top} l S Q`,
    )
  }
  if (out.length > 0) document.addContent(out.join('\n'))
}

function pieceOperators(
  document: KitDocument,
  piece: readonly Inline[],
  x: number,
  y: number,
): string {
  const [first] = piece
  if (first === undefined) return ''
  const { font, fontSize: size, characterSpacing = 0, color } = first
  const text = piece.map(word => word.text).join('')
  const shown = textOperators(document, { text, font, size, x: x + first.x, y, characterSpacing })
  return `${colourOperands(color)} rg ${shown}`
}

function joined(words: readonly Inline[], isJoined: (a: Inline, b: Inline) => boolean): Inline[][] {
  const groups: Inline[][] = []
  for (const word of words) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group !== undefined && last !== undefined && isJoined(last, word)) group.push(word)
    else groups.push([word])
  }
  return groups
}

/** Letters are moved by the next within a word alone, so that words can be joined where one ends in a space. */
function isSameStyle(a: Inline, b: Inline): boolean {
  return (
    a.font === b.font &&
    a.fontSize === b.fontSize &&
    a.color === b.color &&
    !a.characterSpacing &&
    !b.characterSpacing &&
    a.text.endsWith(' ') &&
    Math.abs(a.x + a.width - b.x) < TOUCHING
  )
}

function isSameUnderline(a: Inline, b: Inline): boolean {
  return (
    a.decoration === b.decoration &&
    a.color === b.color &&
    a.decorationColor === b.decorationColor &&
    a.decorationStyle === b.decorationStyle
  )
}
