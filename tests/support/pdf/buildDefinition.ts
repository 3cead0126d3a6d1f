import type { PdfDefinition, PdfNode } from '../../../electron/pdf/definition.ts'
import { createFontSource } from '../../../electron/pdf/fonts.ts'
import { renderPdf } from '../../../electron/pdf/render.ts'
import type { PdfContent } from './readPdf.ts'
import { readPdf } from './readPdf.ts'

export const fonts = createFontSource(null)

/** A plain synthetic document around the given content. */
export function buildDefinition(
  content: PdfNode,
  changes: Partial<PdfDefinition> = {},
): PdfDefinition {
  return {
    title: 'Synthetic document',
    language: 'en',
    createdAt: '2024-05-06T07:08:09.000Z',
    content,
    ...changes,
  }
}

/** Renders the content and reads it back as another program would. */
export async function renderAndRead(
  content: PdfNode,
  changes: Partial<PdfDefinition> = {},
): Promise<PdfContent> {
  return readPdf(await renderPdf(buildDefinition(content, changes), fonts))
}
