import type { Services } from '../../services/services.ts'
import type { HandlersOf } from '../handlers.ts'

export function settingsHandlers({ settings }: Services): HandlersOf<'settings'> {
  return {
    'settings:get': () => settings.get(),
    'settings:put': input => settings.put(input),
  }
}
