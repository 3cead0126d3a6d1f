import { expect, test } from './fixtures.ts'
import { violationsInThemes } from './pages/axe.ts'
import { boardScreen } from './pages/boardScreen.ts'
import { tabTo } from './pages/keyboard.ts'
import { cutTexts } from './pages/measure.ts'
import { openDemo } from './pages/openDemo.ts'
import { OVERVIEW } from './pages/photographs.ts'
import {
  counted,
  pinnedLesion,
  pressAt,
  recordFollowUp,
  recordLesion,
  saveLook,
  takeIn,
} from './pages/recordLesion.ts'
import { lesionView, photoViewer, skinForm } from './pages/skinScreens.ts'
import { startScreen } from './pages/startScreen.ts'

test.slow()

test('from the open patient a new lesion with its note, two photographs and consent takes at most 12 actions', async ({
  page,
}) => {
  const board = await openDemo(page)
  await expect(board.pin('L2')).toHaveCount(0)
  expect(await recordLesion(page)).toBeLessThanOrEqual(12)
  await expect(board.pin('L2')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('v')
  const view = lesionView(page)
  await expect(view.dialog).toContainText('Skin of the chest, right')
  await expect(view.dialog).toContainText('12 × 8 mm, elevation 3 mm')
  await expect(view.dialog).toContainText('Firm nodules')
  await expect(view.photographs).toHaveCount(2)
  await expect(view.photographs.first()).toHaveAccessibleName(
    /^Open: overview, .*consent for care record, tumour board, /,
  )
  await expect(view.photographs.last()).toHaveAccessibleName(/^Open: close-up, /)
  // One act: one undo takes all of it back.
  await view.button('Close').click()
  await page.keyboard.press('Control+z')
  await expect(board.pin('L2')).toHaveCount(0)
})

test('a follow-up note takes at most 6 actions; it says what it carried over, and never carries a size', async ({
  page,
}) => {
  const board = await openDemo(page)
  await recordLesion(page)
  await board.axis.panel.click({ position: { x: 5, y: 5 } })
  const step = counted()
  await step.does(() => board.pin('L2').focus())
  expect(await recordFollowUp(page, { label: 'L2', size: '15 x 9' }, step)).toBeLessThanOrEqual(6)
  await page.keyboard.press('f')
  const form = skinForm(page)
  await expect(form.carried).toContainText(/as on \d\d-\w{3}-\d{4}/)
  await expect(form.chip('Firm nodules')).toHaveAttribute('aria-pressed', 'true')
  await expect(form.size).toHaveValue('')
  await expect(form.course('not recorded')).toBeChecked()
  await form.close.click()
  await page.keyboard.press('v')
  const view = lesionView(page)
  await expect(view.notes).toHaveCount(2)
  await expect(view.chart).toHaveAccessibleName(/12 × 8 mm.*15 × 9 mm/)
})

test('from the pin of the scalp lesion its receptor change is two actions away, and every link leads back', async ({
  page,
}) => {
  const board = await openDemo(page)
  const step = counted()
  await step.does(() => board.pin('L1').click())
  await step.does(() => board.pin('L1').click())
  expect(step.count()).toBeLessThanOrEqual(2)
  const view = lesionView(page)
  await expect(view.receptors).toContainText('positive → negative')
  await view.link(/^Specimen E, /).click()
  await expect(view.dialog).toBeHidden()
  await expect(board.receptors.select('E')).toHaveAttribute('aria-pressed', 'true')
  // The specimen leads to the lesion, and the lesion to its site.
  await page.keyboard.press('v')
  await view.link(/^Site 2, /).click()
  await expect(board.mark('2')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('v')
  await expect(view.dialog).toBeVisible()
})

test('a biopsy is recorded from its lesion with the lesion filled in, and an older specimen is linked in one step', async ({
  page,
}) => {
  await openDemo(page)
  await recordLesion(page)
  await page.keyboard.press('v')
  const view = lesionView(page)
  await view.button('Link a specimen…').click()
  await view.choice(/^Specimen D/).click()
  await expect(view.link(/^Specimen D, /)).toBeVisible()
  await view.button('Biopsy taken…').click()
  const beside = boardScreen(page).beside
  await expect(beside.getByRole('button', { name: /From skin lesion$/ })).toContainText('L2')
})

test('the skin is pressed on the board’s own figure, and the form begins with that place', async ({
  page,
}) => {
  const board = await openDemo(page)
  await pressAt(page, board.figure, 0.5, 0.44)
  await page.getByRole('button', { name: 'Add skin lesion here' }).click()
  const form = skinForm(page)
  await expect(form.place).toHaveValue(/^Skin of the /)
  await expect(form.size).toBeFocused()
})

test('without a mouse a lesion gets its place, its pin, its size and its looks, and is saved', async ({
  page,
}) => {
  const board = await openDemo(page)
  await page.keyboard.press('l')
  const form = skinForm(page)
  await expect(form.place).toBeFocused()
  await page.keyboard.type('Skin of the neck')
  await page.keyboard.press('Escape')
  await tabTo(page, form.figure, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await expect(form.figure).toHaveAccessibleName(/Skin of the neck/)
  await tabTo(page, form.size)
  await page.keyboard.type('9')
  await tabTo(page, form.chip('Firm nodules'))
  await page.keyboard.press('ArrowRight')
  await expect(form.chip('Plaques')).toBeFocused()
  await page.keyboard.press('Space')
  await saveLook(page)
  await expect(board.pin('L2')).toHaveAccessibleName(/Skin of the neck/)
})

for (const how of ['a lock', 'a kill of the host'] as const)
  test(`what was typed and the photographs are back after ${how}`, async ({ page, host }) => {
    await openDemo(page)
    const form = await pinnedLesion(page)
    await takeIn(form, [OVERVIEW])
    const kept = page.waitForResponse(
      response =>
        response.url().endsWith('draft:put') &&
        (response.request().postData() ?? '').includes('nodule by the scar'),
    )
    await form.words.fill('nodule by the scar')
    await kept
    if (how === 'a lock') {
      await page.keyboard.press('Control+l')
      await expect(startScreen(page).openDemo).toBeVisible()
      await expect(page.getByRole('img')).toHaveCount(0)
    } else {
      await host.kill()
      const next = await host.restart()
      await page.goto(next.address)
    }
    await openDemo(page)
    await page.keyboard.press('l')
    await expect(form.words).toHaveValue('nodule by the scar')
    await expect(form.restored).toBeVisible()
    await expect(form.photographs).toHaveCount(1)
    await expect(form.pictures).toHaveCount(1)
    await saveLook(page)
    await expect(boardScreen(page).pin('L2')).toBeVisible()
  })

test('axe finds nothing in the form, the lesion, its photographs and the reference, in every theme', async ({
  page,
}) => {
  await openDemo(page)
  await recordLesion(page)
  await page.keyboard.press('f')
  const form = skinForm(page)
  await form.part('Symptoms and findings').click()
  await form.part('Wound care').click()
  expect.soft(await violationsInThemes(page, 'aside'), 'the form').toEqual([])
  await form.part('Reference').click()
  const reference = page.getByRole('dialog', { name: 'Skin reference' })
  await expect(reference).toContainText('Broad, thickened areas of skin')
  expect.soft(await violationsInThemes(page, '[role=dialog]'), 'the reference').toEqual([])
  await page.keyboard.press('Escape')
  await form.close.click()
  await page.keyboard.press('v')
  const view = lesionView(page)
  await expect(view.photographs).toHaveCount(2)
  expect.soft(await violationsInThemes(page, '[role=dialog]'), 'the lesion').toEqual([])
  await view.button('Photographs side by side').click()
  await expect(photoViewer(page).pictures).toHaveCount(2)
  expect.soft(await violationsInThemes(page, '[role=dialog]'), 'the photographs').toEqual([])
})

for (const size of [
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
])
  test(`at ${size.width} × ${size.height} no word of the form, the lesion and its photographs is cut`, async ({
    page,
  }) => {
    await page.setViewportSize(size)
    await openDemo(page)
    await recordLesion(page)
    await page.keyboard.press('f')
    const form = skinForm(page)
    for (const part of ['Symptoms and findings', 'Considered', 'Wound care', 'Source and remark'])
      await form.part(part).click()
    expect.soft(await cutTexts(page, 'aside'), 'the form').toEqual([])
    await form.close.click()
    await page.keyboard.press('v')
    const view = lesionView(page)
    await expect(view.photographs).toHaveCount(2)
    expect.soft(await cutTexts(page, '[role=dialog]'), 'the lesion').toEqual([])
    await view.photographs.first().click()
    const viewer = photoViewer(page)
    await expect(viewer.pictures).toHaveCount(1)
    await viewer.button('Two side by side').click()
    await expect(viewer.pictures).toHaveCount(2)
    expect
      .soft(await cutTexts(page, '[role=dialog]:has([role=application])'), 'the photographs')
      .toEqual([])
  })
