import type { Services } from '../../services/services.ts'
import type { HandlersOf } from '../handlers.ts'

export function hostHandlers({ host, workspacesFolder }: Services): HandlersOf<'host'> {
  const { kind, version, canChooseFolder, canSaveFile } = host
  return {
    'host:info': () => ({ kind, version, canChooseFolder, canSaveFile, workspacesFolder }),
    'host:chooseFolder': async () => ({
      folder: canChooseFolder ? await host.chooseFolder() : null,
    }),
  }
}
