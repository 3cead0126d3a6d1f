import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { backupWorkspace } from '../../../electron/db/backup.ts'
import type { Workspace } from '../../../electron/db/open.ts'
import { appendChange } from '../../../electron/db/queries/changes.ts'
import { putDraft } from '../../../electron/db/queries/drafts.ts'
import { insertEntry } from '../../../electron/db/queries/entries.ts'
import { matchPatients } from '../../../electron/db/queries/patientMatches.ts'
import { insertPatient } from '../../../electron/db/queries/patients.ts'
import { putSetting } from '../../../electron/db/queries/settings.ts'
import { buildChange, newWorkspace } from './support.ts'

const SECRETS = ['Quintessa', 'quintessa', 'Vandermolen', 'H-7741-553', 'zosteriform plaque']

function writeSecrets({ db, user }: Workspace): void {
  const body = { family: 'Vandermolen', given: 'Quintessa', number: 'H-7741-553' }
  const note = { text: 'A zosteriform plaque of the left chest wall. '.repeat(200) }
  db.transaction(() => {
    insertPatient(db, {
      id: 'patient-1',
      body,
      sortName: 'vandermolen, quintessa',
      born: '1950-02-03',
      searchText: 'Vandermolen Quintessa H-7741-553',
      updatedAt: '2026-01-02T03:04:05Z',
    })
    const entry = { id: 'entry-1', patientId: 'patient-1', kind: 'note', body: note, position: 1 }
    insertEntry(db, entry)
    appendChange(db, buildChange({ after: note }))
    putDraft(db, { userId: user.id, key: 'note', patientId: 'patient-1', body: note, at: 'now' })
    putSetting(db, 'last', body)
  })()
}

/** The files below a folder that hold one of the secrets in plain, whatever the encoding. */
function leaks(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(name => statSync(name).isFile())
  expect(files.length).toBeGreaterThanOrEqual(3)
  return files.filter(name => {
    const bytes = readFileSync(name)
    return SECRETS.some(
      secret => bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'utf16le')),
    )
  })
}

describe('a search of every file for a patient finds nothing', () => {
  test('while the workspace is open and its log is full', async () => {
    const { workspace } = await newWorkspace()
    writeSecrets(workspace)
    expect(statSync(join(workspace.folder, 'board.db-wal')).size).toBeGreaterThan(20_000)
    expect(leaks(workspace.folder)).toEqual([])
    const found = matchPatients(workspace.db, 'quintessa', { archived: false, limit: 5 })
    expect(found).toEqual(['patient-1'])
  })

  test('after the log was taken in, after a backup, and when it is closed', async () => {
    const { workspace } = await newWorkspace()
    writeSecrets(workspace)
    workspace.db.pragma('wal_checkpoint(TRUNCATE)')
    expect(leaks(workspace.folder)).toEqual([])
    const name = backupWorkspace(workspace, 'manual')
    expect(leaks(join(workspace.folder, 'backups', name))).toEqual([])
    workspace.close()
    expect(leaks(workspace.folder)).toEqual([])
  })

  test('in temporary files, even when SQLite sorts more than it can keep in its cache', async () => {
    const { workspace } = await newWorkspace()
    const { db } = workspace
    writeSecrets(workspace)
    db.pragma('cache_size = 10')
    db.pragma('cache_spill = 1')
    const sorted = db
      .prepare(
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
         SELECT body || i AS text FROM entries, n ORDER BY text DESC`,
      )
      .iterate()
    expect(sorted.next().done).toBe(false)
    const spilled = openTemporaryFiles()
    sorted.return?.()
    expect(spilled).toEqual([])
  })
})

/** Temporary files of SQLite that this process holds (Linux; they have no name once they are open). */
function openTemporaryFiles(): string[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc/self/fd').flatMap(handle => {
    try {
      const name = readlinkSync(join('/proc/self/fd', handle))
      return name.includes('etilqs_') ? [name] : []
    } catch {
      return []
    }
  })
}
