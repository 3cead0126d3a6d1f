import type { Services } from '../../services/services.ts'
import type { HandlersOf } from '../handlers.ts'

export function packHandlers({ packs }: Services): HandlersOf<'pack'> {
  return {
    'pack:render': input => packs.render(input),
    'pack:cancel': input => packs.cancel(input),
    'pack:save': input => packs.save(input),
    'pack:show': input => packs.show(input),
    'pack:record': input => packs.record(input),
  }
}
