import { expect, test } from 'vitest'
import { listEntries } from '../../../electron/db/queries/entries.ts'
import { matchPatients } from '../../../electron/db/queries/patientMatches.ts'
import { verifyWorkspace } from '../../../electron/db/verify.ts'
import { syntheticCase } from '../../../electron/demo/synthetic/syntheticCase.ts'
import { loadCase } from '../../../electron/services/storedCase.ts'
import { fillWorkspace } from '../../support/synthetic/fillWorkspace.ts'
import { newWorkspace } from '../workspace/support.ts'

test('a workspace filled with synthetic cases is sound, searchable and holds them as they were made', async () => {
  const { workspace } = await newWorkspace()
  fillWorkspace(workspace, { patients: 30, entries: 40 })
  expect(verifyWorkspace(workspace)).toEqual([])
  const made = syntheticCase(17, { entries: 40 })
  expect(loadCase(workspace.db, made.patient.id)).toEqual(made)
  expect(matchPatients(workspace.db, 'testfall 0017', { archived: false, limit: 10 })).toEqual([
    made.patient.id,
  ])
})

test('patients for searching have no entries', async () => {
  const { workspace } = await newWorkspace()
  fillWorkspace(workspace, { patients: 3, entries: 0 })
  const { id } = syntheticCase(2).patient
  expect(listEntries(workspace.db, id)).toEqual([])
  expect(verifyWorkspace(workspace)).toEqual([])
})
