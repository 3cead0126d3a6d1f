import type { Page } from '@playwright/test'
import { syntheticCase } from '../../electron/demo/synthetic/syntheticCase.ts'
import { leastTypeSize } from '../../renderer/features/present/legibility.ts'
import type { Case } from '../../shared/case/entry.ts'
import type { OpenCase } from '../../shared/ipc/contract.ts'
import { expect, test } from './fixtures.ts'
import { appBar } from './pages/appBar.ts'
import { ask } from './pages/ask.ts'
import { boardScreen } from './pages/boardScreen.ts'
import { cutTexts, pageScroll } from './pages/measure.ts'
import { openDemo } from './pages/openDemo.ts'
import { type PresentScreen, presentScreen, withoutFullScreen } from './pages/presentScreen.ts'
import { startScreen } from './pages/startScreen.ts'
import { typeSizes } from './pages/typeSize.ts'

const DEMO_NAME = 'Published case (Wu 2024)'
const PANELS = [
  'Course',
  'Sites',
  'Receptors',
  'Treatment',
  'Skin and imaging',
  'Conflicts and missing',
  'Question',
  'Outcomes',
] as const

async function present(page: Page): Promise<PresentScreen> {
  await openDemo(page)
  await withoutFullScreen(page)
  await page.keyboard.press('p')
  const screen = presentScreen(page)
  await expect(screen.name).toHaveText(DEMO_NAME)
  return screen
}

async function demoAsStored(page: Page): Promise<OpenCase> {
  const question = { query: '', archived: false, limit: 1, offset: 0 } as const
  const [first] = (await ask(page, 'patient:list', question)).patients
  if (first === undefined) throw new Error('the demo has no patient')
  return ask(page, 'case:get', { patientId: first.patient.id })
}

/** Two more patients in the demo, in the order of their names: before and after the published case there is somebody. */
async function addPatients(page: Page): Promise<Case[]> {
  const cases = [1, 2].map(seed => syntheticCase(seed, { entries: 30 }))
  for (const { patient, entries } of cases) {
    await ask(page, 'patient:create', { id: patient.id, details: patient.details })
    await ask(page, 'case:apply', {
      patientId: patient.id,
      changes: entries.map(({ id, body }) => ({ do: 'create', id, body }) as const),
    })
  }
  return cases
}

test('P shows banner, story and axis larger and without anything to press for editing, and no key of editing does anything', async ({
  page,
}) => {
  const screen = await present(page)
  const before = await demoAsStored(page)
  expect(before.case.entries.length).toBeGreaterThan(50)
  await expect(appBar(page).bar).toHaveCount(0)
  await expect(screen.shown).toHaveText(['Sites', 'Time axis'])
  await expect(screen.screen.getByText('8 more sites suspected, none biopsied')).toBeVisible()
  for (const name of [/^Add/, /^Edit/, /^Write/, /^Settle/, /^Undo/, /^Print/])
    await expect(page.getByRole('button', { name })).toHaveCount(0)
  await screen.mark('2').click()
  for (const key of [
    'a',
    'e',
    'd',
    'h',
    'q',
    'Delete',
    'Enter',
    'Control+z',
    'Control+k',
    'Control+p',
  ])
    await page.keyboard.press(key)
  await screen.mark('2').dblclick()
  await expect(page.getByRole('complementary')).toHaveCount(0)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expect(screen.mark('2')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape')
  await expect(screen.ended).toBeVisible()
  expect(await demoAsStored(page)).toEqual(before)
})

test('each panel has a number, and the arrows go from one to the next; only the one that is shown is there', async ({
  page,
}) => {
  const screen = await present(page)
  const headings = [
    ['Sites', 'Time axis'],
    ['Sites', 'Every site'],
    ['Receptors, newest first'],
    ['Treatment lines, newest first'],
    ['Skin lesions', 'Imaging and assessments'],
    ['Conflicts', 'Missing for the meeting'],
    ['Question for the meeting', 'Context'],
    ['Meetings and outcomes, newest first'],
  ]
  for (const [at, title] of PANELS.entries()) {
    await page.keyboard.press(String(at + 1))
    await expect(screen.panel(title)).toHaveAttribute('aria-current', 'page')
    await expect(screen.shown).toHaveText(headings[at] ?? [])
    await expect(screen.name).toHaveText(DEMO_NAME)
  }
  for (const title of PANELS.toReversed().slice(1)) {
    await page.keyboard.press('ArrowUp')
    await expect(screen.panel(title)).toHaveAttribute('aria-current', 'page')
  }
  await page.keyboard.press('PageDown')
  await expect(screen.panel('Sites')).toHaveAttribute('aria-current', 'page')
})

test('the arrows go to the next and the previous case in the list’s order, each fetched before it is asked for', async ({
  page,
}) => {
  await openDemo(page)
  const cases = await addPatients(page)
  await page.reload()
  const bar = appBar(page)
  await expect(bar.bar).toBeVisible()
  const list = await ask(page, 'patient:list', { query: '', archived: false, limit: 9, offset: 0 })
  const ids = list.patients.map(({ patient }) => patient.id)
  expect(ids).toHaveLength(cases.length + 1)
  await withoutFullScreen(page)
  // The board may fetch it ahead already.
  const fetched = page.waitForResponse(
    response =>
      response.url().endsWith('case:get') &&
      (response.request().postData() ?? '').includes(ids[1] ?? 'none'),
  )
  await page.getByRole('row').nth(1).dblclick()
  await expect(boardScreen(page).name).toBeVisible()
  await page.keyboard.press('F5')
  const screen = presentScreen(page)
  await expect(screen.place).toHaveText('Case 1 of 3')
  await fetched
  // From here on nothing is answered any more.
  await page.route('**/api/case:get', route => route.abort())
  const first = await screen.name.textContent()
  await page.keyboard.press('ArrowRight')
  await expect(screen.place).toHaveText('Case 2 of 3')
  await expect(screen.name).not.toHaveText(first ?? '')
  await page.unroute('**/api/case:get')
  await page.keyboard.press('ArrowLeft')
  await expect(screen.name).toHaveText(first ?? '')
  await page.keyboard.press('ArrowLeft')
  await expect(screen.place).toHaveText('Case 1 of 3')
})

test('an arrow that is pressed before the order of the cases is known is not lost', async ({
  page,
}) => {
  await openDemo(page)
  await addPatients(page)
  await page.reload()
  await expect(appBar(page).bar).toBeVisible()
  await withoutFullScreen(page)
  let release = () => {}
  const released = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route('**/api/patient:order', async route => {
    await released
    await route.continue()
  })
  await page.getByRole('row').nth(1).dblclick()
  await expect(boardScreen(page).name).toBeVisible()
  await page.keyboard.press('F5')
  const screen = presentScreen(page)
  await expect(screen.place).toHaveText('Case 1 of 1')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  release()
  await expect(screen.place).toHaveText('Case 3 of 3')
})

test('who has switched single letters off turns pages by the other keys alone', async ({
  page,
}) => {
  await openDemo(page)
  const settings = await ask(page, 'settings:get', {})
  await ask(page, 'settings:put', { ...settings, letterKeys: false })
  await page.reload()
  await expect(boardScreen(page).name).toBeVisible()
  await withoutFullScreen(page)
  await page.keyboard.press('F5')
  const screen = presentScreen(page)
  await expect(screen.panel('Course')).toHaveAttribute('aria-current', 'page')
  for (const key of ['s', '2', '.']) await page.keyboard.press(key)
  await page.keyboard.press('PageDown')
  await expect(screen.panel('Sites')).toHaveAttribute('aria-current', 'page')
  await expect(screen.spotlight).toBeHidden()
  await expect(screen.mark('P')).toHaveAttribute('aria-pressed', 'false')
})

for (const size of [
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
])
  test(`at ${size.width} × ${size.height} every fact shown is large enough to be read from five metres, and none is cut`, async ({
    page,
  }) => {
    await page.setViewportSize(size)
    const screen = await present(page)
    const least = {
      head: leastTypeSize('found', size.height),
      course: leastTypeSize('found', size.height),
      evidence: leastTypeSize('read', size.height),
    }
    for (const [at, title] of PANELS.entries()) {
      await page.keyboard.press(String(at + 1))
      await expect(screen.panel(title)).toHaveAttribute('aria-current', 'page')
      const typed = await typeSizes(page)
      expect(typed.length).toBeGreaterThan(10)
      const small = typed.filter(({ size: drawn, where }) => drawn < least[where] - 0.01)
      expect.soft(small, title).toEqual([])
      expect.soft(await cutTexts(page), title).toEqual([])
      expect(await pageScroll(page)).toEqual({ across: 0, down: 0 })
    }
    const [who, what] = [screen.name, screen.screen.getByRole('paragraph').first()]
    for (const line of [who, what]) {
      const drawn = await line.evaluate(
        element => Number.parseFloat(getComputedStyle(element).fontSize) * element.currentCSSZoom,
      )
      expect(drawn).toBeGreaterThanOrEqual(leastTypeSize('read', size.height) - 0.01)
    }
  })

test('what the pointer is over is highlighted in every part of the panel, and S lights the pointer', async ({
  page,
}) => {
  const screen = await present(page)
  await page.keyboard.press('2')
  await expect(screen.mark('4')).toHaveAttribute('aria-pressed', 'false')
  await screen.site('4').hover()
  await expect(screen.mark('4')).toHaveAttribute('aria-pressed', 'true')
  await screen.mark('6').hover()
  await expect(screen.mark('6')).toHaveAttribute('aria-pressed', 'true')
  await expect(screen.site('6').getByRole('button')).toHaveAttribute('aria-pressed', 'true')
  await expect(screen.mark('4')).toHaveAttribute('aria-pressed', 'false')
  await expect(screen.spotlight).toBeHidden()
  await page.keyboard.press('s')
  await expect(screen.spotlight).toBeVisible()
  await page.mouse.move(600, 500)
  const centre = await screen.spotlight.evaluate(element => {
    const { zoom } = { zoom: element.currentCSSZoom }
    const at = (name: string) => Number.parseFloat(element.style.getPropertyValue(name)) * zoom
    return { x: Math.round(at('--x')), y: Math.round(at('--y')) }
  })
  expect(centre).toEqual({ x: 600, y: 500 })
  await page.keyboard.press('s')
  await expect(screen.spotlight).toBeHidden()
})

test('by keyboard alone rows are highlighted one after the other, and ? lists the keys', async ({
  page,
}) => {
  const screen = await present(page)
  await page.keyboard.press('2')
  await page.keyboard.press('.')
  await expect(screen.mark('P')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('.')
  await expect(screen.mark('P')).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press(',')
  await expect(screen.mark('P')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('?')
  await expect(screen.keys).toContainText('Next and previous case')
  await page.keyboard.press('Escape')
  await expect(screen.keys).toBeHidden()
  await expect(screen.screen).toBeVisible()
})

test('Escape leaves a screen without any patient, in the title and in the memory behind it too', async ({
  page,
}) => {
  const screen = await present(page)
  await page.keyboard.press('Escape')
  await expect(screen.ended).toBeVisible()
  await expect(page).toHaveTitle('MetBoard')
  expect(await page.content()).not.toMatch(/Wu 2024|breast cancer|paclitaxel/i)
  // Nothing was kept: opening the patient again asks for the case again.
  await screen.backToPatients.press('Enter')
  const again = page.waitForRequest(request => request.url().endsWith('case:get'))
  await page.getByRole('row').filter({ hasText: DEMO_NAME }).dblclick()
  await again
  await expect(boardScreen(page).name).toHaveText(DEMO_NAME)
})

test('a lock ends a presentation: whoever unlocks finds the neutral screen', async ({ page }) => {
  const screen = await present(page)
  await page.keyboard.press('Control+l')
  await expect(startScreen(page).openDemo).toBeVisible()
  expect(await page.content()).not.toContain(DEMO_NAME)
  await startScreen(page).openDemo.click()
  await expect(screen.ended).toBeVisible()
  expect(await page.content()).not.toContain(DEMO_NAME)
  await screen.backToPatients.click()
  await expect(page.getByRole('row').filter({ hasText: DEMO_NAME })).toBeVisible()
})

test('it fills the screen where the host lets it, and leaving the full screen ends it', async ({
  page,
}) => {
  await openDemo(page)
  await appBar(page).present.click()
  const screen = presentScreen(page)
  await expect(screen.name).toHaveText(DEMO_NAME)
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true)
  await page.evaluate(() => document.exitFullscreen())
  await expect(screen.ended).toBeVisible()
})

test('a panel that is longer than its room says so until its end is reached', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  const screen = await present(page)
  await page.keyboard.press('6')
  const conflicts = screen.screen.getByRole('region', { name: 'Conflicts' })
  const hint = conflicts.getByText('more below')
  await expect(hint).toBeVisible()
  await conflicts.getByRole('group', { name: 'Conflicts' }).press('End')
  await expect(hint).toHaveCount(0)
})
