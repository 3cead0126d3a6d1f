import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { squeezed } from '../support/facts.ts'
import { readPdf } from '../support/pdf/readPdf.ts'
import { expect, test } from './fixtures.ts'
import { appBar } from './pages/appBar.ts'
import { reply } from './pages/ask.ts'
import { type BoardScreen, boardScreen } from './pages/boardScreen.ts'
import { openDemo } from './pages/openDemo.ts'
import { nextRendering, savedBytes } from './pages/paperBytes.ts'
import { previewDialog } from './pages/previewDialog.ts'

/** A summary that was stopped takes its worker with it; the next one starts another. */
const FROM_THE_START = { timeout: 30_000 } as const

async function openPreview(page: Page): Promise<{ bytes: Uint8Array; job: string }> {
  const rendering = nextRendering(page, 'summary')
  await page.keyboard.press('Control+p')
  const rendered = await rendering
  await expect(previewDialog(page).pages.first()).toBeVisible(FROM_THE_START)
  return rendered
}

/** Dark pixels of a page that was drawn. */
function ink(drawing: Locator): Promise<number> {
  return drawing.evaluate(element => {
    if (!(element instanceof HTMLCanvasElement)) throw new Error('a page is drawn on a canvas')
    const { width, height } = element
    const { data } = element.getContext('2d')?.getImageData(0, 0, width, height) ?? { data: [] }
    let dark = 0
    for (let at = 0; at < data.length; at += 4)
      if ((data[at] ?? 255) < 100 && (data[at + 3] ?? 0) > 200) dark += 1
    return dark
  })
}

/** Opens the history of the whole case. */
async function openHistory(page: Page): Promise<BoardScreen> {
  const board = boardScreen(page)
  await page.keyboard.press('h')
  await expect(board.changes.first()).toBeVisible()
  return board
}

test('Ctrl P shows every page of the summary, drawn and readable, and saves the very bytes that it shows', async ({
  page,
}) => {
  await openDemo(page)
  const { bytes } = await openPreview(page)
  const { pages, count, drawing } = previewDialog(page)
  const pdf = await readPdf(bytes)
  await expect(count).toHaveText(`${pdf.pages.length} pages`)
  await expect(pages).toHaveCount(pdf.pages.length)
  for (const [at, { text }] of pdf.pages.entries()) {
    await expect.poll(() => ink(drawing(at + 1))).toBeGreaterThan(2000)
    await expect
      .poll(async () => squeezed((await pages.nth(at).textContent()) ?? ''))
      .toBe(squeezed(text))
  }
  const saved = await savedBytes(page, previewDialog(page))
  expect(Buffer.from(saved.bytes.subarray(0, 5)).toString('latin1')).toBe('%PDF-')
  expect(Buffer.compare(saved.bytes, bytes)).toBe(0)
  // SECURITY: a file name is read by whoever sees the folder.
  expect(saved.fileName).toMatch(/^summary-\d{4}-\d\d-\d\d-\d{4}\.pdf$/)
})

test('the paper is A4 or Letter, as chosen, and the choice is kept', async ({ page }) => {
  await openDemo(page)
  const { paper, dialog, close } = previewDialog(page)
  const a4 = await readPdf((await openPreview(page)).bytes)
  await expect(paper('A4')).toBeChecked()
  const rendering = nextRendering(page, 'summary')
  await paper('Letter').click()
  const letter = await readPdf((await rendering).bytes)
  const sizes = [a4, letter].map(({ pages }) => pages.map(each => [each.width, each.height]))
  expect(sizes[0]?.every(([w = 0, h = 0]) => Math.abs(w - 595) < 1 && Math.abs(h - 842) < 1)).toBe(
    true,
  )
  expect(sizes[1]?.every(([w, h]) => w === 612 && h === 792)).toBe(true)
  await expect(paper('Letter')).toBeChecked()
  await close.click()
  await expect(dialog).toBeHidden()
  await openPreview(page)
  await expect(paper('Letter')).toBeChecked()
})

test('a password protects the file that is saved, and the preview still shows it', async ({
  page,
}) => {
  await openDemo(page)
  await openPreview(page)
  const { protect, password, confirmPassword, protection, pages } = previewDialog(page)
  await protect.click()
  await expect(password).toBeFocused()
  await password.fill('Kas')
  await confirmPassword.click()
  await expect(password).toHaveAttribute('aria-invalid', 'true')
  const rendering = nextRendering(page, 'summary')
  await password.fill('Kastanienbaum-88')
  await page.keyboard.press('Enter')
  const { bytes } = await rendering
  await expect(protection).toBeVisible()
  await expect(pages.first()).toContainText('Published case (Wu 2024)')
  const saved = await savedBytes(page, previewDialog(page))
  expect(Buffer.compare(saved.bytes, bytes)).toBe(0)
  await expect(readPdf(saved.bytes)).rejects.toMatchObject({ name: 'PasswordException' })
  expect((await readPdf(saved.bytes, 'Kastanienbaum-88')).text).toContain(
    'Published case (Wu 2024)',
  )
})

test('printing sends every page to the printer, and history says who printed and when', async ({
  page,
}) => {
  test.slow()
  await openDemo(page)
  // The printer's dialog is the browser's own; what it would be given is counted in its place.
  await page.evaluate(() => {
    window.print = () => {
      const sheets = document.querySelectorAll('body > [aria-hidden=true] > canvas').length
      document.documentElement.dataset.printedSheets = String(sheets)
    }
  })
  const { bytes } = await openPreview(page)
  const { print, said, close, dialog } = previewDialog(page)
  await print.click()
  // Every page is drawn at the printer's resolution, which a busy machine without a GPU takes its time for.
  await expect(said).toHaveText('Sent to the printer’s dialog; the print is on record.', {
    timeout: 120_000,
  })
  const count = (await readPdf(bytes)).pages.length
  await expect(page.locator('html')).toHaveAttribute('data-printed-sheets', String(count))
  await savedBytes(page, previewDialog(page))
  await close.click()
  await expect(dialog).toBeHidden()
  const { changes } = await openHistory(page)
  await expect(changes.nth(0)).toContainText(/^Saved as a file .*\d\d:\d\d · Demo/)
  await expect(changes.nth(1)).toContainText(/^Printed .*\d\d:\d\d · Demo/)
})

test('a summary that was stopped leaves nothing: no file, no record, no bytes to save', async ({
  page,
  host,
}) => {
  await openDemo(page)
  const asked = page.waitForRequest(each => each.url().endsWith('/api/summary:render'))
  await page.keyboard.press('Control+p')
  const { cancel, message, again, pages, close, dialog } = previewDialog(page)
  await cancel.click()
  await expect(message).toContainText('Nothing was saved or printed.')
  await expect(pages).toHaveCount(0)
  const { job } = (await asked).postDataJSON() as { job: string }
  for (const id of [job, randomUUID()])
    expect(await reply(page, 'summary:record', { job: id, action: 'export' })).toMatchObject({
      ok: false,
      error: { kind: 'notFound' },
    })
  const files = readdirSync(host.home, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
  expect(files.length).toBeGreaterThan(0)
  expect(
    files.filter(file => readFileSync(file).subarray(0, 5).toString('latin1') === '%PDF-'),
  ).toEqual([])
  await again.click()
  await expect(pages.first()).toBeVisible(FROM_THE_START)
  await close.click()
  await expect(dialog).toBeHidden()
  const { changes } = await openHistory(page)
  await expect(changes.filter({ hasText: /Printed|Saved as a file|Opened/ })).toHaveCount(0)
})

test('the preview closes with Escape and gives focus back to the board', async ({ page }) => {
  await openDemo(page)
  await appBar(page).print.focus()
  await page.keyboard.press('Enter')
  const { dialog } = previewDialog(page)
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(appBar(page).print).toBeFocused()
})
