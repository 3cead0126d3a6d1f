import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import type { BoardScreen } from './pages/boardScreen.ts'
import { openDemo } from './pages/openDemo.ts'

type Axis = BoardScreen['axis']

/** The scale, which takes the axis's own keys. */
function scaleOf(page: Page) {
  return page.getByRole('group', { name: 'Scale of the time axis' })
}

/** Where a tick of the scale is drawn, in pixels of the window. */
async function xOf(axis: Axis, tick: string): Promise<number> {
  const found = axis.drawn(new RegExp(`^${tick}$`)).first()
  let x = Number.NaN
  // A drawing that takes another's place while it is asked has no box for a moment.
  await expect(async () => {
    const box = await found.boundingBox()
    if (box === null) throw new Error(`no tick ${tick}`)
    x = box.x + box.width / 2
  }).toPass({ timeout: 5_000 })
  return x
}

/** Pixels between two recorded dates. */
async function lengthOf(axis: Axis): Promise<number> {
  return (await xOf(axis, '32nd')) - (await xOf(axis, '11th'))
}

async function overScale(page: Page, share = 0.6): Promise<void> {
  const box = await scaleOf(page).boundingBox()
  if (box === null) throw new Error('no scale')
  await page.mouse.move(box.x + box.width * share, box.y + box.height / 2)
}

test('the wheel over the scale zooms, and what is under the pointer stays there', async ({
  page,
}) => {
  const { axis } = await openDemo(page)
  const before = await lengthOf(axis)
  const at = await xOf(axis, '11th')
  const box = await scaleOf(page).boundingBox()
  await page.mouse.move(at, (box?.y ?? 0) + 10)
  await page.mouse.wheel(0, -300)
  await expect.poll(() => lengthOf(axis)).toBeGreaterThan(before * 1.4)
  await expect.poll(async () => Math.abs((await xOf(axis, '11th')) - at)).toBeLessThan(4)
})

test('the wheel over the lanes zooms with Control or Alt, and else scrolls', async ({ page }) => {
  const { axis } = await openDemo(page)
  const before = await lengthOf(axis)
  const box = await axis.frame.boundingBox()
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) * 0.6, (box?.y ?? 0) + 200)
  await page.mouse.wheel(0, 120)
  expect(await lengthOf(axis)).toBeCloseTo(before, 0)
  await page.keyboard.down('Alt')
  await page.mouse.wheel(0, -300)
  await page.keyboard.up('Alt')
  await expect.poll(() => lengthOf(axis)).toBeGreaterThan(before * 1.4)
})

test('a drag and a sideways wheel move time; names and scale stay; a drag selects nothing', async ({
  page,
}) => {
  const { axis } = await openDemo(page)
  const name = axis.drawn('tamoxifen').first()
  const nameAt = (await name.boundingBox())?.x
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  const at = await xOf(axis, '32nd')
  await overScale(page)
  await page.mouse.wheel(150, 0)
  await expect.poll(() => xOf(axis, '32nd')).toBeLessThan(at - 100)
  const moved = await xOf(axis, '32nd')
  const box = await axis.item('Treatment: tamoxifen').boundingBox()
  const y = (box?.y ?? 0) + 6
  await page.mouse.move(1300, y)
  await page.mouse.down()
  await page.mouse.move(1400, y, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => xOf(axis, '32nd')).toBeGreaterThan(moved + 60)
  await expect(axis.item('Treatment: tamoxifen')).toHaveAttribute('aria-selected', 'false')
  expect((await name.boundingBox())?.x).toBeCloseTo(nameAt ?? 0, 0)
})

test('over the lanes a drag on blank ground and the wheel with Shift move time, and Control zooms', async ({
  page,
}) => {
  const { axis } = await openDemo(page)
  const frame = await axis.frame.boundingBox()
  if (frame === null) throw new Error('no axis')
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  const zoomed = await lengthOf(axis)
  const start = await xOf(axis, '32nd')
  const [x, y] = [frame.x + frame.width * 0.6, frame.y + frame.height - 12]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - 120, y, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => (await xOf(axis, '32nd')) - start).toBeCloseTo(-120, -1)
  expect(await lengthOf(axis)).toBeCloseTo(zoomed, 0)
  await page.keyboard.down('Shift')
  await page.mouse.wheel(0, -80)
  await page.keyboard.up('Shift')
  await expect.poll(async () => (await xOf(axis, '32nd')) - start).toBeCloseTo(-40, -1)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -40)
  await page.keyboard.up('Control')
  await expect.poll(() => lengthOf(axis)).toBeGreaterThan(zoomed * 1.2)
})

test('two fingers zoom', async ({ page }) => {
  const { axis } = await openDemo(page)
  const before = await lengthOf(axis)
  await axis.frame.evaluate(frame => {
    const { left, top } = frame.getBoundingClientRect()
    const send = (type: string, pointerId: number, x: number) =>
      frame.dispatchEvent(
        new PointerEvent(type, {
          pointerId,
          pointerType: 'touch',
          clientX: left + x,
          clientY: top + 150,
          bubbles: true,
        }),
      )
    send('pointerdown', 1, 800)
    send('pointerdown', 2, 900)
    for (const step of [1, 2, 3, 4, 5]) {
      send('pointermove', 1, 800 - step * 20)
      send('pointermove', 2, 900 + step * 20)
    }
    send('pointerup', 1, 700)
    send('pointerup', 2, 1000)
  })
  await expect.poll(() => lengthOf(axis)).toBeGreaterThan(before * 1.8)
})

test('the keys of the scale zoom, move, fit and go to today', async ({ page }) => {
  const { axis } = await openDemo(page)
  const whole = await lengthOf(axis)
  await scaleOf(page).focus()
  await page.keyboard.press('+')
  await expect.poll(() => lengthOf(axis)).toBeGreaterThan(whole * 1.3)
  const zoomed = await xOf(axis, '11th')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => xOf(axis, '11th')).toBeLessThan(zoomed - 50)
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => xOf(axis, '11th')).toBeCloseTo(zoomed, 0)
  await page.keyboard.press('End')
  await expect.poll(() => xOf(axis, '11th')).toBeLessThan(zoomed - 50)
  await page.keyboard.press('Home')
  await expect(axis.drawn('before surgery').first()).toBeInViewport()
  await page.keyboard.press('t')
  await expect.poll(() => xOf(axis, '11th')).toBeLessThan(zoomed - 50)
  await page.keyboard.press('-')
  await page.keyboard.press('0')
  await expect.poll(() => lengthOf(axis)).toBeCloseTo(whole, 0)
  await expect(page.getByRole('button', { name: 'Zoom out' })).toBeDisabled()
})

test('the buttons zoom, fit and go to today', async ({ page }) => {
  const { axis } = await openDemo(page)
  const whole = await lengthOf(axis)
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await expect.poll(() => lengthOf(axis)).toBeGreaterThan(whole * 1.3)
  await page.getByRole('button', { name: 'Zoom out' }).click()
  await expect.poll(() => lengthOf(axis)).toBeCloseTo(whole, 0)
  await page.getByRole('button', { name: 'Today' }).click()
  await expect.poll(() => lengthOf(axis)).toBeGreaterThan(whole * 1.3)
  await page.getByRole('button', { name: 'Fit', exact: true }).click()
  await expect.poll(() => lengthOf(axis)).toBeCloseTo(whole, 0)
})

test('a gap folds by its button and unfolds when it is pressed, saying how long it is', async ({
  page,
}) => {
  const { axis } = await openDemo(page)
  const whole = await lengthOf(axis)
  await page.getByRole('button', { name: 'Fold gaps' }).click()
  const fold = page.getByRole('button', { name: 'Unfold 18 months in which nothing is recorded' })
  await expect(fold).toBeVisible()
  await expect(axis.drawn(/^18$/).first()).toBeVisible()
  expect(await lengthOf(axis)).toBeLessThan(whole)
  // The rows under a fold are their events' own.
  const [strip, row] = [await fold.boundingBox(), await axis.item('Site 2').boundingBox()]
  if (strip === null || row === null) throw new Error('no fold')
  await page.mouse.click(strip.x + strip.width / 2, row.y + row.height / 2)
  await expect(axis.item('Site 2')).toHaveAttribute('aria-selected', 'true')
  await fold.click()
  await expect(fold).toBeHidden()
  await expect.poll(() => lengthOf(axis)).toBeCloseTo(whole, 0)
})

test('a lane collapses at its name, says what is out of view, and opens for what is selected', async ({
  page,
}) => {
  const { axis, receptors } = await openDemo(page)
  const lane = page.getByRole('button', { name: 'Receptors lane, 5 entries' })
  await lane.focus()
  await page.keyboard.press('Enter')
  await expect(lane).toHaveAttribute('aria-expanded', 'false')
  await expect(axis.drawn('5 specimens out of view')).toBeVisible()
  await expect(axis.item('Specimen E')).toHaveCount(0)
  await receptors.select('E').click()
  await expect(lane).toHaveAttribute('aria-expanded', 'true')
  await expect(axis.item('Specimen E')).toHaveAttribute('aria-selected', 'true')
})

test('what has focus shows its details beside it; P pins them, Escape takes them off', async ({
  page,
}) => {
  const { axis } = await openDemo(page)
  const cards = axis.panel.getByRole('region', { name: /^Details: / })
  await axis.item('Site 2').focus()
  await expect(cards).toHaveCount(1)
  await expect(cards).toContainText('32nd month after surgery')
  await expect(cards).toContainText('X23')
  const [card, item] = [await cards.boundingBox(), await axis.item('Site 2').boundingBox()]
  if (card === null || item === null) throw new Error('no card')
  const isBeside = card.y >= item.y + item.height - 1 || card.y + card.height <= item.y + 1
  expect(isBeside).toBe(true)
  await page.keyboard.press('p')
  await axis.item('Treatment: capecitabine').focus()
  await page.keyboard.press('p')
  await expect(cards).toHaveCount(2)
  await page.keyboard.press('ArrowDown')
  await expect(cards).toHaveCount(3)
  await page.keyboard.press('Escape')
  await expect(cards).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(cards).toHaveCount(1)
  await cards.getByRole('button', { name: /^Close/ }).click()
  await expect(cards).toHaveCount(0)
})

test('an item out of view comes into view when it gets focus', async ({ page }) => {
  const { axis } = await openDemo(page)
  for (let i = 0; i < 4; i += 1) await page.getByRole('button', { name: 'Zoom in' }).click()
  for (const event of ['Site P', 'Specimen E', 'Treatment: albumin-bound', 'Specimen A']) {
    await axis.item(event).focus()
    await expect(axis.item(event)).toBeInViewport({ ratio: 0.5 })
  }
})

test('the axis is saved as vectors, under a name without the patient, and that is on record', async ({
  page,
}) => {
  await openDemo(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the axis as SVG' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^time-axis-\d{4}-\d\d-\d\d-\d{4}\.svg$/)
  const svg = await readFile(await download.path(), 'utf8')
  expect(svg).toMatch(/^<svg /)
  for (const words of ['tamoxifen', 'Months since surgery', 'before surgery'])
    expect(svg).toContain(words)
  await expect(page.getByText('put on record')).toBeVisible()
})
