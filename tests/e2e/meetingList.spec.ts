import type { Page } from '@playwright/test'
import { formatPartialDate } from '../../shared/dates/formatDate.ts'
import { expect, meetingTest } from './meetingFixtures.ts'
import { ask } from './pages/ask.ts'
import { boardScreen } from './pages/boardScreen.ts'
import { entryPanel } from './pages/entryPanel.ts'
import { cutTexts, pageScroll } from './pages/measure.ts'
import { meetingScreen } from './pages/meetingScreen.ts'
import { dayFromNow, openNextMeeting, planMeeting } from './pages/meetingWeek.ts'

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

test('Enter that is pressed before the search has answered adds who was typed, and nobody else', async ({
  page,
  meetings,
}) => {
  const list = meetingScreen(page)
  await planMeeting(page, 0, meetings.patients.slice(5, 6))
  await openNextMeeting(page)
  await page.keyboard.press('a')
  await page.keyboard.type('TESTFALL-0001')
  await expect(list.beside.getByRole('listitem')).toHaveCount(1)
  let release = () => {}
  const released = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route('**/api/patient:list', async route => {
    await released
    await route.continue()
  })
  const asked = page.waitForRequest(
    each =>
      each.url().endsWith('patient:list') && (each.postData() ?? '').includes('TESTFALL-0002'),
  )
  await page.keyboard.press('Control+a')
  await page.keyboard.type('TESTFALL-0002')
  await page.keyboard.press('Enter')
  await asked
  await expect(list.rows).toHaveCount(1)
  release()
  await expect(list.rowOf('TESTFALL-0002')).toHaveCount(1)
  await expect(list.rows).toHaveCount(2)
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
