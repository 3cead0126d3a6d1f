import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Workspace } from '../../../electron/db/open.ts'
import { appendChange, type NewChange } from '../../../electron/db/queries/changes.ts'
import { insertEntry, setEntryRemoved, updateEntry } from '../../../electron/db/queries/entries.ts'
import { insertPatient, setPatientArchived } from '../../../electron/db/queries/patients.ts'
import { verifyWorkspace } from '../../../electron/db/verify.ts'
import { buildChange, buildPatient, newWorkspace } from './support.ts'

/** A workspace with one patient, archived and taken back, and three entries: changed, removed, restored. */
async function usedWorkspace(): Promise<Workspace> {
  const { workspace } = await newWorkspace()
  const { db } = workspace
  const patient = buildPatient()
  const note = (overrides: Partial<NewChange>) => appendChange(db, buildChange(overrides))
  const ofPatient = { entity: 'patient', entityId: 'patient-1', kind: 'patient' } as const
  insertPatient(db, patient)
  note({ ...ofPatient, action: 'create', after: patient.body })
  const archive = { id: 'patient-1', updatedAt: 'now' }
  setPatientArchived(db, { ...archive, expectedRevision: 1, archived: true })
  note({ ...ofPatient, action: 'archive', after: null })
  setPatientArchived(db, { ...archive, expectedRevision: 2, archived: false })
  note({ ...ofPatient, action: 'unarchive', after: null })
  for (const entityId of ['changed', 'removed', 'restored']) {
    const body = { text: entityId }
    insertEntry(db, { id: entityId, patientId: 'patient-1', kind: 'note', body, position: 1 })
    note({ entityId, action: 'create', after: body })
  }
  const [before, after] = [{ text: 'changed' }, { text: 'now' }]
  updateEntry(db, { id: 'changed', expectedRevision: 1, body: after, position: 1 })
  note({ entityId: 'changed', action: 'update', before, after })
  for (const entityId of ['removed', 'restored']) {
    setEntryRemoved(db, { id: entityId, expectedRevision: 1, removed: true })
    note({ entityId, action: 'remove', before: { text: entityId }, after: null })
  }
  setEntryRemoved(db, { id: 'restored', expectedRevision: 2, removed: false })
  note({ entityId: 'restored', action: 'restore', after: { text: 'restored' } })
  note({ entity: 'workspace', patientId: null, entityId: 'w', action: 'open', after: null })
  return workspace
}

describe('verifying a workspace', () => {
  test('finds nothing in a new one and in one that was used', async () => {
    expect(verifyWorkspace((await newWorkspace()).workspace)).toEqual([])
    expect(verifyWorkspace(await usedWorkspace())).toEqual([])
  })

  test.each([
    ['entries', `UPDATE entries SET body = '{"text":"other"}' WHERE id = 'changed'`],
    ['entries', `UPDATE entries SET removed = 0 WHERE id = 'removed'`],
    ['entries', `UPDATE entries SET removed = 1 WHERE id = 'restored'`],
    ['entries', `DELETE FROM entries WHERE id = 'removed'`],
    ['entries', `INSERT INTO entries VALUES ('new', 'patient-1', 'note', '{}', 1, 0, 1)`],
    ['patients', `UPDATE patients SET body = '{}'`],
    ['patients', 'UPDATE patients SET archived = 1'],
    ['search', 'DELETE FROM patient_search'],
    ['search', `INSERT INTO patient_search (patient_id, text) VALUES ('nobody', 'x')`],
    ['search', 'UPDATE patients SET search_row = 77'],
    ['schema', 'PRAGMA user_version = 990'],
    ['schema', 'PRAGMA application_id = 1'],
    ['references', `PRAGMA foreign_keys = 0; UPDATE patients SET id = 'patient-9'`],
    [
      'history',
      `DROP TRIGGER changes_are_never_updated; UPDATE changes SET user_name = 'X' WHERE seq = 2`,
    ],
  ])('finds trouble with the %s after: %s', async (check, sql) => {
    const workspace = await usedWorkspace()
    workspace.db.exec(sql)
    expect(verifyWorkspace(workspace).map(each => each.check)).toContain(check)
  })

  test('finds a keyring that was damaged while the workspace was open', async () => {
    const workspace = await usedWorkspace()
    const file = join(workspace.folder, 'keyring.json')
    writeFileSync(file, readFileSync(file, 'utf8').slice(1))
    expect(verifyWorkspace(workspace).map(each => each.check)).toEqual(['keyring'])
  })

  test('counts and never quotes', async () => {
    const workspace = await usedWorkspace()
    workspace.db.exec(`UPDATE entries SET body = '{"text":"secret"}'`)
    expect(verifyWorkspace(workspace)).toEqual([
      {
        check: 'entries',
        count: 3,
        message: 'Some entries are not what the history says of them.',
      },
    ])
  })
})
