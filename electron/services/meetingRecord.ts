import { randomUUID } from 'node:crypto'
import type { ActId } from '../../shared/ids.ts'
import { appendChange, type NewChange } from '../db/queries/changes.ts'
import type { OpenSession } from './session.ts'

type Told = Pick<
  NewChange,
  'entity' | 'entityId' | 'kind' | 'action' | 'before' | 'after' | 'patientId'
>

/** Puts what an act did to meetings, lists and outcomes on record, inside the act's own transaction. */
export type MeetingRecorder = Readonly<{ at: string; record: (change: Told) => void }>

/** A recorder for one act of the user, which may concern several patients. */
export function createMeetingRecorder(
  { workspace, user }: Pick<OpenSession, 'workspace' | 'user'>,
  { at, undoes = null }: Readonly<{ at: string; undoes?: ActId | null }>,
): MeetingRecorder {
  const act = randomUUID()
  return {
    at,
    record: change => {
      appendChange(workspace.db, {
        ...change,
        at,
        userId: user.id,
        userName: user.name,
        act,
        undoes,
      })
    },
  }
}
