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
  unitsPerEm: number
  layout: (text: string, features?: string[], script?: string) => GlyphRun & { script: string }
  hasGlyphForCodePoint: (codePoint: number) => boolean
  getGlyph: (id: number, codePoints?: number[]) => FontkitGlyph
}
export type GlyphPosition = {
  xAdvance: number
  yAdvance: number
  xOffset: number
  yOffset: number
  advanceWidth: number
}
export type GlyphRun = { glyphs: FontkitGlyph[]; positions: GlyphPosition[]; advanceWidth: number }
export type EmbeddedFontConstructor = new (
  document: KitDocument,
  font: FontkitFont,
  id: string,
) => EmbeddedFont
export type EmbeddedFont = {
  constructor: EmbeddedFontConstructor
  font: FontkitFont
  id: string
  ascender: number
  ref: () => unknown
  lineHeight: (size: number) => number
  layoutCached: (text: string) => GlyphRun
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
export type KitPage = {
  width: number
  height: number
  dictionary: KitReference
  resources: KitReference
  fonts: Record<string, unknown>
  xobjects: Record<string, unknown>
  ext_gstates: Record<string, unknown>
}
export type KitReference = {
  data: Record<string, unknown>
  buffer: Uint8Array[]
  compress: boolean
  end: (content?: string) => void
  write: (content: string) => void
  finalize: () => void
}

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
  _root: { data: { Pages: { data: { Kids: KitReference[] } } } }
  _fontFamilies: Record<string, EmbeddedFont>
  provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont
  getFontFile(family: string, bold: boolean, italics: boolean): string | null
  font(source: string): KitDocument
  registerFont(name: string, source: Uint8Array): KitDocument
  addContent(operators: string): KitDocument
  ref(data?: Record<string, unknown>): KitReference
  opacity(value: number): KitDocument
  markContent(tag: string, options?: Record<string, unknown>): KitDocument
  markStructureContent(tag: string): StructContent
  endMarkedContent(): KitDocument
  struct(type: string, options?: Record<string, unknown>): StructElement
  addStructure(element: StructElement): KitDocument
  getStructParentTree(): { _items: Record<string, unknown> }
  flushPages(): void
  _addInfo(): void
  end(): void
}

/** What a text can say of its looks, as pdfmake keeps it for a word. */
export type WordStyle = {
  font?: string
  bold?: boolean
  italics?: boolean
  fontSize?: number
  lineHeight?: number
  alignment?: string
  fontFeatures?: string[] | null
  characterSpacing?: number
  color?: string
  background?: string | null
  decoration?: string | string[] | null
  decorationColor?: string | null
  decorationStyle?: string | null
  decorationThickness?: number | null
  noWrap?: boolean | null
  opacity?: number
  sup?: boolean
  sub?: boolean
  link?: unknown
  linkToPage?: unknown
  linkToDestination?: unknown
  preserveLeadingSpaces?: boolean
  preserveTrailingSpaces?: boolean
  leadingIndent?: number
}
/** A word as it is set: text with the space after it. */
export type Inline = Omit<WordStyle, 'font'> & {
  text: string
  font: EmbeddedFont
  fontSize: number
  color: string
  width: number
  height: number
  x: number
  leadingCut: number
  trailingCut: number
  lineEnd?: boolean
  noNewLine?: boolean
  justifyShift?: number
  style?: unknown
  _pageNodeRef?: unknown
}
/** pdfmake's stack of the styles that hold for a node. */
export type StyleStack = {
  getProperty: (name: string) => unknown
  defaultStyle: Record<string, unknown> | null
  /** Names of styles, and nodes that say styles themselves; a later one holds. */
  styleOverrides: readonly (string | Record<string, unknown>)[]
}
export type Line = {
  inlines: Inline[]
  lastLineInParagraph?: boolean
  addInline: (inline: Inline) => void
  getAvailableWidth: () => number
  getHeight: () => number
  getAscenderHeight: () => number
  hasEnoughSpaceForInline: (inline: Inline, next: Inline[]) => boolean
}

/** A node as pdfmake keeps it while laying out: the definition's properties and its own. */
export type LaidNode = Record<string, unknown>
export type PageItem = { type: string; item: Record<string, unknown> }
export type LaidPage = { items: PageItem[]; watermark?: unknown }

export type LayoutBuilderBase = {
  docMeasure: { textInlines: TextInlinesBase }
  writer: { context: () => { availableWidth: number } }
  registerTableLayouts(layouts: Record<string, unknown>): void
  layoutDocument(...parts: unknown[]): LaidPage[]
  tryLayoutDocument(content: unknown, document: KitDocument, ...rest: unknown[]): unknown
  processNode(node: LaidNode, isVerticalAlignmentAllowed?: boolean): void
  buildNextLine(node: LaidNode): Line | null
  addBackground(background: unknown): void
  addHeadersAndFooters(header: unknown, footer: unknown): void
}
/** The words of a text, and how wide it is at least and at most. */
export type BuiltInlines = { items: Inline[]; minWidth: number; maxWidth: number }
export type TextInlinesBase = {
  pdfDocument: KitDocument
  buildInlines(text: unknown, styles: StyleStack): BuiltInlines
  widthOfText(text: string, word: Inline): number
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

export const TextBreaker =
  part<
    new () => {
      getBreaks: (
        texts: readonly string[],
        styles: StyleStack | null,
      ) => { text: string; lineEnd?: boolean }[]
    }
  >('TextBreaker')
export const TextInlines = part<new (document: KitDocument) => TextInlinesBase>('TextInlines')
export const PdfLine = part<new (maxWidth: number) => Line>('Line')
export const SvgMeasure =
  part<
    new () => {
      measureSVG(svg: unknown): { width: number | undefined; height: number | undefined }
      writeDimensions(svg: unknown, size: { width: number; height: number }): unknown
    }
  >('SVGMeasure')

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
