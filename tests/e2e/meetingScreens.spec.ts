import type { Page } from '@playwright/test'
import type { SCALES, UserSettings } from '../../shared/ipc/contract.ts'
import { expect, meetingTest } from './meetingFixtures.ts'
import { ask } from './pages/ask.ts'
import { expectNoViolations, THEMES } from './pages/axe.ts'
import { overlappingTexts } from './pages/layout.ts'
import { cutTexts, pageScroll } from './pages/measure.ts'
import { fillList, tourOfMeetings } from './pages/meetingTour.ts'

const test = meetingTest(6)

async function withSettings(page: Page, part: Partial<UserSettings>): Promise<void> {
  const settings = await ask(page, 'settings:get', {})
  await ask(page, 'settings:put', { ...settings, ...part })
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Patients' })).toBeVisible()
}

for (const one of THEMES)
  test(`axe finds nothing on any screen of meetings, lists, outcomes and actions, in ${one.name.toLowerCase()}`, async ({
    page,
    meetings,
  }) => {
    // Axe looks at every element of two dozen screens.
    test.setTimeout(300_000)
    await page.emulateMedia(one.media)
    await fillList(page, meetings.patients)
    await withSettings(page, { theme: one.theme })
    await tourOfMeetings(page, (screen, part) => expectNoViolations(page, screen, part))
  })

const WINDOWS = [
  { width: 1920, height: 1080, scale: 1 },
  { width: 1920, height: 1080, scale: 2 },
  { width: 1366, height: 768, scale: 1 },
  { width: 1366, height: 768, scale: 1.5 },
  { width: 1024, height: 768, scale: 1 },
] as const satisfies readonly { width: number; height: number; scale: (typeof SCALES)[number] }[]

for (const { scale, ...size } of WINDOWS)
  test(`on no screen of meetings is anything cut or overlapping at ${size.width} × ${size.height} and ${scale * 100} %`, async ({
    page,
    meetings,
  }) => {
    test.setTimeout(300_000)
    await page.setViewportSize(size)
    await fillList(page, meetings.patients)
    await withSettings(page, { scale })
    await tourOfMeetings(page, async screen => {
      await expect.soft.poll(() => cutTexts(page), `${screen}: no words are cut`).toEqual([])
      expect.soft(await overlappingTexts(page), `${screen}: no words lie over others`).toEqual([])
      expect.soft((await pageScroll(page)).across, `${screen}: the page stays`).toBe(0)
    })
  })
