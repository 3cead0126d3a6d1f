import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { gallery } from './pages/gallery.ts'
import { cutTexts, pageScroll } from './pages/measure.ts'

const THEMES = ['Light', 'Dark', 'High contrast'] as const

async function openGallery(page: Page): Promise<void> {
  await page.goto(new URL('/gallery.html', page.url()).href)
  await expect(gallery(page).heading).toBeVisible()
}

/** States whose parts are drawn outside their own box, by name. */
function outgrown(page: Page): Promise<string[]> {
  return gallery(page).states.evaluateAll(states =>
    states.flatMap(state => {
      const { left, right } = state.getBoundingClientRect()
      // What only a browser's autofill sees lies in a box of one pixel that is clipped to nothing.
      const isClipped = (part: Element): boolean => {
        for (let box = part.parentElement; box !== null && box !== state; box = box.parentElement)
          if (getComputedStyle(box).clipPath === 'inset(50%)') return true
        return false
      }
      const isOut = [...state.querySelectorAll('*')].some(part => {
        const box = part.getBoundingClientRect()
        return (
          box.width > 1 && (box.left < left - 1.5 || box.right > right + 1.5) && !isClipped(part)
        )
      })
      return isOut ? [state.getAttribute('data-state') ?? ''] : []
    }),
  )
}

for (const name of THEMES)
  test(`every component in every state passes axe and keeps its words in its box: ${name}`, async ({
    page,
  }) => {
    await openGallery(page)
    await gallery(page).theme(name).click()
    await expect(gallery(page).theme(name)).toBeChecked()
    const { violations } = await new AxeBuilder({ page })
      .options({ resultTypes: ['violations'] })
      .analyze()
    expect(
      violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
      ),
    ).toEqual([])
    for (const size of [
      { width: 1920, height: 1080 },
      { width: 1366, height: 768 },
      { width: 1024, height: 768 },
    ]) {
      await page.setViewportSize(size)
      await expect.poll(() => cutTexts(page)).toEqual([])
      expect(await outgrown(page)).toEqual([])
      expect((await pageScroll(page)).across).toBe(0)
    }
  })

for (const [name, least] of [
  ['Light', 4.5],
  ['Dark', 4.5],
  ['High contrast', 7],
] as const)
  test(`every colour of text stands apart from each of its surfaces by ${least} or more: ${name}`, async ({
    page,
  }) => {
    await openGallery(page)
    await gallery(page).theme(name).click()
    await expect(gallery(page).theme(name)).toBeChecked()
    const ratios = () =>
      gallery(page).swatches.evaluateAll(all =>
        all.map(each => Number(each.getAttribute('data-contrast'))),
      )
    // Measured anew once the theme is there.
    await expect.poll(async () => Math.min(...(await ratios()))).toBeGreaterThanOrEqual(least)
    expect((await ratios()).length).toBeGreaterThan(20)
  })

test('the page of components asks the services nothing', async ({ page }) => {
  await page.waitForLoadState('networkidle')
  const asked: string[] = []
  page.on('request', request => {
    if (request.url().includes('/api/')) asked.push(request.url())
  })
  await openGallery(page)
  await page.waitForLoadState('networkidle')
  expect(asked).toEqual([])
})
