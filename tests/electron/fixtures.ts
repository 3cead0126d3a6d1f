import {
  _electron,
  test as base,
  type ElectronApplication,
  expect,
  type Page,
} from '@playwright/test'
import { ROOT } from '../../electron/build.ts'
import { installedElectron } from '../../electron/electronBinary.ts'
import { temporaryHome } from '../support/loopback.ts'

export type Fixtures = {
  /** The data folder of this test alone. */
  home: string
  /** MetBoard as built, in a real Electron. */
  app: ElectronApplication
  /** Its window, with the screen loaded. */
  window: Page
}

/** Starts MetBoard on a data folder, perhaps with further switches of Chromium. As root Chromium has no sandbox to start with, which only tests may accept. */
export function launch(
  home: string,
  switches: readonly string[] = [],
): Promise<ElectronApplication> {
  const executablePath = installedElectron()
  if (executablePath === null) throw new Error('there is no Electron')
  const isRoot = process.getuid?.() === 0
  return _electron.launch({
    executablePath,
    args: [...(isRoot ? ['--no-sandbox'] : []), ...switches, ROOT],
    env: { ...definedOf(process.env), METBOARD_HOME: home },
  })
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture that needs no other one
  home: async ({}, use) => {
    const { home, remove } = await temporaryHome()
    await use(home)
    await remove()
  },
  app: async ({ home }, use) => {
    const app = await launch(home)
    await use(app)
    await app.close()
  },
  window: async ({ app }, use) => {
    const window = await app.firstWindow()
    await window.waitForLoadState('load')
    await use(window)
  },
})

function definedOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

export { expect }
