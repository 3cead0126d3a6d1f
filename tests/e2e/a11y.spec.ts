import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { UserSettings } from '../../shared/ipc/contract.ts'
import { expect, test } from './fixtures.ts'
import { appBar } from './pages/appBar.ts'
import { boardScreen } from './pages/boardScreen.ts'
import { entryPanel } from './pages/entryPanel.ts'
import { openDemo } from './pages/openDemo.ts'
import { patientsScreen } from './pages/patientsScreen.ts'
import { previewDialog } from './pages/previewDialog.ts'
import { startScreen } from './pages/startScreen.ts'

const PASSPHRASE = 'nine plain test horses'

/** What axe finds on the screen as it is now, or in one part of it: the rule and the elements that break it. */
async function violations(page: Page, part: string | null): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
  const { violations: found } = await (part === null ? axe : axe.include(part)).analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

async function expectNoViolations(
  page: Page,
  screen: string,
  part: string | null = null,
): Promise<void> {
  expect.soft(await violations(page, part), screen).toEqual([])
}

/** The board behind them is looked at once, and not again with every form. */
const BESIDE = 'aside'
const DIALOG = '[role=dialog]'
const MENU = '[role=menu]'
const TAB_PANEL = '[role=tabpanel]'

async function createWorkspace(page: Page): Promise<void> {
  const { createWorkspace: begin, create } = startScreen(page)
  await begin.click()
  await create.name.fill('Dr Testa')
  await create.passphrase.first().fill(PASSPHRASE)
  await create.again.fill(PASSPHRASE)
  await create.submit.click()
}

const THEMES = [
  { theme: 'light', name: 'Light', media: { colorScheme: 'light' } },
] as const satisfies readonly {
  theme: UserSettings['theme']
  name: string
  media: Parameters<Page['emulateMedia']>[0]
}[]

async function chooseTheme(page: Page, { theme, name }: (typeof THEMES)[number]): Promise<void> {
  const bar = appBar(page)
  await bar.theme.click()
  await page.getByRole('menuitemradio', { name }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
}

for (const one of THEMES) {
  test(`axe finds nothing on any screen around a workspace, in ${one.name.toLowerCase()}`, async ({
    page,
  }) => {
    // Axe looks at every element of a dozen screens.
    test.setTimeout(300_000)
    // Before a workspace is open the screen follows the system.
    await page.emulateMedia(one.media)
    const start = startScreen(page)
    await expect(start.openDemo).toBeVisible()
    await expectNoViolations(page, 'welcome')
    await start.useRecoveryKey.click()
    await expect(start.recover.form).toBeVisible()
    await expectNoViolations(page, 'open with a recovery key')
    await start.recover.back.click()
    await start.createWorkspace.click()
    await expect(start.create.form).toBeVisible()
    await expectNoViolations(page, 'create a workspace')
    await start.create.submit.click()
    await expectNoViolations(page, 'create a workspace, refused')
    await start.create.form.getByRole('button', { name: 'Back' }).click()
    await createWorkspace(page)
    await expect(start.recovery.heading).toBeVisible()
    await expectNoViolations(page, 'recovery key')
    await start.recovery.isWritten.press('Space')
    await start.recovery.open.click()
    const patients = patientsScreen(page)
    await expect(patients.heading).toBeVisible()
    await chooseTheme(page, one)
    await expectNoViolations(page, 'patients, none recorded')
    await patients.newPatient.first().click()
    await expect(patients.form).toBeVisible()
    await expectNoViolations(page, 'new patient')
    await patients.create.click()
    await expectNoViolations(page, 'new patient, refused')
    await patients.field('Family name').fill('Testfall')
    await patients.create.click()
    await expect(boardScreen(page).name).toHaveText('TESTFALL')
    await expectNoViolations(page, 'empty board')
    await appBar(page).patients.click()
    await patients.rows.filter({ hasText: 'TESTFALL' }).click()
    await expectNoViolations(page, 'patients, one selected')
    await page.keyboard.press('Control+l')
    await expect(start.unlock.passphrase).toBeVisible()
    await expectNoViolations(page, 'unlock')
    await start.unlock.passphrase.fill('another test horse')
    await page.keyboard.press('Enter')
    await expect(start.unlock.passphrase).toHaveAttribute('aria-invalid', 'true')
    await expectNoViolations(page, 'unlock, refused')
  })

  test(`axe finds nothing on the board, its details, dialogs and preview, in ${one.name.toLowerCase()}`, async ({
    page,
  }) => {
    // Axe looks at every element of a dozen screens.
    test.setTimeout(300_000)
    await page.emulateMedia(one.media)
    const board = await openDemo(page)
    await chooseTheme(page, one)
    await board.axis.item('Specimen E').click()
    await expectNoViolations(page, 'board with a specimen selected')
    await board.conflicts.select('X2').click()
    await expect(board.conflicts.statements('X2')).toHaveCount(2)
    await page.keyboard.press('d')
    await expect(board.beside).toBeVisible()
    await expectNoViolations(page, 'details of a conflict', BESIDE)
    await page.keyboard.press('Escape')
    await page.keyboard.press('a')
    await expect(page.getByRole('menu')).toBeVisible()
    await expectNoViolations(page, 'menu of what can be added', MENU)
    await page.keyboard.press('Escape')
    const bar = appBar(page)
    for (const name of ['Keyboard shortcuts', 'About MetBoard']) {
      await bar.help.click()
      await page.getByRole('menuitem', { name }).click()
      await expect(bar.dialog(name)).toBeVisible()
      await expectNoViolations(page, name, DIALOG)
      await page.keyboard.press('Escape')
      await expect(bar.dialog(name)).toBeHidden()
    }
    await page.keyboard.press('Control+p')
    const { pages, protect, password, dialog } = previewDialog(page)
    await expect(pages.first()).toBeVisible({ timeout: 30_000 })
    await protect.click()
    await expect(password).toBeVisible()
    await expectNoViolations(page, 'preview', DIALOG)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await page.setViewportSize({ width: 1024, height: 768 })
    await expect(board.tab(/./).first()).toBeVisible()
    await expectNoViolations(page, 'board at 1024 × 768')
    for (const tab of await board.tab(/./).all()) {
      await tab.click()
      await expect(tab).toHaveAttribute('aria-selected', 'true')
      await expectNoViolations(page, await tab.innerText(), TAB_PANEL)
    }
  })

  test(`axe finds nothing in any form, filled in wrongly and opened in full, in ${one.name.toLowerCase()}`, async ({
    page,
  }) => {
    // Axe looks at every element of a dozen screens.
    test.setTimeout(300_000)
    await page.emulateMedia(one.media)
    const board = await openDemo(page)
    await chooseTheme(page, one)
    const form = entryPanel(page)
    const { add } = appBar(page)
    await add.click()
    const kinds = await page.getByRole('menuitem').allInnerTexts()
    expect(kinds).toHaveLength(9)
    await page.keyboard.press('Escape')
    for (const kind of kinds) {
      await add.click()
      await page.getByRole('menuitem', { name: kind, exact: true }).click()
      await expect(form.heading).toBeVisible()
      if (await form.more.isVisible()) await form.more.click()
      // Of the context nothing is required: an unchanged one is saved as it was.
      if (kind !== 'Context') {
        await form.save.click()
        await expect(form.panel.getByRole('alert').first()).toBeVisible()
      }
      await expectNoViolations(page, `form: ${kind}`, BESIDE)
      await form.close.click()
      await expect(board.beside).toBeHidden()
    }
    await board.mark('2').click()
    await page.keyboard.press('e')
    await expect(form.field('Place')).toBeVisible()
    await expectNoViolations(page, 'form that edits', BESIDE)
    await form.close.click()
    await board.panel('Conflicts').getByRole('button', { name: 'Settle…' }).click()
    await expect(form.heading).toBeVisible()
    await expectNoViolations(page, 'settling a conflict', BESIDE)
    await form.close.click()
    await board.banner.getByRole('button', { name: /^Edit/ }).click()
    await expect(form.heading).toHaveText(/details/i)
    await expectNoViolations(page, 'patient details', BESIDE)
    await form.close.click()
    await page.keyboard.press('q')
    await expect(form.heading).toBeVisible()
    await expectNoViolations(page, 'question', BESIDE)
  })
}
