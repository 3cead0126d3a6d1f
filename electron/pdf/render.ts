import type { PdfAbout, PdfDefinition, PdfPart } from './definition.ts'
import { drawPart } from './drawPart.ts'
import { EngineDocument } from './engineDocument.ts'
import type { FontSource } from './fonts.ts'
import type { RenderProgress } from './job.ts'
import { showInvisible } from './splitByFont.ts'
import { openRoot, writePart, writeStructureTree } from './structure.ts'

const PRODUCER = 'MetBoard'

export type RenderedPdf = Readonly<{ bytes: Uint8Array<ArrayBuffer>; pages: number }>

/** The bytes of a definition alone, as `renderPages` makes them. */
export async function renderPdf(
  definition: PdfDefinition,
  fonts: FontSource,
): Promise<Uint8Array<ArrayBuffer>> {
  return (await renderPages(definition, fonts)).bytes
}

/**
 * Lays out and draws a definition as a tagged PDF with title, language and bookmarks.
 * Throws `DefinitionError`, `FontMissingError`, or an error of the layout.
 */
export async function renderPages(
  definition: PdfDefinition,
  fonts: FontSource,
  onProgress: RenderProgress = () => undefined,
): Promise<RenderedPdf> {
  const document = new EngineDocument(fonts, optionsOf(definition))
  const { language } = definition
  const options = { language, role: 'Document', isBranch: false, onProgress } as const
  const { pages, root } = drawPart(document, definition, options)
  writeStructureTree(document, root)
  return { bytes: document.takeRest(), pages }
}

/** A part of a longer document, made when its turn comes. */
export type NextPart = Readonly<{
  /** Its pages; how many pages stand before it is known by then. */
  part: (pagesBefore: number) => PdfPart
  /** Its bookmarks stand below its first one. */
  isBranch: boolean
}>

/**
 * Draws one part after the other into one document and hands over its bytes as they are written, so that it holds no more
 * than one part in memory. Gives the number of pages. Throws as `renderPages` does, and what `parts` throws.
 */
export async function renderParts(
  about: PdfAbout,
  parts: AsyncIterable<NextPart>,
  fonts: FontSource,
  onWritten: (bytes: Uint8Array<ArrayBuffer>) => void,
): Promise<number> {
  const document = new EngineDocument(fonts, optionsOf(about))
  const whole = openRoot(document)
  let pages = 0
  for await (const { part, isBranch } of parts) {
    const drawn = drawPart(document, part(pages), {
      language: about.language,
      role: 'Part',
      isBranch,
      onProgress: () => undefined,
    })
    pages += drawn.pages
    writePart(document, whole, drawn.root)
    onWritten(document.takeWritten())
  }
  whole.end()
  onWritten(document.takeRest())
  return pages
}

function optionsOf(about: PdfAbout): ConstructorParameters<typeof EngineDocument>[1] {
  const { author, subject, keywords, password } = about
  return {
    // Only this name makes pdfkit encrypt by AES-256.
    pdfVersion: password === undefined ? '1.7' : '1.7ext3',
    tagged: true,
    displayTitle: true,
    compress: true,
    lang: about.language,
    info: {
      Title: showInvisible(about.title),
      ...(author === undefined ? {} : { Author: showInvisible(author) }),
      ...(subject === undefined ? {} : { Subject: showInvisible(subject) }),
      ...(keywords === undefined ? {} : { Keywords: showInvisible(keywords) }),
      Creator: PRODUCER,
      Producer: PRODUCER,
      CreationDate: new Date(about.createdAt),
    },
    autoFirstPage: false,
    font: null,
    ...(password === undefined
      ? {}
      : {
          userPassword: password,
          permissions: {
            printing: 'highResolution',
            copying: true,
            annotating: true,
            contentAccessibility: true,
            fillingForms: true,
            documentAssembly: true,
            modifying: true,
          },
        }),
  }
}
