import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { ChangeRequest } from '../../../shared/history/change.ts'
import type { OpenCase } from '../../../shared/ipc/contract.ts'
import { buildDetails, buildPhotograph, patientId } from '../builders.ts'
import { applied as appliedTo, create } from '../changes.ts'
import { openTestWorkspace, switchUser, type TestApp, USER } from '../workspace.ts'
import { imported, pictureEngine } from './importing.ts'
import { jpegFile } from './jpegFile.ts'

export const PATIENT = patientId(1)

/** A workspace with one patient for each test of a file, and what tests of photographs ask of it. */
export type PhotographWorkspace = Readonly<{
  app: () => TestApp
  applied: (...changes: ChangeRequest[]) => Promise<OpenCase>
  /** The names of the files that hold pictures. */
  files: () => string[]
  /** The checks of `verify` that found a fault. */
  findings: () => Promise<string[]>
  reopen: () => Promise<unknown>
  /** Records a photograph of the patient with an imported picture. */
  added: (n: number, file?: Uint8Array) => Promise<OpenCase>
}>

export function photographWorkspace(): PhotographWorkspace {
  let open: TestApp
  beforeEach(async () => {
    open = await openTestWorkspace({ pictures: pictureEngine() })
    await open.get('patient:create', { id: PATIENT, details: buildDetails() })
  })
  afterEach(() => open.close())
  const applied = (...changes: ChangeRequest[]) => appliedTo(open, PATIENT, changes)
  return {
    app: () => open,
    applied,
    files: () => {
      try {
        return readdirSync(join(open.folder, 'attachments'))
      } catch {
        return []
      }
    },
    findings: async () => {
      const { findings } = await open.get('workspace:verify', {})
      return findings.filter(({ ok }) => !ok).map(({ check }) => check)
    },
    reopen: () => switchUser(open, USER),
    added: async (n, file = jpegFile(64 + 8 * n, 48)) => {
      const { picture } = await imported(open, PATIENT, file)
      return applied(create(n, buildPhotograph({ picture })))
    },
  }
}
