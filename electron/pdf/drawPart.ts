import type { PdfPart } from './definition.ts'
import type { EngineDocument } from './engineDocument.ts'
import { MAIN_FONT } from './fonts.ts'
import type { RenderProgress } from './job.ts'
import { pageSizes, standardTableLayouts } from './pdfmakeInternals.ts'
import { PictureMeasure } from './pictureMeasure.ts'
import { countNodes, prepareNode, prepareRunning } from './prepareDefinition.ts'
import type { FontCoverage } from './splitByFont.ts'
import type { Structure } from './structure.ts'
import { TaggedLayout } from './taggedLayout.ts'
import { TaggedRenderer } from './taggedRenderer.ts'

const DEFAULT_MARGIN = 40

export type Drawn = Readonly<{ pages: number; root: Structure }>

export type DrawOptions = Readonly<{
  language: string
  /** Of the part in the structure of the document. */
  role: 'Document' | 'Part'
  /** The bookmarks of the part stand below its first one. */
  isBranch: boolean
  onProgress: RenderProgress
}>

/** Lays out and draws the pages of a part; its structure is still to be written into the document. */
export function drawPart(
  document: EngineDocument,
  part: PdfPart,
  { language, role, isBranch, onProgress }: DrawOptions,
): Drawn {
  const has: FontCoverage = (family, codePoint) => document.hasGlyph(family, codePoint)
  const size = pageSizes.normalizePageSize(
    typeof part.pageSize === 'object' ? { ...part.pageSize } : part.pageSize,
    part.pageOrientation,
  )
  const margins = pageSizes.normalizePageMargin(part.pageMargins ?? DEFAULT_MARGIN)
  const total = countNodes(part.content)
  const layout = new TaggedLayout(size, margins, new PictureMeasure(), role, laid =>
    onProgress('layout', Math.min(1, laid / total)),
  )
  layout.registerTableLayouts({ ...standardTableLayouts, ...part.tableLayouts })
  const pages = layout.layoutDocument(
    prepareNode(part.content, has, language),
    document,
    part.styles ?? {},
    { fontSize: 9, ...part.defaultStyle, font: MAIN_FONT },
    prepareRunning(part.background, has, language),
    prepareRunning(part.header, has, language),
    prepareRunning(part.footer, has, language),
    part.watermark,
  )
  new TaggedRenderer(document, isBranch, fraction => onProgress('draw', fraction)).renderPages(
    pages,
  )
  return { pages: pages.length, root: layout.root }
}
