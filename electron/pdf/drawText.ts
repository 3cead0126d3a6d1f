import { num } from './ink.ts'
import type { EmbeddedFont, KitDocument } from './pdfmakeInternals.ts'

/** A piece of one line: text in one font, with its left end and its baseline, points from the page's top left corner. */
export type Piece = Readonly<{
  text: string
  font: EmbeddedFont
  size: number
  x: number
  y: number
  characterSpacing: number
  /** Letters run upwards. */
  turned?: boolean
}>

/** Operators that show a piece of text; they belong between `BT` and `ET`. */
export function textOperators(document: KitDocument, piece: Piece): string {
  const { font, size, characterSpacing, turned = false } = piece
  document.page.fonts[font.id] ??= font.ref()
  const [codes, positions] = font.encode(piece.text)
  const out = [`/${font.id} ${num(size)} Tf`]
  if (characterSpacing !== 0) out.push(`${num(characterSpacing)} Tc`)
  const scale = size / 1000
  let shown = ''
  let codesOpen = ''
  const closeCodes = (): void => {
    if (codesOpen !== '') shown += `<${codesOpen}>`
    codesOpen = ''
  }
  const flush = (): void => {
    closeCodes()
    if (shown !== '') out.push(`[${shown}] TJ`)
    shown = ''
  }
  // The page is drawn with y downwards; letters are turned back upright.
  const place = (along: number, up: number): void => {
    const [x, y] = turned ? [piece.x - up, piece.y - along] : [piece.x + along, piece.y - up]
    out.push(`${turned ? '0 -1 -1 0' : '1 0 0 -1'} ${num(x)} ${num(y)} Tm`)
  }
  let along = 0
  place(0, 0)
  let isAside = false
  codes.forEach((code, at) => {
    const position = positions[at]
    if (position === undefined) return
    const { xOffset, yOffset, xAdvance, advanceWidth } = position
    if (xOffset !== 0 || yOffset !== 0) {
      flush()
      place(along + xOffset * scale, yOffset * scale)
      codesOpen = code
      flush()
      isAside = true
    } else {
      if (isAside) place(along, 0)
      isAside = false
      codesOpen += code
      if (xAdvance !== advanceWidth) {
        closeCodes()
        shown += num(advanceWidth - xAdvance)
      }
    }
    along += xAdvance * scale + characterSpacing
  })
  flush()
  if (characterSpacing !== 0) out.push('0 Tc')
  return out.join(' ')
}
