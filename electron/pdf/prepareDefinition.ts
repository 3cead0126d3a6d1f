import type { PdfDefinition, PdfNode, RunningNode, TextNode, TextRun } from './definition.ts'
import { MAIN_FONT } from './fonts.ts'
import type { FontCoverage } from './splitByFont.ts'
import { showInvisible, splitByFont } from './splitByFont.ts'
import { splitSvgText } from './svgText.ts'

type Prepared = Record<string, unknown>

/** Thrown for a definition that would open a file or leave a picture without words. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError'
}

/** A copy of the content, because pdfmake writes into what it lays out, with each text split by font. */
export function prepareNode(node: PdfNode, has: FontCoverage, language: string | null): Prepared {
  if (typeof node === 'string') return prepareText({ text: node }, has, language)
  const lang = node.lang ?? language
  const each = (nodes: PdfNode[]): Prepared[] => nodes.map(one => prepareNode(one, has, lang))
  const base: Prepared = { ...node }
  if (node.bookmark !== undefined) {
    base.bookmark = { ...node.bookmark, title: showInvisible(node.bookmark.title) }
  }
  if ('text' in node) return { ...base, ...prepareText(node, has, lang) }
  if ('stack' in node) return { ...base, stack: each(node.stack) }
  if ('columns' in node) return { ...base, columns: each(node.columns) }
  if ('ul' in node) return { ...base, ul: each(node.ul) }
  if ('ol' in node) return { ...base, ol: each(node.ol) }
  if ('table' in node) {
    const body = node.table.body.map(row =>
      row.map(cell => (isSpanned(cell) ? {} : prepareNode(cell, has, lang))),
    )
    const widths = Array.isArray(node.table.widths) ? [...node.table.widths] : node.table.widths
    return { ...base, table: { ...node.table, body, ...(widths === undefined ? {} : { widths }) } }
  }
  requireWords(node)
  if ('alt' in node) base.alt = showInvisible(node.alt)
  if ('svg' in node) return { ...base, svg: splitSvgText(node.svg, has, lang) }
  // pdfmake places it as it places SVG; `PictureMeasure` and the renderer know it.
  if ('picture' in node) return { ...base, svg: { picture: node.picture, language: lang } }
  if ('image' in node) {
    // SECURITY: pictures come as data, so that no path and no address is opened.
    if (!node.image.startsWith('data:image/')) throw new DefinitionError('picture is not data')
    return base
  }
  return { ...base, canvas: node.canvas.map(vector => structuredClone(vector)) }
}

/** A header, footer or background as the function that pdfmake calls for each page. */
export function prepareRunning(
  running: RunningNode | undefined,
  has: FontCoverage,
  language: string | null,
): ((...page: [number, number, { width: number; height: number }]) => Prepared | null) | undefined {
  if (running === undefined) return undefined
  return (...page) => {
    const node = typeof running === 'function' ? running(...page) : running
    return node === null ? null : prepareNode(node, has, language)
  }
}

/** How many nodes the layout will pass, header and footer left out: the measure of its progress. */
export function countNodes(node: PdfNode): number {
  if (typeof node === 'string') return 1
  if ('stack' in node) return 1 + sum(node.stack)
  if ('columns' in node) return 1 + sum(node.columns)
  if ('ul' in node) return 1 + sum(node.ul)
  if ('ol' in node) return 1 + sum(node.ol)
  if ('table' in node) {
    return 1 + sum(node.table.body.flat().filter((cell): cell is PdfNode => !isSpanned(cell)))
  }
  return 1
}

function sum(nodes: PdfNode[]): number {
  return nodes.reduce((total, node) => total + countNodes(node), 0)
}

function isSpanned(
  cell: PdfDefinition['content'] | Record<string, never>,
): cell is Record<string, never> {
  return typeof cell === 'object' && Object.keys(cell).length === 0
}

function requireWords(node: { alt?: string; tag?: string }): void {
  if (node.tag === 'Artifact') return
  if (typeof node.alt !== 'string' || node.alt.trim() === '') {
    throw new DefinitionError('picture without alternative text')
  }
}

function prepareText(node: TextNode, has: FontCoverage, language: string | null): Prepared {
  const runs = (Array.isArray(node.text) ? node.text : [node.text]).flatMap(run =>
    prepareRun(run, has, language),
  )
  const [first] = runs
  const isPlain = runs.length === 1 && first !== undefined && Object.keys(first).join() === 'text'
  return { text: isPlain ? first.text : runs }
}

function prepareRun(
  run: TextRun,
  has: FontCoverage,
  language: string | null,
): Array<Record<string, unknown> & { text: string }> {
  const { text, lang, ...style } = typeof run === 'string' ? { text: run, lang: undefined } : run
  return splitByFont(text, has, lang ?? language).map(({ text: piece, font }) =>
    font === MAIN_FONT ? { ...style, text: piece } : { ...style, text: piece, font },
  )
}
