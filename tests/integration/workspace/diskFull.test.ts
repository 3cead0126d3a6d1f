import { expect, test } from 'vitest'
import { openWorkspace, type Workspace } from '../../../electron/db/open.ts'
import { appendChange, listChanges } from '../../../electron/db/queries/changes.ts'
import { insertPatient } from '../../../electron/db/queries/patients.ts'
import { verifyWorkspace } from '../../../electron/db/verify.ts'
import { withWorkspaceErrors } from '../../../electron/vault/workspaceError.ts'
import { buildChange, buildPatient, NADIA, newWorkspace, refusalOf } from './support.ts'

function write({ db }: Workspace, n: number, size: number): void {
  withWorkspaceErrors(() =>
    db.transaction(() => {
      const patient = { ...buildPatient({ id: `patient-${n}` }), body: { text: 'x'.repeat(size) } }
      insertPatient(db, patient)
      const ofPatient = { entity: 'patient', entityId: patient.id, kind: 'patient' } as const
      appendChange(db, buildChange({ ...ofPatient, after: patient.body }))
    })(),
  )
}

test('a full disk is told as that, keeps all that was saved, and writing goes on when there is space', async () => {
  const { workspace } = await newWorkspace()
  const { db, folder } = workspace
  const used = Number(db.pragma('page_count', { simple: true }))
  db.pragma(`max_page_count = ${used + 40}`)
  let saved = 0
  const fill = async () => {
    for (; saved < 1000; saved++) write(workspace, saved, 5000)
  }
  const refusal = await refusalOf(fill)
  expect(refusal.code).toBe('diskFull')
  expect(saved).toBeGreaterThan(3)
  const count = () => listChanges(db, 'patient-1', { limit: 1000, before: null }).length
  expect([count(), verifyWorkspace(workspace)]).toEqual([saved, []])
  db.pragma('max_page_count = 1000000')
  write(workspace, saved, 5000)
  workspace.close()
  const again = await openWorkspace(folder, NADIA)
  expect(verifyWorkspace(again)).toEqual([])
  expect(again.db.prepare('SELECT count(*) AS n FROM patients').get()).toEqual({ n: saved + 1 })
  again.close()
})
