import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { ROOT } from '../../../electron/build.ts'
import { syntheticPatient } from '../../../electron/demo/synthetic/syntheticCase.ts'
import type { Role } from '../../../shared/access/role.ts'
import { MeetingId, type PatientId } from '../../../shared/ids.ts'
import type { MeetingBody } from '../../../shared/meeting/meeting.ts'
import { type LoopbackProcess, startLoopback, temporaryHome } from '../../support/loopback.ts'
import { MEETING_CASES } from '../../support/meetingCases.ts'
import { ask } from './ask.ts'
import { meetingScreen } from './meetingScreen.ts'
import { startScreen } from './startScreen.ts'

/** So many days from today on this machine's calendar. */
export function dayFromNow(days: number): string {
  const at = new Date()
  at.setDate(at.getDate() + days)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

export type MeetingHost = Readonly<{
  host: LoopbackProcess
  passphrase: string
  /** In the order in which they were made. */
  patients: readonly PatientId[]
  /** Ends the host and takes its data away. */
  end: () => Promise<void>
}>

/** Makes, in a data folder, a workspace of so many synthetic cases, which one user of this role may open. */
export async function fillHome(home: string, patients: number, role: Role): Promise<void> {
  const script = join(ROOT, 'tests', 'support', 'fillMeetings.ts')
  await promisify(execFile)(process.execPath, [script, home, String(patients), role], { cwd: ROOT })
}

/** A host over a workspace of so many synthetic cases, which one user of this role may open. */
export async function startMeetingHost(patients: number, role: Role): Promise<MeetingHost> {
  const { home, remove } = await temporaryHome()
  await fillHome(home, patients, role)
  const host = await startLoopback(home)
  return {
    host,
    passphrase: MEETING_CASES.passphrase,
    patients: Array.from({ length: patients }, (_, seed) => syntheticPatient(seed).id),
    end: async () => {
      await host.stop()
      await remove()
    },
  }
}

/** Opens the workspace from the screen on which it is closed. */
export async function unlock(page: Page, address: string, passphrase: string): Promise<void> {
  await page.goto(address)
  await startScreen(page).unlock.passphrase.fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Patients' })).toBeVisible()
}

/** A planned meeting so many days from now, with these cases on its list. */
export async function planMeeting(
  page: Page,
  days: number,
  patientIds: readonly PatientId[] = [],
  body: Partial<MeetingBody> = {},
): Promise<MeetingId> {
  const id = MeetingId.parse(randomUUID())
  await ask(page, 'meeting:create', {
    id,
    body: {
      day: dayFromNow(days),
      start: '14:00',
      title: 'Metastatic breast board',
      place: 'Room 2',
      chair: 'Dr Testa',
      seriesId: null,
      attendance: [
        { role: 'oncologist', roleWords: null, name: 'Dr Testa', presence: 'present' },
        { role: 'radiologist', roleWords: null, name: 'Dr Prova', presence: 'present' },
      ],
      ...body,
    },
  })
  if (patientIds.length > 0)
    await ask(page, 'meeting:add', { meetingId: id, patientIds: [...patientIds] })
  return id
}

/** Opens the first meeting that is still to come, by keys alone. */
export async function openNextMeeting(page: Page): Promise<void> {
  await page.keyboard.press('m')
  await expect(page.getByRole('heading', { level: 1, name: 'Meetings' })).toBeVisible()
  await expect(page.locator(':focus')).toHaveText(/\d{2}-\w{3}-\d{4}/)
  await page.keyboard.press('Enter')
  await expect(meetingScreen(page).grid).toBeVisible()
}
