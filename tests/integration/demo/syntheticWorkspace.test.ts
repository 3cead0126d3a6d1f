import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { DEMO_PASSPHRASE, DEMO_USER } from '../../../electron/demo/demoWorkspace.ts'
import { createSyntheticWorkspace } from '../../../electron/demo/syntheticWorkspace.ts'
import { startTestApp } from '../../support/workspace.ts'
import { temporaryFolder } from '../workspace/support.ts'

test('sixty invented patients have three meetings: last week’s with outcomes, today’s with all of them, next week’s', async () => {
  const folder = join(temporaryFolder(), 'synthetic')
  const patients = 60
  await createSyntheticWorkspace({
    folder,
    userName: DEMO_USER,
    passphrase: DEMO_PASSPHRASE,
    patients,
  })
  const now = new Date().toISOString()
  const app = startTestApp({ workspacesFolder: dirname(folder), now })
  await app.get('workspace:unlock', { folder, userName: DEMO_USER, passphrase: DEMO_PASSPHRASE })
  const { meetings } = await app.get('meeting:list', { from: null, to: null })
  const [past, today, next] = meetings
  if (past === undefined || today === undefined || next === undefined) throw new Error('not three')
  expect(meetings).toHaveLength(3)
  expect([past.meeting.status, today.meeting.status, next.meeting.status]).toEqual([
    'closed',
    'planned',
    'planned',
  ])
  expect(past.signed).toBe(past.forDiscussion)
  expect(past.signed).toBeGreaterThan(10)
  expect([past.deferred, past.notDiscussed].every(n => n > 0)).toBe(true)
  expect(today.forDiscussion + today.notDiscussed).toBe(patients)

  const { rows, undo } = await app.get('meeting:get', { meetingId: today.meeting.id })
  expect(rows.filter(({ item }) => item.body.cameFrom !== null)).toHaveLength(past.deferred)
  expect(rows.some(({ question }) => question === null)).toBe(true)
  expect(rows.some(({ readiness }) => readiness.awaited.length > 0)).toBe(true)
  expect(rows.some(({ readiness }) => readiness.ready)).toBe(true)
  expect(rows.some(({ counts }) => (counts?.conflicts ?? 0) > 0)).toBe(true)
  expect(rows.every(({ patient }) => patient.details.familyName?.includes('Testfall'))).toBe(true)
  // What the demo begins with is not its user's to undo.
  expect(undo).toBeNull()

  const discussed = rows.find(({ lastDiscussed }) => lastDiscussed !== null)
  if (discussed === undefined) throw new Error('nobody was discussed before')
  const { patientId } = discussed.item
  const { earlier } = await app.get('case:since', { patientId, since: { from: 'lastMeeting' } })
  expect(earlier?.touched.map(({ was }) => was)).toEqual(['absent'])
  const open = { state: 'open', owner: null, mine: false, overdue: false } as const
  const actions = await app.get('action:list', { filter: open, limit: 10, offset: 0 })
  expect(actions.total).toBeGreaterThan(0)
  const { findings } = await app.get('workspace:verify', {})
  expect(findings.filter(({ ok }) => !ok)).toEqual([])
  await app.services.session.lock()
})
