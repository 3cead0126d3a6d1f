import {
  DEFAULT_SETTINGS,
  type Output,
  type Parsed,
  UserSettings,
} from '../../shared/ipc/contract.ts'
import { getSetting, putSetting } from '../db/queries/settings.ts'
import { rememberTheme } from './machine.ts'
import type { Session } from './session.ts'

export type Settings = ReturnType<typeof createSettings>

/** The preferences of each user, in the workspace. */
export function createSettings(session: Session, workspacesFolder: string) {
  return {
    get: (): Output<'settings:get'> => {
      const { workspace, user } = session.need('read')
      const stored = UserSettings.safeParse(getSetting(workspace.db, keyOf(user.id)))
      return stored.success ? stored.data : { ...DEFAULT_SETTINGS }
    },

    put: (settings: Parsed<'settings:put'>): Output<'settings:put'> => {
      const { workspace, user } = session.need('read')
      putSetting(workspace.db, keyOf(user.id), settings)
      rememberTheme(workspacesFolder, settings.theme)
      return settings
    },
  }
}

function keyOf(userId: string): string {
  return `user:${userId}`
}
