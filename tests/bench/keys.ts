import type { Browser, Page } from '@playwright/test'
import { ensureBuilt } from '../../electron/build.ts'
import { boardScreen } from '../e2e/pages/boardScreen.ts'
import { entryForm } from '../e2e/pages/entryForm.ts'
import { chooseOption, tabTo } from '../e2e/pages/keyboard.ts'
import { openDemo } from '../e2e/pages/openDemo.ts'
import { openChromium } from '../support/chromium.ts'
import { startLoopback, temporaryHome } from '../support/loopback.ts'
import { absoluteRow, type Bench, slowerRow } from './bench.ts'
import { personsPause } from './boardPage.ts'
import { interleave, repeat } from './interleave.ts'
import { watchPaint } from './watchPaint.ts'

const PLAIN = 'the same in two plain <input>s on an empty page'

/** What a person feels who enters a case: each letter, the next field, a form that opens, and the board after saving. */
export const keys: Bench = {
  name: 'keys',
  run: async ({ quick }) => {
    ensureBuilt()
    const { home, remove } = await temporaryHome()
    const host = await startLoopback(home)
    const browser = await openChromium()
    try {
      const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
      await page.goto(host.address)
      await openDemo(page)
      const plain = await plainPage(browser)
      const rounds = quick ? 3 : 20
      await openSpecimen(page)
      const letters = await writing(page, plain, rounds)
      const tabs = await tabbing(page, plain, rounds)
      await leave(page)
      const openings = await repeat(() => opening(page), { warmUp: 2, rounds })
      const savings = await repeat(() => saving(page), { warmUp: 2, rounds })
      return [
        slowerRow(
          { what: 'a letter in the form of a specimen, painted', against: PLAIN, sides: letters },
          { most: null, p95: 50 },
        ),
        slowerRow(
          { what: 'Tab to the next field of that form, painted', against: PLAIN, sides: tabs },
          { most: null, p95: 50 },
        ),
        absoluteRow('that form opened beside the board of the published case', openings, {
          p95: 150,
        }),
        absoluteRow('a specimen saved, to the board with it', savings, { p95: 150 }),
      ]
    } finally {
      await browser.close()
      await host.stop()
      await remove()
    }
  },
}

async function plainPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await page.setContent('<input autofocus><input>')
  return page
}

/** Letters into a result, which says beneath what was understood. */
async function writing(page: Page, plain: Page, rounds: number) {
  await tabTo(page, entryForm(page).text('ER'))
  await plain.locator('input').first().focus()
  const letter = (of: Page) => (turn: number) =>
    watchPaint(of, { wanted: 'letter', key: '80 % strong '.charAt(turn % 12) })
  return interleave(letter(page), letter(plain), { warmUp: 2, rounds, perRound: 6 })
}

/** Through the form and back again. */
async function tabbing(page: Page, plain: Page, rounds: number) {
  const tab = (of: Page) => (turn: number) =>
    watchPaint(of, { wanted: 'focus', key: turn % 2 === 0 ? 'Tab' : 'Shift+Tab' })
  return interleave(tab(page), tab(plain), { warmUp: 2, rounds, perRound: 6 })
}

async function opening(page: Page): Promise<number> {
  const time = await openSpecimen(page)
  await leave(page)
  return time
}

/** Saves a specimen, and takes it back. */
async function saving(page: Page): Promise<number> {
  await openSpecimen(page)
  const form = entryForm(page)
  await chooseOption(page, form.list('Taken by'), 'Core needle biopsy')
  await tabTo(page, form.text('ER'))
  await page.keyboard.type('80 %')
  await personsPause()
  const { rows } = boardScreen(page).receptors
  const before = await rows.count()
  const time = await watchPaint(page, { wanted: 'saved', key: 'Control+Enter' })
  await personsPause()
  await page.keyboard.press('Control+z')
  await rows.nth(before).waitFor({ state: 'detached' })
  return time
}

/** Chooses the form from the menu of new entries; the choice is what is timed. */
async function openSpecimen(page: Page): Promise<number> {
  await personsPause()
  await page.keyboard.press('a')
  const choice = page.getByRole('menuitem', { name: 'Specimen', exact: true })
  await choice.waitFor()
  while (!(await choice.evaluate(element => element === document.activeElement)))
    await page.keyboard.press('ArrowDown')
  await personsPause()
  return watchPaint(page, { wanted: 'form', key: 'Enter' })
}

async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await entryForm(page).panel.waitFor({ state: 'hidden' })
}
