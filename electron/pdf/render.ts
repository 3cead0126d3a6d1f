import type { PdfDefinition } from './definition.ts'
import { EngineDocument } from './engineDocument.ts'
import type { FontSource } from './fonts.ts'
import { MAIN_FONT } from './fonts.ts'
import type { RenderPhase } from './job.ts'
import { pageSizes, standardTableLayouts } from './pdfmakeInternals.ts'
import { PictureMeasure } from './pictureMeasure.ts'
import { countNodes, prepareNode, prepareRunning } from './prepareDefinition.ts'
import type { FontCoverage } from './splitByFont.ts'
import { showInvisible } from './splitByFont.ts'
import { writeStructureTree } from './structure.ts'
import { TaggedLayout } from './taggedLayout.ts'
import { TaggedRenderer } from './taggedRenderer.ts'

export type RenderProgress = (phase: RenderPhase, fraction: number) => void

const PRODUCER = 'MetBoard'
const DEFAULT_MARGIN = 40

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
  const has: FontCoverage = (family, codePoint) => document.hasGlyph(family, codePoint)
  const language = definition.language
  const size = pageSizes.normalizePageSize(
    typeof definition.pageSize === 'object' ? { ...definition.pageSize } : definition.pageSize,
    definition.pageOrientation,
  )
  const margins = pageSizes.normalizePageMargin(definition.pageMargins ?? DEFAULT_MARGIN)
  const total = countNodes(definition.content)
  const layout = new TaggedLayout(size, margins, new PictureMeasure(), laid =>
    onProgress('layout', Math.min(1, laid / total)),
  )
  layout.registerTableLayouts({ ...standardTableLayouts, ...definition.tableLayouts })
  const pages = layout.layoutDocument(
    prepareNode(definition.content, has, language),
    document,
    definition.styles ?? {},
    { fontSize: 9, ...definition.defaultStyle, font: MAIN_FONT },
    prepareRunning(definition.background, has, language),
    prepareRunning(definition.header, has, language),
    prepareRunning(definition.footer, has, language),
    definition.watermark,
  )
  const renderer = new TaggedRenderer(document, fraction => onProgress('draw', fraction))
  renderer.renderPages(pages)
  writeStructureTree(document, layout.root)
  document.end()
  const chunks: Uint8Array[] = []
  for await (const chunk of document) chunks.push(chunk as Uint8Array)
  return { bytes: new Uint8Array(Buffer.concat(chunks)), pages: pages.length }
}

function optionsOf(definition: PdfDefinition): ConstructorParameters<typeof EngineDocument>[1] {
  const { author, subject, keywords, password } = definition
  return {
    // Only this name makes pdfkit encrypt by AES-256.
    pdfVersion: password === undefined ? '1.7' : '1.7ext3',
    tagged: true,
    displayTitle: true,
    compress: true,
    lang: definition.language,
    info: {
      Title: showInvisible(definition.title),
      ...(author === undefined ? {} : { Author: showInvisible(author) }),
      ...(subject === undefined ? {} : { Subject: showInvisible(subject) }),
      ...(keywords === undefined ? {} : { Keywords: showInvisible(keywords) }),
      Creator: PRODUCER,
      Producer: PRODUCER,
      CreationDate: new Date(definition.createdAt),
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
