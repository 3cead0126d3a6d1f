import { test as base, expect } from '@playwright/test'
import { type LoopbackProcess, startLoopback, temporaryHome } from '../support/loopback.ts'

export type Fixtures = {
  /** The loopback host of this test alone, on a data folder of its own. */
  host: LoopbackProcess
}

/** Each test has its own host process and data folder; `page` is open on the screen. */
export const test = base.extend<Fixtures>({
  // Playwright asks for an object pattern.
  // biome-ignore lint/correctness/noEmptyPattern: a fixture that needs no other one
  host: async ({}, use, info) => {
    const { home, remove } = await temporaryHome()
    const host = await startLoopback(home)
    try {
      await use(host)
    } finally {
      await host.stop()
      if (info.status !== info.expectedStatus)
        await info.attach('host', { body: host.output(), contentType: 'text/plain' })
      await remove()
    }
  },
  page: async ({ page, host }, use) => {
    await page.goto(host.address)
    await use(page)
  },
})

export { expect }
