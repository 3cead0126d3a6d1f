import { z } from 'zod'
import { PatientId } from '../../shared/ids.ts'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import { getSetting, putSetting } from '../db/queries/settings.ts'
import { summariesOf } from './patientSummaries.ts'
import type { OpenSession, Session } from './session.ts'

const MOST_RECENT = 12

const Stored = z.strictObject({
  patients: z.array(PatientId),
  commands: z.array(z.string()),
})
type Stored = z.infer<typeof Stored>

export type Recents = ReturnType<typeof createRecents>

/** What each user opened and did last, newest first. SECURITY: in the workspace, encrypted, as it names patients. */
export function createRecents(session: Session) {
  return {
    list: (): Output<'recent:list'> => {
      const open = session.need('read')
      const { patients, commands } = read(open)
      return { patients: summariesOf(open.workspace.db, patients), commands }
    },

    add: ({ patient, command }: Parsed<'recent:add'>): Output<'recent:add'> => {
      const open = session.need('read')
      const { patients, commands } = read(open)
      const after = {
        patients: patient === null ? patients : newestFirst(patient, patients),
        commands: command === null ? commands : newestFirst(command, commands),
      }
      putSetting(open.workspace.db, keyOf(open), after)
      return {}
    },
  }
}

function newestFirst<T extends string>(id: T, before: readonly T[]): T[] {
  return [id, ...before.filter(each => each !== id)].slice(0, MOST_RECENT)
}

function keyOf({ user }: OpenSession): string {
  return `recent:${user.id}`
}

function read(open: OpenSession): Stored {
  const stored = Stored.safeParse(getSetting(open.workspace.db, keyOf(open)))
  return stored.success ? stored.data : { patients: [], commands: [] }
}
