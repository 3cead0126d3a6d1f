import type { Services } from '../../services/services.ts'
import type { HandlersOf } from '../handlers.ts'

export function meetingHandlers({
  meetings,
  presentation,
  minimum,
}: Services): HandlersOf<'meeting'> {
  return {
    'meeting:list': input => meetings.list(input),
    'meeting:create': input => meetings.create(input),
    'meeting:next': input => meetings.next(input),
    'meeting:get': input => meetings.get(input),
    'meeting:update': input => meetings.update(input),
    'meeting:status': input => meetings.status(input),
    'meeting:remove': input => meetings.remove(input),
    'meeting:add': input => meetings.add(input),
    'meeting:drop': input => meetings.drop(input),
    'meeting:order': input => meetings.order(input),
    'meeting:item': input => meetings.item(input),
    'meeting:defer': input => meetings.defer(input),
    'meeting:question': input => meetings.question(input),
    'meeting:shown': input => presentation.shown(input),
    'meeting:undo': input => meetings.undo(input),
    'meeting:redo': input => meetings.redo(input),
    'meeting:minimum': () => minimum.get(),
    'meeting:putMinimum': input => minimum.put(input),
  }
}

export function seriesHandlers({ series }: Services): HandlersOf<'series'> {
  return {
    'series:list': () => series.list(),
    'series:put': input => series.put(input),
  }
}
