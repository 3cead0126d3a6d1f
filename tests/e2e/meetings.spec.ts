import { formatPartialDate } from '../../shared/dates/formatDate.ts'
import { expect, meetingTest } from './meetingFixtures.ts'
import { ask } from './pages/ask.ts'
import { meetingScreen } from './pages/meetingScreen.ts'
import { dayFromNow, openNextMeeting, planMeeting, unlock } from './pages/meetingWeek.ts'

const test = meetingTest(2)

test('a meeting and a series that were begun are there as they were typed, in a new window, until they are made', async ({
  page,
  meetings,
}) => {
  const list = meetingScreen(page)
  await page.keyboard.press('m')
  await expect(page.getByRole('heading', { level: 1, name: 'Meetings' })).toBeVisible()
  await page.keyboard.press('n')
  await expect(list.field('Day')).toBeFocused()
  await page.keyboard.type('+3d')
  await list.field('Place').fill('Room 7')
  await list.field('Chair').fill('Dr Prova')
  await list.beside.getByRole('button', { name: /^Close/ }).click()
  await page.getByRole('button', { name: 'New series' }).click()
  await list.field('Title').fill('Skin board')
  const kept = page.waitForResponse(each => each.url().endsWith('draft:put'))
  await list.field('Cases on a list').fill('12')
  await kept
  const next = await meetings.host.restart()
  await unlock(page, next.address, meetings.passphrase)
  await page.keyboard.press('m')
  await page.getByRole('button', { name: 'New series' }).click()
  await expect(list.field('Title')).toHaveValue('Skin board')
  await list.beside.getByRole('button', { name: 'Save the series' }).click()
  await expect(list.beside.getByText('Skin board')).toBeVisible()
  await page.getByRole('button', { name: 'New series' }).click()
  await expect(list.field('Title')).toHaveValue('Metastatic breast board')
  await expect(list.beside.getByText('What was typed before is back.')).toHaveCount(0)
  await list.beside.getByRole('button', { name: /^Close/ }).click()
  await page.keyboard.press('n')
  await expect(list.beside.getByText('What was typed before is back.')).toBeVisible()
  await expect(list.field('Day')).toHaveValue(formatPartialDate(dayFromNow(3)))
  await expect(list.field('Place')).toHaveValue('Room 7')
  await list.beside.getByRole('button', { name: 'Make the meeting' }).click()
  await expect(list.heading).toHaveText(/Metastatic breast board/)
  const day = dayFromNow(3)
  const { meetings: made } = await ask(page, 'meeting:list', { from: day, to: day })
  expect(made.map(({ meeting }) => meeting.body.chair)).toEqual(['Dr Prova'])
  await next.stop()
})

test('who was archived since is named on the list that still holds the case', async ({
  page,
  meetings,
}) => {
  const { patients } = meetings
  await planMeeting(page, 0, patients.slice(0, 2))
  const [first] = patients
  if (first === undefined) throw new Error('there is no case')
  const { case: of } = await ask(page, 'case:get', { patientId: first })
  await ask(page, 'patient:archive', { id: first, revision: of.patient.revision, archived: true })
  await openNextMeeting(page)
  const list = meetingScreen(page)
  await expect(list.cell(list.row(1), 'Patient')).toContainText('archived')
  await expect(list.cell(list.row(1), 'Missing')).toContainText('the patient is archived')
  await expect(list.cell(list.row(2), 'Patient')).not.toContainText('archived')
})
