import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Input } from '../../shared/ipc/contract.ts'
import { buildDetails, patientId } from '../support/builders.ts'
import { expect, test } from './fixtures.ts'
import { appBar } from './pages/appBar.ts'
import { ask } from './pages/ask.ts'
import { cutTexts } from './pages/measure.ts'
import { openDemo } from './pages/openDemo.ts'
import { palette } from './pages/palette.ts'
import { patientsScreen } from './pages/patientsScreen.ts'
import { startScreen } from './pages/startScreen.ts'

const NAMES = ['Probe', 'Beispiel', 'Zeta', 'Muster'] as const

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`))
}

/** The list of the demo with four more patients, as after a restart of the window. */
async function openList(page: Page): Promise<void> {
  await openDemo(page)
  for (const [n, familyName] of NAMES.entries())
    await ask(page, 'patient:create', {
      id: patientId(n),
      details: buildDetails({ familyName, identifiers: [], born: `19${50 + n}-01-02` }),
    } satisfies Input<'patient:create'>)
  // The services were asked behind the screen's back: it reads the list anew.
  await page.reload()
  await expect(patientsScreen(page).row('PROBE')).toBeVisible()
}

function namesOf(page: Page): Promise<string[]> {
  return patientsScreen(page).rows.evaluateAll(rows =>
    rows.map(row =>
      (row.textContent ?? '')
        .replace(/[,(].*/s, '')
        .trim()
        .toLowerCase(),
    ),
  )
}

test('the list is sorted by any column with the keyboard, and says so', async ({ page }) => {
  await openList(page)
  expect(await namesOf(page)).toEqual(['beispiel', 'muster', 'probe', 'published case', 'zeta'])
  const head = (name: string) => page.getByRole('columnheader', { name })
  await patientsScreen(page).row('BEISPIEL').click()
  await page.keyboard.press('ArrowUp')
  await expect(head('Name').getByRole('button')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(head('Born')).toHaveAttribute('aria-sort', 'ascending')
  await expect
    .poll(() => namesOf(page))
    .toEqual(['probe', 'beispiel', 'zeta', 'muster', 'published case'])
  await page.keyboard.press('Enter')
  await expect(head('Born')).toHaveAttribute('aria-sort', 'descending')
  await expect
    .poll(() => namesOf(page))
    .toEqual(['muster', 'zeta', 'beispiel', 'probe', 'published case'])
})

test('filters narrow the list, and an empty list says what to do', async ({ page }) => {
  await openList(page)
  const filters = page.getByRole('toolbar', { name: 'Filters' })
  await filters.getByRole('button', { name: 'Open conflicts' }).click()
  await expect(patientsScreen(page).count).toHaveText('1 patient')
  await expect(patientsScreen(page).row('Published case')).toContainText('24')
  await filters.getByRole('button', { name: 'Suspected only' }).click()
  await expect(page.getByText('No current patient passes all of these filters.')).toBeVisible()
  await page.getByRole('button', { name: 'Show all patients' }).click()
  await expect(patientsScreen(page).count).toHaveText('5 patients')
})

test('a list is kept as a view with its filter and order, begins the next time, and can be deleted and taken back', async ({
  page,
}) => {
  await openList(page)
  await page
    .getByRole('toolbar', { name: 'Filters' })
    .getByRole('button', { name: 'Open conflicts' })
    .click()
  await page.getByRole('button', { name: 'Keep view' }).click()
  await page.getByRole('menuitem', { name: 'Save as a new view…' }).click()
  await page.getByLabel('Name of the view').fill('To settle')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'View: To settle', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Keep view' }).click()
  await page.getByRole('menuitem', { name: 'Begin with “To settle”' }).click()
  await expect(appBar(page).notice).toContainText('now begins with')
  await page.reload()
  await expect(page.getByRole('button', { name: 'View: To settle', exact: true })).toBeVisible()
  await expect(patientsScreen(page).count).toHaveText('1 patient')
  await page.getByRole('button', { name: 'Keep view' }).click()
  await page.getByRole('menuitem', { name: 'Delete “To settle”' }).click()
  await expect(patientsScreen(page).count).toHaveText('5 patients')
  await appBar(page).notice.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'View: To settle', exact: true })).toBeVisible()
})

test('a name that is still being looked for takes nobody away from where they went meanwhile', async ({
  page,
}) => {
  await openList(page)
  const { row } = patientsScreen(page)
  await row('BEISPIEL').click()
  let letGo = () => {}
  const isHeld = new Promise<void>(resolve => {
    letGo = resolve
  })
  await page.route('**/api/patient:place', async route => {
    await isHeld
    await route.continue()
  })
  const answer = page.waitForResponse('**/api/patient:place')
  await page.keyboard.press('z')
  await page.keyboard.press('ArrowDown')
  await expect(row('MUSTER')).toBeFocused()
  letGo()
  await (await answer).finished()
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done))))
  await expect(row('MUSTER')).toBeFocused()
})

test('who is selected while the list still looks for what was typed stays selected in the list that has them', async ({
  page,
}) => {
  await openList(page)
  const { row, search, count } = patientsScreen(page)
  const open = page.getByRole('button', { name: 'Open', exact: true })
  for (const [typed, isFound, isAsked] of [
    ['zeta', true, false],
    ['muster', false, false],
    ['zet', true, true],
    ['mus', false, true],
  ] as const) {
    let letGo = () => {}
    const isHeld = new Promise<void>(resolve => {
      letGo = resolve
    })
    await page.route('**/api/patient:list', async route => {
      await isHeld
      await route.continue()
    })
    const question = page.waitForRequest('**/api/patient:list')
    await search.fill(typed)
    if (isAsked) await question
    await row('ZETA').click()
    await question
    await expect(open).toBeVisible()
    letGo()
    await expect(count).toHaveText('1 patient found')
    await expect(open).toBeVisible({ visible: isFound })
    await page.unroute('**/api/patient:list')
    await search.fill('')
    await expect(count).toHaveText('5 patients')
  }
})

test('letters lead to a name, and coming back from a board finds the list as it was left', async ({
  page,
}) => {
  await openList(page)
  const { row } = patientsScreen(page)
  await row('BEISPIEL').click()
  await page.keyboard.type('ze')
  await expect(row('ZETA')).toBeFocused()
  await page.keyboard.press('Home')
  await expect(row('BEISPIEL')).toBeFocused()
  await page.keyboard.press('End')
  await expect(row('ZETA')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  const heading = page.getByRole('main', { name: 'Board' })
  await expect(heading).toContainText('PROBE')
  await page.keyboard.press('[')
  await expect(heading).toContainText('MUSTER')
  await page.keyboard.press(']')
  await expect(heading).toContainText('PROBE')
  await page.keyboard.press('g')
  await expect(row('PROBE')).toHaveAttribute('aria-selected', 'true')
})

test('a step to another patient that is asked for before the order is known is taken once it is', async ({
  page,
}) => {
  await openList(page)
  let answer = () => {}
  const isHeld = new Promise<void>(resolve => {
    answer = resolve
  })
  await page.route('**/api/patient:order', async route => {
    await isHeld
    await route.continue()
  })
  await patientsScreen(page).row('BEISPIEL').dblclick()
  const board = page.getByRole('main', { name: 'Board' })
  await expect(board).toContainText('BEISPIEL')
  for (const key of [']', ']', '[', ']']) await page.keyboard.press(key)
  await expect(board).toContainText('BEISPIEL')
  answer()
  await expect(board).toContainText('PROBE')
  for (const key of [']', ']', ']']) await page.keyboard.press(key)
  await expect(board).toContainText('ZETA')
  await expect(appBar(page).notice).toContainText('This is the last patient of the list')
})

test('one field finds patients, what is on the board and commands, by keyboard alone', async ({
  page,
}) => {
  const board = await openDemo(page)
  const { field, line, dialog, status } = palette(page)
  await page.keyboard.press('Control+k')
  await expect(field).toBeFocused()
  await expect(line(/^Published case/)).toBeVisible()
  await page.keyboard.type('theme dark')
  await expect(line(/^Theme: dark/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('specimen e')
  await expect(line(/^specimen E/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(board.receptors.select('E')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('>redo')
  await expect(line(/^Redo/)).toContainText('Nothing was undone here.')
  await page.keyboard.press('Enter')
  await expect(status).toHaveText('Redo: Nothing was undone here.')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('Enter in the palette opens the patient who was typed, however quickly', async ({ page }) => {
  await openList(page)
  await page.keyboard.press('Control+k')
  await expect(palette(page).field).toBeFocused()
  await page.keyboard.type('zeta anna')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main', { name: 'Board' })).toContainText('ZETA')
})

test('the help lists every key of every command', async ({ page }) => {
  await openDemo(page)
  await page.keyboard.press('F1')
  const help = appBar(page).dialog('Keyboard shortcuts')
  for (const [key, does] of [
    ['Ctrl K', 'Find a patient, a command or an entry'],
    ['Ctrl Z', 'Undo'],
    ['G', 'Go to the patients'],
    [']', 'Next patient of the list'],
    ['T', 'Go to today'],
    ['→ ←', 'Next and previous case'],
  ] as const)
    await expect(help.getByRole('row', { name: `${key} ${does}` })).toBeVisible()
  expect(await cutTexts(page)).toEqual([])
})

test('single letters do nothing once they are switched off, and the function keys still do', async ({
  page,
}) => {
  const { axis } = await openDemo(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('single letters')
  await expect(palette(page).line(/switch off/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(palette(page).dialog).toBeHidden()
  await page.keyboard.press('?')
  await page.keyboard.press('g')
  await expect(page.getByRole('main', { name: 'Board' })).toBeVisible()
  // The details of an event go with the focus, unless they were pinned.
  const cards = axis.panel.getByRole('region', { name: /^Details: / })
  await axis.items.first().focus()
  await expect(cards).toHaveCount(1)
  await page.keyboard.press('p')
  await axis.items.nth(3).focus()
  await expect(cards).toHaveCount(1)
  await page.keyboard.press('F1')
  await expect(appBar(page).dialog('Keyboard shortcuts')).toBeVisible()
})

test('the theme is chosen before unlocking, shows at once, and is there after a restart', async ({
  page,
  host,
}) => {
  await page.getByRole('button', { name: /^Theme/ }).click()
  await page.getByRole('menuitemradio', { name: 'High contrast' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast')
  const again = await host.restart()
  await page.goto(again.address)
  await expect(startScreen(page).openDemo).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast')
})

for (const theme of ['light', 'dark', 'contrast'] as const)
  test(`list, palette and help pass axe and cut nothing: ${theme}`, async ({ page }) => {
    await openList(page)
    const settings = await ask(page, 'settings:get', {})
    await ask(page, 'settings:put', { ...settings, theme })
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await expect(patientsScreen(page).row('PROBE')).toBeVisible()
    for (const size of [
      { width: 1920, height: 1080 },
      { width: 1024, height: 768 },
    ]) {
      await page.setViewportSize(size)
      await expect.poll(() => cutTexts(page)).toEqual([])
      expect(await violations(page)).toEqual([])
    }
    await page.keyboard.press('Control+k')
    await expect(palette(page).line(/^Go to the patients/)).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('F1')
    await expect(appBar(page).dialog('Keyboard shortcuts')).toBeVisible()
    expect(await violations(page)).toEqual([])
  })
