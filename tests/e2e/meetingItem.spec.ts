import type { Page } from '@playwright/test'
import type { ItemState } from '../../shared/meeting/listItem.ts'
import { expect, meetingTest } from './meetingFixtures.ts'
import { ask } from './pages/ask.ts'
import { holdDrafts } from './pages/holdDrafts.ts'
import { meetingScreen } from './pages/meetingScreen.ts'
import { openNextMeeting, planMeeting } from './pages/meetingWeek.ts'

const test = meetingTest(2)

/** Whether and why the first case of the list is discussed, as it is stored. */
async function storedState(page: Page, meetingId: string): Promise<ItemState | undefined> {
  const { rows } = await ask(page, 'meeting:get', { meetingId })
  return rows[0]?.item.body.state
}

test('a deferral without its cause, or without the words of another one, leads to the field that lacks', async ({
  page,
  meetings,
}) => {
  const list = meetingScreen(page)
  const meetingId = await planMeeting(page, 0, meetings.patients)
  await openNextMeeting(page)
  await page.keyboard.press('d')
  await expect(list.field('Why')).toBeFocused()
  const defer = list.beside.getByRole('button', { name: 'Defer', exact: true })
  await defer.click()
  await expect(list.beside.getByText('Choose why the case is deferred.')).toBeVisible()
  await expect(list.field('Why')).toBeFocused()

  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'other reason' }).click()
  const words = list.field('The other reason, in words')
  await words.fill('   ')
  await defer.click()
  await expect(list.beside.getByText('Type the other reason.')).toBeVisible()
  await expect(words).toBeFocused()
  await expect(words).toHaveAttribute('aria-invalid', 'true')
  expect(await storedState(page, meetingId)).toEqual({ state: 'forDiscussion' })

  await words.fill('The family asked for another week')
  await expect(list.beside.getByText('Type the other reason.')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(list.cell(list.row(1), 'On the list')).toContainText('deferred: other reason')
  expect(await storedState(page, meetingId)).toMatchObject({
    cause: 'other',
    words: 'The family asked for another week',
  })
})

test('what is pressed before the deferral or the question is there goes to it, and to no key of the list', async ({
  page,
  meetings,
}) => {
  const list = meetingScreen(page)
  const meetingId = await planMeeting(page, 0, meetings.patients)
  await openNextMeeting(page)
  const answer = await holdDrafts(page)
  await page.keyboard.press('d')
  await page.keyboard.press('Enter')
  await expect(list.field('Why')).toHaveCount(0)
  answer()
  await page.getByRole('option', { name: 'pathology not ready' }).click()
  await expect(list.field('Why')).toContainText('pathology not ready')
  await list.beside.getByRole('button', { name: 'Defer', exact: true }).click()
  await expect(list.cell(list.row(1), 'On the list')).toContainText('deferred: pathology not ready')
  expect(await storedState(page, meetingId)).toMatchObject({ cause: 'pathology' })

  await page.keyboard.press('Escape')
  const answerAgain = await holdDrafts(page)
  await list.row(2).focus()
  await page.keyboard.down('q')
  await page.keyboard.down('q')
  await page.keyboard.up('q')
  await page.keyboard.type('xdDose?')
  await expect(list.question).toHaveCount(0)
  answerAgain()
  await expect(list.question).toHaveValue(/(?<!q)xdDose\?$/)
  await expect(list.cell(list.row(2), 'On the list')).toContainText('for discussion')
})

test('a deferral that is refused stays as it was typed', async ({ page, meetings }) => {
  const list = meetingScreen(page)
  const meetingId = await planMeeting(page, 0, meetings.patients)
  await openNextMeeting(page)
  await page.keyboard.press('d')
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'pathology not ready' }).click()
  await list.field('In words, if they help').fill('HER2 is repeated')
  await page.route('**/api/meeting:defer', route => route.abort(), { times: 1 })
  const defer = list.beside.getByRole('button', { name: 'Defer', exact: true })
  await defer.click()
  await expect(page.getByText(/^MetBoard did not answer/)).toBeVisible()
  await expect(list.field('In words, if they help')).toHaveValue('HER2 is repeated')
  await defer.click()
  await expect(list.cell(list.row(1), 'On the list')).toContainText('deferred: pathology not ready')
  expect(await storedState(page, meetingId)).toMatchObject({ words: 'HER2 is repeated' })
})

test('a deferral that is being typed is there again after the workspace was locked, and gone once it is sent', async ({
  page,
  meetings,
}) => {
  const list = meetingScreen(page)
  await planMeeting(page, 0, meetings.patients)
  await openNextMeeting(page)
  await page.keyboard.press('d')
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'pathology not ready' }).click()
  const words = list.field('In words, if they help')
  await words.focus()
  await page.keyboard.type('HER2 is repeated')
  await page.keyboard.press('Control+l')
  await page.getByLabel('Passphrase').fill(meetings.passphrase)
  await page.keyboard.press('Enter')
  await expect(list.rows).toHaveCount(2)
  await list.row(1).click()
  await page.keyboard.press('d')
  await expect(words).toHaveValue('HER2 is repeated')
  await list.beside.getByRole('button', { name: 'Defer', exact: true }).click()
  await expect(list.cell(list.row(1), 'On the list')).toContainText('deferred: pathology not ready')
  await page.keyboard.press('Control+z')
  await expect(list.cell(list.row(1), 'On the list')).toContainText('for discussion')
  await list.row(1).click()
  await page.keyboard.press('d')
  await expect(words).toHaveValue('')
})

test('who is listed and not discussed keeps a protocol or a reason: the field that would leave neither says so', async ({
  page,
  meetings,
}) => {
  const list = meetingScreen(page)
  const meetingId = await planMeeting(page, 0, meetings.patients)
  await openNextMeeting(page)
  await page.keyboard.press('x')
  const protocol = list.field('Protocol or standard of care that is followed')
  await expect(protocol).toBeFocused()
  await page.keyboard.type('Bone only, first line: M-1')
  const said = { state: 'notDiscussed', protocol: 'Bone only, first line: M-1', reason: null }
  await expect.poll(() => storedState(page, meetingId)).toEqual(said)

  await protocol.fill('')
  const refusal = list.beside.getByText(/^Name the protocol or type a reason/)
  await expect(refusal).toBeVisible()
  await expect(protocol).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.press('Tab')
  await expect(list.field('Reason')).toBeFocused()
  await expect(protocol).toHaveValue('')
  await expect(refusal).toBeVisible()
  expect(await storedState(page, meetingId)).toEqual(said)

  // A reason is enough, and what was emptied is empty now.
  await page.keyboard.type('Seen last week')
  await expect
    .poll(() => storedState(page, meetingId))
    .toEqual({ state: 'notDiscussed', protocol: null, reason: 'Seen last week' })
  await expect(refusal).toHaveCount(0)
})
