import { randomUUID } from 'node:crypto'
import type { ActId, PatientId } from '../../shared/ids.ts'
import type { WritableDb } from '../db/connection.ts'
import { appendChange, type NewChange } from '../db/queries/changes.ts'
import type { OpenSession } from './session.ts'

/** What is told of one change; who, when and the act are the same for all changes of an act. */
export type Told = Pick<NewChange, 'entity' | 'entityId' | 'kind' | 'action' | 'before' | 'after'>

/** Puts the changes of one act on record, inside the act's own transaction. */
export type Recorder = Readonly<{ at: string; record: (change: Told) => void }>

/** A recorder for one act of the user on one patient. */
export function createRecorder(
  { workspace, user }: OpenSession,
  {
    patientId,
    at,
    undoes = null,
  }: Readonly<{ patientId: PatientId; at: string; undoes?: ActId | null }>,
): Recorder {
  const db: WritableDb = workspace.db
  const act = randomUUID()
  return {
    at,
    record: change => {
      appendChange(db, {
        ...change,
        at,
        userId: user.id,
        userName: user.name,
        patientId,
        act,
        undoes,
      })
    },
  }
}
