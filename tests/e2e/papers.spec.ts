import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { squeezed } from '../support/facts.ts'
import { readPdf } from '../support/pdf/readPdf.ts'
import { expect, test } from './fixtures.ts'
import { ask, reply } from './pages/ask.ts'
import { boardScreen } from './pages/boardScreen.ts'
import { meetingScreen } from './pages/meetingScreen.ts'
import { openNextMeeting, planMeeting, startMeetingHost, unlock } from './pages/meetingWeek.ts'
import { openDemo } from './pages/openDemo.ts'
import { palette } from './pages/palette.ts'
import { nextRendering, savedBytes } from './pages/paperBytes.ts'
import { previewDialog } from './pages/previewDialog.ts'
import { lesionView } from './pages/skinScreens.ts'

/** A document that was stopped takes its worker with it; the next one starts another. */
const FROM_THE_START = { timeout: 30_000 } as const

test('the report of a skin lesion is one page, from its view and from the palette, and saves the bytes that it shows', async ({
  page,
}) => {
  await openDemo(page)
  await page.keyboard.press('v')
  const view = lesionView(page)
  const rendering = nextRendering(page, 'lesion')
  await view.button('Report as PDF…').click()
  const { bytes } = await rendering
  const preview = previewDialog(page, 'Report of skin lesion L1')
  await expect(preview.count).toHaveText('1 page', FROM_THE_START)
  const pdf = await readPdf(bytes)
  await expect
    .poll(async () => squeezed((await preview.pages.first().textContent()) ?? ''))
    .toBe(squeezed(pdf.text))
  expect(squeezed(pdf.text)).toContain(squeezed('Skin lesion L1, page 1 of 1'))
  const saved = await savedBytes(page, preview)
  expect(Buffer.compare(saved.bytes, bytes)).toBe(0)
  // SECURITY: a file name is read by whoever sees the folder.
  expect(saved.fileName).toMatch(/^skin-lesion-\d{4}-\d\d-\d\d-\d{4}\.pdf$/)
  // The lesion is there again behind it.
  await preview.close.click()
  await expect(view.dialog).toBeVisible()
  await view.button('Close').click()
  const { dialog, field } = palette(page)
  await page.keyboard.press('Control+k')
  await field.fill('report of the skin')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(preview.pages).toHaveCount(1, FROM_THE_START)
})

test('the pack is previewed page by page from its list, saved as it is shown, and a cancelled one leaves no file', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const meetings = await startMeetingHost(4, 'coordinator')
  try {
    const { host, passphrase, patients } = meetings
    await unlock(page, host.address, passphrase)
    await planMeeting(page, 3, patients)
    await openNextMeeting(page)
    const preview = previewDialog(page, 'Papers of the meeting')

    // Cancelled before it is made: nothing to save, no file, no record.
    const asked = page.waitForRequest(each => each.url().endsWith('/api/pack:render'))
    await page.keyboard.press('Control+p')
    await preview.cancel.click()
    await expect(preview.message).toContainText('Nothing was saved or printed.')
    await expect(preview.pages).toHaveCount(0)
    const { job } = (await asked).postDataJSON() as { job: string }
    expect(await reply(page, 'pack:record', { job, action: 'print' })).toMatchObject({
      ok: false,
      error: { kind: 'notFound' },
    })
    const files = readdirSync(host.home, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => readFileSync(join(entry.parentPath, entry.name)))
    expect(files.length).toBeGreaterThan(0)
    expect(files.filter(file => file.subarray(0, 5).toString('latin1') === '%PDF-')).toEqual([])

    const rendering = nextRendering(page, 'pack')
    await preview.again.click()
    const { bytes } = await rendering
    const pdf = await readPdf(bytes)
    await expect(preview.count).toHaveText(`${pdf.pages.length} pages`, FROM_THE_START)
    await expect(preview.pages).toHaveCount(pdf.pages.length)
    for (const [at, { text }] of pdf.pages.entries()) {
      await preview.pages.nth(at).scrollIntoViewIfNeeded()
      await expect
        .poll(async () => squeezed((await preview.pages.nth(at).textContent()) ?? ''))
        .toBe(squeezed(text))
    }
    const saved = await savedBytes(page, preview)
    expect(Buffer.compare(saved.bytes, bytes)).toBe(0)
    expect(saved.fileName).toMatch(/^pack-\d{4}-\d\d-\d\d-\d{4}\.pdf$/)

    await preview.dialog.getByRole('button', { name: 'Printed before…' }).click()
    const log = page.getByRole('dialog', { name: 'What was printed' })
    await expect(log.getByRole('row')).toHaveCount(2)
    await expect(log.getByRole('row').last()).toContainText(
      `Pack, 4 patients, ${pdf.pages.length} pagesSaved as a file`,
    )
    await page.keyboard.press('Escape')
    await expect(log).toBeHidden()

    // The agenda alone, under a password of its own.
    const agenda = nextRendering(page, 'pack')
    await preview.kind('Agenda').click()
    expect((await readPdf((await agenda).bytes)).pages).toHaveLength(1)
    await preview.protect.click()
    const protecting = nextRendering(page, 'pack')
    await preview.password.fill('Kastanienbaum-88')
    await page.keyboard.press('Enter')
    await expect(readPdf((await protecting).bytes)).rejects.toMatchObject({
      name: 'PasswordException',
    })
    await expect(preview.pages).toHaveCount(1)
  } finally {
    await meetings.end()
  }
})

test('the log of prints opens from the meeting itself and from the palette, of the meeting or the patient on screen, and elsewhere the palette says what it is of', async ({
  page,
}) => {
  const meetings = await startMeetingHost(2, 'coordinator')
  try {
    const { host, passphrase, patients } = meetings
    await unlock(page, host.address, passphrase)
    const { dialog, field, line } = palette(page)
    const log = page.getByRole('dialog', { name: 'What was printed' })
    const fromPalette = async () => {
      await page.keyboard.press('Control+k')
      await field.fill('>log of prints')
      await page.keyboard.press('Enter')
    }

    // Of nobody, the palette says why and stays.
    await fromPalette()
    await expect(line('Log of prints')).toContainText('Open a patient or a meeting first')
    await expect(log).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()

    const [patientId] = patients
    if (patientId === undefined) throw new Error('there is no case')
    const meetingId = await planMeeting(page, 3, patients)
    const common = { cutoff: '>=1', paper: 'A4', since: null, password: null } as const
    const packJob = randomUUID()
    await ask(page, 'pack:render', {
      job: packJob,
      options: { ...common, meetingId, kind: 'agenda', patientIds: null, outcomeSheets: false },
    })
    await ask(page, 'pack:record', { job: packJob, action: 'print' })
    const job = randomUUID()
    await ask(page, 'summary:render', { job, options: { ...common, patientId } })
    await ask(page, 'summary:record', { job, action: 'export' })

    await openNextMeeting(page)
    await meetingScreen(page).button('Printed before…').click()
    await expect(log.getByRole('row')).toHaveCount(2)
    await expect(log.getByRole('row').last()).toContainText(/^.*Agenda, 1 pagePrintedDr Testa$/)
    await page.keyboard.press('Escape')
    await expect(log).toBeHidden()
    await fromPalette()
    await expect(log.getByRole('row').last()).toContainText('Agenda, 1 page')
    await page.keyboard.press('Escape')
    await expect(log).toBeHidden()

    // On the board the same command is of the patient.
    await meetingScreen(page).row(1).focus()
    await page.keyboard.press('Enter')
    await expect(boardScreen(page).name).toBeVisible()
    await fromPalette()
    await expect(log.getByRole('row').last()).toContainText(/Summary, \d+ pages?Saved as a file/)
  } finally {
    await meetings.end()
  }
})
