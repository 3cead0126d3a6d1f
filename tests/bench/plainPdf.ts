import { createRequire } from 'node:module'
import { readPdf } from '../support/pdf/readPdf.ts'

const require = createRequire(import.meta.url)
const pdfmake = require('pdfmake') as typeof import('pdfmake')

const FONT_PACKAGE = '@expo-google-fonts/noto-sans'
export const NOTO_SANS = {
  regular: require.resolve(`${FONT_PACKAGE}/400Regular/NotoSans_400Regular.ttf`),
  bold: require.resolve(`${FONT_PACKAGE}/600SemiBold/NotoSans_600SemiBold.ttf`),
} as const

const PARAGRAPH = 220
const LARGEST_FONT = 9
const SMALLEST_FONT = 4

/**
 * What pdfmake alone makes of as much text on as many pages: paragraphs in one font, nothing tagged. Gives a function
 * that makes the document anew each time.
 */
export async function plainDocumentLike(bytes: Uint8Array): Promise<() => Promise<Uint8Array>> {
  const { pages } = await readPdf(bytes)
  pdfmake.setFonts({ NotoSans: { normal: NOTO_SANS.regular, bold: NOTO_SANS.bold } })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(path => Object.values<string>(NOTO_SANS).includes(path))
  for (let fontSize = LARGEST_FONT; fontSize >= SMALLEST_FONT; fontSize -= 0.5) {
    const make = () =>
      pdfmake
        .createPdf(
          definitionOf(
            pages.map(page => page.text),
            fontSize,
          ),
        )
        .getBuffer()
    const made = await readPdf(new Uint8Array(await make()))
    if (made.pages.length === pages.length) return make
  }
  throw new Error('the text does not fit its pages')
}

function definitionOf(pages: readonly string[], fontSize: number) {
  return {
    pageSize: 'A4' as const,
    pageMargins: 30,
    defaultStyle: { font: 'NotoSans', fontSize },
    content: pages.flatMap((text, page) =>
      paragraphsOf(text).map((paragraph, at) => ({
        text: paragraph,
        margin: [0, 0, 0, 2] as [number, number, number, number],
        ...(page > 0 && at === 0 ? { pageBreak: 'before' as const } : {}),
      })),
    ),
  }
}

function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = []
  for (let at = 0; at < text.length; at += PARAGRAPH)
    paragraphs.push(text.slice(at, at + PARAGRAPH))
  return paragraphs
}
