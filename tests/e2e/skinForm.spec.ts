import { expect, test } from './fixtures.ts'
import { boardScreen } from './pages/boardScreen.ts'
import { entryForm } from './pages/entryForm.ts'
import { holdDrafts } from './pages/holdDrafts.ts'
import { openDemo } from './pages/openDemo.ts'
import { patientsScreen } from './pages/patientsScreen.ts'
import { lesionView, skinForm } from './pages/skinScreens.ts'
import { startScreen } from './pages/startScreen.ts'

test.slow()

test('what is typed before the form is there stands in its first field, to the first digit', async ({
  page,
}) => {
  const board = await openDemo(page)
  const form = skinForm(page)
  const answer = await holdDrafts(page)
  await board.pin('L1').focus()
  await page.keyboard.press('f')
  await page.keyboard.type('15 x 91')
  await page.keyboard.press('Backspace')
  await expect(form.size).toHaveCount(0)
  answer()
  await expect(form.size).toHaveValue('15 x 9')
  await expect(form.size).toBeFocused()
  await page.keyboard.type(' x 3')
  await expect(form.size).toHaveValue('15 x 9 x 3')
  await expect(form.panel).toContainText('15 × 9 mm, elevation 3 mm')
})

test('a document that is not recorded yet is added inside the form and named as the note’s source', async ({
  page,
}) => {
  const board = await openDemo(page)
  await board.pin('L1').focus()
  await page.keyboard.press('f')
  const form = skinForm(page)
  const fields = entryForm(page)
  await form.size.fill('4 x 4')
  await form.part('Source and remark').click()
  await fields.list('Read in').click()
  await fields.option('New document').click()
  await fields.text('Title of the new document').fill('Letter of the skin clinic')
  await fields.list('Kind').click()
  await fields.option('Letter').click()
  await fields.button('Add document').click()
  await expect(form.panel.getByRole('button', { name: /^Letter of the skin clinic/ })).toBeVisible()
  // What was typed before is still there.
  await expect(form.size).toHaveValue('4 x 4')
  await page.keyboard.press('Control+Enter')
  await expect(form.panel).toBeHidden()
  await page.keyboard.press('v')
  await expect(lesionView(page).dialog).toContainText('Letter of the skin clinic')
})

test('who may add no photographs is told so where they would be added, and can still record the lesion', async ({
  page,
}) => {
  const start = startScreen(page)
  await start.createWorkspace.click()
  await start.create.name.fill('Coordinator Testa')
  await start.create.role.click()
  await page.getByRole('option', { name: 'coordinator' }).click()
  await start.create.passphrase.first().fill('nine plain test horses')
  await start.create.again.fill('nine plain test horses')
  await start.create.submit.click()
  await start.recovery.isWritten.press('Space')
  await start.recovery.open.click()
  const patients = patientsScreen(page)
  await patients.newPatient.first().click()
  await patients.field('Family name').fill('Testfall')
  await patients.create.click()
  const board = boardScreen(page)
  await expect(board.name).toHaveText('TESTFALL')
  await page.keyboard.press('l')
  const form = skinForm(page)
  await expect(form.panel).toContainText('Your role may not add photographs.')
  await expect(form.files).toHaveCount(0)
  await expect(form.camera).toHaveCount(0)
  await form.place.fill('Skin of the neck')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  await expect(form.panel).toBeHidden()
  await expect(board.pin('L1')).toHaveCount(1)
})
