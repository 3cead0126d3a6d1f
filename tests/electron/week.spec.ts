import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { syntheticPatient } from '../../electron/demo/synthetic/syntheticCase.ts'
import { EntryId, MeetingId } from '../../shared/ids.ts'
import { boardScreen } from '../e2e/pages/boardScreen.ts'
import { meetingScreen } from '../e2e/pages/meetingScreen.ts'
import { dayFromNow, fillHome, openNextMeeting } from '../e2e/pages/meetingWeek.ts'
import { startScreen } from '../e2e/pages/startScreen.ts'
import { buildSite } from '../support/builders.ts'
import { MEETING_CASES } from '../support/meetingCases.ts'
import { buildMeeting } from '../support/meetings.ts'
import { readPdf } from '../support/pdf/readPdf.ts'
import { ask } from './ask.ts'
import { test as base, expect, launch } from './fixtures.ts'

const CASES = 60
/** Sixty summaries are laid out. */
const ONE_PACK = { timeout: 120_000 } as const

const test = base.extend({
  // The cases are there before the program starts.
  app: async ({ home }, use) => {
    await fillHome(home, CASES, 'oncologist')
    const app = await launch(home)
    await use(app)
    await app.close().catch(() => {})
  },
})

const patients = Array.from({ length: CASES }, (_, seed) => syntheticPatient(seed).id)
const patientAt = (at: number) => {
  const id = patients[at]
  if (id === undefined) throw new Error(`there is no case ${at}`)
  return id
}

async function unlock(window: Page): Promise<void> {
  await startScreen(window).unlock.passphrase.fill(MEETING_CASES.passphrase)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { level: 1, name: 'Patients' })).toBeVisible()
}

async function again(home: string): Promise<{ app: ElectronApplication; window: Page }> {
  const app = await launch(home)
  const window = await app.firstWindow()
  await unlock(window)
  return { app, window }
}

async function plan(window: Page, n: number, days: number): Promise<MeetingId> {
  const id = MeetingId.parse(`00000000-0000-4000-a000-${String(n).padStart(12, '0')}`)
  await ask(window, 'meeting:create', { id, body: buildMeeting({ day: dayFromNow(days) }) })
  return id
}

/** Prints one paper of the meeting into a file, and reads what it says. */
async function paper(
  { app, window, home }: Readonly<{ app: ElectronApplication; window: Page; home: string }>,
  kind: string,
  isOne = false,
): Promise<Awaited<ReturnType<typeof readPdf>>> {
  const file = join(home, `${kind}.pdf`)
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  await window.keyboard.press('Control+p')
  const papers = window.getByRole('dialog', { name: 'Papers of the meeting' })
  await papers.getByRole('radio', { name: kind, exact: true }).click()
  if (isOne) await papers.getByRole('checkbox', { name: 'The selected case alone' }).press('Space')
  await papers.getByRole('button', { name: 'Save', exact: true }).click(ONE_PACK)
  await expect(papers.getByRole('status').first()).toHaveText('Saved, and put on record.')
  await papers.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(papers).toBeHidden()
  return readPdf(new Uint8Array(await readFile(file)))
}

test('the coordinator’s week: a list of sixty, its pack, a late result and its supplement, outcomes, letters, actions, and all of it after a restart', async ({
  home,
  app,
  window,
}) => {
  test.setTimeout(600_000)
  await unlock(window)
  const list = meetingScreen(window)
  const next = await plan(window, 2, 7)
  const meetingId = await plan(window, 1, 0)
  await ask(window, 'meeting:add', { meetingId, patientIds: patients })
  await openNextMeeting(window)
  await expect(list.rows).toHaveCount(CASES)

  // One deferred, one not discussed, one awaits a result, three in other places.
  await list.row(2).focus()
  await window.keyboard.press('d')
  await expect(list.field('Why')).toBeFocused()
  await window.keyboard.press('Enter')
  await window.getByRole('option', { name: 'imaging not ready' }).click()
  await list.beside.getByRole('button', { name: 'Defer', exact: true }).click()
  await expect(list.cell(list.row(2), 'On the list')).toContainText('deferred: imaging not ready')
  await window.keyboard.press('Escape')
  await list.row(3).focus()
  await window.keyboard.press('x')
  await window.keyboard.type('Bone only, first line: M-1')
  await window.keyboard.press('Escape')
  await expect(list.cell(list.row(3), 'On the list')).toContainText('Bone only, first line: M-1')
  await list.row(5).focus()
  await window.keyboard.press('w')
  await expect(list.field('What is awaited')).toBeFocused()
  await window.keyboard.type('CT of the chest')
  await window.keyboard.press('Enter')
  await expect(list.cell(list.row(5), 'Awaited')).toContainText('CT of the chest')
  await window.keyboard.press('Escape')
  await window.keyboard.press('Escape')
  for (const [place, key, to] of [
    [10, 'Alt+ArrowUp', 9],
    [20, 'Alt+ArrowDown', 21],
    [30, 'Alt+End', CASES],
  ] as const) {
    const name = (await list.names())[place - 1] ?? ''
    await list.row(place).focus()
    await window.keyboard.press(key)
    await expect(list.row(to)).toContainText(name)
  }
  const order = await list.names()
  const stored = async () =>
    (await ask(window, 'meeting:get', { meetingId })).rows.map(({ item }) => item.patientId)
  await expect.poll(async () => (await stored()).at(-1)).toBe(patientAt(29))
  const storedOrder = await stored()

  // The pack says it in the order of the screen.
  const pack = await paper({ app, window, home }, 'Pack')
  expect(pack.pages.length).toBeGreaterThan(CASES)
  const places = order.map(name => pack.text.indexOf(name))
  expect(places.filter(at => at === -1)).toEqual([])
  expect(places).toEqual(places.toSorted((a, b) => a - b))

  // A result comes; the supplement is about that case and about no other.
  await list.row(5).focus()
  await window.keyboard.press('t')
  await expect(list.cell(list.row(5), 'Awaited').getByRole('checkbox')).toBeChecked()
  const late = storedOrder[4]
  if (late === undefined) throw new Error('the list is shorter')
  const id = EntryId.parse('00000000-0000-4000-8000-00000000e001')
  await ask(window, 'case:apply', {
    patientId: late,
    changes: [{ do: 'create', id, body: buildSite() }],
  })
  const supplement = await paper({ app, window, home }, 'Supplement')
  expect(supplement.text).toContain(order[4])
  expect(order.filter(name => supplement.text.includes(name))).toEqual([order[4]])

  // The outcome is typed beside the board, and signed.
  await list.row(1).focus()
  await window.keyboard.press('p')
  const presentation = window.getByRole('main', { name: 'Presentation' })
  const beside = presentation.getByRole('complementary', { name: 'Outcome' })
  await expect(beside).toContainText('No earlier outcome is recorded.')
  await window.keyboard.press('o')
  await expect(beside.getByLabel('Recommendation 1', { exact: true })).toBeFocused()
  await window.keyboard.type('Biopsy of the liver so that ISH is known')
  await beside.getByRole('button', { name: /^choose… Type/ }).click()
  await window.getByRole('option', { name: 'biopsy', exact: true }).click()
  await beside.getByRole('button', { name: 'Add an action' }).click()
  await beside.getByLabel('Action 1', { exact: true }).fill('Ask for the biopsy')
  await beside.getByLabel('Owner').fill('Dr Prova')
  await beside.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(beside.getByText(/^signed .*Dr Testa/)).toBeVisible()
  await window.keyboard.press('Escape')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Back to the list' }).click()
  await expect(list.cell(list.row(1), 'Outcome')).toContainText('signed')

  // Its letter says what was decided; the action is followed up.
  await list.row(1).focus()
  const letter = await paper({ app, window, home }, 'Letters', true)
  expect(letter.text).toContain(order[0])
  expect(letter.text).toContain('Biopsy of the liver so that ISH is known')
  await window.getByRole('button', { name: 'Actions', exact: true }).click()
  const action = window.getByRole('row', { name: /Ask for the biopsy/ })
  await action.getByRole('button', { name: /^Done: / }).click()
  await window.getByRole('button', { name: 'Done', exact: true }).last().click()
  await expect(window.getByText('No action is open.')).toBeVisible()

  // After a restart all of it is there.
  await app.close()
  const reopened = await again(home)
  const after = meetingScreen(reopened.window)
  await openNextMeeting(reopened.window)
  await expect(after.rows).toHaveCount(CASES)
  expect(await after.names()).toEqual(order)
  await expect(after.cell(after.row(2), 'On the list')).toContainText('deferred: imaging not ready')
  await expect(after.cell(after.row(3), 'On the list')).toContainText('Bone only, first line: M-1')
  await expect(after.cell(after.row(1), 'Outcome')).toContainText('signed')
  const landed = await ask(reopened.window, 'meeting:get', { meetingId: next })
  expect(landed.rows.map(({ item }) => item.patientId)).toEqual([patientAt(1)])
  await after.row(1).focus()
  await reopened.window.keyboard.press('Enter')
  await expect(boardScreen(reopened.window).name).toHaveText(order[0] ?? '')
  await reopened.window.keyboard.press('o')
  const board = boardScreen(reopened.window).beside
  await expect(board).toContainText('Biopsy of the liver so that ISH is known')
  await expect(board).toContainText(/Ask for the biopsy.*done/)
  await reopened.app.close()
})

test('killing the application in the middle of a meeting loses nothing that was typed more than a second ago', async ({
  home,
  app,
  window,
}) => {
  test.setTimeout(240_000)
  await unlock(window)
  const meetingId = await plan(window, 1, 0)
  await ask(window, 'meeting:add', { meetingId, patientIds: patients.slice(0, 3) })
  await openNextMeeting(window)
  const list = meetingScreen(window)
  // A question that was typed and left, and a recommendation that is being typed.
  await window.keyboard.press('q')
  await expect(list.question).toBeFocused()
  await window.keyboard.press('Control+a')
  await window.keyboard.type('Which line next?')
  await window.keyboard.press('Enter')
  await expect(list.cell(list.row(1), 'Question')).toHaveText(/Which line next\?/)
  await window.keyboard.press('p')
  const typing = (of: Page) =>
    of
      .getByRole('complementary', { name: 'Outcome' })
      .getByLabel('Recommendation 1', { exact: true })
  await expect(typing(window)).toBeVisible()
  await window.keyboard.press('o')
  await expect(typing(window)).toBeFocused()
  const words = 'one two three four five six seven eight nine ten eleven twelve thirteen'
  const typedAt: number[] = []
  for (const letter of words) {
    await window.keyboard.type(letter, { delay: 30 })
    typedAt.push(Date.now())
  }
  const killedAt = Date.now()
  const gone = app.waitForEvent('close')
  app.process().kill('SIGKILL')
  await gone
  const old = typedAt.filter(at => at < killedAt - 1000).length
  expect(old).toBeGreaterThan(words.length / 2)

  const reopened = await again(home)
  await openNextMeeting(reopened.window)
  const after = meetingScreen(reopened.window)
  await expect(after.cell(after.row(1), 'Question')).toHaveText(/Which line next\?/)
  await reopened.window.keyboard.press('o')
  const field = after.field('Recommendation 1')
  await expect(field).toBeVisible()
  const kept = await field.inputValue()
  expect(words.startsWith(kept)).toBe(true)
  expect(kept.length).toBeGreaterThanOrEqual(old)
  await reopened.app.close()
})
