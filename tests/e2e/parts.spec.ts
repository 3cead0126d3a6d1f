import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { appBar } from './pages/appBar.ts'
import { ask } from './pages/ask.ts'
import { boardScreen } from './pages/boardScreen.ts'
import { palette } from './pages/palette.ts'
import { startScreen } from './pages/startScreen.ts'

const LIST = /\/workstation-[\w-]+\.js$/
const BOARD = /\/Boards-[\w-]+\.js$/
const MEETINGS = /\/MeetingScreens-[\w-]+\.js$/

/** Loads the screen anew, and holds back a part of its code until the returned function is called. */
async function heldBack(page: Page, part: RegExp): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route(part, async route => {
    await released
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  return release
}

test('the page names what the first screens need and nothing of the board, which is read while nothing is done', async ({
  page,
}) => {
  await startScreen(page).openDemo.waitFor()
  const named = await page.evaluate(async () => {
    const text = await (await fetch('/')).text()
    const files = [...text.matchAll(/assets\/([a-z-]+?)-[\w-]{8}\.js/gi)].map(([, name]) => name)
    return files.toSorted()
  })
  expect(named).toEqual(['client', 'index', 'rolldown-runtime', 'start', 'workstation'])
  const read = () =>
    page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  await expect.poll(async () => (await read()).some(name => BOARD.test(name))).toBe(true)
})

test('the font of the screen comes with the first files, and nothing breaks the content security policy', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const refused: string[] = []
    Object.assign(window, { refused })
    addEventListener('securitypolicyviolation', event => refused.push(event.effectiveDirective))
  })
  await page.reload()
  await startScreen(page).openDemo.click()
  await expect(boardScreen(page).name).toBeVisible()
  const fonts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(entry => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => name.includes('inter-latin-wght'))
      .map(({ initiatorType }) => initiatorType),
  )
  expect(fonts).toEqual(['link'])
  expect(await page.evaluate(() => Reflect.get(window, 'refused'))).toEqual([])
})

test('what the list shows is asked for as soon as the workspace is open, not once its screen is drawn', async ({
  page,
}) => {
  await startScreen(page).openDemo.waitFor()
  const release = await heldBack(page, LIST)
  let asked = 0
  page.on('request', request => {
    if (decodeURIComponent(request.url()).endsWith('patient:list')) asked += 1
  })
  await startScreen(page).openDemo.click()
  await expect.poll(() => asked).toBe(1)
  await expect(boardScreen(page).name).toHaveCount(0)
  release()
  await expect(boardScreen(page).name).toBeVisible()
  expect(asked).toBe(1)
})

test('the screen on which a workspace is opened stays until the next one can be drawn', async ({
  page,
}) => {
  await startScreen(page).openDemo.waitFor()
  const release = await heldBack(page, LIST)
  await startScreen(page).openDemo.click()
  await expect
    .poll(async () => (await ask(page, 'session:state', {})).state, { timeout: 20_000 })
    .toBe('open')
  await expect(page.getByRole('button', { name: 'Opening the demo…' })).toBeDisabled()
  await expect(page.getByRole('heading', { name: 'MetBoard' })).toBeVisible()
  release()
  await expect(boardScreen(page).name).toBeVisible()
})

test('what is pressed and typed before the board can be drawn is not lost', async ({ page }) => {
  await startScreen(page).openDemo.waitFor()
  const release = await heldBack(page, BOARD)
  await startScreen(page).openDemo.click()
  await appBar(page).bar.waitFor()
  await page.keyboard.press('Control+K')
  await page.keyboard.type('theme: d')
  release()
  await expect(boardScreen(page).name).toBeAttached()
  await expect(palette(page).field).toBeFocused()
  await expect(palette(page).field).toHaveValue(/theme: d$/)
})

test('keys that are pressed before the meetings can be drawn are pressed there, in their order', async ({
  page,
}) => {
  await startScreen(page).openDemo.waitFor()
  const release = await heldBack(page, MEETINGS)
  await startScreen(page).openDemo.click()
  await expect(boardScreen(page).name).toBeVisible()
  await page.keyboard.type('mn+3d')
  await expect(boardScreen(page).name).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(0)
  release()
  await expect(page.getByRole('heading', { level: 1, name: 'Meetings' })).toBeVisible()
  await expect(page.getByLabel('Day')).toBeFocused()
  await expect(page.getByLabel('Day')).toHaveValue('+3d')
})
