import { assertNever } from '../assertNever.ts'
import type { Case, Entry } from '../case/entry.ts'
import type { When } from '../dates/when.ts'
import type { Quantity } from '../values/quantity.ts'
import type { EventKey } from './axis.ts'

/** A beginning or an end with every statement of when it was; an end may be known by its duration alone. */
export type CaseEvent = Readonly<{
  key: EventKey
  when: When
  endsAfter: Readonly<{ of: EventKey; duration: Quantity }> | null
}>

/** Every beginning and end of a case, in the order of its entries. */
export function eventsOf(of: Case): CaseEvent[] {
  return of.entries.flatMap(eventsOfEntry)
}

function eventsOfEntry({ id, body }: Entry): CaseEvent[] {
  const start = (when: When): CaseEvent => ({ key: `${id}:start`, when, endsAfter: null })
  const end = (when: When, endsAfter: CaseEvent['endsAfter'] = null): CaseEvent => ({
    key: `${id}:end`,
    when,
    endsAfter,
  })
  const moment = (when: When) => [start(when), end(when)]
  switch (body.kind) {
    case 'site': {
      const over = body.course.findLast(
        ({ status }) => status === 'resolved' || status === 'treated',
      )
      return [start(body.firstSeen), end(over?.when ?? [])]
    }
    case 'systemic':
      return [
        start(body.started),
        end(
          body.ended.when,
          body.ended.status === 'ongoing' || body.duration === null
            ? null
            : { of: `${id}:start`, duration: body.duration },
        ),
      ]
    case 'local':
      // What was done once, such as an operation, ends when it began unless another end is recorded.
      return [start(body.started), end(body.ended.when.length > 0 ? body.ended.when : body.started)]
    case 'specimen':
      return moment(body.collected)
    case 'lesion':
      return [start(body.firstSeen), end([])]
    case 'imaging':
    case 'assessment':
    case 'skinNote':
      return moment(body.when)
    case 'document':
      return moment(body.dated)
    case 'photograph':
      return moment(body.taken)
    case 'context':
    case 'conflict':
      return []
    default:
      return assertNever(body)
  }
}
