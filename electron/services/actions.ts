import { dayAt, type Zone } from '../../shared/dates/zone.ts'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import { ActionRow } from '../../shared/meeting/openActions.ts'
import { actionOwners, countActions, listActions } from '../db/queries/actions.ts'
import { getPatients } from '../db/queries/patients.ts'
import type { Clock } from './clock.ts'
import type { Session } from './session.ts'
import { toPatient } from './storedCase.ts'

export type Actions = ReturnType<typeof createActions>

/** The actions of all outcomes, across patients. */
export function createActions(session: Session, clock: Clock, zone: Zone) {
  return {
    list: ({ filter, limit, offset }: Parsed<'action:list'>): Output<'action:list'> => {
      const { workspace, user } = session.need('read')
      const { db } = workspace
      const { state, owner, mine, overdue } = filter
      const wish = {
        state,
        owners: [...(owner === null ? [] : [owner]), ...(mine ? [user.name] : [])],
        overdueOn: overdue ? dayAt(clock.now().getTime(), zone) : null,
      }
      const rows = listActions(db, wish, { limit, offset })
      const ids = [...new Set(rows.map(({ patientId }) => patientId))]
      const patients = new Map(getPatients(db, ids).map(each => [each.id, toPatient(each)]))
      return {
        actions: rows.map(({ patientId, ...row }) =>
          ActionRow.parse({ ...row, patient: patients.get(patientId) }),
        ),
        total: countActions(db, wish),
        owners: actionOwners(db),
      }
    },
  }
}
