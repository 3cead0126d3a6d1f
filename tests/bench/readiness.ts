import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEMO_PASSPHRASE, DEMO_USER } from '../../electron/demo/demoWorkspace.ts'
import { createSyntheticWorkspace } from '../../electron/demo/syntheticWorkspace.ts'
import { startTestApp } from '../support/workspace.ts'
import { absoluteRow, type Bench } from './bench.ts'
import { repeat } from './interleave.ts'

const PATIENTS = 60

/** The readiness of a whole list, as its screen asks for it. */
export const readiness: Bench = {
  name: 'readiness',
  run: async ({ quick }) => {
    const home = mkdtempSync(join(tmpdir(), 'metboard-bench-'))
    const folder = join(home, 'synthetic')
    const user = { userName: DEMO_USER, passphrase: DEMO_PASSPHRASE }
    try {
      await createSyntheticWorkspace({ folder, ...user, patients: PATIENTS })
      const app = startTestApp({ workspacesFolder: home, now: new Date().toISOString() })
      await app.get('workspace:unlock', { folder, ...user })
      const { meetings } = await app.get('meeting:list', { from: null, to: null })
      const whole = meetings.find(each => each.forDiscussion + each.notDiscussed === PATIENTS)
      if (whole === undefined) throw new Error('no list of everybody')
      const { id: meetingId } = whole.meeting
      const times = await repeat(
        async () => {
          await app.get('meeting:get', { meetingId })
          return undefined
        },
        { warmUp: 10, rounds: quick ? 20 : 200 },
      )
      await app.get('workspace:lock', {})
      return [absoluteRow(`readiness of a list of ${PATIENTS} patients`, times, { p95: 100 })]
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  },
}
