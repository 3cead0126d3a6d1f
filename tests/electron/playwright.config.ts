import { defineConfig } from '@playwright/test'
import { whyNoElectronHere } from './electronHere.ts'

const reason = whyNoElectronHere()
// A fresh clone without a display must still pass `npm test`; the pipeline must not pass without an Electron.
if (reason !== null && process.env.CI === undefined) {
  process.stdout.write(`The Electron suite is skipped here: ${reason}.\n`)
  process.exit(0)
}
if (reason !== null) throw new Error(`The Electron suite cannot run: ${reason}.`)

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results/electron',
  globalSetup: '../e2e/globalSetup.ts',
  workers: 1,
  timeout: 60_000,
  // A passphrase is made slow to try on purpose, and the machine may be busy.
  expect: { timeout: 15_000 },
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
})
