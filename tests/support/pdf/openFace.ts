import { createRequire } from 'node:module'

/** A font file as the library that pdfmake uses reads it. */
export function openFace(bytes: Uint8Array): { hasGlyphForCodePoint: (code: number) => boolean } {
  const own = createRequire(import.meta.url)
  const { create } = createRequire(own.resolve('pdfkit'))('fontkit') as {
    create: (file: Buffer) => { hasGlyphForCodePoint: (code: number) => boolean }
  }
  return create(Buffer.from(bytes))
}
