import type { Services } from '../../services/services.ts'
import type { HandlersOf } from '../handlers.ts'

export function lesionHandlers({ lesionReports }: Services): HandlersOf<'lesion'> {
  return {
    'lesion:render': input => lesionReports.render(input),
    'lesion:cancel': input => lesionReports.cancel(input),
    'lesion:save': input => lesionReports.save(input),
    'lesion:show': input => lesionReports.show(input),
    'lesion:record': input => lesionReports.record(input),
  }
}
