import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import { putSetting } from '../db/queries/settings.ts'
import type { Clock } from './clock.ts'
import { MINIMUM_SETTING, minimumOf } from './meetingList.ts'
import { createMeetingRecorder } from './meetingRecord.ts'
import type { Session } from './session.ts'

export type Minimum = ReturnType<typeof createMinimum>

/** What the workspace requires of a case before its meeting. */
export function createMinimum(session: Session, clock: Clock) {
  return {
    get: (): Output<'meeting:minimum'> => {
      const { required } = minimumOf(session.need('read').workspace.db)
      return { required: [...required] }
    },

    put: ({ required }: Parsed<'meeting:putMinimum'>): Output<'meeting:putMinimum'> => {
      const open = session.need('manageWorkspace')
      const { db, workspaceId } = open.workspace
      const after = { required: [...new Set(required)] }
      db.transaction(() => {
        createMeetingRecorder(open, { at: clock.now().toISOString() }).record({
          entity: 'workspace',
          entityId: workspaceId,
          kind: 'workspace',
          action: 'update',
          patientId: null,
          before: { minimumDataSet: minimumOf(db) },
          after: { minimumDataSet: after },
        })
        putSetting(db, MINIMUM_SETTING, after)
      }).immediate()
      return after
    },
  }
}
