import type { Page } from '@playwright/test'
import { buildDetails, buildSite, entryId, patientId } from '../support/builders.ts'
import { expect, test } from './fixtures.ts'
import { appBar } from './pages/appBar.ts'
import { ask } from './pages/ask.ts'
import { type BoardScreen, boardScreen } from './pages/boardScreen.ts'
import { bodyFigure } from './pages/bodyFigure.ts'
import { cutTexts } from './pages/measure.ts'
import { openDemo } from './pages/openDemo.ts'

type SiteGiven = Parameters<typeof buildSite>[0]

/** Opens a case of invented sites, kept through the services. */
async function openSites(page: Page, sites: readonly SiteGiven[]): Promise<BoardScreen> {
  await openDemo(page)
  const id = patientId(7)
  await ask(page, 'patient:create', { id, details: buildDetails() })
  await ask(page, 'case:apply', {
    patientId: id,
    changes: sites.map((site, i) => ({
      do: 'create' as const,
      id: entryId(i + 1),
      body: buildSite({ role: 'distant', primary: null, lesions: null, ...site }),
    })),
  })
  await page.reload()
  await expect(appBar(page).bar).toBeVisible()
  await page.getByRole('row').filter({ hasNotText: 'Published case' }).nth(1).dblclick()
  const board = boardScreen(page)
  await expect(board.name).toContainText('TESTFALL')
  return board
}

const LIVER = { bodySite: 'liver', side: null, certainty: 'suspected' } as const

test('each view says how many of the published case’s sites it shows, and shows that many', async ({
  page,
}) => {
  const board = await openDemo(page)
  const { view, views, marks } = bodyFigure(board)
  await expect(views).toHaveText([
    'Front 11',
    'Back 4',
    'Skeleton 5',
    'Organs 2',
    'Chest 3',
    'Head 3',
  ])
  await expect(view('Front')).toBeChecked()
  for (const [name, count] of [
    ['Back', 4],
    ['Skeleton', 5],
    ['Organs', 2],
    ['Chest', 3],
    ['Head', 3],
    ['Front', 11],
  ] as const) {
    await view(name).click()
    await expect(view(name)).toBeChecked()
    await expect(marks).toHaveCount(count)
  }
})

// CLINICAL: §1.5: scapula left, kidney right, cerebellar hemisphere right; scalp and skull without a side.
test('the patient’s left is at the viewer’s right from the front and at the left from the back, as the letters say', async ({
  page,
}) => {
  const board = await openDemo(page)
  const { view, mark, letter, drawing } = bodyFigure(board)
  const across = async (of: ReturnType<typeof mark>) => {
    const [box, all] = [await of.boundingBox(), await drawing.boundingBox()]
    if (box === null || all === null) throw new Error('not drawn')
    return (box.x + box.width / 2 - all.x) / all.width - 0.5
  }
  for (const name of ['Front', 'Skeleton'] as const) {
    await view(name).click()
    await expect(view(name)).toBeChecked()
    expect(await across(mark('5'))).toBeGreaterThan(0.02)
    expect(await across(mark('7'))).toBeLessThan(-0.02)
    expect(await across(letter('L').first())).toBeGreaterThan(0)
    expect(await across(letter('R').first())).toBeLessThan(0)
  }
  await view('Back').click()
  await expect(view('Back')).toBeChecked()
  expect(await across(mark('5'))).toBeLessThan(-0.02)
  expect(await across(mark('10'))).toBeGreaterThan(0.02)
  expect(await across(letter('L').first())).toBeLessThan(0)
  expect(await across(letter('R').first())).toBeGreaterThan(0)
})

test('selecting a site elsewhere turns to a view that shows it, and the mark is selected there', async ({
  page,
}) => {
  const board = await openDemo(page)
  const { view, mark } = bodyFigure(board)
  await view('Chest').click()
  await expect(mark('9')).toHaveCount(0)
  await board.axis.item('Site 9').click()
  await expect(view('Front')).toBeChecked()
  await expect(mark('9')).toHaveAttribute('aria-pressed', 'true')
  await view('Skeleton').click()
  await board.axis.item('Site 4').click()
  await expect(view('Skeleton')).toBeChecked()
  await expect(mark('4')).toHaveAttribute('aria-pressed', 'true')
})

test('the map is one stop of Tab; arrows go from mark to mark, and Enter selects on the axis as well', async ({
  page,
}) => {
  const board = await openDemo(page)
  const { view, mark } = bodyFigure(board)
  await view('Front').focus()
  await page.keyboard.press('Tab')
  await expect(mark('P')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(mark('1')).toBeFocused()
  await page.keyboard.press('End')
  await expect(board.pin('L1')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(mark('10')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(mark('10')).toHaveAttribute('aria-pressed', 'true')
  await expect(board.axis.item('Site 10')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Tab')
  await expect(mark('10')).not.toBeFocused()
  await expect(bodyFigure(board).focused).toHaveCount(0)
})

test('the views are switched by the arrow keys', async ({ page }) => {
  const board = await openDemo(page)
  const { view } = bodyFigure(board)
  await view('Front').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(view('Back')).toBeChecked()
})

test('several sites at one place are one mark with their count, which opens into its sites and closes again', async ({
  page,
}) => {
  const board = await openSites(page, [
    { ...LIVER, certainty: 'confirmed' },
    LIVER,
    LIVER,
    LIVER,
    { ...LIVER, bodySite: 'femur', side: 'right' },
  ])
  const { marks, mark, stack, text } = bodyFigure(board)
  await expect(marks).toHaveCount(2)
  await expect(stack).toHaveAccessibleName('4 sites, Liver: 1 confirmed, 3 suspected; 1, 2, 3, 4')
  await expect(text).toHaveText([
    'Liver: 4 sites, 1 confirmed, 3 suspected (1: confirmed; 2: suspected; 3: suspected; 4: suspected)',
    'Femur, right: 1 site, 1 suspected (5: suspected)',
  ])
  await stack.focus()
  await page.keyboard.press('Enter')
  await expect(marks).toHaveCount(5)
  await expect(mark('1')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(marks).toHaveCount(2)
  await board.axis.item('Site 4').click()
  await expect(marks).toHaveCount(5)
  await expect(mark('4')).toHaveAttribute('aria-pressed', 'true')
})

test('a site that no view can place is listed in words beside the figure, and is selected from there', async ({
  page,
}) => {
  const board = await openSites(page, [
    LIVER,
    { ...LIVER, bodySite: 'bone' },
    { ...LIVER, bodySite: 'skin-back', side: 'left' },
  ])
  const { views, view, marks, mark, listed } = bodyFigure(board)
  await expect(views).toHaveText([
    'Front 1',
    'Back 1',
    'Skeleton 0',
    'Organs 1',
    'Chest 0',
    'Head 0',
  ])
  await expect(marks).toHaveCount(1)
  await expect(listed('Without a place on the figure')).toHaveText([/Bone, not further named/])
  await expect(listed('On another view')).toHaveText([/Skin of the back, left/])
  await listed('Without a place on the figure').first().click()
  await expect(listed('Without a place on the figure').first()).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await listed('On another view').first().click()
  await expect(view('Back')).toBeChecked()
  await expect(mark('1')).toHaveAttribute('aria-pressed', 'true')
})

test('a site without a stated side lies on the midline and says so; how many lesions are recorded stands at the mark', async ({
  page,
}) => {
  const board = await openSites(page, [
    {
      bodySite: 'kidney',
      side: null,
      certainty: 'excluded',
      lesions: { comparator: '=', low: 3, high: null, unit: null, verbatim: null },
    },
  ])
  const { marks, text } = bodyFigure(board)
  await expect(marks).toHaveCount(1)
  await expect(marks.first()).toHaveAccessibleName(
    '1: Kidney, side not stated, 3 lesions, excluded',
  )
  await expect(marks.first().getByText('×3')).toBeVisible()
  await expect(text).toHaveText([
    'Kidney, side not stated, on the midline: 1 site, 1 excluded (1: excluded, 3 lesions)',
  ])
})

for (const size of [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
])
  test(`at ${size.width} × ${size.height} nothing of any view is cut: every letter of a side, every mark and every word is in view`, async ({
    page,
  }) => {
    await page.setViewportSize(size)
    const board = await openDemo(page)
    const { view, views, marks, letter } = bodyFigure(board)
    for (const name of await views.allTextContents()) {
      const chosen = view(name.replace(/ \d+$/, ''))
      await chosen.click()
      await expect(chosen).toBeChecked()
      await expect(letter('R').first()).toBeInViewport({ ratio: 1 })
      await expect(letter('L').first()).toBeInViewport({ ratio: 1 })
      for (const mark of await marks.all()) await expect(mark).toBeInViewport({ ratio: 0.9 })
      await expect.poll(() => cutTexts(page)).toEqual([])
    }
  })

test('the scalp lesion of the published case leads from its pin to its site, its biopsy and what that showed', async ({
  page,
}) => {
  const board = await openDemo(page)
  await board.pin('L1').click()
  await expect(board.pin('L1')).toHaveAttribute('aria-pressed', 'true')
  // Its time is its site's, whose row the axis has; the lesion itself stands in the list of the skin.
  await expect(board.lesion('L1')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('h')
  await expect(board.beside).toContainText('site 2, confirmed')
  await expect(board.beside).toContainText(
    'E, biopsy, after the 32nd month (May-2022): ER 10 %, PR negative, HER2 not reported, Ki-67 20 %',
  )
})
