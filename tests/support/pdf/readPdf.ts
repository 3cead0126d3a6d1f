import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type PdfText = {
  text: string
  /** Points from the lower left corner of the page. */
  left: number
  bottom: number
  right: number
  top: number
}
/** An element of the structure tree on one page; `text` is what stands in it and below it. */
export type PdfElement = {
  role: string
  text: string
  alt: string | null
  lang: string | null
  children: PdfElement[]
}
export type PdfPageContent = {
  width: number
  height: number
  /** Everything on the page in drawing order, white space collapsed. */
  text: string
  items: PdfText[]
  /** Every glyph that is drawn, also outside the page, where readers see and extract nothing. */
  drawn: string
  structure: PdfElement | null
  /** What is marked as no part of the text: running header and footer. */
  artifactText: string
}
export type PdfFont = { name: string; isEmbedded: boolean }
export type OutlineEntry = { title: string; page: number; children: OutlineEntry[] }
export type PdfContent = {
  pages: PdfPageContent[]
  text: string
  outline: OutlineEntry[]
  title: string | null
  language: string | null
  isTagged: boolean
  version: string | null
  xmpTitle: string | null
  fonts: PdfFont[]
}

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>
type Page = Awaited<ReturnType<Pdf['getPage']>>
type StructNode = {
  role?: string
  type?: string
  id?: string
  alt?: string
  lang?: string
  children?: StructNode[]
}
type RawOutline = { title: string; dest: unknown; items: RawOutline[] }

/** Collapses white space, as line ends of the layout are none of the text. */
export function normaliseSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Reads a PDF as another program would: its text, structure, outline, metadata and fonts. */
export async function readPdf(bytes: Uint8Array, password?: string): Promise<PdfContent> {
  const task = getDocument({
    data: bytes.slice(),
    verbosity: 0,
    fontExtraProperties: true,
    ...(password === undefined ? {} : { password }),
  })
  const pdf = await task.promise
  try {
    const pages: PdfPageContent[] = []
    const fonts = new Map<string, PdfFont>()
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      pages.push(await readPage(page))
      for (const font of await readFonts(page)) fonts.set(font.name, font)
    }
    const { info, metadata } = await pdf.getMetadata()
    const facts = info as Record<string, unknown>
    return {
      pages,
      text: normaliseSpace(pages.map(page => page.text).join(' ')),
      outline: await readOutline(pdf, (await pdf.getOutline()) as RawOutline[] | null),
      title: (facts.Title as string | undefined) ?? null,
      language: (facts.Language as string | undefined) ?? null,
      isTagged:
        ((await pdf.getMarkInfo()) as unknown as Map<string, boolean> | null)?.get('Marked') ===
        true,
      version: (facts.PDFFormatVersion as string | undefined) ?? null,
      xmpTitle: (metadata?.get('dc:title') as string | undefined) ?? null,
      fonts: [...fonts.values()],
    }
  } finally {
    await task.destroy()
  }
}

/** Fails when anything written stands wholly or partly outside its page. */
export async function expectNothingOutsidePage(bytes: Uint8Array): Promise<void> {
  const { pages } = await readPdf(bytes)
  const outside = pages.flatMap((page, index) => [
    ...page.items
      .filter(
        item =>
          item.left < 0 || item.bottom < 0 || item.right > page.width || item.top > page.height,
      )
      .map(item => `partly outside page ${index + 1}: ${item.text}`),
    ...(countLetters(page.drawn) > countLetters(page.text)
      ? [`drawn but not readable on page ${index + 1}`]
      : []),
  ])
  if (outside.length > 0) throw new Error(outside.join('\n'))
}

function countLetters(text: string): number {
  return text.replace(/\s/g, '').length
}

/** The elements of one role in reading order, on all pages. */
export function findElements(pdf: PdfContent, role: string): PdfElement[] {
  const within = (element: PdfElement): PdfElement[] => [
    ...(element.role === role ? [element] : []),
    ...element.children.flatMap(within),
  ]
  return pdf.pages.flatMap(page => (page.structure === null ? [] : within(page.structure)))
}

async function readPage(page: Page): Promise<PdfPageContent> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view
  const content = await page.getTextContent({
    includeMarkedContent: true,
    disableNormalization: true,
  })
  const byMark = new Map<string, string>()
  const open: Array<{ id: string | null; isArtifact: boolean }> = []
  const items: PdfText[] = []
  let text = ''
  let artifactText = ''
  for (const item of content.items) {
    if ('str' in item) {
      const piece = item.str + (item.hasEOL ? '\n' : '')
      text += piece
      const mark = open.at(-1)
      if (mark?.isArtifact === true) artifactText += `${piece} `
      if (mark?.id != null) byMark.set(mark.id, (byMark.get(mark.id) ?? '') + piece)
      if (item.str.trim() !== '') items.push(place(item))
    } else if (item.type === 'endMarkedContent') {
      open.pop()
    } else {
      open.push({ id: item.id ?? null, isArtifact: (item as { tag?: string }).tag === 'Artifact' })
      text += ' '
    }
  }
  const tree = (await page.getStructTree()) as StructNode | null
  return {
    width: right - left,
    height: top - bottom,
    text: normaliseSpace(text),
    items,
    drawn: await readDrawn(page),
    structure: tree === null ? null : readElement(tree, byMark),
    artifactText: normaliseSpace(artifactText),
  }
}

function place(item: { str: string; transform: number[]; width: number; height: number }): PdfText {
  const [a = 0, b = 0, , , x = 0, y = 0] = item.transform
  const length = Math.hypot(a, b) || 1
  const [alongX, alongY] = [a / length, b / length]
  const xs = [x, x + item.width * alongX, x - item.height * alongY]
  const ys = [y, y + item.width * alongY, y + item.height * alongX]
  return {
    text: item.str,
    left: Math.min(...xs),
    right: Math.max(...xs),
    bottom: Math.min(...ys),
    top: Math.max(...ys),
  }
}

function readElement(node: StructNode, byMark: Map<string, string>): PdfElement {
  const parts = node.children ?? []
  const children = parts
    .filter(part => part.role !== undefined)
    .map(part => readElement(part, byMark))
  let next = 0
  const text = parts.map(part =>
    part.role === undefined
      ? (byMark.get(part.id ?? '') ?? '')
      : ` ${children[next++]?.text ?? ''} `,
  )
  return {
    role: node.role ?? '',
    text: normaliseSpace(text.join('')),
    alt: node.alt ?? null,
    lang: node.lang ?? null,
    children,
  }
}

async function readDrawn(page: Page): Promise<string> {
  const { fnArray, argsArray } = await page.getOperatorList()
  return fnArray
    .flatMap((operator, index) =>
      operator === OPS.showText ? (argsArray[index] as Array<Array<{ unicode?: string }>>) : [],
    )
    .flat()
    .map(glyph => glyph.unicode ?? '')
    .join('')
}

async function readFonts(page: Page): Promise<PdfFont[]> {
  const operators = await page.getOperatorList()
  const names = new Set<string>()
  for (const args of operators.argsArray as unknown[]) {
    const name = Array.isArray(args) ? args[0] : null
    if (typeof name === 'string' && page.commonObjs.has(name)) names.add(name)
  }
  return [...names].map(name => {
    const font = page.commonObjs.get(name) as { name: string; missingFile: boolean }
    return { name: font.name, isEmbedded: !font.missingFile }
  })
}

async function readOutline(pdf: Pdf, entries: RawOutline[] | null): Promise<OutlineEntry[]> {
  return Promise.all(
    (entries ?? []).map(async entry => {
      const [target] = entry.dest as [Parameters<Pdf['getPageIndex']>[0]]
      return {
        title: entry.title,
        page: (await pdf.getPageIndex(target)) + 1,
        children: await readOutline(pdf, entry.items),
      }
    }),
  )
}
