import { textOperators } from './drawText.ts'
import { fadeState } from './fade.ts'
import type { FontFamily, FontSource } from './fonts.ts'
import { FONT_FAMILIES, isFontFamily, MAIN_FONT } from './fonts.ts'
import { createPairShaper, type PairShaper } from './pairShaping.ts'
import type {
  EmbeddedFont,
  EmbeddedFontConstructor,
  FontkitFont,
  FontkitGlyph,
  GlyphRun,
  KitOptions,
  KitReference,
} from './pdfmakeInternals.ts'
import { PdfmakeDocument } from './pdfmakeInternals.ts'
import type { Fading } from './picture.ts'
import { quickToDeflate } from './quickDeflate.ts'

/** Coverage by family, shared by the documents of a process: numbers only, no text. */
const coverage = new Map<FontFamily, Map<number, boolean>>()

/** Likewise how far letters move before each other. */
const shapers = new Map<string, PairShaper>()
const parsed = new Map<string, Tables>()
type Tables = { font: FontkitFont; Embedded: EmbeddedFontConstructor }
const WORD = /[^ \t]*[ \t]|[^ \t]+/g
const ZERO_WIDTH_SPACE = 0x200b
const NO_BYTES = new Uint8Array()

/** A document that reads a font when its first glyph is asked for and opens nothing else. */
export class EngineDocument extends PdfmakeDocument {
  readonly #fonts: FontSource
  readonly #options: KitOptions
  #fades = 0
  #pageTotal: { size: number; form: KitReference } | null = null
  /** Pages of which nothing more is kept than their number. */
  #emptied = 0
  readonly #opened = new Map<string, EmbeddedFont>()

  constructor(fonts: FontSource, options: KitOptions) {
    // SECURITY: the definition names neither files nor addresses; pdfmake's local access is refused outright.
    super({}, {}, {}, {}, options, null, () => false)
    this.#fonts = fonts
    this.#options = options
    this.fonts = Object.fromEntries(FONT_FAMILIES.map(family => [family, family]))
  }

  override getFontFile(family: string, bold: boolean, italics: boolean): string {
    const known = isFontFamily(family) ? family : MAIN_FONT
    this.provideFont(known, bold, italics)
    return this.#fonts.nameOf(known, bold, italics)
  }

  override provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont {
    const known = isFontFamily(family) ? family : MAIN_FONT
    const name = this.#fonts.nameOf(known, bold, italics)
    const opened = this.#opened.get(name)
    if (opened !== undefined) return opened
    const font = this.#open(name, () => this.#fonts.read(known, bold, italics))
    shapeWithoutLoss(font)
    if (known === MAIN_FONT) shapeByPairs(font, this.#pairsOf(name, font))
    keepCodePoints(font)
    this.#opened.set(name, font)
    return font
  }

  #pairsOf(name: string, font: EmbeddedFont): PairShaper {
    const known = shapers.get(name)
    if (known !== undefined) return known
    const made = createPairShaper(font.font)
    shapers.set(name, made)
    return made
  }

  #open(name: string, read: () => Uint8Array): EmbeddedFont {
    const { font: tables, Embedded } = this.#tablesOf(name, read)
    this._fontCount += 1
    const font = new Embedded(this, tables, `F${this._fontCount}`)
    this.registerFont(name, NO_BYTES)
    this._fontFamilies[name] = font
    return font
  }

  /**
   * Reading a font file's tables takes longer than a page: they are read once for all documents. A document of its own
   * reads them, so that the numbers of this one's fonts do not depend on whether they had been read.
   */
  #tablesOf(name: string, read: () => Uint8Array): Tables {
    const known = parsed.get(name)
    if (known !== undefined) return known
    const reader = new PdfmakeDocument({}, {}, {}, {}, this.#options, null, () => false)
    reader.registerFont(name, read()).font(name)
    const { font, constructor: Embedded } = reader._font
    nameGlyphsByText(font)
    const tables = { font, Embedded }
    parsed.set(name, tables)
    return tables
  }

  override ref(data?: Record<string, unknown>): KitReference {
    return quickToDeflate(super.ref(data))
  }

  /** The name, on the page that is drawn, of a state that fades what is drawn at its ends. */
  provideFade(x: number, width: number, fading: Fading): string {
    this.#fades += 1
    const name = `Fade${this.#fades}`
    this.page.ext_gstates[name] = fadeState(this, x, width, fading)
    return name
  }

  /** The name, on the page that is drawn, of what shows the number of pages once it is known. */
  providePageTotal(size: number): string {
    this.#pageTotal ??= {
      size,
      form: this.ref({
        Type: 'XObject',
        Subtype: 'Form',
        FormType: 1,
        BBox: [-size, -2 * size, 12 * size, 2 * size],
      }),
    }
    this.page.xobjects.PageTotal = this.#pageTotal.form
    return 'PageTotal'
  }

  /**
   * Writes the pages that are drawn, keeps of them only what the end of the file names, and hands over what was written
   * since the last time. What comes next may not draw on them any more.
   */
  takeWritten(): Uint8Array<ArrayBuffer> {
    this.flushPages()
    const { Kids: pages } = this._root.data.Pages.data
    for (; this.#emptied < pages.length; this.#emptied += 1) {
      const page = pages[this.#emptied]
      if (page !== undefined) page.data = {}
    }
    const { _items: elementsByPage } = this.getStructParentTree()
    for (const [page, elements] of Object.entries(elementsByPage)) {
      if (!Array.isArray(elements)) continue
      const list = this.ref(elements as unknown as Record<string, unknown>)
      list.end()
      list.data = {}
      elementsByPage[page] = list
    }
    return this.#read()
  }

  /** Ends the document and hands over what was written since the last time. */
  takeRest(): Uint8Array<ArrayBuffer> {
    this.end()
    return this.#read()
  }

  #read(): Uint8Array<ArrayBuffer> {
    const written: unknown = this.read()
    return written instanceof Uint8Array ? new Uint8Array(written) : new Uint8Array()
  }

  override end(): void {
    this.#endPageTotal()
    super.end()
  }

  #endPageTotal(): void {
    if (this.#pageTotal === null) return
    const { size, form } = this.#pageTotal
    const font = this.provideFont(MAIN_FONT, false, false)
    const text = String(this._root.data.Pages.data.Kids.length)
    const shown = textOperators(this, { text, font, size, x: 0, y: 0, characterSpacing: 0 })
    form.data.Resources = { Font: { [font.id]: font.ref() } }
    form.end(`BT 0 0 0 rg ${shown} ET`)
  }

  /** Whether the family's upright face has a glyph for the code point. */
  hasGlyph(family: FontFamily, codePoint: number): boolean {
    let known = coverage.get(family)
    if (known === undefined) {
      known = new Map()
      coverage.set(family, known)
    }
    const seen = known.get(codePoint)
    if (seen !== undefined) return seen
    const name = this.#fonts.nameOf(family, false, false)
    const { font } = this.#tablesOf(name, () => this.#fonts.read(family, false, false))
    const has = font.hasGlyphForCodePoint(codePoint)
    known.set(codePoint, has)
    return has
  }

  /** pdfkit puts the title into XML as it is; a name with `&` or `<` would break the metadata. */
  override _addInfo(): void {
    const info = this.info
    this.info = Object.fromEntries(
      Object.entries(info).map(([key, value]) => [
        key,
        typeof value === 'string' ? escapeXml(value) : value,
      ]),
    )
    super._addInfo()
    this.info = info
  }
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, one => `&#${one.charCodeAt(0)};`)
}

/**
 * fontkit keeps one object per glyph, with the characters that first led to it. Where other characters
 * lead to the same glyph, they get an object of their own, so that each knows what it stands for.
 */
function nameGlyphsByText(font: FontkitFont): void {
  const original = font.getGlyph.bind(font)
  font.getGlyph = (id, codePoints) => {
    const glyph = original(id, codePoints)
    if (codePoints === undefined || codePoints.join() === glyph.codePoints.join()) return glyph
    return Object.assign(Object.create(glyph) as typeof glyph, { codePoints })
  }
}

/**
 * A font may draw one character from several glyphs, a letter and its dot below, say. Only the first then
 * stands for the character and readers invent a letter for the others, so the run is shaped once more
 * with the whole letter of the font. Glyphs that still stand for nothing get an invisible character.
 */
function shapeWithoutLoss(font: EmbeddedFont): void {
  const original = font.layoutRun.bind(font)
  font.layoutRun = (text, features) => {
    const run = original(text, features)
    if (run.glyphs.every(glyph => glyph.codePoints.length > 0)) return run
    const asked = Array.isArray(features) ? features.map(feature => [feature, true]) : []
    const whole = original(text, { ...Object.fromEntries(asked), ccmp: false })
    whole.glyphs = whole.glyphs.map(glyph =>
      glyph.codePoints.length > 0
        ? glyph
        : Object.assign(Object.create(glyph) as typeof glyph, { codePoints: [ZERO_WIDTH_SPACE] }),
    )
    return whole
  }
}

/** Words of plain letters are put together from pairs of them, see `createPairShaper`; the rest is shaped as a whole. */
function shapeByPairs(font: EmbeddedFont, pairs: PairShaper): void {
  const shapeWhole = font.layoutCached.bind(font)
  font.layoutCached = word => pairs.shape(word) ?? shapeWhole(word)
  const wordWidth = (word: string): number => pairs.widthOf(word) ?? shapeWhole(word).advanceWidth
  font.widthOfString = (text, size, features) => {
    if (features) return (font.layoutRun(text, features).advanceWidth * size) / 1000
    const [first = '', ...more] = wordsOf(text)
    return (more.reduce((sum, word) => sum + wordWidth(word), wordWidth(first)) * size) / 1000
  }
  const layoutWhole = font.layout.bind(font)
  font.layout = (text, features) => {
    if (features) return layoutWhole(text, features)
    const [first = '', ...more] = wordsOf(text)
    if (more.length === 0) return font.layoutCached(first)
    const whole: GlyphRun = { glyphs: [], positions: [], advanceWidth: 0 }
    for (const word of [first, ...more]) {
      const run = font.layoutCached(word)
      whole.glyphs.push(...run.glyphs)
      whole.positions.push(...run.positions)
      whole.advanceWidth += run.advanceWidth
    }
    return whole
  }
}

/** As pdfkit shapes them: each with the space after it. */
function wordsOf(text: string): string[] {
  const end = text.length - 1
  const space = text.indexOf(' ')
  const isWord = (space < 0 || space === end) && !text.includes('\t')
  return isWord ? [text] : (text.match(WORD) ?? [])
}

/**
 * Makes copied and searched text equal what was written. pdfkit notes one text per glyph, the first that
 * used it; where two characters share a glyph (a Han character and its radical, say) the second would
 * come out as the first. Here each pair of glyph and text gets an entry of its own.
 */
function keepCodePoints(font: EmbeddedFont): void {
  const entries = new Map<string, number>()
  const used = new Set<number>()
  const seen = new Map<FontkitGlyph, string>()
  font.encode = (text, features) => {
    const { glyphs, positions } = font.layout(text, features)
    const hex = glyphs.map(glyph => {
      const known = seen.get(glyph)
      if (known !== undefined) return known
      const key = `${glyph.id}:${glyph.codePoints.join()}`
      let entry = entries.get(key)
      if (entry === undefined) {
        entry = used.has(glyph.id)
          ? font.subset.glyphs.push(glyph.id) - 1
          : font.subset.includeGlyph(glyph.id)
        used.add(glyph.id)
        entries.set(key, entry)
        font.widths[entry] = glyph.advanceWidth * font.scale
        font.unicode[entry] = glyph.codePoints
      }
      const code = entry.toString(16).padStart(4, '0')
      seen.set(glyph, code)
      return code
    })
    return [hex, positions]
  }
}
