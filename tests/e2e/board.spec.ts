import { expect, test } from './fixtures.ts'
import { appBar } from './pages/appBar.ts'
import { cutTexts, pageScroll } from './pages/measure.ts'
import { openDemo } from './pages/openDemo.ts'
import { startScreen } from './pages/startScreen.ts'

const SITES = ['P', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const

test('one click opens the demo’s board: who, what happened, what is asked and what is missing', async ({
  page,
}) => {
  const board = await openDemo(page)
  await expect(board.name).toHaveText('Published case (Wu 2024)')
  await expect(board.banner.getByRole('definition')).toHaveText([
    'not recorded(51-year-old)',
    'Female',
    'not recorded',
    'not recorded',
    'not recorded',
  ])
  await expect(board.storyLines).toHaveText([
    /^Right breast cancer.*right chest wall, 11th month.*scalp, 32nd month \(May-2022\).*8 more sites suspected, none biopsied$/,
    'Scalp compared with right chest wall: ER 80 % → 10 %, PR 50 % → negative, HER2 not reported. Now albumin-bound paclitaxel. “her illness had not worsened”, not dated.',
  ])
  await expect(board.question).toContainText('not recorded')
  await expect(board.story.getByText('24 conflicts, none settled')).toBeVisible()
  await expect(board.story.getByText('16 missing')).toBeVisible()
})

test('the counts are those of the paper: 3 confirmed and 8 suspected sites, 5 specimens, 8 treatments', async ({
  page,
}) => {
  const board = await openDemo(page)
  const sites = board.panel('Sites')
  await expect(sites.getByText('3 confirmed')).toBeVisible()
  await expect(sites.getByText('8 suspected')).toBeVisible()
  await expect(board.marks).toHaveCount(SITES.length)
  await expect(board.figure.getByRole('button', { name: /, confirmed$/ })).toHaveCount(3)
  await expect(board.figure.getByRole('button', { name: /, suspected$/ })).toHaveCount(8)
  await expect(board.receptors.panel).toContainText('5 specimens, 4 with receptors')
  await expect(board.receptors.rows).toHaveCount(5)
  const { items } = board.axis
  await expect(items.filter({ visible: true })).toHaveCount(34)
  await expect(board.axis.panel.getByRole('option', { name: /^Site / })).toHaveCount(11)
  await expect(board.axis.panel.getByRole('option', { name: /^Specimen / })).toHaveCount(5)
  await expect(
    board.axis.panel.getByRole('option', { name: /^(Treatment|surgery|radiotherapy):/ }),
  ).toHaveCount(8)
})

test('every one of the 24 conflicts shows both readings, and its statements with their sources on selection', async ({
  page,
}) => {
  const board = await openDemo(page)
  const { conflicts } = board
  await expect(conflicts.rows).toHaveCount(24)
  for (let number = 1; number <= 24; number += 1) {
    const label = `X${number}`
    await conflicts.select(label).click()
    await expect(conflicts.select(label)).toHaveAttribute('aria-pressed', 'true')
    // Two readings at least, parted by the bar.
    await expect(conflicts.readings(label)).toContainText(/\S\s*\|\s*\S/)
    const statements = conflicts.statements(label)
    await expect(statements.nth(1)).toBeVisible()
    for (const statement of await statements.all())
      await expect(statement).toHaveText(/\S.*\([^()]*\S.*\)$/)
  }
})

test('both readings of PR in the surgical specimen stand beside the value, with where each was printed', async ({
  page,
}) => {
  const { conflicts, receptors } = await openDemo(page)
  await expect(receptors.cell('C', 'PR')).toContainText('90 % | 9 %')
  await conflicts.select('X2').click()
  await expect(conflicts.statements('X2')).toHaveText([
    /90.*\(Wu 2024: text\)$/,
    /9.*\(Wu 2024: Figure 5c\)$/,
  ])
})

test('the 16 missing items are listed by name', async ({ page }) => {
  const { missing } = await openDemo(page)
  const names = [
    'question',
    'identifiers',
    'ECOG',
    'allergies',
    'germline',
    'TNM',
    'HER2 of E',
    'HER2 IHC score and ISH',
    'bone lesion type',
    'radiotherapy dose and field',
    'treatment dates',
    'response: method and date',
    'tumour markers',
    'skin lesion size, presentation',
    'key worker',
    'patient’s wishes',
  ]
  await expect(missing.getByRole('button')).toHaveText(names)
})

// CLINICAL: the matrix of CLINICAL 1.8, each cell as the table shows it: reported value, conflicts, call, change.
const MATRIX = [
  {
    rule: '≥ 1',
    named: 'Calls at ≥ 1 % (ASCO/CAP 2020)',
    ER: {
      A: '80 % positive',
      C: '90 % positive higher, from 80 %',
      D: '80 % positive lower, from 90 %',
      E: '10 % conflict X16 lower, low positive from 80 %',
    },
    PR: {
      A: '3 % | 5 % conflict X1 positive',
      C: '90 % | 9 % conflict X2 positive higher, from 3 | 5 %',
      D: '50 % positive in both directions, down from 90 %, or up from 9 %: undecidable',
    },
    flagsOfE: [
      /ER 10 % .*call changed: positive → low positive/,
      /PR negative .*call changed: positive → negative/,
    ],
    drawn: ['positive → low positive', 'positive → negative'],
  },
  {
    rule: '≥ 10',
    named: 'Calls at ≥ 10 % (used by trials, Hoefnagel 2010)',
    ER: {
      A: '80 % positive',
      C: '90 % positive higher, from 80 %',
      D: '80 % positive lower, from 90 %',
      E: '10 % conflict X16 positive lower, from 80 %',
    },
    PR: {
      A: '3 % | 5 % conflict X1 negative',
      C: '90 % | 9 % conflict X2 undecidable (90 or 9) higher, from 3 | 5 % change undecidable',
      D: '50 % positive in both directions, down from 90 %, or up from 9 %: undecidable change undecidable',
    },
    flagsOfE: [
      /ER 10 % .*positive, from 80 %; PR/,
      /PR negative .*call changed: positive → negative/,
    ],
    drawn: ['positive → negative'],
  },
  {
    rule: '> 10',
    named: 'Calls at > 10 % (Wu 2024)',
    ER: {
      A: '80 % positive',
      C: '90 % positive higher, from 80 %',
      D: '80 % positive lower, from 90 %',
      E: '10 % conflict X16 lower, negative from 80 %',
    },
    PR: {
      A: '3 % | 5 % conflict X1 negative',
      C: '90 % | 9 % conflict X2 undecidable (90 or 9) higher, from 3 | 5 % change undecidable',
      D: '50 % positive in both directions, down from 90 %, or up from 9 %: undecidable change undecidable',
    },
    flagsOfE: [
      /ER 10 % .*call changed: positive → negative/,
      /PR negative .*call changed: positive → negative/,
    ],
    drawn: ['positive → negative', 'positive → negative'],
  },
] as const

for (const { rule, named, ER, PR, flagsOfE, drawn } of MATRIX)
  test(`at ${rule} % the calls of the table and of the axis are the published matrix, and the rule is named`, async ({
    page,
  }) => {
    const { axis, receptors } = await openDemo(page)
    await axis.rule(rule).click()
    await expect(axis.rule(rule)).toBeChecked()
    await expect(receptors.rule).toHaveText(named)
    await expect(axis.drawn(named)).toBeVisible()
    for (const [letter, words] of Object.entries(ER))
      await expect(receptors.cell(letter, 'ER')).toHaveAccessibleName(words)
    for (const [letter, words] of Object.entries(PR))
      await expect(receptors.cell(letter, 'PR')).toHaveAccessibleName(words)
    // No percentage is recorded: the report's own word is the value, and it is the call.
    await expect(receptors.cell('E', 'PR')).toContainText(/^negative/)
    for (const letter of ['A', 'C', 'D'])
      await expect(receptors.cell(letter, 'HER2')).toHaveAccessibleName('negative conflict X18')
    await expect(receptors.cell('E', 'HER2')).toHaveAccessibleName(
      'not reported conflict X19 change not evaluable',
    )
    await expect(receptors.cell('E', 'subtype')).toContainText('not classifiable')
    for (const flag of flagsOfE) await expect(axis.item('Specimen E')).toHaveAccessibleName(flag)
    await expect(axis.item('Specimen E')).toHaveAccessibleName(
      /HER2 not reported \(conflict X19\), change not evaluable/,
    )
    await expect(axis.drawn(/^(positive|low positive|negative) → /)).toHaveText([...drawn])
    await expect(axis.drawn('not reported').first()).toBeVisible()
  })

test('the cut-off that was chosen is still in force when the demo is opened again', async ({
  page,
  host,
}) => {
  const first = await openDemo(page)
  await first.axis.rule('> 10').click()
  await expect(first.receptors.rule).toHaveText('Calls at > 10 % (Wu 2024)')
  const next = await host.restart()
  await page.goto(next.address)
  const again = await openDemo(page)
  await expect(again.receptors.rule).toHaveText('Calls at > 10 % (Wu 2024)')
  await next.stop()
})

test('nothing says triple-negative, under any cut-off, in any panel or in any hint', async ({
  page,
}) => {
  const { axis, board, receptors } = await openDemo(page)
  for (const { rule, named } of MATRIX) {
    await axis.rule(rule).click()
    await expect(receptors.rule).toHaveText(named)
    await expect(board).not.toContainText(/triple.?negative|TNBC/i)
    await expect(
      board.locator(
        '[aria-label*="triple" i], [title*="triple" i], [aria-description*="triple" i]',
      ),
    ).toHaveCount(0)
  }
})

test('a site chosen on the axis is chosen on the figure and in its table', async ({ page }) => {
  const { axis, mark, lesion } = await openDemo(page)
  await axis.item('Site 2').click()
  await expect(axis.item('Site 2')).toHaveAttribute('aria-selected', 'true')
  await expect(mark('2')).toHaveAttribute('aria-pressed', 'true')
  // The list of the skin has the lesion that is this site.
  await expect(lesion('L1')).toHaveAttribute('aria-pressed', 'true')
  await expect(mark('1')).toHaveAttribute('aria-pressed', 'false')
})

test('a site chosen on the figure is chosen on the axis and in its table', async ({ page }) => {
  const { axis, mark, lesion } = await openDemo(page)
  await mark('1').click()
  await expect(mark('1')).toHaveAttribute('aria-pressed', 'true')
  await expect(axis.item('Site 1')).toHaveAttribute('aria-selected', 'true')
  await expect(lesion('1')).toHaveAttribute('aria-pressed', 'true')
})

test('what is chosen in a table is chosen on the axis and on the figure', async ({ page }) => {
  const { axis, mark, lesion, receptors, treatments } = await openDemo(page)
  await lesion('1').click()
  await expect(axis.item('Site 1')).toHaveAttribute('aria-selected', 'true')
  await expect(mark('1')).toHaveAttribute('aria-pressed', 'true')
  await receptors.select('D').click()
  await expect(axis.item('Specimen D')).toHaveAttribute('aria-selected', 'true')
  await expect(mark('1')).toHaveAttribute('aria-pressed', 'false')
  await treatments.row('tamoxifen').first().getByRole('button').click()
  await expect(axis.item('Treatment: tamoxifen')).toHaveAttribute('aria-selected', 'true')
  await expect(axis.item('Specimen D')).toHaveAttribute('aria-selected', 'false')
})

test('every choice of axis draws every event under its own scale', async ({ page }) => {
  const { axis } = await openDemo(page)
  const names = ['Months since surgery', 'Months since first metastasis', 'Calendar']
  await expect(axis.choices).toHaveText(names)
  const count = await axis.items.count()
  for (const name of names) {
    await axis.choice(name).click()
    await expect(axis.choice(name)).toBeChecked()
    await expect(axis.items).toHaveCount(count)
    await expect(axis.drawn('May-2022').or(axis.drawn('May 2022')).first()).toBeVisible()
    for (const words of [name, 'Scalp, side not stated', 'albumin-bound paclitaxel'])
      await expect(axis.drawn(words).first()).toBeVisible()
  }
})

const WINDOWS = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
] as const

for (const size of WINDOWS)
  test(`at ${size.width} × ${size.height} the page does not scroll and no text of the board is cut`, async ({
    page,
  }) => {
    await page.setViewportSize(size)
    const { axis, tab, panel } = await openDemo(page)
    expect(await pageScroll(page)).toEqual({ across: 0, down: 0 })
    await expect.poll(() => cutTexts(page)).toEqual([])
    for (const name of ['Months since first metastasis', 'Calendar']) {
      await axis.choice(name).click()
      await expect(axis.choice(name)).toBeChecked()
      await expect.poll(() => cutTexts(page)).toEqual([])
    }
    for (const one of await tab(/./).all()) {
      await one.click()
      await expect(one).toHaveAttribute('aria-selected', 'true')
      await expect.poll(() => cutTexts(page)).toEqual([])
    }
    await expect(panel('Time axis')).toBeVisible()
  })

test('at 1920 × 1080 sites, receptors, treatment and imaging are in view together, without tabs or scrolling', async ({
  page,
}) => {
  const { axis, tab } = await openDemo(page)
  await expect(tab(/./)).toHaveCount(0)
  for (const event of [
    'Site P',
    'Site 10',
    'Specimen E',
    'Treatment: albumin',
    'Imaging: MRI, cranial',
  ])
    await expect(axis.item(event)).toBeInViewport({ ratio: 0.9 })
})

test('the board stays in view while details stand beside it', async ({ page }) => {
  const board = await openDemo(page)
  await board.axis.item('Specimen E').click()
  await page.keyboard.press('d')
  await expect(board.beside).toBeVisible()
  await expect(board.banner).toBeInViewport({ ratio: 1 })
  await expect(board.story).toBeInViewport({ ratio: 1 })
  await expect(board.axis.item('Site P')).toBeInViewport({ ratio: 0.9 })
  expect(await pageScroll(page)).toEqual({ across: 0, down: 0 })
  await expect.poll(() => cutTexts(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(board.beside).toBeHidden()
})

test('locking with Ctrl L takes the patient off the screen', async ({ page }) => {
  const { board } = await openDemo(page)
  await page.keyboard.press('Control+l')
  await expect(board).toHaveCount(0)
  await expect(page.getByText('Published case (Wu 2024)')).toHaveCount(0)
  await expect(appBar(page).bar.getByRole('button', { name: /^Lock/ })).toHaveCount(0)
})

test('the measure itself finds a text that its box hides, and one that leaves the window', async ({
  page,
}) => {
  await expect(startScreen(page).openDemo).toBeVisible()
  await page.evaluate(() => {
    const put = (text: string, style: Partial<CSSStyleDeclaration>) => {
      const box = document.createElement('div')
      box.textContent = text
      Object.assign(box.style, { position: 'fixed', whiteSpace: 'nowrap', ...style })
      document.body.append(box)
    }
    put('hidden by its box', { width: '20px', overflow: 'hidden' })
    put('out of the window', { left: 'calc(100vw - 20px)' })
    put('all in view', { top: '0' })
  })
  const found = (await cutTexts(page)).join('\n')
  expect(found).toContain('hidden by its box')
  expect(found).toContain('out of the window')
  expect(found).not.toContain('all in view')
})
