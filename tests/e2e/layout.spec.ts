import type { Page } from '@playwright/test'
import { syntheticCase } from '../../electron/demo/synthetic/syntheticCase.ts'
import type { Case } from '../../shared/case/entry.ts'
import { SCALES, THEMES } from '../../shared/ipc/contract.ts'
import { expect, test } from './fixtures.ts'
import { appBar } from './pages/appBar.ts'
import { ask } from './pages/ask.ts'
import { type BoardScreen, boardScreen } from './pages/boardScreen.ts'
import { misalignedPanels, overlappingTexts, scrollingPanels } from './pages/layout.ts'
import { cutTexts, pageScroll } from './pages/measure.ts'
import { openDemo } from './pages/openDemo.ts'

const WINDOWS = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
] as const

const SHOWN = THEMES.filter(theme => theme !== 'system')

/** A site and its specimen, with the documents that they were read in, and nothing else. */
function ofTwoEvents(): Case {
  const { patient, entries } = syntheticCase(7, { entries: 30 })
  const site = entries.find(({ body }) => body.kind === 'site')
  const specimen = entries.find(
    ({ body }) => body.kind === 'specimen' && (body.site === null || body.site === site?.id),
  )
  if (site === undefined || specimen === undefined)
    throw new Error('the synthetic case lacks a site or its specimen')
  const documents = entries.filter(({ body }) => body.kind === 'document')
  return { patient, entries: [...documents, site, specimen] }
}

const CASES: readonly Readonly<{ name: string; of: (() => Case) | null }>[] = [
  { name: 'the demo', of: null },
  { name: 'a patient with two events', of: ofTwoEvents },
  { name: 'a patient with 500 events', of: () => syntheticCase(3, { entries: 500 }) },
]

/** Opens the demo, or a case that was put beside it through the services. */
async function openCase(page: Page, of: Case | null): Promise<BoardScreen> {
  const demo = await openDemo(page)
  if (of === null) return demo
  const { patient, entries } = of
  await ask(page, 'patient:create', { id: patient.id, details: patient.details })
  await ask(page, 'case:apply', {
    patientId: patient.id,
    changes: entries.map(({ id, body }) => ({ do: 'create', id, body }) as const),
  })
  await page.reload()
  await expect(appBar(page).bar).toBeVisible()
  await page.getByRole('row').filter({ hasNotText: 'Published case' }).nth(1).dblclick()
  const board = boardScreen(page)
  await board.axis.items.first().waitFor()
  return board
}

async function expectSound(page: Page, where: string): Promise<void> {
  await expect.soft.poll(() => cutTexts(page), `${where}: no words are cut`).toEqual([])
  expect.soft(await overlappingTexts(page), `${where}: no words lie over others`).toEqual([])
  expect.soft(await misalignedPanels(page), `${where}: panels stand on the grid`).toEqual([])
  expect.soft(await pageScroll(page), `${where}: the page stays`).toEqual({ across: 0, down: 0 })
}

for (const { name, of } of CASES)
  test(`nothing of the board of ${name} is cut, overlapping or misaligned, in any window and any theme`, async ({
    page,
  }) => {
    test.setTimeout(6 * 60_000)
    const board = await openCase(page, of?.() ?? null)
    for (const size of WINDOWS) {
      await page.setViewportSize(size)
      for (const theme of SHOWN) {
        await page.evaluate(chosen => {
          document.documentElement.dataset.theme = chosen
        }, theme)
        await expectSound(page, `${size.width} × ${size.height}, ${theme}`)
      }
      for (const tab of await board.tab(/./).all()) {
        await tab.click()
        await expectSound(page, `${size.width} × ${size.height}, ${await tab.textContent()}`)
      }
    }
  })

test('at 1920 × 1080 the demo’s board stands without a panel that scrolls', async ({ page }) => {
  await openDemo(page)
  await expect.poll(() => scrollingPanels(page)).toEqual([])
})

for (const size of WINDOWS)
  test(`at ${size.width} × ${size.height} every lane of the demo’s axis is in view at once`, async ({
    page,
  }) => {
    await page.setViewportSize(size)
    const { axis } = await openDemo(page)
    await axis.items.first().waitFor()
    await expect.poll(() => scrollingPanels(page)).not.toContain('Time axis')
    await expect(axis.panel.getByText(/\bitems? (above|below)\b/)).toHaveCount(0)
    const frame = await axis.panel.boundingBox()
    const last = await axis.items.last().boundingBox()
    if (frame === null || last === null) throw new Error('the axis has no place')
    expect(last.y + last.height).toBeLessThanOrEqual(frame.y + frame.height)
  })

for (const size of WINDOWS)
  test(`at ${size.width} × ${size.height} every specimen has its row in view, and one that is pressed says how its values changed`, async ({
    page,
  }) => {
    await page.setViewportSize(size)
    const { receptors } = await openDemo(page)
    await expect(receptors.rows).toHaveCount(5)
    for (const row of await receptors.rows.all()) await expect(row).toBeInViewport({ ratio: 0.95 })
    await receptors.select('D').click()
    await expect(receptors.cell('D', 'PR')).toContainText('down from 90 %, or up from 9 %')
    await expect(receptors.below('D')).toContainText('compared with C')
  })

for (const size of WINDOWS)
  test(`at ${size.width} × ${size.height} the switches of the receptors cover no value, with a form beside them and without`, async ({
    page,
  }) => {
    await page.setViewportSize(size)
    const { axis } = await openDemo(page)
    const expectClear = async () => {
      for (const name of ['Cut-off for ER and PR', 'Receptors as']) {
        const box = await page.getByRole('radiogroup', { name }).boundingBox()
        const room = await page.getByRole('radiogroup', { name }).locator('..').boundingBox()
        if (box === null || room === null) throw new Error(`${name} has no place`)
        expect(box.x + box.width, name).toBeLessThanOrEqual(room.x + room.width + 0.5)
      }
    }
    await axis.items.first().waitFor()
    await expectClear()
    await page.keyboard.press('a')
    await page.keyboard.type('spec')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Add: specimen and receptors')).toBeVisible()
    await expect(async () => expectClear()).toPass({ timeout: 3_000 })
    await expectSound(page, `a form at ${size.width} × ${size.height}`)
  })

test('the mark of what goes on stands on the last line of its words, inside its table, whose headings keep off its edge', async ({
  page,
}) => {
  const board = await openDemo(page)
  for (const size of WINDOWS) {
    await page.setViewportSize(size)
    const table = board.treatments.rows.first().locator('xpath=ancestor::table')
    if (!(await table.isVisible())) continue
    const marks = await table.locator('svg[viewBox="0 0 9 9"]').evaluateAll(all =>
      all.map(mark => {
        const box = mark.getBoundingClientRect()
        const words = document.createRange()
        words.setStart(mark.parentElement ?? mark, 0)
        words.setEndBefore(mark)
        const line = [...words.getClientRects()].at(-1)
        const edge = mark.closest('td')?.getBoundingClientRect().right ?? 0
        return {
          isOnLine: line !== undefined && box.top < line.bottom && box.bottom > line.top,
          isInside: box.right <= edge,
        }
      }),
    )
    expect(marks.length).toBeGreaterThan(0)
    expect(marks.filter(({ isOnLine, isInside }) => !isOnLine || !isInside)).toEqual([])
  }
  await page.setViewportSize({ width: 1920, height: 1080 })
  const room = await page
    .getByRole('columnheader', { name: 'Subtype, derived' })
    .evaluate(heading => {
      const words = document.createRange()
      words.selectNodeContents(heading)
      return heading.getBoundingClientRect().right - words.getBoundingClientRect().right
    })
  expect(room).toBeGreaterThanOrEqual(3)
})

/** The largest size at which a window still has the whole board side by side. */
const LARGEST = [
  { width: 1920, height: 1080, largest: 2 },
  { width: 1366, height: 768, largest: 1.25 },
] as const

for (const { largest, ...size } of LARGEST)
  test(`from 100 to ${largest * 100} % nothing is cut or overlapping at ${size.width} × ${size.height}, and nothing has to be scrolled to the side`, async ({
    page,
  }) => {
    test.setTimeout(6 * 60_000)
    await page.setViewportSize(size)
    const board = await openDemo(page)
    const zoom = () => board.board.evaluate(element => element.currentCSSZoom)
    const scales = SCALES.filter(scale => scale <= largest)
    for (const [at, scale] of scales.entries()) {
      if (at > 0) await page.keyboard.press('Control+Equal')
      await expect.poll(zoom).toBeCloseTo(scale, 5)
      const where = `${scale * 100} %`
      await expect.soft.poll(() => cutTexts(page), `${where}: no words are cut`).toEqual([])
      expect.soft(await overlappingTexts(page), `${where}: no words lie over others`).toEqual([])
      expect.soft(await pageScroll(page), where).toEqual({ across: 0, down: 0 })
      const across = await board.board.evaluate(
        element => element.scrollWidth - element.clientWidth,
      )
      expect.soft(across, `${where}: no scrolling to the side`).toBe(0)
    }
    await page.keyboard.press('Control+Minus')
    await expect.poll(zoom).toBeCloseTo(scales.at(-2) ?? 1, 5)
    await page.keyboard.press('Control+0')
    await expect.poll(zoom).toBe(1)
  })

for (const size of [
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
])
  test(`at 150 and 200 % the board at ${size.width} × ${size.height} is a page that scrolls down alone, and cuts nothing`, async ({
    page,
  }) => {
    test.setTimeout(180_000)
    await page.setViewportSize(size)
    const board = await openDemo(page)
    const settings = await ask(page, 'settings:get', {})
    for (const scale of [1.5, 2] as const) {
      await ask(page, 'settings:put', { ...settings, scale })
      await page.reload()
      await expect(board.name).toBeVisible()
      await board.axis.items.first().waitFor()
      const where = `${scale * 100} %`
      await expect.soft.poll(() => cutTexts(page), `${where}: no words are cut`).toEqual([])
      expect.soft(await overlappingTexts(page), `${where}: no words lie over others`).toEqual([])
      expect.soft(await pageScroll(page), where).toEqual({ across: 0, down: 0 })
      const across = await board.board.evaluate(
        element => element.scrollWidth - element.clientWidth,
      )
      expect.soft(across, `${where}: no scrolling to the side`).toBe(0)
    }
  })

test('what no longer goes on once the window has grown no longer says so', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await openDemo(page)
  const receptors = page.getByRole('region', { name: 'Receptors, newest first' })
  await expect(receptors.getByText('more below')).toBeVisible()
  await page.setViewportSize({ width: 1920, height: 1080 })
  await expect(receptors.getByText('more below')).toHaveCount(0)
})

test('every press of the key for larger counts, also where the screen is drawn more slowly than keys are pressed', async ({
  page,
}) => {
  const board = await openDemo(page)
  const tools = await page.context().newCDPSession(page)
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 10 })
  // Held once: of presses that overlap, the first would let Control go for the others.
  await page.keyboard.down('Control')
  await Promise.all([1, 2, 3].map(() => page.keyboard.press('Equal')))
  await page.keyboard.up('Control')
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await expect.poll(() => board.board.evaluate(element => element.currentCSSZoom)).toBe(1.5)
})

test('the size is kept for the user, and what is pressed at 150 % is what the pointer is over', async ({
  page,
  host,
}) => {
  const board = await openDemo(page)
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+Equal')
  const zoom = () => board.board.evaluate(element => element.currentCSSZoom)
  await expect.poll(zoom).toBe(1.5)
  const bar = appBar(page)
  await bar.help.click()
  const opener = await bar.help.boundingBox()
  const menu = await page.getByRole('menu').boundingBox()
  if (opener === null || menu === null) throw new Error('the menu has no place')
  expect(Math.abs(menu.y - (opener.y + opener.height))).toBeLessThan(16)
  expect(menu.x + menu.width).toBeGreaterThan(opener.x)
  expect(menu.x).toBeLessThan(opener.x + opener.width)
  await page.keyboard.press('Escape')
  await board.mark('7').click()
  await expect(board.mark('7')).toHaveAttribute('aria-pressed', 'true')
  await board.axis.item('Specimen E').click()
  await expect(board.axis.item('Specimen E')).toHaveAttribute('aria-selected', 'true')
  const next = await host.restart()
  await page.goto(next.address)
  await openDemo(page)
  await expect.poll(zoom).toBe(1.5)
  await next.stop()
})
