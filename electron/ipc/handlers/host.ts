import { lastTheme, rememberTheme } from '../../services/machine.ts'
import type { Services } from '../../services/services.ts'
import type { HandlersOf } from '../handlers.ts'

export function hostHandlers({ host, workspacesFolder }: Services): HandlersOf<'host'> {
  const { kind, version, canChooseFolder, canSaveFile } = host
  return {
    'host:info': () => ({
      kind,
      version,
      canChooseFolder,
      canSaveFile,
      workspacesFolder,
      theme: lastTheme(workspacesFolder),
    }),
    'host:theme': ({ theme }) => {
      rememberTheme(workspacesFolder, theme)
      return {}
    },
    'host:chooseFolder': async () => ({
      folder: canChooseFolder ? await host.chooseFolder() : null,
    }),
  }
}
