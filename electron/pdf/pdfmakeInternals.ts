import { createRequire } from 'node:module'
import type { Readable } from 'node:stream'

/**
 * pdfmake's own parts, typed as far as they are used. Its public entry point joins layout and drawing in
 * one call that marks nothing for screen readers and opens files and addresses; the engine joins the same
 * parts itself, with a layout that notes what each line is and a renderer that writes it down.
 */
const load = createRequire(import.meta.url)

export type FontkitGlyph = { id: number; advanceWidth: number; codePoints: number[] }
export type FontkitFont = {
  hasGlyphForCodePoint: (codePoint: number) => boolean
  getGlyph: (id: number, codePoints?: number[]) => FontkitGlyph
}
export type GlyphPosition = { xAdvance: number; advanceWidth: number }
export type GlyphRun = { glyphs: FontkitGlyph[]; positions: GlyphPosition[] }
export type EmbeddedFontConstructor = new (
  document: KitDocument,
  font: FontkitFont,
  id: string,
) => EmbeddedFont
export type EmbeddedFont = {
  constructor: EmbeddedFontConstructor
  font: FontkitFont
  subset: { glyphs: number[]; includeGlyph: (id: number) => number }
  scale: number
  widths: number[]
  unicode: number[][]
  layout: (text: string, features?: string[]) => GlyphRun
  layoutRun: (text: string, features?: string[] | Record<string, boolean>) => GlyphRun
  encode: (text: string, features?: string[]) => [string[], GlyphPosition[]]
  widthOfString: (text: string, size: number, features?: string[] | null) => number
}

export type StructContent = { readonly refs: unknown[] }
export type StructElement = {
  dictionary: { data: Record<string, unknown> }
  add: (child: StructElement | StructContent) => StructElement
  end: () => void
}
export type Outline = {
  addItem: (title: string, options: { expanded: boolean; top: number; left: number }) => Outline
}
export type KitPage = { width: number; height: number }

export type KitOptions = {
  pdfVersion: string
  tagged: boolean
  displayTitle: boolean
  compress: boolean
  lang: string
  info: Record<string, string | Date>
  autoFirstPage: false
  font: null
  userPassword?: string
  permissions?: Record<string, unknown>
}

export type KitDocument = Readable & {
  page: KitPage
  info: Record<string, string | Date>
  outline: Outline
  fonts: Record<string, unknown>
  _font: EmbeddedFont
  _fontCount: number
  _fontFamilies: Record<string, EmbeddedFont>
  provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont
  getFontFile(family: string, bold: boolean, italics: boolean): string | null
  font(source: string): KitDocument
  registerFont(name: string, source: Uint8Array): KitDocument
  markContent(tag: string, options?: Record<string, unknown>): KitDocument
  markStructureContent(tag: string): StructContent
  endMarkedContent(): KitDocument
  struct(type: string, options?: Record<string, unknown>): StructElement
  addStructure(element: StructElement): KitDocument
  _addInfo(): void
  end(): void
}

export type Inline = {
  text: string
  width: number
  fontSize: number
  font: EmbeddedFont
  fontFeatures?: string[] | null
  characterSpacing?: number
  noWrap?: boolean
  noNewLine?: boolean
  lineEnd?: boolean
  leadingCut: number
  trailingCut: number
}
export type Line = {
  inlines: Inline[]
  lastLineInParagraph?: boolean
  addInline: (inline: Inline) => void
  getAvailableWidth: () => number
  hasEnoughSpaceForInline: (inline: Inline, next: Inline[]) => boolean
}

/** A node as pdfmake keeps it while laying out: the definition's properties and its own. */
export type LaidNode = Record<string, unknown>
export type PageItem = { type: string; item: Record<string, unknown> }
export type LaidPage = { items: PageItem[]; watermark?: unknown }

export type LayoutBuilderBase = {
  writer: { context: () => { availableWidth: number } }
  registerTableLayouts(layouts: Record<string, unknown>): void
  layoutDocument(...parts: unknown[]): LaidPage[]
  tryLayoutDocument(...parts: unknown[]): unknown
  processNode(node: LaidNode, isVerticalAlignmentAllowed?: boolean): void
  buildNextLine(node: LaidNode): Line | null
  addBackground(background: unknown): void
  addHeadersAndFooters(header: unknown, footer: unknown): void
}
export type RendererBase = {
  pdfDocument: KitDocument
  renderPages(pages: LaidPage[]): void
  renderLine(line: LaidNode, x: number, y: number): void
  renderVector(vector: LaidNode): void
  renderImage(image: LaidNode): void
  renderSVG(svg: LaidNode): void
  renderWatermark(page: LaidPage): void
  beginClip(rect: unknown): void
  endClip(): void
  beginVerticalAlignment(item: unknown): void
  endVerticalAlignment(item: unknown): void
}

function part<T>(file: string): T {
  return (load(`pdfmake/js/${file}.js`) as { default: T }).default
}

export const PdfmakeDocument =
  part<
    new (
      fonts: Record<string, unknown>,
      images: Record<string, string>,
      patterns: Record<string, unknown>,
      attachments: Record<string, unknown>,
      options: KitOptions,
      virtualFiles: null,
      localAccessPolicy: (path: string) => boolean,
    ) => KitDocument
  >('PDFDocument')

export const LayoutBuilder =
  part<
    new (
      pageSize: { width: number; height: number },
      pageMargins: unknown,
      svgMeasure: object,
    ) => LayoutBuilderBase
  >('LayoutBuilder')

export const Renderer =
  part<new (document: KitDocument, onProgress: (fraction: number) => void) => RendererBase>(
    'Renderer',
  )

export const PdfLine = part<new (maxWidth: number) => Line>('Line')
export const SvgMeasure = part<new () => object>('SVGMeasure')

export const pageSizes = load('pdfmake/js/PageSize.js') as {
  normalizePageSize: (
    size: unknown,
    orientation: string | undefined,
  ) => { width: number; height: number; orientation: string }
  normalizePageMargin: (margin: unknown) => unknown
}
export const standardTableLayouts = (
  load('pdfmake/js/tableLayouts.js') as { tableLayouts: Record<string, unknown> }
).tableLayouts
