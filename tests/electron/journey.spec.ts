import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { appBar } from '../e2e/pages/appBar.ts'
import { boardScreen } from '../e2e/pages/boardScreen.ts'
import { openDemo } from '../e2e/pages/openDemo.ts'
import { patientsScreen } from '../e2e/pages/patientsScreen.ts'
import { previewDialog } from '../e2e/pages/previewDialog.ts'
import { startScreen } from '../e2e/pages/startScreen.ts'
import { readPdf } from '../support/pdf/readPdf.ts'
import { expect, launch, test } from './fixtures.ts'

const PASSPHRASE = 'nine plain test horses'
/** The PDF worker of a fresh process starts with the first summary. */
const FROM_THE_START = { timeout: 30_000 } as const

test('one click opens the demo, and its board is painted whole', async ({ window }) => {
  const board = await openDemo(window)
  await expect(board.name).toHaveText('Published case (Wu 2024)')
  await expect(board.marks).toHaveCount(11)
  await expect(board.receptors.rows).toHaveCount(5)
  await expect(board.receptors.cell('E', 'HER2')).toContainText('not reported')
  await expect(board.axis.panel.getByRole('option', { name: /^(Site|Specimen) / })).toHaveCount(16)
  await expect(board.board).not.toContainText(/triple.?negative/i)
})

test('the summary is previewed, and saved where the person says, byte for byte what is shown', async ({
  home,
  app,
  window,
}) => {
  await openDemo(window)
  await window.keyboard.press('Control+p')
  const { pages, save, said, count } = previewDialog(window)
  await expect(pages.first()).toBeVisible(FROM_THE_START)
  await expect(pages.first()).toContainText('Published case (Wu 2024)')
  const file = join(home, 'saved.pdf')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  await save.click()
  await expect(said).toHaveText('Saved, and put on record.')
  const bytes = new Uint8Array(await readFile(file))
  expect(Buffer.from(bytes.subarray(0, 5)).toString('latin1')).toBe('%PDF-')
  const pdf = await readPdf(bytes)
  expect(pdf.text).toContain('Published case (Wu 2024)')
  await expect(count).toHaveText(`${pdf.pages.length} pages`)
  await expect(pages).toHaveCount(pdf.pages.length)
})

test('a dialog that is given up saves nothing and puts nothing on record', async ({
  app,
  window,
}) => {
  const board = await openDemo(window)
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' })
  })
  await window.keyboard.press('Control+p')
  const { pages, save, said, close, dialog } = previewDialog(window)
  await expect(pages.first()).toBeVisible(FROM_THE_START)
  await save.click()
  await expect(said).toHaveText('Not saved.')
  await close.click()
  await expect(dialog).toBeHidden()
  await window.keyboard.press('h')
  await expect(board.changes.first()).toBeVisible()
  await expect(board.changes.filter({ hasText: 'Saved as a file' })).toHaveCount(0)
})

test('Ctrl L locks and takes everything off the screen, the passphrase opens it again, and the theme is kept over a restart', async ({
  home,
  app,
  window,
}) => {
  const start = startScreen(window)
  await start.createWorkspace.click()
  await start.create.name.fill('Dr Testa')
  await start.create.passphrase.first().fill(PASSPHRASE)
  await start.create.again.fill(PASSPHRASE)
  await start.create.submit.click()
  await expect(start.recovery.open).toBeDisabled()
  await start.recovery.isWritten.press('Space')
  await start.recovery.open.click()

  const patients = patientsScreen(window)
  await patients.newPatient.first().click()
  await patients.field('Family name').fill('Testfall')
  await patients.create.click()
  const board = boardScreen(window)
  await expect(board.name).toHaveText('TESTFALL')
  await appBar(window).theme.click()
  await window.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark')

  await window.keyboard.press('Control+l')
  await expect(start.unlock.passphrase).toBeFocused()
  await expect(window.getByText(/testfall/i)).toHaveCount(0)
  await window.keyboard.type(PASSPHRASE)
  await window.keyboard.press('Enter')
  await expect(board.name).toHaveText('TESTFALL')

  await app.close()
  const again = await launch(home)
  const reopened = await again.firstWindow()
  const { unlock } = startScreen(reopened)
  await unlock.passphrase.fill(PASSPHRASE)
  await reopened.keyboard.press('Enter')
  await expect(patientsScreen(reopened).row('TESTFALL')).toHaveCount(1)
  await expect(reopened.locator('html')).toHaveAttribute('data-theme', 'dark')
  await again.close()
})
