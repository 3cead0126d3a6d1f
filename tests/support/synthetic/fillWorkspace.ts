import type { Workspace } from '../../../electron/db/open.ts'
import { appendChange } from '../../../electron/db/queries/changes.ts'
import { insertEntry } from '../../../electron/db/queries/entries.ts'
import { insertPatient } from '../../../electron/db/queries/patients.ts'
import { createRandom } from '../../../electron/demo/synthetic/random.ts'
import { syntheticCase, syntheticPatient } from '../../../electron/demo/synthetic/syntheticCase.ts'
import { countCase } from '../../../electron/services/counting.ts'
import { patientContent } from '../../../electron/services/storedCase.ts'
import type { Case } from '../../../shared/case/entry.ts'

export type Fill = Readonly<{
  patients: number
  /** Entries of each patient; 0 makes patients alone, for searching. */
  entries: number
}>

const PATIENTS_PER_TRANSACTION = 500
/** A person enters a few things at a time; undo looks through these acts when a patient is opened. */
const ENTRIES_PER_ACT = 10
const AT = '2026-11-01T09:00:00.000Z'

/**
 * Puts the synthetic cases of the seeds 0, 1, 2 … into an open workspace, with search text and history, as sound as if
 * they had been entered one by one, in a hundredth of the time. A crash in between can leave the file useless.
 */
export function fillWorkspace(
  workspace: Workspace,
  { patients, entries }: Fill,
  onProgress: (patients: number) => void = () => undefined,
): void {
  const { db } = workspace
  db.pragma('synchronous = OFF')
  db.pragma('secure_delete = OFF')
  db.pragma('cache_size = -524288')
  for (let first = 0; first < patients; first += PATIENTS_PER_TRANSACTION) {
    const end = Math.min(first + PATIENTS_PER_TRANSACTION, patients)
    db.transaction(() => {
      for (let seed = first; seed < end; seed += 1)
        insertCase(workspace, caseOf(seed, entries), seed)
    })()
    onProgress(end)
  }
  db.pragma('optimize')
  db.pragma('wal_checkpoint(TRUNCATE)')
}

function caseOf(seed: number, entries: number): Case {
  return entries > 0
    ? syntheticCase(seed, { entries })
    : { patient: syntheticPatient(seed), entries: [] }
}

function insertCase({ db, user }: Workspace, { patient, entries }: Case, seed: number): void {
  const { id: patientId, details } = patient
  const random = createRandom(seed ^ 0xac7)
  const by = { at: AT, userId: user.id, userName: user.name, patientId, undoes: null } as const
  const created = { ...by, action: 'create', before: null } as const
  insertPatient(db, { id: patientId, ...patientContent(details, AT) })
  appendChange(db, {
    ...created,
    entity: 'patient',
    entityId: patientId,
    kind: 'patient',
    after: details,
    act: random.uuid(),
  })
  let act = ''
  entries.forEach(({ id, body }, at) => {
    if (at % ENTRIES_PER_ACT === 0) act = random.uuid()
    const { kind } = body
    insertEntry(db, { id, patientId, kind, body, position: at + 1 })
    appendChange(db, { ...created, entity: 'entry', entityId: id, kind, after: body, act })
  })
  countCase(db, { patient, entries })
}
