import type { Bookmark } from './definition.ts'
import { drawLine, isSimpleLine } from './drawLine.ts'
import { drawPicture } from './drawPicture.ts'
import { drawVector, isSimpleVector } from './drawVector.ts'
import type { EngineDocument } from './engineDocument.ts'
import type { KitDocument, KitPage, LaidNode, LaidPage, Line, Outline } from './pdfmakeInternals.ts'
import { Renderer } from './pdfmakeInternals.ts'
import { isPlacedPicture } from './pictureMeasure.ts'
import type { Mark } from './structure.ts'
import { openElement } from './structure.ts'
import { noteOf } from './taggedLayout.ts'

/** pdfmake's renderer, wrapping what it draws in marked content of the structure tree or of an artifact. */
export class TaggedRenderer extends Renderer {
  #open: { mark: Mark; page: KitPage } | null = null
  #isOpaque = true
  readonly #document: EngineDocument
  readonly #outlines = new Map<string, Outline>()

  /** The bookmark that holds the others; null where none does. */
  #branch: Outline | null = null
  readonly #isBranch: boolean

  constructor(document: EngineDocument, isBranch: boolean, onProgress: (fraction: number) => void) {
    super(document, onProgress)
    this.#document = document
    this.#isBranch = isBranch
  }

  override renderPages(pages: LaidPage[]): void {
    super.renderPages(pages)
    this.#close()
  }

  override renderLine(line: LaidNode, x: number, y: number): void {
    const { inlines } = line as unknown as Line
    const note = noteOf(line) ?? noteOf((inlines[0] ?? {}) as unknown as LaidNode)
    if (note === null) this.#mark('Layout')
    else if (inlines.some(inline => inline.text !== '')) {
      this.#mark(note.drawn.once ? 'Pagination' : note.mark)
      if (note.bookmark !== null && !note.drawn.once) this.#addBookmark(note.bookmark, x, y)
      note.drawn.once = true
    }
    const plain = line as unknown as Line
    if (isSimpleLine(plain)) {
      this.#beOpaque()
      drawLine(this.pdfDocument, plain, x, y)
    } else super.renderLine(line, x, y)
  }

  override renderVector(vector: LaidNode): void {
    this.#mark(noteOf(vector)?.mark ?? 'Layout')
    if (isSimpleVector(vector)) {
      this.#beOpaque()
      drawVector(this.pdfDocument, vector)
      return
    }
    super.renderVector(vector)
    this.#isOpaque = false
  }

  override renderImage(image: LaidNode): void {
    this.#markPicture(image)
    super.renderImage(image)
  }

  override renderSVG(svg: LaidNode): void {
    this.#markPicture(svg)
    if (isPlacedPicture(svg.svg)) {
      const { picture, language } = svg.svg
      const { x, y, _width: width } = svg as Record<string, number>
      const scale = Number(width) / picture.width
      this.#beOpaque()
      drawPicture(this.#document, picture, { x: Number(x), y: Number(y), scale, language })
      return
    }
    // SECURITY: a drawing refers to nothing outside itself, and its text stays out of the log.
    svg.options = {
      imageCallback: refuseReference,
      documentCallback: refuseReference,
      warningCallback: () => undefined,
    }
    super.renderSVG(svg)
  }

  override renderWatermark(page: LaidPage): void {
    this.#mark('Pagination')
    super.renderWatermark(page)
    this.#isOpaque = false
  }

  override beginClip(rect: unknown): void {
    this.#close()
    super.beginClip(rect)
  }

  override endClip(): void {
    this.#close()
    super.endClip()
  }

  override beginVerticalAlignment(item: unknown): void {
    this.#close()
    super.beginVerticalAlignment(item)
  }

  override endVerticalAlignment(item: unknown): void {
    this.#close()
    super.endVerticalAlignment(item)
  }

  /** What pdfmake drew before may have been transparent. */
  #beOpaque(): void {
    if (!this.#isOpaque) this.pdfDocument.opacity(1)
    this.#isOpaque = true
  }

  #markPicture(picture: LaidNode): void {
    const mark = noteOf(picture)?.mark ?? 'Layout'
    const { x, y, _width: width, _height: height } = picture as Record<string, number>
    const isBox = [x, y, width, height].every(one => typeof one === 'number')
    if (typeof mark === 'object' && isBox) {
      const [left, top] = [Number(x), Number(y)]
      openElement(this.pdfDocument, mark, [left, top, left + Number(width), top + Number(height)])
    }
    this.#mark(mark)
  }

  /** Neighbours of one element or kind of artifact share one sequence of marked content. */
  #mark(mark: Mark): void {
    const document: KitDocument = this.pdfDocument
    if (this.#open?.mark === mark && this.#open.page === document.page) return
    this.#close()
    if (typeof mark === 'string') {
      document.markContent('Artifact', { type: mark })
    } else {
      const content = document.markStructureContent(mark.role)
      openElement(document, mark).add(content)
      mark.hasContent = true
    }
    this.#open = { mark, page: document.page }
  }

  #close(): void {
    // A page that ends closes its marks itself.
    if (this.#open !== null && this.#open.page === this.pdfDocument.page) {
      this.pdfDocument.endMarkedContent()
    }
    this.#open = null
  }

  #addBookmark(bookmark: Bookmark, x: number, y: number): void {
    const { page, outline } = this.pdfDocument
    const parent = bookmark.parent === undefined ? undefined : this.#outlines.get(bookmark.parent)
    const isTrunk = this.#isBranch && this.#branch === null
    const added = (parent ?? this.#branch ?? outline).addItem(bookmark.title, {
      expanded: bookmark.expanded ?? !isTrunk,
      top: Math.max(0, y),
      left: page.width - Math.max(0, x),
    })
    if (isTrunk) this.#branch = added
    if (bookmark.id !== undefined) this.#outlines.set(bookmark.id, added)
  }
}

function refuseReference(): never {
  throw new Error('a drawing refers to something outside itself')
}
