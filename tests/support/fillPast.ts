import { join } from 'node:path'
import { buildDetails, entryId } from './builders.ts'
import { PAST_ENTRIES, PAST_PATIENT } from './pastCase.ts'
import { openTestWorkspace } from './workspace.ts'

const DAY = 86_400_000
const [home] = process.argv.slice(2)
if (home === undefined) throw new Error('the data folder of the host is needed')

/** Makes, in a host's data folder, a workspace that was filled twenty days ago: a process of its own, as the host is. */
const app = await openTestWorkspace({
  workspacesFolder: join(home, 'workspaces'),
  now: new Date(Date.now() - 20 * DAY).toISOString(),
})
await app.get('patient:create', { id: PAST_PATIENT, details: buildDetails() })
await app.get('case:apply', {
  patientId: PAST_PATIENT,
  changes: PAST_ENTRIES.map((body, n) => ({ do: 'create', id: entryId(n + 1), body })),
})
await app.get('workspace:lock', {})
