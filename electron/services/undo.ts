import { Entry } from '../../shared/case/entry.ts'
import { brokenRules, referrersOf } from '../../shared/history/caseRules.ts'
import { type ActId, EntryId, type PatientId } from '../../shared/ids.ts'
import type { OpenCase } from '../../shared/ipc/contract.ts'
import { PatientDetails } from '../../shared/patient/patient.ts'
import type { WritableDb } from '../db/connection.ts'
import { toJson } from '../db/json.ts'
import { stampPatient } from '../db/queries/caseRows.ts'
import { type Change, changesOfAct, lastRedoableAct } from '../db/queries/changes.ts'
import {
  getEntry,
  listEntries,
  type StoredEntry,
  setEntryRemoved,
  updateEntry,
} from '../db/queries/entries.ts'
import { getPatient, setPatientArchived, updatePatient } from '../db/queries/patients.ts'
import { countCase } from './counting.ts'
import { openCase, undoableActOf } from './openCase.ts'
import { bringsBackKeptPictures } from './photographRules.ts'
import { pictureGone } from './pictureWords.ts'
import { createRecorder, type Recorder } from './record.ts'
import { conflict, notFound } from './refusal.ts'
import type { Session } from './session.ts'
import { patientContent } from './storedCase.ts'

type Request = Readonly<{
  patientId: PatientId
  act: ActId
  /** ISO date and time of the new act. */
  at: string
  which: 'undo' | 'redo'
}>

/**
 * Takes an act back by a new act that names it; nothing leaves the history. Throws conflict when the act is no longer
 * the last one, or when what it made was changed since.
 */
export function takeBack(session: Session, { patientId, act, at, which }: Request): OpenCase {
  const open = session.need('read')
  const { db } = open.workspace
  return db
    .transaction(() => {
      if (getPatient(db, patientId) === null) throw notFound('patient')
      const last =
        which === 'undo'
          ? undoableActOf(db, open.user.id, patientId)
          : lastRedoableAct(db, open.user.id, patientId)
      if (last !== act) throw notTheLast(which)
      const changes = changesOfAct(db, act).toReversed()
      for (const { entity, kind } of changes) {
        session.need(entity === 'patient' ? 'writePatient' : 'writeCase')
        if (kind === 'photograph') session.need('photograph')
      }
      if (!bringsBackKeptPictures(open, changes)) throw pictureGone()
      const recorder = createRecorder(open, { patientId, at, undoes: act })
      for (const change of changes) {
        if (change.entity === 'patient') revertPatient(db, change, recorder)
        else revertEntry(db, change, recorder)
      }
      assertStillSound(db, patientId, changes)
      stampPatient(db, patientId, at)
      const reverted = openCase(open, patientId)
      countCase(db, reverted.case)
      return reverted
    })
    .immediate()
}

function revertPatient(db: WritableDb, change: Change, { at, record }: Recorder): void {
  const { entityId, action, before, after } = change
  const stored = getPatient(db, entityId)
  if (stored === null) throw notFound('patient')
  const told = {
    entity: 'patient',
    entityId,
    kind: 'patient',
    before: after,
    after: before,
  } as const
  const expected = { id: entityId, expectedRevision: stored.revision }
  if (action === 'update') {
    if (!isSame(stored.body, after)) throw changedSince()
    updatePatient(db, { ...expected, ...patientContent(PatientDetails.parse(before), at) })
    record({ ...told, action: 'update' })
    return
  }
  if (action !== 'archive' && action !== 'unarchive') throw changedSince()
  const archived = action === 'unarchive'
  if (stored.archived === archived) throw changedSince()
  setPatientArchived(db, { ...expected, archived, updatedAt: at })
  record({ ...told, action: archived ? 'archive' : 'unarchive' })
}

function revertEntry(db: WritableDb, change: Change, { record }: Recorder): void {
  const { entityId: id, kind, action, before, after } = change
  const stored = getEntry(db, id)
  const isAsLeft =
    stored !== null &&
    stored.removed === (action === 'remove') &&
    isSame(stored.body, after ?? before)
  if (!isAsLeft) throw changedSince()
  const told = { entity: 'entry', entityId: id, kind, before: after, after: before } as const
  const expected = { id, expectedRevision: stored.revision }
  if (action === 'update') {
    updateEntry(db, { ...expected, body: before, position: stored.position })
    record({ ...told, action: 'update' })
  } else {
    const removed = action !== 'remove'
    setEntryRemoved(db, { ...expected, removed })
    record({ ...told, action: removed ? 'remove' : 'restore' })
  }
}

/** Others may by now refer to what was taken back, or use a label that came back. */
function assertStillSound(db: WritableDb, patientId: string, changes: readonly Change[]): void {
  const entries = listEntries(db, patientId).map(toEntry)
  const ids = changes.flatMap(each =>
    each.entity === 'entry' ? [EntryId.parse(each.entityId)] : [],
  )
  const present = new Set(entries.map(each => each.id))
  const gone = new Set(ids.filter(id => !present.has(id)))
  const isSound =
    referrersOf(entries, gone).length === 0 && brokenRules(entries, new Set(ids)).length === 0
  if (!isSound) throw changedSince()
}

function toEntry({ id, revision, body }: StoredEntry): Entry {
  return Entry.parse({ id, revision, body })
}

function isSame(one: unknown, other: unknown): boolean {
  return toJson(one) === toJson(other)
}

function notTheLast(which: 'undo' | 'redo') {
  return conflict(
    `This is no longer the last thing to ${which}. Nothing was changed; look at the case as it is now, then ${which} again.`,
  )
}

function changedSince() {
  return conflict(
    'This was changed since, or other entries now refer to it, so it cannot be taken back. Nothing was changed; change the entry itself.',
  )
}
