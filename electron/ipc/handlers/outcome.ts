import type { Services } from '../../services/services.ts'
import type { HandlersOf } from '../handlers.ts'

export function outcomeHandlers({ outcomes, signing }: Services): HandlersOf<'outcome'> {
  return {
    'outcome:get': input => outcomes.get(input),
    'outcome:save': input => outcomes.save(input),
    'outcome:sign': input => signing.sign(input),
    'outcome:addend': input => signing.addend(input),
    'outcome:followUp': input => signing.followUp(input),
  }
}

export function actionHandlers({ actions, signing }: Services): HandlersOf<'action'> {
  return {
    'action:list': input => actions.list(input),
    'action:done': input => signing.done(input),
  }
}
