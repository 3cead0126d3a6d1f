import { colourOperands, num } from './ink.ts'
import type { KitDocument, LaidNode } from './pdfmakeInternals.ts'

/** Whether a vector is one of a table's rules or grounds: pdfmake draws the others. */
export function isSimpleVector(vector: LaidNode): boolean {
  const { type, color, lineColor, r, linearGradient } = vector
  if (type !== 'line' && type !== 'rect') return false
  return (
    !r &&
    !linearGradient &&
    isOpaque(vector.fillOpacity) &&
    isOpaque(vector.strokeOpacity) &&
    isPlainColour(color) &&
    isPlainColour(lineColor) &&
    Boolean(type === 'line' ? lineColor : (color ?? lineColor))
  )
}

/** A line or a box in a few operators, where pdfmake writes every property of the pen for each. */
export function drawVector(document: KitDocument, vector: LaidNode): void {
  const { type, color, lineColor, lineWidth, dash, lineCap, lineJoin } = vector
  const fill = type === 'rect' && typeof color === 'string' ? colourOperands(color) : null
  const stroke = typeof lineColor === 'string' ? colourOperands(lineColor) : null
  const out: string[] = []
  if (fill !== null) out.push(`${fill} rg`)
  if (stroke !== null) {
    out.push(`${stroke} RG ${num(Number(lineWidth ?? 1) || 1)} w ${dashOperator(dash)}`)
    out.push(`${lineCap === 'round' ? 1 : lineCap === 'square' ? 2 : 0} J`)
    out.push(`${lineJoin === 'round' ? 1 : lineJoin === 'bevel' ? 2 : 0} j`)
  }
  out.push(type === 'line' ? linePath(vector) : boxPath(vector))
  out.push(fill === null ? 'S' : stroke === null ? 'f' : 'B')
  document.addContent(out.join(' '))
}

function linePath({ x1, y1, x2, y2 }: LaidNode): string {
  return `${num(Number(x1))} ${num(Number(y1))} m ${num(Number(x2))} ${num(Number(y2))} l`
}

function boxPath({ x, y, w, h }: LaidNode): string {
  return `${[x, y, w, h].map(one => num(Number(one))).join(' ')} re`
}

function dashOperator(dash: unknown): string {
  if (typeof dash !== 'object' || dash === null) return '[] 0 d'
  const { length, space = length, phase = 0 } = dash as Record<string, number | undefined>
  return `[${num(Number(length))} ${num(Number(space))}] ${num(Number(phase))} d`
}

function isPlainColour(colour: unknown): boolean {
  if (colour === undefined || colour === null) return true
  return typeof colour === 'string' && colourOperands(colour) !== null
}

function isOpaque(opacity: unknown): boolean {
  return opacity === undefined || opacity === null || opacity === 1
}
