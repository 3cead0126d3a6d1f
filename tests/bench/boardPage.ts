import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from '@playwright/test'
import { ensureBuilt } from '../../electron/build.ts'
import { syntheticPatient } from '../../electron/demo/synthetic/syntheticCase.ts'
import { openChromium } from '../support/chromium.ts'
import { type LoopbackProcess, startLoopback } from '../support/loopback.ts'
import type { CachedWorkspace } from '../support/synthetic/cachedWorkspace.ts'

/** A person who has chosen a patient does not press the next button or key sooner than this. */
const PERSON_MS = 400

export function personsPause(): Promise<void> {
  return wait(PERSON_MS)
}

/** A browser with one page for each workspace, unlocked at the list of patients; `close` ends all of it. */
export async function openPages(workspaces: readonly CachedWorkspace[]) {
  ensureBuilt()
  const browser = await openChromium()
  const hosts: LoopbackProcess[] = []
  const close = async () => {
    await browser.close()
    for (const host of hosts) await host.stop()
  }
  try {
    const pages: Page[] = []
    for (const workspace of workspaces) {
      const host = await startLoopback(workspace.home)
      hosts.push(host)
      pages.push(await unlockedPage(browser, host.address, workspace))
    }
    return { pages, close }
  } catch (error) {
    await close()
    throw error
  }
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
  await patientsGrid(page).waitFor()
  return page
}

export function patientsGrid(page: Page) {
  return page.getByRole('grid', { name: 'Patients' })
}

/** A number that no other patient has, as the list and the banner show it. */
export function numberOf(seed: number): string {
  return syntheticPatient(seed).details.identifiers[0]?.value ?? ''
}

/** The patient's row in the list, searched for. */
export async function rowOf(page: Page, seed: number) {
  const number = numberOf(seed)
  await page.getByRole('searchbox').fill(number)
  return patientsGrid(page).locator('tbody').getByRole('row').filter({ hasText: number })
}

/** From a board back to the whole list. */
export async function backToList(page: Page): Promise<void> {
  await page.getByRole('main', { name: 'Board' }).waitFor()
  await page.getByRole('button', { name: 'Patients', exact: true }).click()
  await patientsGrid(page).waitFor()
}
