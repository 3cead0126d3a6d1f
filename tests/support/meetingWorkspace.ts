import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { workspacesFolder } from '../../electron/dataFolder.ts'
import { createWorkspace } from '../../electron/db/create.ts'
import type { Role } from '../../shared/access/role.ts'
import type { PatientId } from '../../shared/ids.ts'
import { fillWorkspace } from './synthetic/fillWorkspace.ts'
import { syntheticPatient } from './synthetic/syntheticCase.ts'
import { CHEAP_SCRYPT_N } from './workspace.ts'

export type MeetingWorkspace = Readonly<{
  home: string
  folder: string
  userName: string
  passphrase: string
  /** In the order in which they were made. */
  patients: readonly PatientId[]
  remove: () => Promise<void>
}>

/** A data folder with one closed workspace of synthetic cases in it, to plan meetings for. */
export async function meetingWorkspace(
  patients: number,
  role: Role = 'oncologist',
): Promise<MeetingWorkspace> {
  const home = await mkdtemp(join(tmpdir(), 'metboard-home-'))
  const folder = join(workspacesFolder(home), 'Meetings')
  const user = { userName: 'Dr Testa', passphrase: 'nothing but invented cases' }
  const { workspace } = await createWorkspace(folder, { ...user, role, scryptN: CHEAP_SCRYPT_N })
  try {
    fillWorkspace(workspace, { patients, entries: 30 })
  } finally {
    workspace.close()
  }
  return {
    home,
    folder,
    ...user,
    patients: Array.from({ length: patients }, (_, seed) => syntheticPatient(seed).id),
    remove: () => rm(home, { recursive: true, force: true, maxRetries: 5 }),
  }
}
