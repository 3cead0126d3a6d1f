import { formatPartialDate } from '../../shared/dates/formatDate.ts'
import { expect, meetingTest } from './meetingFixtures.ts'
import { ask, reply } from './pages/ask.ts'
import { boardScreen } from './pages/boardScreen.ts'
import { meetingScreen } from './pages/meetingScreen.ts'
import { dayFromNow, openNextMeeting, planMeeting, unlock } from './pages/meetingWeek.ts'
import { startScreen } from './pages/startScreen.ts'

const test = meetingTest(4)

test('outcomes are typed beside the board, signed for good, added to and followed up', async ({
  page,
  meetings,
}) => {
  test.setTimeout(180_000)
  const { patients } = meetings
  const list = meetingScreen(page)
  const meetingId = await planMeeting(page, 0, patients.slice(0, 4))
  await openNextMeeting(page)
  await page.keyboard.press('p')
  const presentation = page.getByRole('main', { name: 'Presentation' })
  const beside = presentation.getByRole('complementary', { name: 'Outcome' })
  const first = await presentation.getByRole('heading', { level: 1 }).innerText()
  // Pressed before the outcome was read: the keyboard is led to it once it can be typed.
  await page.keyboard.press('o')
  await expect(beside).toContainText('No earlier outcome is recorded.')
  // Letters are letters while something is typed, and keys of the presentation again after Escape.
  await expect(beside.getByLabel('Recommendation 1', { exact: true })).toBeFocused()
  await page.keyboard.type('Biopsy of the liver so that ISH is known')
  await expect(beside.getByRole('radio', { name: 'Recommended' })).toBeChecked()
  await beside.getByRole('button', { name: /^choose… Type/ }).click()
  await page.getByRole('option', { name: 'biopsy', exact: true }).click()
  await beside.getByRole('button', { name: 'Add an action' }).click()
  await beside.getByLabel('Action 1', { exact: true }).fill('Ask for the biopsy')
  await beside.getByLabel('Owner').fill('Dr Prova')
  await beside.getByLabel('Due').fill('-1d')
  await beside.getByLabel('Rationale').fill('The receptors may have changed.')
  await page.keyboard.press('Escape')
  // The next case comes while the last letters are on their way.
  await page.keyboard.press('ArrowRight')
  await expect(presentation.getByRole('heading', { level: 1 })).not.toHaveText(first)
  await expect(beside.getByLabel('Recommendation 1', { exact: true })).toHaveValue('')
  await page.keyboard.press('ArrowLeft')
  await expect(beside.getByLabel('Recommendation 1', { exact: true })).toHaveValue(
    /Biopsy of the liver/,
  )
  await expect(beside.getByLabel('Rationale')).toHaveValue('The receptors may have changed.')

  // "No decision" is not signed without its reason.
  await page.keyboard.press('ArrowRight')
  await expect(beside.getByLabel('Recommendation 1', { exact: true })).toHaveValue('')
  await beside.getByRole('radio', { name: 'No decision' }).click()
  await beside.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(beside.getByRole('alert')).toBeVisible()
  await beside.getByLabel('Why there is no decision').fill('The MRI is awaited')
  await beside.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(beside.getByText('no decision: The MRI is awaited')).toBeVisible()

  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowLeft')
  await beside.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(beside.getByText(/^signed .*Dr Testa/)).toBeVisible()
  await expect(beside.getByLabel('Recommendation 1', { exact: true })).toHaveCount(0)
  const patientId = patients[0] ?? ''
  const { outcome } = await ask(page, 'outcome:get', { meetingId, patientId })
  if (outcome === null) throw new Error('nothing was kept')
  const refused = await reply(page, 'outcome:save', {
    meetingId,
    patientId,
    revision: outcome.revision,
    body: { ...outcome.body, rationale: 'another one' },
  })
  expect(refused).toMatchObject({ ok: false, error: { kind: 'conflict' } })

  // The time of each case was kept without anybody pressing a clock.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Back to the list' }).click()
  await expect(list.cell(list.row(1), 'Outcome')).toContainText('signed')
  await expect(list.cell(list.row(1), 'Outcome')).toContainText(/\d min/)
  await expect(list.cell(list.row(2), 'Outcome')).toContainText('no decision')

  // An addendum stands after the old text; what is agreed and delivered are records of their own.
  await list.row(1).focus()
  await page.keyboard.press('o')
  await list.field('Addendum').fill('The biopsy is on Tuesday.')
  await list.beside.getByRole('button', { name: 'Sign the addendum' }).click()
  await expect(list.beside.getByText(/Dr Testa: The biopsy is on Tuesday\./)).toBeVisible()
  await expect(
    list.beside.getByText(/Biopsy of the liver so that ISH is known/).first(),
  ).toBeVisible()
  await list.beside.getByRole('button', { name: /^Record what was agreed/ }).click()
  await list.beside.getByRole('radio', { name: 'declined by the patient' }).click()
  await list.beside.getByRole('button', { name: 'Record', exact: true }).click()
  await expect(list.beside.getByText('Type the reason.')).toBeVisible()
  await list.field('Why').fill('wants no further biopsy')
  await list.beside.getByRole('button', { name: 'Record', exact: true }).click()
  await expect(list.beside.getByText(/wants no further biopsy/)).toBeVisible()
  await page.keyboard.press('Escape')

  // Actions of all patients in one list, done with date and by whom.
  await page.getByRole('button', { name: 'Actions', exact: true }).click()
  const action = page.getByRole('row', { name: /Ask for the biopsy/ })
  await expect(action).toContainText('overdue')
  await action.getByRole('button', { name: /^Done: / }).click()
  await expect(page.getByLabel('By')).toHaveValue('Dr Testa')
  await page.getByRole('button', { name: 'Done', exact: true }).last().click()
  await expect(page.getByText('No action is open.')).toBeVisible()
  await page.getByRole('button', { name: 'Show all actions' }).click()
  await expect(action).toContainText(`${formatPartialDate(dayFromNow(0))}, Dr Testa`)

  // The board tells the same.
  await action.getByRole('button', { name: first, exact: true }).click()
  await page.keyboard.press('o')
  await expect(boardScreen(page).beside).toContainText('The biopsy is on Tuesday.')
  await expect(boardScreen(page).beside).toContainText('wants no further biopsy')
})

test('killing the host while an outcome is typed loses nothing older than a second', async ({
  page,
  meetings,
}) => {
  const { patients, passphrase, host } = meetings
  await planMeeting(page, 0, patients.slice(0, 2))
  await openNextMeeting(page)
  const list = meetingScreen(page)
  await page.keyboard.press('o')
  await expect(list.field('Recommendation 1')).toBeFocused()
  const words = 'one two three four five six seven eight nine ten eleven twelve'
  const typedAt: number[] = []
  for (const letter of words) {
    await page.keyboard.type(letter)
    typedAt.push(Date.now())
  }
  await page.keyboard.type(' thirteen', { delay: 60 })
  const killedAt = Date.now()
  await host.kill()
  // What was a second old, in letters.
  const old = typedAt.filter(at => at < killedAt - 1000).length
  const next = await host.restart()
  await unlock(page, next.address, passphrase)
  await openNextMeeting(page)
  await page.keyboard.press('o')
  const kept = await list.field('Recommendation 1').inputValue()
  expect(`${words} thirteen`.startsWith(kept)).toBe(true)
  expect(kept.length).toBeGreaterThanOrEqual(Math.max(1, old))
  await next.stop()
})

test('a lock keeps the last letters of an outcome and of a question', async ({
  page,
  meetings,
}) => {
  const { patients, passphrase } = meetings
  await planMeeting(page, 0, patients.slice(0, 2))
  await openNextMeeting(page)
  const list = meetingScreen(page)
  await page.keyboard.press('o')
  await expect(list.field('Recommendation 1')).toBeFocused()
  await page.keyboard.type('Go on')
  await page.keyboard.press('Control+l')
  await startScreen(page).unlock.passphrase.fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(list.grid).toBeVisible()
  await list.row(1).focus()
  await page.keyboard.press('o')
  await expect(list.field('Recommendation 1')).toHaveValue('Go on')
})
