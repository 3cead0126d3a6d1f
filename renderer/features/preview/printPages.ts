import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PageProxies } from './pdfDocument.ts'
import styles from './printPages.module.css'

/** Fine enough for 7 pt type on an office printer. */
const DOTS_PER_INCH = 200
const POINTS_PER_INCH = 72

/** The paper that pages were made for. */
export type PrintedPaper = 'A4' | 'LETTER'

/**
 * Sends the pages of the preview to the printer's dialog, each on a sheet of the paper that they were made for. False
 * where it was stopped before.
 */
export async function printPages(
  pages: PageProxies,
  paper: PrintedPaper,
  { signal, onPage }: Readonly<{ signal: AbortSignal; onPage: (page: number) => void }>,
): Promise<boolean> {
  const sheets = document.createElement('div')
  sheets.className = `${styles.sheets ?? ''} ${styles[paper] ?? ''}`
  sheets.setAttribute('aria-hidden', 'true')
  document.body.append(sheets)
  document.body.dataset.printing = ''
  try {
    for (const page of pages) {
      onPage(page.pageNumber)
      const sheet = await sheetOf(page)
      if (signal.aborted) return false
      sheets.append(sheet)
    }
    window.print()
    return true
  } finally {
    delete document.body.dataset.printing
    sheets.remove()
  }
}

async function sheetOf(page: PDFPageProxy): Promise<HTMLCanvasElement> {
  const viewport = page.getViewport({ scale: DOTS_PER_INCH / POINTS_PER_INCH })
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  await page.render({ canvas, viewport, intent: 'print' }).promise
  return canvas
}
