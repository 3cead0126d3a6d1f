import { textOperators } from './drawText.ts'
import type { EngineDocument } from './engineDocument.ts'
import { MAIN_FONT } from './fonts.ts'
import { hatchOperators } from './hatch.ts'
import { colourOperands, num } from './ink.ts'
import { outlineOperators } from './outline.ts'
import type { BoxMark, Fading, Mark, OutlineMark, Pen, Picture, WordsMark } from './picture.ts'
import { splitByFont } from './splitByFont.ts'

/** Where a picture is drawn: its top left corner on the page, points, and its size against the one it was made for. */
export type Place = Readonly<{ x: number; y: number; scale: number; language: string | null }>

/** Draws a picture into the page as vectors and text. */
export function drawPicture(document: EngineDocument, picture: Picture, place: Place): void {
  const { x, y, scale } = place
  const marks = picture.marks.map(mark => markOperators(document, mark, place.language))
  document.addContent(
    [`q ${num(scale)} 0 0 ${num(scale)} ${num(x)} ${num(y)} cm`, ...marks, 'Q'].join('\n'),
  )
}

function markOperators(document: EngineDocument, mark: Mark, language: string | null): string {
  switch (mark.kind) {
    case 'box':
      return faded(document, mark.fading, mark.x, mark.width, boxOperators(mark))
    case 'line': {
      const { x1, y1, x2, y2, pen, fading } = mark
      const path = `${num(x1)} ${num(y1)} m ${num(x2)} ${num(y2)} l`
      return faded(document, fading, x1, x2 - x1, painted(path, pen))
    }
    case 'polygon': {
      const steps = mark.points.map(([x, y], i) => `${num(x)} ${num(y)} ${i === 0 ? 'm' : 'l'}`)
      return painted(`${steps.join(' ')}${mark.closed ? ' h' : ''}`, mark.pen)
    }
    case 'outline':
      return outlinesOperators(mark)
    case 'words':
      return wordsOperators(document, mark, language)
    case 'pageTotal':
      return `q 1 0 0 1 ${num(mark.x)} ${num(mark.y)} cm /${document.providePageTotal(mark.size)} Do Q`
  }
}

function boxOperators({ x, y, width, height, radius, pen, hatch }: BoxMark): string {
  const path =
    radius > 0
      ? roundedPath(x, y, width, height, Math.min(radius, width / 2, height / 2))
      : `${[x, y, width, height].map(num).join(' ')} re`
  if (hatch === null) return painted(path, pen)
  const ground = painted(path, { ...pen, stroke: null })
  const edge = painted(path, { ...pen, fill: null })
  return [ground, hatchOperators(path, { x, y, width, height }, hatch), edge].join(' ')
}

/** Of a circle's radius: how far a curve's handles stand out for a quarter of it. */
const QUARTER = 0.5523

function roundedPath(x: number, y: number, width: number, height: number, r: number): string {
  const [right, bottom] = [x + width, y + height]
  const k = r * (1 - QUARTER)
  const curve = (...at: number[]): string => `${at.map(num).join(' ')} c`
  return [
    `${num(x + r)} ${num(y)} m ${num(right - r)} ${num(y)} l`,
    curve(right - k, y, right, y + k, right, y + r),
    `${num(right)} ${num(bottom - r)} l`,
    curve(right, bottom - k, right - k, bottom, right - r, bottom),
    `${num(x + r)} ${num(bottom)} l`,
    curve(x + k, bottom, x, bottom - k, x, bottom - r),
    `${num(x)} ${num(y + r)} l`,
    curve(x, y + k, x + k, y, x + r, y),
    'h',
  ].join(' ')
}

function painted(path: string, { fill, stroke, strokeWidth, dash }: Pen): string {
  const inner = fill === null ? null : colourOperands(fill)
  const line = stroke === null ? null : colourOperands(stroke)
  if (inner === null && line === null) return ''
  const out: string[] = []
  if (inner !== null) out.push(`${inner} rg`)
  if (line !== null) out.push(`${line} RG ${num(strokeWidth)} w [${(dash ?? []).join(' ')}] 0 d`)
  out.push(path, line === null ? 'f' : inner === null ? 'S' : 'B')
  return out.join(' ')
}

function outlinesOperators({ paths, scale, dx, dy }: OutlineMark): string {
  const shapes = paths.map(({ d, pen }) => painted(outlineOperators(d), pen))
  return `q ${scale.toFixed(5)} 0 0 ${scale.toFixed(5)} ${num(dx)} ${num(dy)} cm ${shapes.join(' ')} Q`
}

function wordsOperators(
  document: EngineDocument,
  { text, x, y, size, bold, colour, anchor, turned }: WordsMark,
  language: string | null,
): string {
  const runs = splitByFont(text, (family, code) => document.hasGlyph(family, code), language)
  const pieces = runs.map(run => {
    const font = document.provideFont(run.font ?? MAIN_FONT, bold, false)
    return { text: run.text, font, width: font.widthOfString(run.text, size) }
  })
  const whole = pieces.reduce((sum, piece) => sum + piece.width, 0)
  let along = anchor === 'middle' ? -whole / 2 : 0
  const shown = pieces.map(piece => {
    const at = turned ? { x, y: y - along } : { x: x + along, y }
    along += piece.width
    return textOperators(document, { ...piece, ...at, size, turned, characterSpacing: 0 })
  })
  return `BT ${colourOperands(colour) ?? '0 0 0'} rg ${shown.join(' ')} ET`
}

/** What is drawn, seen through a mask that lets less and less through towards an end. */
function faded(
  document: EngineDocument,
  fading: Fading | null,
  x: number,
  width: number,
  operators: string,
): string {
  if (fading === null || (fading.left === 0 && fading.right === 0) || operators === '') {
    return operators
  }
  return `q /${document.provideFade(x, width, fading)} gs ${operators} Q`
}
