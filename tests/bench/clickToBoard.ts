import { type Browser, chromium, type Page } from '@playwright/test'
import { ensureBuilt } from '../../electron/build.ts'
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.ts'
import { startLoopback } from '../support/loopback.ts'
import type { CachedWorkspace } from '../support/synthetic/cachedWorkspace.ts'
import { syntheticPatient } from '../support/synthetic/syntheticCase.ts'
import { type Bench, slowerRow } from './bench.ts'
import { scaleOf, shuffledSeeds, workspaceOf } from './caseSource.ts'
import { interleave } from './interleave.ts'
import { median } from './statistics.ts'

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
      const openings: Opening[] = []
      const sides = await interleave(
        async turn => {
          const opening = await openBoard(large, inLarge(turn))
          openings.push(opening)
          return opening.painted
        },
        async turn => (await openBoard(small, inSmall(turn))).painted,
        options.quick
          ? { warmUp: 2, rounds: 4, perRound: 2 }
          : { warmUp: 4, rounds: 20, perRound: 4 },
      )
      const at = (part: keyof Opening) => median(openings.map(opening => opening[part])).toFixed(0)
      options.remark(
        `click, medians in ms after the click: case asked ${at('asked')}, answered ${at('answered')}, board in the document ${at('inDocument')}, last change of the document painted ${at('painted')}`,
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

/** Milliseconds after the click. */
type Opening = Readonly<{ asked: number; answered: number; inDocument: number; painted: number }>

/** Finds the patient in the list, opens it, and goes back; gives the times of the opening alone. */
async function openBoard(page: Page, seed: number): Promise<Opening> {
  const number = syntheticPatient(seed).details.identifiers[0]?.value ?? ''
  await page.getByRole('searchbox').fill(number)
  await page.getByRole('row').filter({ hasText: number }).click()
  const open = page.getByRole('button', { name: 'Open' })
  await open.waitFor()
  const opening = page.evaluate(watchOpening)
  await open.click()
  const times = await opening
  await page.getByRole('main', { name: 'Board' }).waitFor()
  await page.getByRole('button', { name: 'Patients' }).click()
  await page.getByRole('grid', { name: 'Patients' }).waitFor()
  return times
}

/**
 * In the page: from the release of the mouse button to the frame after the last change of the document that the opening
 * made, the board being there. Nothing is taken for the end before the document has been still for a while.
 */
function watchOpening(): Promise<Opening> {
  const STILL_MS = 250
  return new Promise(resolve => {
    let start = 0
    let painted = 0
    let inDocument = 0
    let still: ReturnType<typeof setTimeout>
    const isThere = () => document.querySelector('main[aria-label="Board"]') !== null
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      painted = performance.now()
    }
    const observer = new MutationObserver(() => {
      if (start === 0) return
      if (inDocument === 0 && isThere()) inDocument = performance.now()
      // The message comes when the frame in which the callback ran has been handed over for painting.
      requestAnimationFrame(() => channel.port2.postMessage(null))
      clearTimeout(still)
      still = setTimeout(finish, STILL_MS)
    })
    const finish = () => {
      if (!isThere()) return
      observer.disconnect()
      const question = performance
        .getEntriesByType('resource')
        .findLast(entry => entry.name.endsWith('/api/case:get'))
      if (!(question instanceof PerformanceResourceTiming)) throw new Error('nothing was asked')
      performance.clearResourceTimings()
      resolve({
        asked: question.startTime - start,
        answered: question.responseEnd - start,
        inDocument: inDocument - start,
        painted: painted - start,
      })
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
