import type { Case } from '../../shared/case/entry.ts'
import type { Zone } from '../../shared/dates/zone.ts'
import { Change, type ChangeRequest } from '../../shared/history/change.ts'
import type { EntryId, PatientId } from '../../shared/ids.ts'
import type { OpenCase, Output, Parsed } from '../../shared/ipc/contract.ts'
import type { WritableDb } from '../db/connection.ts'
import { nextEntryPosition, stampPatient } from '../db/queries/caseRows.ts'
import { listChanges, type Change as StoredChange } from '../db/queries/changes.ts'
import { getEntry, insertEntry, setEntryRemoved, updateEntry } from '../db/queries/entries.ts'
import { listChangesOf } from '../db/queries/entryChanges.ts'
import { getPatient, updatePatient } from '../db/queries/patients.ts'
import { assertCaseRules, type PlannedChange, planChanges } from './casePlan.ts'
import { type Clock, MACHINE_ZONE } from './clock.ts'
import { countCase } from './counting.ts'
import { earlierCase } from './earlier.ts'
import { openCase } from './openCase.ts'
import { recordOpening } from './openings.ts'
import { assertPhotographs, isAboutPhotograph } from './photographRules.ts'
import { createRecorder, type Recorder } from './record.ts'
import { notFound } from './refusal.ts'
import type { OpenSession, Session } from './session.ts'
import { loadCase, patientContent } from './storedCase.ts'
import { takeBack } from './undo.ts'

export type Cases = ReturnType<typeof createCases>

/** The cases of the open workspace. One call that writes is one transaction and one act, undone as a whole. */
export function createCases(session: Session, clock: Clock, zone: Zone = MACHINE_ZONE) {
  return {
    get: ({ patientId }: Parsed<'case:get'>): OpenCase => openCase(session.need('read'), patientId),

    /** Puts on record that this user looks at the board. */
    opened: ({ patientId }: Parsed<'case:opened'>): Output<'case:opened'> => {
      recordOpening(session.need('read'), patientId, clock.now())
      return {}
    },

    /** The case as it was, for marking what is new since. */
    since: ({ patientId, since }: Parsed<'case:since'>): Output<'case:since'> => ({
      earlier: earlierCase(session.need('read'), { patientId, since }, { clock, zone }),
    }),

    apply: ({ patientId, changes }: Parsed<'case:apply'>): OpenCase => {
      for (const change of changes) session.need(rightFor(change))
      const open = session.need('read')
      return applyChanges(open, { patientId, changes, at: clock.now().toISOString() }, planned => {
        if (planned.some(isAboutPhotograph)) session.need('photograph')
        assertPhotographs(open, planned)
      })
    },

    /** Takes back what this user did last on this patient, unless it is no longer that. */
    undo: ({ patientId, act }: Parsed<'case:undo'>): OpenCase =>
      takeBack(session, { patientId, act, at: clock.now().toISOString(), which: 'undo' }),

    /** Takes back what this user undid last on this patient. */
    redo: ({ patientId, act }: Parsed<'case:redo'>): OpenCase =>
      takeBack(session, { patientId, act, at: clock.now().toISOString(), which: 'redo' }),

    /** What happened to a patient, or to one entry, newest first. */
    history: ({
      patientId,
      entry,
      before,
      limit,
    }: Parsed<'case:history'>): Output<'case:history'> => {
      const { db } = session.need('read').workspace
      if (getPatient(db, patientId) === null) throw notFound('patient')
      const page = { before, limit }
      const rows =
        entry === null
          ? listChanges(db, patientId, page)
          : listChangesOf(db, { patientId, entityId: entry }, page)
      return { changes: rows.map(toChange) }
    },
  }
}

type Act = Readonly<{ patientId: PatientId; changes: readonly ChangeRequest[]; at: string }>

/** Carries changes out as one act in one transaction; `check` may refuse them once it is known what they come to. */
function applyChanges(
  open: OpenSession,
  { patientId, changes, at }: Act,
  check: (planned: readonly PlannedChange[]) => void,
): OpenCase {
  const { db } = open.workspace
  return db
    .transaction(() => {
      const before = loadCase(db, patientId)
      const { planned, after } = planChanges(before, changes, {
        userName: open.user.name,
        stored: id => getEntry(db, id),
      })
      check(planned)
      assertCaseRules(after, planned)
      const recorder = createRecorder(open, { patientId, at })
      for (const change of planned) write(db, before, change, recorder)
      if (planned.length > 0) stampPatient(db, patientId, recorder.at)
      const changed = openCase(open, patientId)
      if (planned.length > 0) countCase(db, changed.case)
      return changed
    })
    .immediate()
}

/** Removes a photograph as an act of its own, whose picture is deleted after it and which cannot be undone. */
export function removePhotograph(
  open: OpenSession,
  {
    patientId,
    photograph,
    revision,
    at,
  }: Readonly<{ patientId: PatientId; photograph: EntryId; revision: number; at: string }>,
): OpenCase {
  const changes: ChangeRequest[] = [{ do: 'remove', id: photograph, revision }]
  return applyChanges(open, { patientId, changes, at }, planned => {
    if (!planned.every(isAboutPhotograph)) throw notFound('entry')
  })
}

function toChange({ userId: _, entity: __, ...change }: StoredChange): Change {
  return Change.parse(change)
}

function rightFor(change: ChangeRequest): 'writePatient' | 'writeCase' {
  return change.do === 'details' ? 'writePatient' : 'writeCase'
}

function write(
  db: WritableDb,
  { patient }: Case,
  change: PlannedChange,
  { at, record }: Recorder,
): void {
  const patientId = patient.id
  if (change.do === 'details') {
    const { details } = change
    const expectedRevision = patient.revision
    updatePatient(db, { id: patientId, expectedRevision, ...patientContent(details, at) })
    record({
      entity: 'patient',
      entityId: patientId,
      kind: 'patient',
      action: 'update',
      before: patient.details,
      after: details,
    })
    return
  }
  const { id, before, after } = change
  const told = { entity: 'entry', entityId: id, kind: (after ?? before)?.kind ?? '' } as const
  if (change.do === 'create') {
    const position = nextEntryPosition(db, patientId)
    insertEntry(db, { id, patientId, kind: change.after.kind, body: after, position })
    record({ ...told, action: 'create', before: null, after })
  } else if (change.do === 'update') {
    const position = getEntry(db, id)?.position ?? nextEntryPosition(db, patientId)
    updateEntry(db, { id, expectedRevision: change.revision, body: after, position })
    record({ ...told, action: 'update', before, after })
  } else {
    setEntryRemoved(db, { id, expectedRevision: change.revision, removed: true })
    record({ ...told, action: 'remove', before, after: null })
  }
}
