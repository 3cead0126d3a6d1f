import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../../electron/build.ts'
import { workspacesFolder } from '../../electron/dataFolder.ts'
import { startScreen } from '../e2e/pages/startScreen.ts'
import { openChromium } from '../support/chromium.ts'
import { startLoopback, temporaryHome } from '../support/loopback.ts'
import { SCENES, type Scene } from './scenes.ts'

const PASSPHRASE = 'nothing but invented cases'
const run = promisify(execFile)

/** Takes every picture of `docs/screenshots` anew, or those that are named; the screen has to be built. */
const [into = join(ROOT, 'docs', 'screenshots'), ...names] = process.argv.slice(2)
await mkdir(into, { recursive: true })
const browser = await openChromium()
try {
  for (const scene of SCENES) {
    if (names.length > 0 && !names.includes(scene.name)) continue
    await take(scene)
    console.log(scene.name)
  }
} finally {
  await browser.close()
}

/** Each from a data folder of its own: what one leaves behind does not show in the next. */
async function take({ name, size, workspace, show }: Scene): Promise<void> {
  const { home, remove } = await temporaryHome()
  if (workspace === 'sixty patients') await makeSixty(home)
  const host = await startLoopback(home)
  const page = await browser.newPage({ viewport: size })
  try {
    await page.goto(host.address)
    if (workspace === 'sixty patients') {
      await startScreen(page).unlock.passphrase.fill(PASSPHRASE)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: 'Patients' }).waitFor()
    }
    await show(page)
    await page.mouse.move(1, 1)
    await page.screenshot({ path: join(into, `${name}.png`) })
  } finally {
    await page.close()
    await host.stop()
    await remove()
  }
}

async function makeSixty(home: string): Promise<void> {
  const secret = join(home, 'passphrase')
  await writeFile(secret, PASSPHRASE)
  await run(process.execPath, [
    join(ROOT, 'electron', 'cli', 'index.ts'),
    'demo',
    ...['--workspace', join(workspacesFolder(home), 'Sixty')],
    ...['--patients', '60'],
    ...['--passphrase-file', secret],
  ])
}
