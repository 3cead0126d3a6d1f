import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { ensureBuilt } from '../../electron/build.ts'
import { workspacesFolder } from '../../electron/dataFolder.ts'
import { DEMO_PASSPHRASE, DEMO_USER } from '../../electron/demo/demoWorkspace.ts'
import { createSyntheticWorkspace } from '../../electron/demo/syntheticWorkspace.ts'
import { createPackPort } from '../../electron/packPort.ts'
import { createPdfEngine } from '../../electron/pdf/pdfService.ts'
import { meetingScreen } from '../e2e/pages/meetingScreen.ts'
import { previewDialog } from '../e2e/pages/previewDialog.ts'
import { openChromium } from '../support/chromium.ts'
import { startLoopback } from '../support/loopback.ts'
import { startTestApp } from '../support/workspace.ts'
import { absoluteRow, type Bench } from './bench.ts'

const PATIENTS = 60
/** Milliseconds for which nothing else can be answered. */
const MOST = 50
/** Every page near the view is drawn by then. */
const STILL_MS = 2_000
const USER = { userName: DEMO_USER, passphrase: DEMO_PASSPHRASE }

declare global {
  interface Window {
    longTasks: number[]
    firstPage: Promise<void>
  }
}

/** For how long the main process and the window can answer nothing else while the pack of a whole list is made. */
export const blocks: Bench = {
  name: 'blocks',
  run: async ({ quick, say }) => {
    const home = mkdtempSync(join(tmpdir(), 'metboard-bench-'))
    const folder = join(workspacesFolder(home), 'synthetic')
    const rounds = quick ? 1 : 5
    try {
      await createSyntheticWorkspace({ folder, ...USER, patients: PATIENTS })
      say('main process')
      const main = await ofMainProcess(home, folder, rounds)
      say('window')
      const window = await ofWindow(home, rounds)
      const what = (where: string) => `longest block of the ${where}, pack of ${PATIENTS} patients`
      return [
        absoluteRow(what('main process'), main, { p95: MOST }),
        absoluteRow(what('window'), window, { p95: MOST }),
      ]
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  },
}

async function ofMainProcess(home: string, folder: string, rounds: number): Promise<number[]> {
  const engine = createPdfEngine({
    workerUrl: new URL('../../electron/pdf/worker.ts', import.meta.url),
  })
  const app = startTestApp({
    workspacesFolder: workspacesFolder(home),
    now: new Date().toISOString(),
    pack: createPackPort(engine),
  })
  try {
    await engine.warmUp()
    await app.get('workspace:unlock', { folder, ...USER })
    const { meetings } = await app.get('meeting:list', { from: null, to: null })
    const whole = meetings.find(each => each.forDiscussion + each.notDiscussed === PATIENTS)
    if (whole === undefined) throw new Error('no list of everybody')
    const { id: meetingId } = whole.meeting
    const options = {
      meetingId,
      kind: 'pack',
      patientIds: null,
      cutoff: '>=1',
      paper: 'A4',
      since: null,
      outcomeSheets: false,
      password: null,
    } as const
    const blocked: number[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const delay = monitorEventLoopDelay({ resolution: 1 })
      delay.enable()
      await app.get('pack:render', { job: randomUUID(), options })
      delay.disable()
      // The first round reads the code.
      if (round > 0) blocked.push(delay.max / 1_000_000)
    }
    return blocked
  } finally {
    await app.services.session.lock()
    await engine.close()
  }
}

/** Tasks of the window longer than 50 ms are told by the browser; where there is none, the longest is less than that. */
async function ofWindow(home: string, rounds: number): Promise<number[]> {
  ensureBuilt()
  const host = await startLoopback(home)
  const browser = await openChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await page.addInitScript(() => {
      window.longTasks = []
      new PerformanceObserver(list => {
        window.longTasks.push(...list.getEntries().map(({ duration }) => duration))
      }).observe({ type: 'longtask' })
    })
    await page.goto(host.address)
    await page.getByLabel('Passphrase').fill(USER.passphrase)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Patients' }).waitFor()
    await page.keyboard.press('m')
    await page.locator(':focus').filter({ hasText: /\d{4}/ }).waitFor()
    await page.keyboard.press('Enter')
    await meetingScreen(page).rows.first().waitFor()
    const blocked: number[] = []
    for (let round = 0; round < rounds; round += 1) blocked.push(await longestOfPreview(page))
    return blocked
  } finally {
    await browser.close()
    await host.stop()
  }
}

/** Opens the preview of the pack, waits until it stands, and closes it. */
async function longestOfPreview(page: Page): Promise<number> {
  await page.evaluate(() => {
    window.longTasks = []
  })
  const preview = previewDialog(page, 'Papers of the meeting')
  // Whoever asks the page over and over is a load of its own: the page tells by itself when the drawing has begun.
  await page.evaluate(() => {
    window.firstPage = new Promise(resolve => {
      const observer = new MutationObserver(() => {
        if (document.querySelector('[role=dialog] canvas') === null) return
        observer.disconnect()
        resolve()
      })
      observer.observe(document.body, { childList: true, subtree: true })
    })
  })
  await page.keyboard.press('Control+p')
  await page.evaluate(() => window.firstPage)
  await wait(STILL_MS)
  const longest = await page.evaluate(() => Math.max(0, ...window.longTasks))
  await preview.close.click()
  return longest
}
