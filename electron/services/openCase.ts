import { EntryBody } from '../../shared/case/entry.ts'
import { type DescribedChange, describeAct } from '../../shared/history/describeChange.ts'
import { ActId, type PatientId } from '../../shared/ids.ts'
import type { OpenCase } from '../../shared/ipc/contract.ts'
import type { ReadableDb } from '../db/connection.ts'
import {
  type Change,
  changesOfAct,
  lastRedoableAct,
  lastUndoableAct,
} from '../db/queries/changes.ts'
import { patientMeetings } from './patientMeetings.ts'
import { bringsBackKeptPictures } from './photographRules.ts'
import type { OpenSession } from './session.ts'
import { loadCase } from './storedCase.ts'

/** A case as it is now, with its meetings and what this user can undo and redo on it; throws notFound. */
export function openCase(open: OpenSession, patientId: PatientId): OpenCase {
  const { workspace, user } = open
  const { db } = workspace
  const { patient, entries } = loadCase(db, patientId)
  return {
    case: { patient, entries: [...entries] },
    undo: named(db, undoableActOf(db, user.id, patientId)),
    redo: named(db, redoableActOf(open, patientId)),
    meetings: [...patientMeetings(db, { patient, entries })],
  }
}

/** The act that this user can undo; null where only the creation of the patient is left, which is never undone. */
export function undoableActOf(db: ReadableDb, userId: string, patientId: string): string | null {
  const act = lastUndoableAct(db, userId, patientId)
  if (act === null) return null
  const createsPatient = changesOfAct(db, act).some(
    ({ entity, action }) => entity === 'patient' && action === 'create',
  )
  return createsPatient ? null : act
}

/** The undoing that this user can take back; null where a picture that it would bring back has been deleted meanwhile. */
function redoableActOf(open: OpenSession, patientId: PatientId): string | null {
  const { db } = open.workspace
  const act = lastRedoableAct(db, open.user.id, patientId)
  return act !== null && bringsBackKeptPictures(open, changesOfAct(db, act)) ? act : null
}

function named(db: ReadableDb, act: string | null): OpenCase['undo'] {
  if (act === null) return null
  return { act: ActId.parse(act), label: describeAct(rootChanges(db, act).map(toDescribed)) }
}

/** The changes of the act that began it all: an undone and redone act keeps its name. */
function rootChanges(db: ReadableDb, act: string): Change[] {
  let changes = changesOfAct(db, act)
  for (let undone = changes[0]?.undoes ?? null; undone !== null; ) {
    changes = changesOfAct(db, undone)
    undone = changes[0]?.undoes ?? null
  }
  return changes
}

function toDescribed({ entity, action, before, after }: Change): DescribedChange {
  if (entity !== 'entry') return { action, body: null }
  const body = EntryBody.safeParse(after ?? before)
  return { action, body: body.success ? body.data : null }
}
