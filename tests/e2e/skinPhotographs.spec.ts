import { writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { violationsInThemes } from './pages/axe.ts'
import { openDemo } from './pages/openDemo.ts'
import { CLOSE_UP, OVERVIEW, pictureFile } from './pages/photographs.ts'
import { presentScreen, withoutFullScreen } from './pages/presentScreen.ts'
import {
  pinnedLesion,
  recordLesion,
  recordTwoLooks,
  saveLook,
  TAKEN_IN,
  takeIn,
} from './pages/recordLesion.ts'
import { lesionView, photoViewer, skinForm } from './pages/skinScreens.ts'

test.slow()

test('a file that is no photograph is refused with a sentence, and nothing that was typed or taken in is lost', async ({
  page,
}) => {
  await openDemo(page)
  await page.keyboard.press('l')
  const form = skinForm(page)
  await form.size.fill('7 x 5')
  await form.files.setInputFiles([
    OVERVIEW,
    { ...CLOSE_UP, name: 'cut.jpg', buffer: CLOSE_UP.buffer.subarray(0, 300) },
    {
      name: 'drawing.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      ),
    },
    pictureFile('bomb.jpg', 20_000, 20_000),
  ])
  // Each is read to its end, one after the other.
  await expect(form.refusals).toHaveCount(3, TAKEN_IN)
  await expect(form.refusals.nth(0)).toContainText(/^cut\.jpg was not taken\. \S/)
  await expect(form.refusals.nth(1)).toContainText(/^drawing\.svg was not taken\. \S/)
  await expect(form.refusals.nth(2)).toContainText(/^bomb\.jpg was not taken\. \S/)
  await expect(form.photographs).toHaveCount(1)
  await expect(form.size).toHaveValue('7 x 5')
})

test('files that are dropped anywhere on the window are taken in, and the form says so while they hang over it', async ({
  page,
}, info) => {
  const file = info.outputPath('dropped.jpg')
  await writeFile(file, OVERVIEW.buffer)
  await openDemo(page)
  await page.keyboard.press('l')
  const form = skinForm(page)
  await form.size.fill('7 x 5')
  await expect(form.panel).toContainText('or drop or paste them')
  // As Chromium tells of files that come from another program.
  const devtools = await page.context().newCDPSession(page)
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    devtools.send('Input.dispatchDragEvent', {
      type,
      x: 400,
      y: 400,
      data: { items: [], files: [file], dragOperationsMask: 1 },
    })
  await drag('dragEnter')
  await drag('dragOver')
  await expect(form.panel).toContainText('Drop them now')
  await drag('drop')
  await expect(form.photographs).toHaveCount(1, TAKEN_IN)
  await expect(form.pictures).toHaveCount(1)
  await expect(form.panel).toContainText('or drop or paste them')
  await expect(form.size).toHaveValue('7 x 5')
})

test('a picture that is pasted is taken in, and text that is pasted goes where it is typed', async ({
  page,
}) => {
  await openDemo(page)
  await page.keyboard.press('l')
  const form = skinForm(page)
  await form.words.focus()
  await form.words.evaluate(
    (field, bytes) => {
      const held = new DataTransfer()
      held.items.add(new File([new Uint8Array(bytes)], 'image.jpg', { type: 'image/jpeg' }))
      const given = { clipboardData: held, bubbles: true, cancelable: true }
      field.dispatchEvent(new ClipboardEvent('paste', given))
    },
    [...CLOSE_UP.buffer],
  )
  await expect(form.photographs).toHaveCount(1, TAKEN_IN)
  await expect(form.words).toHaveValue('')
  await page.keyboard.insertText('nodule by the scar')
  await expect(form.words).toHaveValue('nodule by the scar')
  await expect(form.photographs).toHaveCount(1)
})

test('without a camera the dialog says so and what to do instead', async ({ page }) => {
  await openDemo(page)
  await page.keyboard.press('l')
  const form = skinForm(page)
  await form.camera.click()
  await expect(form.cameraDialog.dialog.getByRole('alert')).toHaveText(
    'No camera is connected to this machine. Choose a file instead.',
  )
  await expect(form.cameraDialog.take).toBeDisabled()
})

test('without a press on what it is for, consent stays not recorded, and is said to be', async ({
  page,
}) => {
  await openDemo(page)
  const form = await pinnedLesion(page)
  await takeIn(form, [OVERVIEW])
  await expect(form.panel).toContainText('Nothing pressed: consent not recorded.')
  await saveLook(page)
  await page.keyboard.press('v')
  await expect(lesionView(page).photographs).toHaveAccessibleName(/consent not recorded$/)
})

test('a withdrawn consent hides the photograph at once, and taking the withdrawal back shows it again', async ({
  page,
}) => {
  await openDemo(page)
  await recordLesion(page)
  await page.keyboard.press('v')
  await lesionView(page).photographs.first().click()
  const viewer = photoViewer(page)
  await expect(viewer.pictures).toHaveCount(1)
  await viewer.print.press('Space')
  await expect(viewer.print).toBeChecked()
  await viewer.button('Consent withdrawn').click()
  await expect(viewer.stages).toContainText(
    'Not shown: the consent to this photograph was withdrawn.',
  )
  await expect(viewer.pictures).toHaveCount(0)
  await expect(viewer.print).not.toBeChecked()
  await viewer.button('Take the withdrawal back').click()
  await expect(viewer.pictures).toHaveCount(1)
})

test('a photograph is removed for good only after it was asked, and the other one stays', async ({
  page,
}) => {
  await openDemo(page)
  await recordLesion(page)
  await page.keyboard.press('v')
  await lesionView(page).photographs.first().click()
  const viewer = photoViewer(page)
  await expect(viewer.film).toHaveCount(2)
  await viewer.button('Remove for good…').click()
  await viewer.question.getByRole('button', { name: 'Keep it' }).click()
  await expect(viewer.film).toHaveCount(2)
  await viewer.button('Remove for good…').click()
  await viewer.question.getByRole('button', { name: 'Remove for good' }).click()
  await expect(viewer.film).toHaveCount(1)
  await expect(viewer.pictures).toHaveCount(1)
})

test('two dates stand side by side and are enlarged, moved and turned together until the link is switched off', async ({
  page,
}) => {
  await openDemo(page)
  await recordTwoLooks(page)
  await page.keyboard.press('v')
  await lesionView(page).button('Photographs side by side').click()
  const viewer = photoViewer(page)
  await expect(viewer.pictures).toHaveCount(2)
  const lies = (at: number) => viewer.pictures.nth(at).evaluate(({ style }) => style.transform)
  const start = await lies(0)
  await viewer.stages.first().hover()
  await page.mouse.wheel(0, -600)
  await expect.poll(() => lies(0)).not.toBe(start)
  expect(await lies(1)).toBe(await lies(0))
  await viewer.stages.nth(1).focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => lies(1)).toMatch(/rotate\(5deg\)/)
  expect(await lies(0)).toBe(await lies(1))
  await viewer.linked.press('Space')
  await viewer.stages.nth(1).focus()
  await page.keyboard.press('0')
  await expect.poll(() => lies(1)).toBe(start)
  expect(await lies(0)).not.toBe(start)
})

/** Presents the demo at the panel of the skin. */
async function presentSkin(page: Page) {
  await withoutFullScreen(page)
  await page.keyboard.press('p')
  const screen = presentScreen(page)
  await expect(screen.name).toBeVisible()
  await page.keyboard.press('5')
  await expect(screen.skin).toBeVisible()
  return screen
}

test('a room sees the lesion’s photograph beside its sizes, and C shows two looks side by side, enlarged together', async ({
  page,
}) => {
  await openDemo(page)
  await recordTwoLooks(page, ['tumour board'])
  const screen = await presentSkin(page)
  await expect(screen.skin.getByRole('img', { name: /^Photograph: / })).toHaveCount(1)
  await expect(screen.skin).toContainText('3 photographs')
  await page.keyboard.press('c')
  await expect(screen.shown).toHaveText(['Photographs of L2'])
  await expect(screen.pictures).toHaveCount(2)
  const lies = (at: number) => screen.pictures.nth(at).evaluate(({ style }) => style.transform)
  const start = await lies(0)
  await page.keyboard.press('+')
  await expect.poll(() => lies(0)).not.toBe(start)
  expect(await lies(1)).toBe(await lies(0))
  await page.keyboard.press('c')
  await expect(screen.skin).toBeVisible()
  await expect(screen.pictures).toHaveCount(0)
})

test('axe finds nothing where a room is shown skin photographs, in every theme', async ({
  page,
}) => {
  await openDemo(page)
  await recordTwoLooks(page, ['tumour board'])
  const screen = await presentSkin(page)
  await expect(screen.skin.getByRole('img', { name: /^Photograph: / })).toHaveCount(1)
  expect.soft(await violationsInThemes(page, 'body'), 'the lesions').toEqual([])
  await page.keyboard.press('c')
  await expect(screen.pictures).toHaveCount(2)
  expect.soft(await violationsInThemes(page, 'body'), 'two looks').toEqual([])
})

test('a photograph without consent to the tumour board is shown to no room, and not even fetched', async ({
  page,
}) => {
  await openDemo(page)
  const form = await pinnedLesion(page)
  await takeIn(form, [OVERVIEW])
  await form.chip('care record').click()
  await saveLook(page)
  const asked: string[] = []
  page.on('request', request => {
    if (/photo:(original|thumbnail)/.test(request.url())) asked.push(request.postData() ?? '')
  })
  const screen = await presentSkin(page)
  await expect(screen.skin).toContainText('no consent for the board')
  await page.keyboard.press('c')
  await expect(screen.screen).toContainText(
    'Not shown here: no consent to the tumour board is recorded for this photograph.',
  )
  await expect(screen.pictures).toHaveCount(0)
  expect(asked).toEqual([])
  expect.soft(await violationsInThemes(page, 'body'), 'what stands in its place').toEqual([])
})

/** Holds every picture on its way in until it is told to let them go. */
async function holdImports(page: Page): Promise<() => void> {
  let letGo = () => {}
  const gate = new Promise<void>(resolve => {
    letGo = resolve
  })
  await page.route('**/api/photo*import', async route => {
    await gate
    await route.continue()
  })
  return letGo
}

test('saving while photographs are on their way waits for them, and leaves none behind', async ({
  page,
}) => {
  const board = await openDemo(page)
  const letGo = await holdImports(page)
  const form = await pinnedLesion(page)
  await form.files.setInputFiles([OVERVIEW, CLOSE_UP])
  await page.keyboard.press('Control+Enter')
  await expect(form.panel).toContainText('Saves once 2 photographs are taken in.')
  letGo()
  await expect(form.panel).toBeHidden(TAKEN_IN)
  await expect(board.pin('L2')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('v')
  await expect(lesionView(page).photographs).toHaveCount(2)
})

test('a photograph that is refused while saving waits keeps the form open, with why', async ({
  page,
}) => {
  const board = await openDemo(page)
  const letGo = await holdImports(page)
  const form = await pinnedLesion(page)
  const cut = { ...CLOSE_UP, name: 'cut.jpg', buffer: CLOSE_UP.buffer.subarray(0, 300) }
  await form.files.setInputFiles([OVERVIEW, cut])
  await page.keyboard.press('Control+Enter')
  await expect(form.panel).toContainText(/^.*Saves once \d photographs? are taken in\./)
  letGo()
  await expect(form.refusals).toHaveCount(1, TAKEN_IN)
  await expect(form.photographs).toHaveCount(1)
  await expect(board.pin('L2')).toHaveCount(0)
  await page.keyboard.press('Control+Enter')
  await expect(board.pin('L2')).toHaveCount(1)
})
