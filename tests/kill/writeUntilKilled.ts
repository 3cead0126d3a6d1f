/**
 * Writes changes and acknowledges each one on standard output after its commit, until it is killed:
 * `writeUntilKilled.ts FOLDER ROUND`, the passphrase in METBOARD_PASSPHRASE.
 */
import { writeSync } from 'node:fs'
import { openWorkspace } from '../../electron/db/open.ts'
import { appendChange } from '../../electron/db/queries/changes.ts'
import { getEntry, insertEntry, updateEntry } from '../../electron/db/queries/entries.ts'
import { insertPatient } from '../../electron/db/queries/patients.ts'

const [folder, round] = process.argv.slice(2)
const passphrase = process.env.METBOARD_PASSPHRASE
if (folder === undefined || round === undefined || passphrase === undefined) {
  throw new Error('usage: METBOARD_PASSPHRASE=… writeUntilKilled.ts FOLDER ROUND')
}

const { db, user } = await openWorkspace(folder, { userName: 'Writer', passphrase })
// The log is taken into the file often, so that kills fall into that as well.
db.pragma('wal_autocheckpoint = 40')

const patientId = `patient-${round}`
const at = '2026-01-02T03:04:05Z'

function change(entity: 'patient' | 'entry', entityId: string, act: string) {
  const who = { at, userId: user.id, userName: user.name, patientId, act, undoes: null }
  return { ...who, entity, entityId, kind: entity === 'patient' ? 'patient' : 'note' }
}

const body = { round, padding: 'p'.repeat(300) }
db.transaction(() => {
  const searchText = `round ${round}`
  insertPatient(db, { id: patientId, body, sortName: round, born: null, searchText, updatedAt: at })
  const made = change('patient', patientId, `${round}-0`)
  appendChange(db, { ...made, action: 'create', before: null, after: body })
})()
writeSync(1, `${round}-0\n`)

for (let n = 1; ; n++) {
  const act = `${round}-${n}`
  // Every entry is written twice: made, then changed.
  const entryId = `entry-${round}-${(n + 1) >> 1}`
  const after = { act, text: 't'.repeat((n * 37) % 5000) }
  db.transaction(() => {
    const old = getEntry(db, entryId)
    if (old === null) {
      insertEntry(db, { id: entryId, patientId, kind: 'note', body: after, position: n })
      const made = change('entry', entryId, act)
      appendChange(db, { ...made, action: 'create', before: null, after })
      return
    }
    updateEntry(db, { id: entryId, expectedRevision: old.revision, body: after, position: n })
    const updated = change('entry', entryId, act)
    appendChange(db, { ...updated, action: 'update', before: old.body, after })
  })()
  writeSync(1, `${act}\n`)
}
