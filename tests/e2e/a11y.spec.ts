import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { appBar } from './pages/appBar.ts'
import {
  BESIDE,
  chooseTheme,
  DIALOG,
  expectNoViolations,
  MENU,
  TAB_PANEL,
  THEMES,
} from './pages/axe.ts'
import { boardScreen } from './pages/boardScreen.ts'
import { entryPanel } from './pages/entryPanel.ts'
import { tabTo } from './pages/keyboard.ts'
import { openDemo } from './pages/openDemo.ts'
import { patientsScreen } from './pages/patientsScreen.ts'
import { previewDialog } from './pages/previewDialog.ts'
import { startScreen } from './pages/startScreen.ts'

const PASSPHRASE = 'nine plain test horses'

async function createWorkspace(page: Page): Promise<void> {
  const { createWorkspace: begin, create } = startScreen(page)
  await begin.click()
  await create.name.fill('Dr Testa')
  await create.passphrase.first().fill(PASSPHRASE)
  await create.again.fill(PASSPHRASE)
  await create.submit.click()
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
    expect(kinds).toHaveLength(12)
    await page.keyboard.press('Escape')
    for (const kind of kinds) {
      await add.click()
      await page.getByRole('menuitem', { name: kind, exact: true }).click()
      await expect(form.heading).toBeVisible()
      if (await form.more.isVisible()) await form.more.click()
      // Nothing is required of the context, nor of a further note: an unchanged one is saved as it is.
      if (kind !== 'Context' && kind !== 'Skin note') {
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

test('every screen has one main part, and its headings step down without a gap', async ({
  page,
}) => {
  const levels = () =>
    page
      .locator('h1, h2, h3, h4, h5, h6')
      .evaluateAll(all => all.map(({ tagName }) => Number(tagName.slice(1))))
  const expectOrder = async () => {
    await expect(page.getByRole('main')).toHaveCount(1)
    const found = await levels()
    expect(found.filter(level => level === 1)).toHaveLength(1)
    expect(found[0]).toBe(1)
    for (const [at, level] of found.entries())
      expect(level).toBeLessThanOrEqual((found[at - 1] ?? 0) + 1)
  }
  await expect(startScreen(page).openDemo).toBeVisible()
  await expectOrder()
  const board = await openDemo(page)
  await expectOrder()
  await expect(page.getByRole('banner')).toHaveCount(1)
  await expect(page.getByRole('navigation')).toHaveCount(1)
  await page.keyboard.press('h')
  await expect(board.beside).toBeVisible()
  await expectOrder()
  await appBar(page).patients.click()
  await expect(patientsScreen(page).heading).toBeVisible()
  await expectOrder()
})

test('the board is read in the order who, what happened, the question, where and when, evidence', async ({
  page,
}) => {
  const { board } = await openDemo(page)
  await expect(board).toMatchAriaSnapshot(`
    - main "Board":
      - region "Patient":
        - heading "Published case (Wu 2024)" [level=1]
      - region "Story":
        - paragraph: /Right breast cancer/
        - paragraph: /Scalp compared with right chest wall/
        - heading "Question for the meeting" [level=2]
      - region "Sites":
        - heading "Sites" [level=2]
      - region "Time axis":
        - heading "Time axis" [level=2]
      - region "Receptors, newest first":
        - heading "Receptors, newest first" [level=2]
      - region "Treatment lines, newest first":
        - heading "Treatment lines, newest first" [level=2]
  `)
})

test('everything on the board that can be pressed is reached by keyboard, and Tab comes round again', async ({
  page,
}) => {
  const { board, axis } = await openDemo(page)
  await axis.items.first().waitFor()
  // One stop a list: the arrows go on inside it.
  const unreached = await page.evaluate(() => {
    const pressable = [
      ...document.querySelectorAll<HTMLElement>(
        'button, a[href], input, select, textarea, [role=button], [role=option], [role=radio], [role=tab]',
      ),
    ].filter(element => element.checkVisibility() && !element.matches(':disabled'))
    const isInList = (element: Element) =>
      element.closest('[role=listbox], [role=radiogroup], [role=tablist], [data-roving-list]') !==
        null || element.hasAttribute('data-roving')
    return pressable
      .filter(element => element.tabIndex < 0 && !isInList(element))
      .map(element => element.outerHTML.slice(0, 120))
  })
  expect(unreached).toEqual([])
  const seen: string[] = []
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return null
      const label =
        element.getAttribute('aria-label') ?? element.id ?? element.textContent?.slice(0, 40)
      // Hints come and go meanwhile, so a place in the page is no name.
      element.setAttribute('data-stop', element.getAttribute('data-stop') ?? crypto.randomUUID())
      return `${element.getAttribute('data-stop')} ${element.tagName} ${label}`
    })
    if (at !== null && at === seen[0]) break
    if (at !== null) seen.push(at)
  }
  // It came round: no part keeps the focus, and no part has it twice.
  expect(seen.length).toBeLessThan(119)
  expect(new Set(seen).size).toBe(seen.length)
  const expected = [
    appBar(page).add,
    appBar(page).lock,
    board.getByRole('button', { name: 'Write the question' }),
    board.getByRole('button', { name: 'Add a site' }),
    axis.choice('Months since surgery'),
    board.getByRole('button', { name: 'Add a specimen' }),
    board.getByRole('button', { name: 'Add a conflict' }),
  ]
  for (const target of expected) await tabTo(page, target)
})

test('inside a list the arrows go from part to part, Enter selects, and the next Tab leaves it', async ({
  page,
}) => {
  const { axis, conflicts, mark } = await openDemo(page)
  await axis.item('Site P').focus()
  await page.keyboard.press('ArrowDown')
  await expect(axis.item('Site 1')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(mark('1')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('End')
  await expect(axis.items.last()).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(axis.rule('≥ 1')).toBeFocused()
  await conflicts.select('X1').focus()
  await page.keyboard.press('ArrowDown')
  await expect(conflicts.select('X2')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(conflicts.statements('X2')).toHaveCount(2)
})

test('a form beside the board is left by Tab and by Escape, and focus goes back to where it was', async ({
  page,
}) => {
  const { mark, beside, axis } = await openDemo(page)
  await axis.items.first().waitFor()
  await mark('2').focus()
  await page.keyboard.press('Enter')
  await expect(mark('2')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Enter')
  const { panel, save } = entryPanel(page)
  await expect(panel).toBeVisible()
  await tabTo(page, save)
  await tabTo(page, appBar(page).lock)
  await tabTo(page, save)
  await page.keyboard.press('Escape')
  await expect(beside).toBeHidden()
  await expect(mark('2')).toBeFocused()
})

test('F1 and ? open the list of shortcuts, and every key of it is told once', async ({ page }) => {
  await openDemo(page)
  const { dialog } = appBar(page)
  for (const key of ['F1', '?']) {
    await page.keyboard.press(key)
    await expect(dialog('Keyboard shortcuts')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog('Keyboard shortcuts')).toBeHidden()
  }
  await page.keyboard.press('F1')
  const keys = await dialog('Keyboard shortcuts')
    .getByRole('table', { name: 'The board' })
    .getByRole('rowheader')
    .allInnerTexts()
  expect(new Set(keys).size).toBe(keys.length)
})

test('under reduced motion nothing moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openDemo(page)
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter(element => {
        const { transitionDuration, animationName } = getComputedStyle(element)
        const isMoving = transitionDuration.split(',').some(each => Number.parseFloat(each) > 0.001)
        return isMoving || animationName !== 'none'
      }).length,
  )
  expect(moving).toBe(0)
})
