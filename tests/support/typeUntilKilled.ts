/** Types an outcome, a letter at a time, and says of each save that it was acknowledged, until somebody kills the process. */

import { BLANK_OUTCOME } from '../../shared/meeting/outcome.ts'
import { patientId } from './builders.ts'
import { meetingId, partId } from './meetings.ts'
import { PASSPHRASE, startTestApp, USER } from './workspace.ts'

const [workspacesFolder = '', folder = ''] = process.argv.slice(2)
const app = startTestApp({ workspacesFolder })
await app.get('workspace:unlock', { folder, userName: USER, passphrase: PASSPHRASE })
const item = { meetingId: meetingId(1), patientId: patientId(1) }
let revision: number | null = null
for (let n = 1; ; n += 1) {
  const text = 'x'.repeat(n)
  const recommendations = [{ id: partId(1), type: 'biopsy', intent: 'notStated', text } as const]
  const body = { ...BLANK_OUTCOME, decision: 'recommended', recommendations } as const
  const saved: { revision: number } = await app.get('outcome:save', {
    ...item,
    revision,
    body: { ...body, recommendations: [...recommendations] },
  })
  revision = saved.revision
  process.stdout.write(`${n}\n`)
}
