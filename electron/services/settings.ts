import { type Output, type Parsed, UserSettings } from '../../shared/ipc/contract.ts'
import { getSetting, putSetting } from '../db/queries/settings.ts'
import type { Session } from './session.ts'

/** What everybody begins with. */
export const DEFAULT_SETTINGS: UserSettings = { theme: 'system', cutoff: '>=1', paper: 'A4' }

export type Settings = ReturnType<typeof createSettings>

/** The preferences of each user, in the workspace. */
export function createSettings(session: Session) {
  return {
    get: (): Output<'settings:get'> => {
      const { workspace, user } = session.need('read')
      const stored = UserSettings.safeParse(getSetting(workspace.db, keyOf(user.id)))
      return stored.success ? stored.data : { ...DEFAULT_SETTINGS }
    },

    put: (settings: Parsed<'settings:put'>): Output<'settings:put'> => {
      const { workspace, user } = session.need('read')
      putSetting(workspace.db, keyOf(user.id), settings)
      return settings
    },
  }
}

function keyOf(userId: string): string {
  return `user:${userId}`
}
