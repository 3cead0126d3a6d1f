import { join } from 'node:path'
import { workspacesFolder } from '../../electron/dataFolder.ts'
import { createWorkspace } from '../../electron/db/create.ts'
import { Role } from '../../shared/access/role.ts'
import { MEETING_CASES } from './meetingCases.ts'
import { fillWorkspace } from './synthetic/fillWorkspace.ts'
import { CHEAP_SCRYPT_N } from './workspace.ts'

const [home, patients, role] = process.argv.slice(2)
if (home === undefined) throw new Error('the data folder of the host is needed')

/** Makes, in a host's data folder, a workspace of synthetic cases: a process of its own, as the host is. */
const { workspace } = await createWorkspace(join(workspacesFolder(home), 'Meetings'), {
  ...MEETING_CASES,
  role: Role.parse(role),
  scryptN: CHEAP_SCRYPT_N,
})
fillWorkspace(workspace, { patients: Number(patients), entries: 30 })
workspace.close()
