import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, launch, test } from './fixtures.ts'

type Bounds = Readonly<{ x: number; y: number; width: number; height: number }>

function boundsOf(app: ElectronApplication): Promise<Bounds> {
  return app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) throw new Error('there is no window')
    return window.getNormalBounds()
  })
}

test('the window opens in the size and place in which it was left, and nothing but that is written', async ({
  home,
}) => {
  // Not as large as the screen: without a window manager nothing takes a window back from there.
  const before = { x: 10, y: 20, width: 1000, height: 700, maximized: false }
  await writeFile(join(home, 'window.json'), JSON.stringify(before))
  const app = await launch(home)
  const window = await app.firstWindow()
  await window.getByRole('heading', { name: 'MetBoard' }).waitFor()
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 50, width: 900, height: 650 })
  })
  await expect.poll(async () => (await boundsOf(app)).width).toBe(900)
  const left = await boundsOf(app)
  await app.close()
  const kept: unknown = JSON.parse(await readFile(join(home, 'window.json'), 'utf8'))
  expect(kept).toEqual({ ...left, maximized: false })
  const again = await launch(home)
  await again.firstWindow()
  expect(await boundsOf(again)).toEqual(left)
  await again.close()
})

test('a place that is on no screen any more, or cannot be read, does not hide the window', async ({
  home,
}) => {
  for (const text of [
    JSON.stringify({ x: -9000, y: -9000, width: 900, height: 650, maximized: false }),
    '{ broken',
  ]) {
    await writeFile(join(home, 'window.json'), text)
    const app = await launch(home)
    await app.firstWindow()
    const { x, y } = await boundsOf(app)
    const isSeen = await app.evaluate(
      ({ screen }, at) =>
        screen
          .getAllDisplays()
          .some(
            ({ bounds }) =>
              at.x >= bounds.x &&
              at.x < bounds.x + bounds.width &&
              at.y >= bounds.y &&
              at.y < bounds.y + bounds.height,
          ),
      { x, y },
    )
    expect(isSeen).toBe(true)
    await app.close()
  }
})
