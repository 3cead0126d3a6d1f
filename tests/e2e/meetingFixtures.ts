import { test as base, expect } from '@playwright/test'
import type { Role } from '../../shared/access/role.ts'
import { type MeetingHost, startMeetingHost, unlock } from './pages/meetingWeek.ts'

export type MeetingFixtures = { meetings: MeetingHost }

/** Each test has its own host over so many synthetic cases; `page` is open on the list of patients. */
export function meetingTest(cases: number, role: Role = 'oncologist') {
  return base.extend<MeetingFixtures>({
    // Playwright asks for an object pattern.
    // biome-ignore lint/correctness/noEmptyPattern: a fixture that needs no other one
    meetings: async ({}, use) => {
      const meetings = await startMeetingHost(cases, role)
      try {
        await use(meetings)
      } finally {
        await meetings.end()
      }
    },
    page: async ({ page, meetings }, use) => {
      await unlock(page, meetings.host.address, meetings.passphrase)
      await use(page)
    },
  })
}

export { expect }
