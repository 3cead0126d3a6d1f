import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { ROOT } from '../../electron/build.ts'
import type { EntryBody } from '../../shared/case/entry.ts'
import type { Reply } from '../../shared/ipc/contract.ts'
import { decodeWire } from '../../shared/ipc/wire.ts'
import {
  buildConflict,
  buildContext,
  buildDetails,
  buildDocument,
  buildSite,
  buildSystemic,
  entryId,
  on,
  patientId,
} from '../support/builders.ts'
import { squeezed } from '../support/facts.ts'
import { PAST_PASSPHRASE, PAST_PATIENT, specimenA } from '../support/pastCase.ts'
import { readPdf } from '../support/pdf/readPdf.ts'
import { expect, test } from './fixtures.ts'
import { ask } from './pages/ask.ts'
import { boardScreen } from './pages/boardScreen.ts'
import { newsPanel } from './pages/newsPanel.ts'
import { patientsScreen } from './pages/patientsScreen.ts'
import { presentScreen, withoutFullScreen } from './pages/presentScreen.ts'
import { previewDialog } from './pages/previewDialog.ts'
import { startScreen } from './pages/startScreen.ts'

/** A workspace that was filled twenty days ago, in the folder of the host. */
async function fillLongAgo(home: string): Promise<void> {
  const script = join(ROOT, 'tests', 'support', 'fillPast.ts')
  await promisify(execFile)(process.execPath, [script, home], { cwd: ROOT })
}

/** What today's session changes, removes and adds. */
async function changeToday(page: Page): Promise<void> {
  const update = (n: number, body: EntryBody) =>
    ({ do: 'update', id: entryId(n), revision: 1, body }) as const
  await ask(page, 'case:apply', {
    patientId: PAST_PATIENT,
    changes: [
      update(1, buildSite({ bodySite: 'skin-scalp', certainty: 'suspected' })),
      update(2, specimenA(10)),
      update(3, buildSystemic({ line: 2 })),
      update(4, buildConflict({ title: 'PR in specimen A' })),
      update(5, buildDocument({ title: 'Letter of Nov', dated: on('2026-11-03') })),
      update(6, buildContext({ question: 'Which line next?' })),
      { do: 'remove', id: entryId(7), revision: 1 },
      { do: 'create', id: entryId(8), body: buildSystemic({ started: on('2026-11') }) },
    ],
  })
}

async function unlockAndOpen(page: Page) {
  const { unlock } = startScreen(page)
  await unlock.passphrase.fill(PAST_PASSPHRASE)
  await unlock.submit.click()
  await patientsScreen(page).row('TESTFALL').dblclick()
  const board = boardScreen(page)
  await expect(board.name).toContainText('TESTFALL')
  return board
}

test('what was changed is marked on every place with what it was, after a restart, and printed', async ({
  page,
  host,
}) => {
  test.slow()
  await page.setViewportSize({ width: 1920, height: 1080 })
  await fillLongAgo(host.home)
  await page.reload()
  await unlockAndOpen(page)
  await changeToday(page)

  const again = await host.restart()
  await page.goto(again.address)
  let board = await unlockAndOpen(page)
  const news = newsPanel(page)
  await expect(news.tile).toHaveAccessibleName('New since not marked')
  await expect(news.marks(board.board)).toHaveCount(0)

  // Chosen by keyboard: N, the last of the choices, the day as typed.
  await page.keyboard.press('n')
  await news.since('The beginning of a day').focus()
  await page.keyboard.press('Space')
  await news.day.fill('31-Nov-2026')
  await page.keyboard.press('Enter')
  await expect(news.panel).toContainText('That month does not have this day.')
  await news.day.fill('-1d')
  await page.keyboard.press('Enter')
  await expect(news.summary).toHaveText(/^New since \d\d-\w{3}-\d{4}: 1 new, 6 changed, 1 removed$/)
  await expect(news.tile).toHaveAccessibleName(/1 new, 6 changed, 1 removed$/)

  const items = {
    'changed Specimen A': /ER\s*10\s%\s*was\s*80\s%/,
    'Scalp site': /Site\s*suspected\s*was\s*confirmed/,
    'Conflict X1': /PR in specimen A\s*was\s*PR in A/,
    'Patient context': /Question\s*Which line next\?\s*was\s*not recorded/,
  }
  for (const [name, words] of Object.entries(items))
    await expect(news.item(name)).toContainText(words)
  await expect(news.item('MRI')).toContainText('to be removed')

  const marks = (part: Parameters<typeof news.marks>[0]) => news.marks(part).first()
  await page.keyboard.press('Escape')
  await expect(news.panel).toHaveCount(0)
  await expect(marks(board.receptors.panel)).toHaveAccessibleName(
    /^changed since .*: .*ER was 80\s%.*Dr Testa$/,
  )
  await expect(marks(board.panel('Treatment lines, newest first'))).toBeVisible()
  await expect(marks(board.panel('Skin lesions'))).toHaveAccessibleName(/Site was confirmed/)
  await expect(marks(board.panel('Documents'))).toBeVisible()
  await expect(marks(board.panel('Conflicts'))).toHaveAccessibleName(/Conflict X1 was PR in A/)
  await expect(marks(board.story)).toHaveAccessibleName(/Question was not recorded/)

  // The mark says what it was to who points at it, and leads to the list.
  const mark = marks(board.receptors.panel)
  // A hand that moves is seen on its way, before it arrives.
  await page.mouse.move(5, 5)
  await mark.hover()
  await expect(page.getByRole('tooltip')).toContainText(/ER: 10\s%, was 80\s%/)
  await mark.click()
  await expect(news.item('changed Specimen A').getByRole('button')).toHaveAttribute(
    'aria-pressed',
    'true',
  )

  // What was chosen stays chosen.
  await page.reload()
  board = boardScreen(page)
  await patientsScreen(page).row('TESTFALL').dblclick()
  await expect(news.tile).toHaveAccessibleName(/1 new, 6 changed, 1 removed$/)

  const rendering = page.waitForResponse(each => each.url().endsWith('/api/summary:render'))
  await page.keyboard.press('Control+p')
  const answer = decodeWire(await (await rendering).body()) as Reply<'summary:render'>
  if (!answer.ok) throw new Error(`the summary was refused: ${answer.error.kind}`)
  const paper = squeezed((await readPdf(answer.value.bytes)).pages.map(({ text }) => text).join(''))
  expect(paper).toContain(squeezed('1 new, 6 changed, 1 removed'))
  expect(paper).toContain(squeezed('ER 10 %, was 80 %'))
  expect(paper).toContain('◉')
  await expect(previewDialog(page).pages.first()).toBeVisible({ timeout: 30_000 })
  await expect(news.onPaper).toBeChecked()
})

test('what is new since the patient was last opened needs an earlier look, and says so', async ({
  page,
  host,
}) => {
  await fillLongAgo(host.home)
  await page.reload()
  await unlockAndOpen(page)
  const news = newsPanel(page)
  await news.tile.click()
  await news.since('I last opened this patient').focus()
  await page.keyboard.press('Space')
  await expect(news.panel).toContainText('You have not opened this patient before')
  await expect(news.tile).toHaveAccessibleName('New since opened for the first time')
})

test('a presentation marks what is new on every panel, has no list to open, and puts each look on record', async ({
  page,
  host,
}) => {
  test.slow()
  await fillLongAgo(host.home)
  await page.reload()
  await unlockAndOpen(page)
  await changeToday(page)
  const second = patientId(2)
  await ask(page, 'patient:create', { id: second, details: buildDetails({ familyName: 'Zweit' }) })
  await withoutFullScreen(page)
  await page.reload()
  await patientsScreen(page).row('TESTFALL').dblclick()
  const news = newsPanel(page)
  await news.tile.click()
  await news.since('Yesterday').focus()
  await page.keyboard.press('Space')
  await expect(news.tile).toHaveAccessibleName(/1 new, 6 changed, 1 removed$/)
  await page.keyboard.press('Escape')

  await page.keyboard.press('F5')
  const presentation = presentScreen(page)
  const { screen } = presentation
  const within = (title: string) => news.marks(screen.getByRole('region', { name: title }))
  await expect(screen.getByText('1 new, 6 changed, 1 removed')).toBeVisible()
  await expect(within('Story').first()).toHaveAccessibleName(/Question was not recorded/)
  await expect(screen.locator('[data-panel] title', { hasText: 'new or changed' })).toHaveCount(1)
  const marked = [
    ['2', 'Every site', /Site was confirmed/],
    ['3', 'Receptors', /ER was 80\s%/],
    ['4', 'Treatment lines', /^(new|changed) since/],
    ['6', 'Conflicts', /Conflict X1 was PR in A/],
    ['7', 'Question for the meeting', /Question was not recorded/],
  ] as const
  for (const [key, title, words] of marked) {
    await page.keyboard.press(key)
    await expect(within(title).first()).toHaveAccessibleName(words)
  }
  // Nothing to press: a list of what is new is none of a presentation's panels.
  await expect(screen.getByRole('button', { name: /^(New|new|changed) since/ })).toHaveCount(0)

  // Going to the next case marks what is new there, and puts on record that it was looked at.
  const opening = page.waitForResponse(
    response =>
      response.url().endsWith('case:opened') &&
      (response.request().postData() ?? '').includes(second),
  )
  await page.keyboard.press('ArrowRight')
  await expect(presentation.place).toHaveText('Case 2 of 2')
  const answer = decodeWire(await (await opening).body()) as Reply<'case:opened'>
  expect(answer.ok).toBe(true)
  await expect(screen.getByText('1 new', { exact: true })).toBeVisible()
  await expect(news.marks(screen)).toHaveCount(0)
})
