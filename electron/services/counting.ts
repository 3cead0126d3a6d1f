import type { Case } from '../../shared/case/entry.ts'
import { PatientId } from '../../shared/ids.ts'
import { listedCase } from '../../shared/meeting/listedCase.ts'
import { COUNTS_VERSION, caseCounts } from '../../shared/rules/caseCounts.ts'
import type { WritableDb } from '../db/connection.ts'
import { storeReadiness } from '../db/queries/caseReadiness.ts'
import { storeCounts, uncountedIds } from '../db/queries/patientList.ts'
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'
import type { Session } from './session.ts'
import { loadCase } from './storedCase.ts'

const AT_ONCE = 10
const PAUSE_MS = 40

/** Counts a case for the lists, those of meetings too; called in the transaction that changed it. */
export function countCase(db: WritableDb, of: Case): void {
  storeReadiness(db, of.patient.id, listedCase(of))
  storeCounts(db, of.patient.id, COUNTS_VERSION, caseCounts(of))
}

/**
 * Counts what another release counted otherwise, or never, a few patients at a time and with pauses, so that whoever
 * works meanwhile does not notice.
 */
export function keepCounting(session: Session, clock: Clock, log: Log): void {
  let cancel = () => {}
  const unreadable = new Set<string>()
  session.onOpen(() => {
    cancel()
    unreadable.clear()
    cancel = clock.after(PAUSE_MS, next)
  })
  session.onClose(() => cancel())

  function next(): void {
    const db = session.openDb()
    if (db === null) return
    try {
      const ids = uncountedIds(db, COUNTS_VERSION, AT_ONCE + unreadable.size)
      const readable = ids.filter(id => !unreadable.has(id))
      if (readable.length === 0) return
      db.transaction(() => {
        for (const id of readable) countOne(db, id)
      }).immediate()
      cancel = clock.after(PAUSE_MS, next)
    } catch (error) {
      // The list says how many are not counted; the next opening goes on from there.
      log.bug('counting', error)
    }
  }

  /** A case that cannot be read says so when it is opened, and keeps no other from being counted. */
  function countOne(db: WritableDb, id: string): void {
    let of: Case
    try {
      of = loadCase(db, PatientId.parse(id))
    } catch (error) {
      unreadable.add(id)
      log.bug('counting a case', error)
      return
    }
    countCase(db, of)
  }
}
