import type { Services } from '../../services/services.ts'
import type { HandlersOf } from '../handlers.ts'

export function summaryHandlers({ summaries }: Services): HandlersOf<'summary'> {
  return {
    'summary:render': input => summaries.render(input),
    'summary:cancel': input => summaries.cancel(input),
    'summary:save': input => summaries.save(input),
    'summary:show': input => summaries.show(input),
    'summary:record': input => summaries.record(input),
  }
}
