import { randomUUID } from 'node:crypto'
import { appendChange } from '../db/queries/changes.ts'
import { picturesInDrafts, picturesInUse } from '../db/queries/photographs.ts'
import { asWorkspaceError } from '../vault/workspaceError.ts'
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'
import type { OpenSession, Session } from './session.ts'
import { picturesOf } from './storedPicture.ts'

/**
 * Deletes, at each opening, the pictures that no photograph and no draft names: of imports that a crash or a lock cut off,
 * and of photographs whose adding was undone. That it was done is put on record.
 */
export function keepSwept(session: Session, clock: Clock, log: Log): void {
  session.onOpen(() => {
    try {
      sweep(session.need('read'), clock.now().toISOString())
    } catch (error) {
      // The next opening goes on from there; `verify` tells what is left.
      log.bug('sweeping pictures', error)
    }
  })
}

function sweep(open: OpenSession, at: string): void {
  const { db, workspaceId } = open.workspace
  const attachments = picturesOf(open)
  const { names, halfWritten } = attachments.list()
  if (names.length === 0 && halfWritten === 0) return
  const named = new Set([...picturesInUse(db), ...picturesInDrafts(db)])
  const orphans = names.filter(name => !named.has(name))
  if (orphans.length === 0 && halfWritten === 0) return
  try {
    db.transaction(() => {
      appendChange(db, {
        at,
        userId: open.user.id,
        userName: open.user.name,
        patientId: null,
        entity: 'workspace',
        entityId: workspaceId,
        kind: 'workspace',
        action: 'remove',
        before: { document: 'pictures', unnamed: orphans.length, halfWritten },
        after: null,
        act: randomUUID(),
        undoes: null,
      })
    }).immediate()
  } catch (error) {
    // A full disk takes no record, and gains by what is deleted.
    if (asWorkspaceError(error)?.code !== 'diskFull') throw error
  }
  attachments.remove(orphans)
  attachments.removeHalfWritten()
}
