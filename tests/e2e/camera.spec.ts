import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.ts'
import { expect, test } from './fixtures.ts'
import { openDemo } from './pages/openDemo.ts'
import { TAKEN_IN } from './pages/recordLesion.ts'
import { skinForm } from './pages/skinScreens.ts'

const executablePath = await chromiumPath()

test.use({
  launchOptions: {
    executablePath,
    // Chromium's own pictures in the place of a camera, and nobody to ask.
    args: [
      ...CHROMIUM_FLAGS,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  },
})
test.slow()

test('pictures are taken one after the other, dated today, and closing switches the camera off', async ({
  page,
}) => {
  await openDemo(page)
  await page.keyboard.press('l')
  const form = skinForm(page)
  await form.camera.click()
  const { dialog, take, close, seen } = form.cameraDialog
  await expect(take).toBeEnabled(TAKEN_IN)
  const isOn = () =>
    seen.evaluate(
      (video: HTMLVideoElement) =>
        video.srcObject instanceof MediaStream &&
        video.srcObject.getTracks().some(({ readyState }) => readyState === 'live'),
    )
  expect(await isOn()).toBe(true)
  const tracks = await seen.evaluateHandle((video: HTMLVideoElement) =>
    video.srcObject instanceof MediaStream ? video.srcObject.getTracks() : [],
  )
  await take.click()
  await take.click()
  await expect(dialog).toContainText('2 pictures taken')
  await close.click()
  await expect(dialog).toBeHidden()
  expect(
    await tracks.evaluate(all => all.map(({ kind, readyState }) => [kind, readyState])),
  ).toEqual([['video', 'ended']])
  await expect(form.photographs).toHaveCount(2, TAKEN_IN)
  await expect(form.photographs.first()).toContainText(/taken \d\d-\w{3}-\d{4}/)
  await expect(form.photographs.first()).not.toContainText('says the file')
  await expect(form.pictures).toHaveCount(2)
})
