import { type Browser, chromium, type Page } from '@playwright/test'
import { ensureBuilt } from '../../electron/build.ts'
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.ts'
import { startLoopback } from '../support/loopback.ts'
import type { CachedWorkspace } from '../support/synthetic/cachedWorkspace.ts'
import { syntheticPatient } from '../support/synthetic/syntheticCase.ts'
import { type Bench, slowerRow } from './bench.ts'
import { scaleOf, shuffledSeeds, workspaceOf } from './caseSource.ts'
import { interleave } from './interleave.ts'

/** Opening a patient as a person sees it: from the click on "Open" to the frame that shows the whole board. */
export const clickToBoard: Bench = {
  name: 'click',
  run: async options => {
    const { many, few, entries } = scaleOf(options.quick)
    const manyPatients = await workspaceOf({ patients: many, entries }, options)
    const fewPatients = await workspaceOf({ patients: few, entries }, options)
    ensureBuilt()
    const browser = await chromium.launch({
      executablePath: await chromiumPath(),
      args: [...CHROMIUM_FLAGS],
    })
    const hosts = [await startLoopback(manyPatients.home), await startLoopback(fewPatients.home)]
    try {
      const [large, small] = [
        await unlockedPage(browser, hosts[0]?.address ?? '', manyPatients),
        await unlockedPage(browser, hosts[1]?.address ?? '', fewPatients),
      ]
      const [inLarge, inSmall] = [shuffledSeeds(many, 5), shuffledSeeds(few, 6)]
      const sides = await interleave(
        turn => openBoard(large, inLarge(turn)),
        turn => openBoard(small, inSmall(turn)),
        options.quick
          ? { warmUp: 2, rounds: 4, perRound: 2 }
          : { warmUp: 4, rounds: 20, perRound: 4 },
      )
      return [
        slowerRow(
          {
            what: `open a patient: click to painted board, ${many} patients, ${many * entries} entries`,
            against: `${few} patients`,
            sides,
          },
          { most: 1.2, p95: 100 },
        ),
      ]
    } finally {
      await browser.close()
      for (const host of hosts) await host.stop()
    }
  },
}

async function unlockedPage(
  browser: Browser,
  address: string,
  { passphrase }: CachedWorkspace,
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await page.goto(address)
  await page.getByLabel('Passphrase').fill(passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('grid', { name: 'Patients' }).waitFor()
  return page
}

/** Finds the patient in the list, opens it, and goes back; gives the milliseconds of the opening alone. */
async function openBoard(page: Page, seed: number): Promise<number> {
  const name = syntheticPatient(seed).details.familyName?.split(' ')[1] ?? ''
  await page.getByRole('searchbox').fill(name)
  await page
    .getByRole('row')
    .filter({ hasText: new RegExp(name, 'i') })
    .first()
    .click()
  const open = page.getByRole('button', { name: 'Open' })
  await open.waitFor()
  const painted = page.evaluate(paintAfterClick)
  await open.click()
  const time = await painted
  await page.getByRole('main', { name: 'Board' }).waitFor()
  await page.getByRole('button', { name: 'Patients' }).click()
  await page.getByRole('grid', { name: 'Patients' }).waitFor()
  return time
}

/**
 * In the page: from the release of the mouse button to the frame after the last change of the document that the opening
 * made, the board being there. Nothing is taken for the end before the document has been still for a while.
 */
function paintAfterClick(): Promise<number> {
  const STILL_MS = 250
  return new Promise(resolve => {
    let start = 0
    let painted = 0
    let still: ReturnType<typeof setTimeout>
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      painted = performance.now()
    }
    const observer = new MutationObserver(() => {
      if (start === 0) return
      // The message comes when the frame in which the callback ran has been handed over for painting.
      requestAnimationFrame(() => channel.port2.postMessage(null))
      clearTimeout(still)
      still = setTimeout(finish, STILL_MS)
    })
    const finish = () => {
      if (document.querySelector('main[aria-label="Board"]') === null) return
      observer.disconnect()
      resolve(painted - start)
    }
    addEventListener(
      'pointerup',
      event => {
        start = event.timeStamp
      },
      { capture: true, once: true },
    )
    observer.observe(document.body, { childList: true, characterData: true, subtree: true })
  })
}
