import { MAIN_FONT } from './fonts.ts'
import type { FontCoverage } from './splitByFont.ts'
import { splitByFont } from './splitByFont.ts'

const TOKEN = /<!--[\s\S]*?-->|<[^>]*>|[^<]+/g
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Escapes a value for the text or an attribute of a drawing. */
export function escapeSvg(text: string): string {
  return text.replace(/[&<>"]/g, one => `&#${one.charCodeAt(0)};`)
}

/** Gives the text elements of a drawing the font that has their glyphs, run by run. */
export function splitSvgText(svg: string, has: FontCoverage, language: string | null): string {
  let depth = 0
  return svg.replace(TOKEN, token => {
    if (/^<text[\s>]/.test(token) && !token.endsWith('/>')) depth += 1
    else if (/^<\/text\s*>/.test(token)) depth -= 1
    if (token.startsWith('<') || depth === 0) return token
    return splitByFont(decode(token), has, language)
      .map(run =>
        run.font === MAIN_FONT
          ? escapeSvg(run.text)
          : `<tspan font-family="${run.font}">${escapeSvg(run.text)}</tspan>`,
      )
      .join('')
  })
}

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal !== undefined) return String.fromCodePoint(Number.parseInt(decimal, 10))
    return ENTITIES[name] ?? whole
  })
}
