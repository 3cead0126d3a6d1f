import type { PdfDefinition, PdfNode, TableCell, TextRun } from '../../electron/pdf/definition.ts'
import { pictureSvg } from './pictureSvg.ts'

/** The content of a definition as a page of HTML, for programs that print HTML: the same words, tables and drawings. */
export function htmlOf({ title, content }: PdfDefinition, fonts: Readonly<Record<string, string>>) {
  const faces = Object.entries(fonts).map(
    ([weight, url]) =>
      `@font-face { font-family: 'Noto Sans'; font-weight: ${weight}; src: url('${url}') }`,
  )
  const style = `${faces.join(' ')} body { font: 8.5pt 'Noto Sans' } td { border: 0.5pt solid #999;
    vertical-align: top; padding: 1pt 3pt } table { border-collapse: collapse } p { margin: 0 }
    .columns { display: flex; gap: 8pt }`
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(title)}</title>
    <style>${style}</style><body>${nodeHtml(content)}</body></html>`
}

function nodeHtml(node: PdfNode): string {
  if (typeof node === 'string') return `<p>${escaped(node)}</p>`
  if ('text' in node) return textHtml(node)
  if ('stack' in node) return `<div>${node.stack.map(nodeHtml).join('')}</div>`
  if ('columns' in node) return `<div class="columns">${node.columns.map(nodeHtml).join('')}</div>`
  if ('ul' in node) return `<ul>${listHtml(node.ul)}</ul>`
  if ('ol' in node) return `<ol>${listHtml(node.ol)}</ol>`
  if ('table' in node)
    return `<table>${node.table.body.map(row => `<tr>${row.map(cellHtml).join('')}</tr>`).join('')}</table>`
  if ('svg' in node) return node.svg
  if ('picture' in node) return pictureSvg(node.picture)
  if ('image' in node) return `<img alt="" src="${node.image}">`
  // Lines and boxes drawn between the words.
  return ''
}

function textHtml({ text, tag, bold }: Extract<PdfNode, { text: unknown }>): string {
  const words = typeof text === 'string' ? escaped(text) : text.map(runHtml).join('')
  const name = tag === 'H1' || tag === 'H2' || tag === 'H3' ? tag.toLowerCase() : 'p'
  return `<${name}>${bold === true ? `<b>${words}</b>` : words}</${name}>`
}

function runHtml(run: TextRun): string {
  if (typeof run === 'string') return escaped(run)
  return run.bold === true ? `<b>${escaped(run.text)}</b>` : escaped(run.text)
}

function listHtml(items: readonly PdfNode[]): string {
  return items.map(item => `<li>${nodeHtml(item)}</li>`).join('')
}

function cellHtml(cell: TableCell): string {
  if (typeof cell === 'string') return `<td>${escaped(cell)}</td>`
  if (!isNode(cell)) return ''
  const { colSpan = 1, rowSpan = 1 } = cell
  return `<td colspan="${colSpan}" rowspan="${rowSpan}">${nodeHtml(cell)}</td>`
}

/** An empty object stands where another cell reaches. */
function isNode(cell: TableCell): cell is Exclude<TableCell, string | Record<string, never>> {
  return Object.keys(cell).length > 0
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
