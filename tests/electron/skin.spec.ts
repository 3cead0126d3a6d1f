import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { ascii, joined } from '../../electron/pictures/byteReader.ts'
import type { Channel } from '../../shared/ipc/channels.ts'
import type { Input, Output, Reply } from '../../shared/ipc/contract.ts'
import { boardScreen } from '../e2e/pages/boardScreen.ts'
import { openDemo } from '../e2e/pages/openDemo.ts'
import { patientsScreen } from '../e2e/pages/patientsScreen.ts'
import {
  type Counted,
  counted,
  recordFollowUp,
  recordLesion,
  TAKEN_IN,
} from '../e2e/pages/recordLesion.ts'
import { lesionView, photoViewer, skinForm } from '../e2e/pages/skinScreens.ts'
import { startScreen } from '../e2e/pages/startScreen.ts'
import {
  filesBelow,
  filesWith,
  ownLetters,
  placeNeedle,
  rowNeedles,
  temporaryFilesSince,
} from '../support/leaks.ts'
import { exifOf, segment } from '../support/pictures/jpegFile.ts'
import { noisyJpeg } from '../support/pictures/noisyJpeg.ts'
import { expect, launch, test } from './fixtures.ts'

const PASSPHRASE = 'nine plain test horses'
const NAME = `Vandermolen-${ownLetters()}`
const PLACE = `Oberstockstall ${ownLetters()}`
const LATITUDE = [47, 13, 997] as const

test.slow()

/** A photograph as a camera makes it, with notes of where, when and by whom it was taken. */
async function withNotes(picture: Uint8Array): Promise<Uint8Array> {
  const notes = exifOf({ orientation: 6, make: PLACE, artist: NAME, latitude: LATITUDE })
  const xmp = segment(0xe1, joined([ascii('http://ns.adobe.com/xap/1.0/\0'), ascii(PLACE)]))
  return joined([picture.subarray(0, 2), notes, xmp, picture.subarray(2)])
}

/** What another program does in which a picture is copied. */
async function copied(app: ElectronApplication, picture: Uint8Array): Promise<void> {
  await app.evaluate(async ({ clipboard, ClipboardItem, nativeImage }, base64) => {
    const image = nativeImage.createFromBuffer(Buffer.from(base64, 'base64'))
    // Electron 45 writes items; those before it know images alone.
    const older = clipboard as unknown as { writeImage?: (image: unknown) => void }
    if (older.writeImage !== undefined) return older.writeImage(image)
    const png = new Blob([new Uint8Array(image.toPNG())], { type: 'image/png' })
    await clipboard.write([new ClipboardItem({ 'image/png': png })])
  }, Buffer.from(picture).toString('base64'))
}

/** The answer of the services to a question of the page. */
async function ask<C extends Channel>(page: Page, channel: C, input: Input<C>): Promise<Output<C>> {
  const asked: readonly [string, unknown] = [channel, input]
  const reply: unknown = await page.evaluate(([name, body]) => {
    const { api } = globalThis as unknown as {
      api: { invoke: (channel: string, input: unknown) => Promise<unknown> }
    }
    return api.invoke(name, body)
  }, asked)
  const answer = reply as Reply<C>
  if (!answer.ok) throw new Error(`${channel} was refused: ${JSON.stringify(answer.error)}`)
  return answer.value
}

test('a dermatologist records a lesion with two photographs and consent in at most 12 actions and a follow-up in at most 6; after a restart all of it is there, and no file holds a picture, its place or the name', async ({
  home,
  app,
  window,
}) => {
  const startedAt = Date.now() - 2000
  const [taken, other] = [await noisyJpeg(320, 240), await noisyJpeg(300, 200)]
  // The card of the camera is the person's own, and the one place that holds the picture readable.
  const card = await mkdtemp(join(tmpdir(), 'camera-card-'))
  const file = join(card, 'IMG_0001.JPG')
  await writeFile(file, await withNotes(taken))

  const start = startScreen(window)
  await start.createWorkspace.click()
  await start.create.name.fill('Dr Testa')
  await start.create.role.click()
  await window.getByRole('option', { name: 'dermatologist' }).click()
  await start.create.passphrase.first().fill(PASSPHRASE)
  await start.create.again.fill(PASSPHRASE)
  await start.create.submit.click()
  await start.recovery.isWritten.press('Space')
  await start.recovery.open.click()
  const patients = patientsScreen(window)
  await patients.newPatient.first().click()
  await patients.field('Family name').fill(NAME)
  await patients.create.click()
  const board = boardScreen(window)
  await expect(board.name).toHaveText(NAME.toUpperCase())

  const form = skinForm(window)
  const photographs = async (step: Counted) => {
    await step.does(() => form.files.setInputFiles(file))
    await expect(form.photographs).toHaveCount(1, TAKEN_IN)
    await copied(app, other)
    await step.does(() => window.keyboard.press('Control+v'))
  }
  expect(await recordLesion(window, photographs)).toBeLessThanOrEqual(12)
  await expect(board.pin('L1')).toHaveAttribute('aria-pressed', 'true')
  const further = counted()
  await further.does(() => board.pin('L1').focus())
  expect(
    await recordFollowUp(window, { label: 'L1', size: '15 x 9' }, further),
  ).toBeLessThanOrEqual(6)

  const { findings } = await ask(window, 'workspace:verify', {})
  expect(findings.filter(({ ok }) => !ok)).toEqual([])
  const kept = await photographsOf(window)
  expect(kept).toHaveLength(2)
  await app.close()

  const again = await launch(home)
  const reopened = await again.firstWindow()
  const { unlock } = startScreen(reopened)
  await unlock.passphrase.fill(PASSPHRASE)
  await reopened.keyboard.press('Enter')
  await patientsScreen(reopened).row(NAME.toUpperCase()).dblclick()
  await boardScreen(reopened).pin('L1').click()
  await reopened.keyboard.press('v')
  const view = lesionView(reopened)
  await expect(view.dialog).toContainText('Skin of the chest, right')
  await expect(view.dialog).toContainText('Firm nodules')
  await expect(view.notes).toHaveCount(2)
  await expect(view.chart).toHaveAccessibleName(/12 × 8 mm.*15 × 9 mm/)
  await expect(view.photographs).toHaveCount(2)
  for (const at of [0, 1])
    await expect(view.photographs.nth(at)).toHaveAccessibleName(
      /consent for care record, tumour board, .*Dr Testa/,
    )
  await view.photographs.first().click()
  const viewer = photoViewer(reopened)
  const drawn = () =>
    viewer.pictures.first().evaluate((image: HTMLImageElement) => image.naturalWidth)
  await expect.poll(drawn).toBe(240)
  await again.close()

  const needles = [
    ...[NAME, PLACE].map(words => Buffer.from(words)),
    placeNeedle(LATITUDE),
    ...[taken, ...kept].flatMap(rowNeedles),
  ]
  // The search finds what it looks for where it has to be: on the card.
  expect(filesWith([file], needles)).toEqual([file])
  await rm(card, { recursive: true })
  const written = filesBelow(home)
  expect(written.some(path => path.includes('attachments'))).toBe(true)
  expect(filesWith(written, needles)).toEqual([])
  expect(filesWith(temporaryFilesSince(startedAt), needles)).toEqual([])
})

/** The pictures of all photographs of the one patient, as they are kept. */
async function photographsOf(page: Page): Promise<Uint8Array[]> {
  const { patients } = await ask(page, 'patient:list', {
    query: '',
    archived: false,
    limit: 1,
    offset: 0,
  })
  const [listed] = patients
  if (listed === undefined) throw new Error('there is no patient')
  const patientId = listed.patient.id
  const { case: of } = await ask(page, 'case:get', { patientId })
  const photographs = of.entries.filter(({ body }) => body.kind === 'photograph')
  return Promise.all(
    photographs.map(async ({ id }) => {
      const { bytes } = await ask(page, 'photo:original', { patientId, photograph: id })
      return bytes
    }),
  )
}

test('the camera is open to the screen while pictures are taken with it, the microphone never, and both are closed after it', async ({
  home,
}) => {
  const app = await launch(home, ['--use-fake-device-for-media-stream'])
  try {
    const window = await app.firstWindow()
    await openDemo(window)
    const granted = (wanted: MediaStreamConstraints) =>
      window.evaluate(async constraints => {
        try {
          const stream = await navigator.mediaDevices.getUserMedia(constraints)
          for (const track of stream.getTracks()) track.stop()
          return true
        } catch {
          return false
        }
      }, wanted)
    const all = async () => [
      await granted({ video: true }),
      await granted({ audio: true }),
      await granted({ video: true, audio: true }),
    ]
    expect(await all()).toEqual([false, false, false])
    await window.keyboard.press('l')
    const form = skinForm(window)
    await form.camera.click()
    const { take, close, dialog } = form.cameraDialog
    await expect(take).toBeEnabled(TAKEN_IN)
    expect(await all()).toEqual([true, false, false])
    await take.click()
    await close.click()
    await expect(dialog).toBeHidden()
    await expect(form.photographs).toHaveCount(1, TAKEN_IN)
    await expect.poll(all).toEqual([false, false, false])
  } finally {
    await app.close()
  }
})
