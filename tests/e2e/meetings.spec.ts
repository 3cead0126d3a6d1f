import type { Page } from '@playwright/test'
import { formatPartialDate } from '../../shared/dates/formatDate.ts'
import { expect, meetingTest } from './meetingFixtures.ts'
import { ask, reply } from './pages/ask.ts'
import { boardScreen } from './pages/boardScreen.ts'
import { entryPanel } from './pages/entryPanel.ts'
import { cutTexts, pageScroll } from './pages/measure.ts'
import { meetingScreen } from './pages/meetingScreen.ts'
import { dayFromNow, openNextMeeting, planMeeting, unlock } from './pages/meetingWeek.ts'
import { startScreen } from './pages/startScreen.ts'

const CASES = 60

const test = meetingTest(CASES)

/** The list as it is stored. */
async function storedOrder(page: Page, meetingId: string): Promise<string[]> {
  const { rows } = await ask(page, 'meeting:get', { meetingId })
  return rows.map(({ patient }) => patient.details.familyName ?? '')
}

async function shownOrder(page: Page): Promise<string[]> {
  const names = await meetingScreen(page).names()
  return names.map(name => name.split(',')[0] ?? '')
}

async function expectOrderKept(page: Page, meetingId: string): Promise<void> {
  const fold = (names: readonly string[]) => names.map(name => name.toUpperCase())
  await expect
    .poll(async () => fold(await storedOrder(page, meetingId)))
    .toEqual(fold(await shownOrder(page)))
}

test('a coordinator builds the list of sixty: question, deferral, protocol, order and results, by keys', async ({
  page,
  meetings,
}) => {
  test.setTimeout(180_000)
  const { patients } = meetings
  const list = meetingScreen(page)
  const next = await planMeeting(page, 7)

  // A meeting on its own, today.
  await page.keyboard.press('m')
  await page.keyboard.press('n')
  await page.getByLabel('Day').fill('t')
  await page.keyboard.press('Enter')
  await expect(list.heading).toHaveText(/Metastatic breast board/)
  const today = dayFromNow(0)
  const { meetings: all } = await ask(page, 'meeting:list', { from: today, to: today })
  const meetingId = all[0]?.meeting.id ?? ''

  // Three found and added by typing, the others at once.
  await page.keyboard.press('a')
  for (const number of ['0001', '0002', '0003']) {
    await page.keyboard.type(`TESTFALL-${number}`)
    await expect(list.beside.getByRole('listitem')).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(list.beside.getByRole('status')).toHaveText(/is on the list/)
    await expect(list.rowOf(`TESTFALL-${number}`)).toHaveCount(1)
  }
  await page.keyboard.press('Escape')
  await ask(page, 'meeting:add', { meetingId, patientIds: [...patients] })
  await page.keyboard.press('m')
  await openNextMeeting(page)
  await expect(list.rows).toHaveCount(CASES)
  await expect(list.row(1)).toBeFocused()
  expect((await list.names()).slice(0, 3).map(name => name.split(',')[0])).toEqual([
    expect.stringContaining('0001'),
    expect.stringContaining('0002'),
    expect.stringContaining('0003'),
  ])

  // The question is typed in its place, and stands on the board as well.
  await page.keyboard.press('q')
  await expect(list.question).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Is a biopsy of the liver worth it before the next line?')
  await page.keyboard.press('Enter')
  await expect(list.cell(list.row(1), 'Question')).toHaveText(/Is a biopsy of the liver/)
  await expect(list.row(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(boardScreen(page).question).toContainText('Is a biopsy of the liver worth it')
  await page.keyboard.press('b')
  await expect(list.row(1)).toBeFocused()

  // Deferred, it lands on the next list, and says where.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('d')
  await expect(list.field('Why')).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'imaging not ready' }).click()
  await list.field('In words, if they help').fill('MRI on Friday')
  await list.beside.getByRole('button', { name: 'Defer', exact: true }).click()
  await expect(list.cell(list.row(2), 'On the list')).toContainText('deferred: imaging not ready')
  await expect(list.cell(list.row(2), 'On the list')).toContainText(
    formatPartialDate(dayFromNow(7)),
  )
  await page.keyboard.press('Escape')
  const landed = await ask(page, 'meeting:get', { meetingId: next })
  expect(landed.rows.map(({ item }) => item.body.cameFrom?.words)).toEqual(['MRI on Friday'])

  // Listed and not discussed, with its protocol.
  await list.row(3).focus()
  await page.keyboard.press('x')
  await page.keyboard.type('Bone only, first line: M-1')
  await page.keyboard.press('Escape')
  await expect(list.cell(list.row(3), 'On the list')).toContainText('Bone only, first line: M-1')
  await expect(list.cell(list.row(3), 'On the list')).toContainText('not discussed')

  // Three move by keys and one by drag; what is stored is what is shown.
  await list.row(10).focus()
  const moving = (await list.names())[9] ?? ''
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(list.row(8)).toContainText(moving)
  await expect(list.row(8)).toBeFocused()
  await page.keyboard.press('Alt+Home')
  await expect(list.row(1)).toContainText(moving)
  await list.row(5).focus()
  const last = (await list.names())[4] ?? ''
  await page.keyboard.press('Alt+End')
  await expect(list.row(CASES)).toContainText(last)
  await list.row(6).focus()
  const down = (await list.names())[5] ?? ''
  await page.keyboard.press('Alt+ArrowDown')
  await expect(list.row(7)).toContainText(down)
  const dragged = (await list.names())[8] ?? ''
  await list
    .row(9)
    .locator('[draggable=true]')
    .dragTo(list.row(4), {
      targetPosition: { x: 200, y: 3 },
    })
  await expect(list.row(4)).toContainText(dragged)
  await expectOrderKept(page, meetingId)
  // Undone, the drag is as if it had not been.
  await page.keyboard.press('Control+z')
  await expect(list.row(9)).toContainText(dragged)
  await expectOrderKept(page, meetingId)

  // A result is awaited, chased and comes.
  await list.row(12).focus()
  const waiting = (await list.names())[11] ?? ''
  await page.keyboard.press('w')
  await expect(list.field('What is awaited')).toBeFocused()
  await page.keyboard.type('CT of the chest')
  await list.field('From whom').fill('radiology')
  await list.field('By when').fill('-1d')
  await list.field('By when').press('Enter')
  await expect(list.cell(list.row(12), 'Awaited')).toContainText('CT of the chest, from radiology')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await list.filter(/^Overdue 1/).click()
  await expect(list.rows).toHaveCount(1)
  await expect(list.shown).toHaveText(`1 of ${CASES} cases`)
  await list.row(1).focus()
  await page.keyboard.press('t')
  await expect(page.getByText('No case of this list passes these filters.')).toBeVisible()
  await page.getByRole('button', { name: 'Show all cases' }).click()
  await expect(list.cell(list.rowOf(waiting), 'Awaited').getByRole('checkbox')).toBeChecked()
})

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

test('what is missing leads to its field, and saving it comes back to the list', async ({
  page,
  meetings,
}) => {
  const list = meetingScreen(page)
  await planMeeting(page, 0, meetings.patients)
  await openNextMeeting(page)
  await list.filter(/^Not ready/).click()
  const lacking = list.rows.filter({ has: page.getByRole('button', { name: 'ECOG' }) }).first()
  const name = await lacking.getByRole('rowheader').locator(':scope > *').first().innerText()
  await lacking.getByRole('button', { name: 'ECOG' }).click()
  const form = entryPanel(page)
  await expect(boardScreen(page).name).toHaveText(name)
  await expect(form.heading).toHaveText(/assessment/i)
  await expect(form.panel).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('b')
  await expect(list.rowOf(name)).toBeVisible()

  const unasked = list.rows.filter({ has: page.getByRole('button', { name: 'comorbidities' }) })
  const who = await unasked.first().getByRole('rowheader').locator(':scope > *').first().innerText()
  const places = await list.rowOf(who).getAttribute('aria-rowindex')
  await unasked.first().getByRole('button', { name: 'comorbidities' }).click()
  await expect(form.field('Comorbidities')).toBeFocused()
  await page.keyboard.type('arterial hypertension')
  await page.keyboard.press('Control+Enter')
  await expect(list.grid).toBeVisible()
  await list.strip(Number(places) - 1).click()
  await expect(
    list.cell(list.rowOf(who), 'Missing').getByRole('button', { name: 'comorbidities' }),
  ).toHaveCount(0)
})

test('a case is put on the next list from its board by one key and Enter, and asked for its question', async ({
  page,
  meetings,
}) => {
  const { patients } = meetings
  const meetingId = await planMeeting(page, 3)
  await planMeeting(page, 10)
  const open = await ask(page, 'case:get', { patientId: patients[0] ?? '' })
  const context = open.case.entries.find(({ body }) => body.kind === 'context')
  if (context?.body.kind !== 'context') throw new Error('the case has no context')
  await ask(page, 'case:apply', {
    patientId: open.case.patient.id,
    changes: [
      {
        do: 'update',
        id: context.id,
        revision: context.revision,
        body: { ...context.body, question: null },
      },
    ],
  })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('nolellastad')
  await page.keyboard.press('Enter')
  await expect(boardScreen(page).name).toHaveText(/0000/)
  await page.keyboard.press('j')
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('The case is on the list, no. 1.')).toBeVisible()
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.type('Which line next?')
  await page.keyboard.press('Enter')
  await expect(boardScreen(page).question).toContainText('Which line next?')
  const { rows } = await ask(page, 'meeting:get', { meetingId })
  expect(rows.map(({ question }) => question)).toEqual(['Which line next?'])
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

const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
] as const

test('the list shows who each case is and cuts nothing, in every window', async ({
  page,
  meetings,
}) => {
  test.setTimeout(120_000)
  await planMeeting(page, 0, meetings.patients)
  const list = meetingScreen(page)
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await page.keyboard.press('m')
    await expect(page.getByRole('heading', { level: 1, name: 'Meetings' })).toBeVisible()
    expect.soft(await cutTexts(page), `meetings at ${size.width}`).toEqual([])
    await openNextMeeting(page)
    await expect(list.rows).toHaveCount(CASES)
    expect.soft(await cutTexts(page), `list at ${size.width}`).toEqual([])
    expect((await pageScroll(page)).across).toBe(0)
    for (const key of ['e', 'i', 'a', 'o'] as const) {
      await list.row(2).focus()
      await page.keyboard.press(key)
      await expect(list.beside).toBeVisible()
      expect.soft(await cutTexts(page), `beside the list (${key}) at ${size.width}`).toEqual([])
      await page.keyboard.press('Escape')
      await expect(list.beside).toBeHidden()
    }
  }
})

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
