import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { appBar } from './pages/appBar.ts'
import { boardScreen } from './pages/boardScreen.ts'
import { entryForm, reach, reachChoice } from './pages/entryForm.ts'
import { openDemo } from './pages/openDemo.ts'
import { patientsScreen } from './pages/patientsScreen.ts'

async function add(page: Parameters<typeof entryForm>[0], kind: string) {
  const form = entryForm(page)
  await appBar(page).add.press('Enter')
  await page.getByRole('menuitem', { name: kind, exact: true }).press('Enter')
  await form.heading.waitFor()
  return form
}

test('a new patient with two sites, a specimen with receptors and a line is entered by keyboard alone and is there after a reload', async ({
  page,
}) => {
  await openDemo(page)
  await appBar(page).patients.press('Enter')
  const patients = patientsScreen(page)
  await patients.newPatient.press('Enter')
  await page.keyboard.type('Testfall')
  await patients.create.press('Enter')
  const board = boardScreen(page)
  await expect(board.name).toContainText('TESTFALL')

  let form = await add(page, 'Site')
  await page.keyboard.type('Breast')
  await reachChoice(page, form.choice('Side', 'Left'))
  await reachChoice(page, form.choice('Certainty', 'Confirmed'))
  await reachChoice(page, form.choice('Primary, local, regional or distant', 'Primary'))
  await reach(page, form.text('First seen'))
  await page.keyboard.type('March 2019')
  await expect(form.panel).toContainText('Mar-2019')
  await page.keyboard.press('Control+Shift+Enter')

  await expect(form.text('Place')).toHaveValue('')
  await expect(form.text('Place')).toBeFocused()
  await page.keyboard.type('Liver')
  await reachChoice(page, form.choice('Certainty', 'Suspected'))
  await page.keyboard.press('Control+Enter')
  await expect(form.panel).toBeHidden()
  await expect(board.figure.getByRole('button')).toHaveCount(2)

  form = await add(page, 'Specimen')
  await expect(form.text('Label')).toHaveValue('A')
  await reach(page, form.list('From site'))
  await page.keyboard.press('Enter')
  await form.option('Breast, left').press('Enter')
  await reach(page, form.list('Taken by'))
  await page.keyboard.press('Enter')
  await form.option('Core needle biopsy').press('Enter')
  await reach(page, form.text('Collected'))
  await page.keyboard.type('3 May 2019')
  for (const [marker, result] of [
    ['ER', '80 %'],
    ['PR', '<1%'],
    ['HER2', '2+ ISH not amplified'],
    ['Ki-67', 'not done'],
  ] as const) {
    await reach(page, form.text(marker))
    await page.keyboard.type(result)
  }
  await page.keyboard.press('Control+Enter')
  await expect(form.panel).toBeHidden()

  form = await add(page, 'Systemic treatment')
  await page.keyboard.type('letrozole')
  await reach(page, form.text('Started'))
  await page.keyboard.type('Jun 2019')
  await reach(page, form.text('Line number'))
  await page.keyboard.type('1')
  await page.keyboard.press('Control+Enter')
  await expect(form.panel).toBeHidden()

  await page.reload()
  await boardScreen(page).name.or(patients.row('TESTFALL')).first().waitFor()
  if (await patients.row('TESTFALL').isVisible()) await patients.row('TESTFALL').dblclick()
  await expect(board.name).toContainText('TESTFALL')
  await expect(board.figure.getByRole('button')).toHaveCount(2)
  await expect(board.receptors.cell('A', 'ER')).toContainText('80 %')
  await expect(board.receptors.cell('A', 'PR')).toContainText('<1')
  await expect(board.receptors.cell('A', 'HER2')).toContainText('2+')
  await expect(board.receptors.cell('A', 'Ki-67')).toContainText('not done')
  await expect(board.treatments.row('letrozole')).toContainText('Jun-2019')
})

test('what was typed is there after a reload, and can be discarded', async ({ page }) => {
  await openDemo(page)
  let form = await add(page, 'Specimen')
  const kept = page.waitForResponse(
    response =>
      response.url().endsWith('draft:put') &&
      (response.request().postData() ?? '').includes('half a resul'),
  )
  await form.text('PR').fill('half a resul')
  await kept
  await page.reload()
  await appBar(page).bar.waitFor()
  const board = boardScreen(page)
  const row = patientsScreen(page).row('Published case')
  await board.name.or(row).first().waitFor()
  if (await row.isVisible()) await row.dblclick()
  await board.axis.items.first().waitFor()
  form = await add(page, 'Specimen')
  await expect(form.restored).toBeVisible()
  await expect(form.text('PR')).toHaveValue('half a resul')
  await form.button('Discard').click()
  await expect(form.text('PR')).toHaveValue('')
  await form.button(/^Close/).click()
  form = await add(page, 'Specimen')
  await expect(form.restored).toBeHidden()
})

test('what is typed without a pause is kept while the typing goes on', async ({ page }) => {
  await openDemo(page)
  const form = await add(page, 'Imaging')
  const letters = 'x'.repeat(60)
  const first = page.waitForRequest(request => request.url().endsWith('draft:put'))
  await form.text('Findings').focus()
  await page.keyboard.type(letters, { delay: 50 })
  expect((await first).postData()).not.toContain(letters)
  expect((await first).postData()).toContain('xxx')
})

test('a treatment that ended asks why at once, and says it after the end is taken back', async ({
  page,
}) => {
  await openDemo(page)
  const form = await add(page, 'Systemic treatment')
  await expect(form.list('Why stopped')).toBeHidden()
  await form.choice('End', 'Ended').click()
  await expect(form.list('Why stopped')).toBeVisible()
  await form.list('Why stopped').press('Enter')
  await form.option('Progression').press('Enter')
  await form.choice('End', 'Not recorded').click()
  await expect(form.list('Why stopped')).toContainText('Progression')
})

test('the fields of one row stand apart from each other', async ({ page }) => {
  await openDemo(page)
  const form = await add(page, 'Systemic treatment')
  await form.button(/^More fields/).click()
  const field = await form.text('What was changed').boundingBox()
  const next = await form.panel.getByText('On', { exact: true }).boundingBox()
  if (field === null || next === null) throw new Error('the row is not there')
  expect(next.y - (field.y + field.height)).toBeGreaterThanOrEqual(5)
})

test('where somebody changed the entry meanwhile, both values are shown and a person chooses', async ({
  page,
}) => {
  const board = await openDemo(page)
  await board.receptors.select('B').click()
  await board.panel('Receptors, newest first').getByRole('button', { name: /^Edit/ }).click()
  const form = entryForm(page)
  await form.text('Findings').fill('mine')
  await page.evaluate(async () => {
    const ask = async (channel: string, input: unknown) => {
      const response = await fetch(`/api/${channel}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      })
      return (await response.json()).value
    }
    const { patients } = await ask('patient:list', {
      query: '',
      archived: false,
      limit: 1,
      offset: 0,
    })
    const patientId = patients[0].patient.id
    const open = await ask('case:get', { patientId })
    const entry = open.case.entries.find(
      (each: { body: { label?: string } }) => each.body.label === 'B',
    )
    const { id, revision, body } = entry
    const changed = { ...body, findings: 'theirs', grade: 'G2' }
    await ask('case:apply', {
      patientId,
      changes: [{ do: 'update', id, revision, body: changed }],
    })
  })
  await form.text('Findings').press('Control+Enter')
  await expect(form.problems).toContainText('mine')
  await expect(form.problems).toContainText('theirs')
  await form.panel.getByRole('radio', { name: 'Take yours' }).click()
  await form.button('Save what was chosen').click()
  await expect(form.panel).toBeHidden()
  await board.panel('Receptors, newest first').getByRole('button', { name: /^Edit/ }).click()
  await expect(form.text('Findings')).toHaveValue('mine')
  await expect(form.text('Grade')).toHaveValue('G2')
})

test('a report with a result pending, one not done and a band is entered in its own words, and stands so after a reload', async ({
  page,
}) => {
  let board = await openDemo(page)
  const form = await add(page, 'Specimen')
  await reach(page, form.list('Taken by'))
  await page.keyboard.press('Enter')
  await form.option('Core needle biopsy').press('Enter')
  await reach(page, form.text('Collected'))
  await page.keyboard.type('3 Nov 2023')
  for (const [marker, result] of [
    ['ER', '3 %'],
    ['PR', 'not done'],
    ['HER2', '2+ ISH pending'],
    ['Ki-67', '20-29 %'],
  ] as const) {
    await reach(page, form.text(marker))
    await page.keyboard.type(result)
  }
  await expect(form.panel).toContainText('2+, ISH pending')
  await page.keyboard.press('Control+Enter')
  await expect(form.panel).toBeHidden()
  await page.reload()
  board = boardScreen(page)
  const { cell } = board.receptors
  await expect(cell('F', 'ER')).toContainText('3 %')
  await expect(cell('F', 'ER')).toContainText('low positive')
  await expect(cell('F', 'PR')).toContainText('not done')
  await expect(cell('F', 'HER2')).toContainText('IHC 2+, ISH pending')
  await expect(cell('F', 'HER2')).toContainText('equivocal, ISH pending')
  await expect(cell('F', 'Ki-67')).toContainText('20–29 %')
  await expect(cell('F', 'Ki-67')).toContainText('undecidable')
  expect(await tornWords(cell('F', 'Ki-67'))).toEqual([])
  await expect(board.missing.filter({ hasText: 'HER2 ISH of F (pending)' })).toHaveCount(1)
})

/** Words that stand on more than one line. */
function tornWords(of: Locator): Promise<string[]> {
  return of.evaluate(cell => {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
    const torn: string[] = []
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
      for (const word of (text.textContent ?? '').matchAll(/\p{L}+/gu)) {
        const range = document.createRange()
        range.setStart(text, word.index)
        range.setEnd(text, word.index + word[0].length)
        const tops = [...range.getClientRects()].map(({ top }) => Math.round(top))
        if (new Set(tops).size > 1) torn.push(word[0])
      }
    return torn
  })
}

test('a misspelt drug is kept as typed until a person takes the name of the list', async ({
  page,
}) => {
  await openDemo(page)
  const form = await add(page, 'Systemic treatment')
  await page.keyboard.type('tamoxifn')
  await expect(form.panel).toContainText('kept in these words; not coded')
  await expect(form.option('tamoxifen')).toContainText('did you mean this?')
  await page.keyboard.press('Tab')
  await expect(form.text('Drug')).toHaveValue('tamoxifn')
  await form.text('Drug').focus()
  await form.text('Drug').fill('tamoxif')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(form.text('Drug')).toHaveValue('tamoxifen')
  await expect(form.panel).toContainText('ATC L02BA01')
})

test('a form that follows a saved one begins empty, however long the old draft takes to go', async ({
  page,
}) => {
  await openDemo(page)
  await page.route('**/api/draft:delete', async route => {
    await new Promise(resolve => setTimeout(resolve, 1_000))
    await route.continue()
  })
  const form = await add(page, 'Site')
  await page.keyboard.type('Breast')
  await reachChoice(page, form.choice('Certainty', 'Suspected'))
  await page.keyboard.press('Control+Shift+Enter')
  await expect(form.text('Place')).toHaveValue('')
  await expect(form.text('Place')).toBeFocused()

  // What is typed now is a draft of its own, which the end of the old one leaves alone.
  await page.keyboard.type('Liver')
  await reachChoice(page, form.choice('Certainty', 'Suspected'))
  await page.keyboard.press('Control+Enter')
  await expect(form.panel).toBeHidden()
  const again = await add(page, 'Site')
  await expect(again.text('Place')).toHaveValue('')
  await expect(again.panel).not.toContainText('restored')
})

test('what is wrong is listed, leads to its field, and nothing is saved', async ({ page }) => {
  const board = await openDemo(page)
  const form = await add(page, 'Specimen')
  await form.text('Label').fill('A')
  await form.text('ER').fill('130 %')
  await page.keyboard.press('Control+Enter')
  await expect(form.problems).toContainText('Choose how it was taken.')
  await expect(form.problems).toContainText('A percentage lies between 0 and 100.')
  await expect(form.list('Taken by')).toBeFocused()
  await page.keyboard.press('Enter')
  await form.option('Punch biopsy').press('Enter')
  await form.text('ER').fill('30 %')
  await page.keyboard.press('Control+Enter')
  await expect(form.problems).toContainText('Another specimen of this case has this label.')
  await expect(form.text('Label')).toBeFocused()
  await expect(board.receptors.rows).toHaveCount(5)
})

test('a date in the future is asked about once and then saved', async ({ page }) => {
  await openDemo(page)
  const form = await add(page, 'Imaging')
  await page.keyboard.type('CT')
  await reach(page, form.text('Date'))
  await page.keyboard.type('2090')
  await page.keyboard.press('Control+Enter')
  await expect(form.problems).toContainText('This lies in the future. Is it right?')
  await form.button('It is right: save').click()
  await expect(form.panel).toBeHidden()
})
