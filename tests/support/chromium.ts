import { existsSync } from 'node:fs'
import { type Browser, chromium as playwright } from '@playwright/test'
import chromium from '@sparticuz/chromium'

const INSTALLED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/** Headless, alone and offline: nothing is looked up, updated or synchronised. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A Chromium to test with: `CHROME_PATH`, the one that a package carries, or an installed one; throws if there is none. */
export async function chromiumPath(): Promise<string> {
  const { CHROME_PATH: named } = process.env
  if (named !== undefined && named !== '') return named
  if (process.platform === 'linux' && process.arch === 'x64') return chromium.executablePath()
  const installed = INSTALLED[process.platform]?.find(path => existsSync(path))
  if (installed !== undefined) return installed
  throw new Error('No Chromium was found: install Chrome, or set CHROME_PATH to a Chromium.')
}

/** Starts a Chromium to test with. */
export async function openChromium(): Promise<Browser> {
  return playwright.launch({ executablePath: await chromiumPath(), args: [...CHROMIUM_FLAGS] })
}
