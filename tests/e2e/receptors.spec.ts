import { expect, test } from './fixtures.ts'
import { compareDialog } from './pages/compareDialog.ts'
import { tabTo } from './pages/keyboard.ts'
import { openDemo } from './pages/openDemo.ts'

const PANELS = [
  'Receptors, newest first',
  'Treatment lines, newest first',
  'Skin lesions',
  'Documents',
  'Conflicts',
  'Missing for the meeting',
] as const

const BELOW = {
  E: 'biopsy, after the 32nd month (May-2022) · compared with D (right chest wall, after the 11th month) · HER2 not reported',
  D: 'biopsy, after the 11th month · compared with C (right breast, at surgery) · HER2−, Ki-67 50 %',
  C: 'surgical specimen, at surgery · compared with A (right breast, before surgery) · HER2−, Ki-67 40 %; also PR < 20 % if 9 % · PR 9 %: immunohistochemistry',
  B: 'intraoperative frozen section, at surgery',
  A: 'core needle biopsy, before surgery · HER2−, PR < 20 % · PR 5 %: immunohistochemistry',
} as const

test('at 1920 × 1080 the five specimens, the eight treatments, both lesions and the fifteen missing items stand without scrolling', async ({
  page,
}) => {
  const board = await openDemo(page)
  await expect(board.receptors.rows).toHaveCount(5)
  for (const letter of ['A', 'B', 'C', 'D', 'E'])
    await expect(board.receptors.row(letter)).toBeInViewport({ ratio: 1 })
  for (const name of PANELS) {
    const hidden = await board
      .panel(name)
      .locator('> div')
      .last()
      .evaluate(body => ({
        down: body.scrollHeight - body.clientHeight,
        across: body.scrollWidth - body.clientWidth,
      }))
    expect({ name, ...hidden }).toEqual({ name, down: 0, across: 0 })
  }
})

for (const [width, height] of [
  [1920, 1080],
  [1366, 768],
  [1024, 768],
] as const)
  test(`at ${width} × ${height} each specimen says, once it is pressed where room is short, when it was taken and what its changes are counted from`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    const { receptors } = await openDemo(page)
    for (const [letter, words] of Object.entries(BELOW)) {
      if (width < 1920) await receptors.select(letter).click()
      const below = receptors.below(letter)
      await below.scrollIntoViewIfNeeded()
      await expect(below).toBeVisible()
      // A window without a column for the subtype names it on this line.
      const text = (await below.innerText())
        .replaceAll('\u2009', ' ')
        .replace(/(not classifiable|Luminal B-like): /, '')
      expect(text.trim()).toBe(words)
    }
  })

test('conflicts stand in columns by their short names, and show both readings while they have the focus', async ({
  page,
}) => {
  const { conflicts } = await openDemo(page)
  for (const label of ['X1', 'X8', 'X9', 'X17', 'X24'])
    await expect(conflicts.select(label)).toBeInViewport({ ratio: 1 })
  await tabTo(page, conflicts.select('X1'))
  await expect(conflicts.readings('X1')).toContainText('3 % | 5 %')
  await page.keyboard.press('ArrowDown')
  await expect(conflicts.select('X2')).toBeFocused()
  await expect(conflicts.readings('X2')).toContainText('90 % | 9 %')
  await expect(conflicts.statements('X2')).toHaveCount(2)
  await expect(conflicts.select('X2')).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press('Enter')
  await expect(conflicts.select('X2')).toHaveAttribute('aria-pressed', 'true')
})

test('C puts the newest specimen beside the one before it, and claims nothing of what was not reported', async ({
  page,
}) => {
  const board = await openDemo(page)
  await page.keyboard.press('c')
  const { dialog, cells, headings, between } = compareDialog(page)
  await expect(dialog).toBeVisible()
  await expect(headings).toHaveText([
    'Datum',
    'D (right chest wall, after the 11th month)',
    'E (scalp, after the 32nd month (May-2022))',
    'Change from D to E',
  ])
  await expect(between).toHaveText(
    'time between them not evaluable: no latest date of D, E recorded',
  )
  await expect(cells('ER')).toHaveText([
    '80 %call: positive',
    /^10\s%conflict X16call: low positive/,
    /positive → low positive80\s% → 10\s%change of category, not a conversion/,
  ])
  await expect(cells('PR').last()).toHaveText(
    /positive → negative50\s% → negativeconversion: receptor lost/,
  )
  await expect(cells('HER2')).toHaveText([
    /^negativeconflict X18call: negative, as reported/,
    'not reportedconflict X19',
    'change not evaluable: not reported in E',
  ])
  await expect(cells('Ki-67').last()).toHaveText('50 % → 20 %')
  await expect(cells('Subtype, derived').last()).toHaveText(
    'change not evaluable: not classified in E',
  )
  await expect(dialog).not.toContainText(/triple.?negative/i)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(board.board).toBeVisible()
})

test('any two specimens are compared by keyboard: one selected, the other with the focus', async ({
  page,
}) => {
  test.slow()
  const { receptors } = await openDemo(page)
  await tabTo(page, receptors.select('E'))
  await page.keyboard.press('Enter')
  await expect(receptors.select('E')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('End')
  await expect(receptors.select('A')).toBeFocused()
  await page.keyboard.press('c')
  const { dialog, headings, between, swap, first, cells } = compareDialog(page)
  await expect(headings.nth(1)).toHaveText('A (right breast, before surgery)')
  await expect(headings.nth(2)).toHaveText('E (scalp, after the 32nd month (May-2022))')
  await expect(between).toHaveText('E after A by at least 31 months')
  // Swapped, the sides change places; the change is still told from the older to the newer.
  await tabTo(page, swap)
  await page.keyboard.press('Enter')
  await expect(headings.nth(1)).toHaveText('E (scalp, after the 32nd month (May-2022))')
  await expect(headings.nth(3)).toHaveText('Change from A to E')
  // Another specimen by its letter.
  await tabTo(page, first, 'Shift+Tab')
  await page.keyboard.type('C')
  await expect(headings.nth(1)).toHaveText('C (right breast, at surgery)')
  await expect(cells('Grade')).toHaveText(['grade WHO II', 'not recorded', 'recorded of C only'])
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(receptors.select('A')).toBeFocused()
})

test('a second row chosen with Shift is compared with the selected one, and the button opens the same', async ({
  page,
}) => {
  const { receptors } = await openDemo(page)
  const { dialog, headings } = compareDialog(page)
  await receptors.select('D').click()
  await receptors.select('C').click({ modifiers: ['Shift'] })
  await expect(headings.nth(3)).toHaveText('Change from C to D')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await receptors.compare.click()
  await expect(headings.nth(3)).toHaveText('Change from C to D')
})

test('the calls of a comparison follow the cut-off in force', async ({ page }) => {
  const { axis } = await openDemo(page)
  await axis.rule('> 10').click()
  await expect(axis.rule('> 10')).toBeChecked()
  await page.keyboard.press('c')
  const { dialog, cells } = compareDialog(page)
  await expect(dialog.getByText('Calls at > 10 % (Wu 2024)')).toBeVisible()
  await expect(cells('ER').last()).toHaveText(
    /positive → negative80\s% → 10\s%conversion: receptor lost/,
  )
})

test('the receptors are charted on the axis: both readings of a conflict, and no line to a value that is absent', async ({
  page,
}) => {
  const { axis } = await openDemo(page)
  const views = axis.panel.getByRole('radiogroup', { name: 'Receptors as' })
  await tabTo(page, views.getByRole('radio', { name: 'Values' }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await expect(views.getByRole('radio', { name: 'Trend' })).toBeChecked()
  for (const words of [
    'cut-off ≥ 1 %',
    'no cut-off',
    'no percentage',
    'not reported',
    '90 % | 9 %',
  ])
    await expect(axis.drawn(words).first()).toBeAttached()
  await expect(axis.item('Specimen E')).toHaveAccessibleName(/HER2 not reported/)
  await axis.rule('> 10').click()
  await expect(axis.drawn('cut-off > 10 %').first()).toBeAttached()
})
