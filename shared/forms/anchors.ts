import { anchorName, localName } from '../board/names.ts'
import type { Entry, EntryBody } from '../case/entry.ts'
import type { Day } from '../dates/calendar.ts'
import { plainText } from '../dates/dateWords.ts'
import { formatWhen } from '../dates/formatDate.ts'
import type { NamedAnchor } from '../dates/parseDate.ts'
import type { Anchor } from '../dates/when.ts'
import type { EntryId } from '../ids.ts'
import type { FormContext } from './codec.ts'

/** An event's name, and a longer one for where another event has the same. */
function namesOf(body: EntryBody): { name: string; longer: string } {
  const name = anchorName(body)
  if (body.kind === 'local') return { name, longer: `${name} (${localName(body)})` }
  if (body.kind === 'assessment' || body.kind === 'skinNote') {
    const dated = formatWhen(
      body.when.filter(({ kind }) => kind !== 'relative'),
      () => '',
    ).text
    return { name, longer: `${name} of ${dated}` }
  }
  if (body.kind === 'systemic' && body.settingAsReported !== null)
    return { name, longer: `${name} (${body.settingAsReported})` }
  return { name, longer: name }
}

type Event = Readonly<{ id: EntryId; body: EntryBody; name: string }>

/** Every event of a case under a name of its own; where all words are the same, numbers in the order of entry tell them apart. */
function eventsOf(entries: readonly Entry[]): Event[] {
  const events = entries
    .filter(({ body }) => body.kind !== 'context' && body.kind !== 'conflict')
    .map(({ id, body }) => ({ id, body, ...namesOf(body) }))
  const count = (names: readonly string[]) => {
    const counts = new Map<string, number>()
    for (const name of names.map(plainText)) counts.set(name, (counts.get(name) ?? 0) + 1)
    return (name: string) => counts.get(plainText(name)) ?? 0
  }
  const inShort = count(events.map(({ name }) => name))
  const better = events.map(event => ({
    ...event,
    name: inShort(event.name) > 1 ? event.longer : event.name,
  }))
  const inLong = count(better.map(({ name }) => name))
  const numbers = new Map<string, number>()
  return better.map(({ id, body, name }) => {
    if (inLong(name) < 2) return { id, body, name }
    const key = plainText(name)
    const number = (numbers.get(key) ?? 0) + 1
    numbers.set(key, number)
    return { id, body, name: `${name} (no. ${number})` }
  })
}

function hasEnd(body: EntryBody): boolean {
  return body.kind === 'systemic' || body.kind === 'local'
}

/**
 * What the forms of a case need to know of it. The edited entry is no event of its own dates. A name that several events
 * share stays with all of them, so that typing it asks which one is meant.
 */
export function formContext(
  entries: readonly Entry[],
  { today, self = null }: Readonly<{ today: Day; self?: EntryId | null }>,
): FormContext {
  const events = eventsOf(entries)
  const byId = new Map(events.map(event => [event.id, event]))
  const anchors = events
    .filter(({ id }) => id !== self)
    .flatMap(({ id, body, name }): NamedAnchor[] => {
      const start: Anchor = { entry: id, end: 'start' }
      const end: Anchor = { entry: id, end: 'end' }
      const short = anchorName(body)
      const names = short === name ? [name] : [name, short]
      return names.flatMap(each => [
        { name: each, anchor: start },
        ...(hasEnd(body) ? [{ name: `the end of ${each}`, anchor: end }] : []),
      ])
    })
  const surgeries = events.filter(
    ({ id, body }) => id !== self && body.kind === 'local' && body.modality === 'surgery',
  )
  const [surgery, ...more] = surgeries
  return {
    today,
    anchors,
    nameOfAnchor: ({ entry, end }) => {
      const event = byId.get(entry)
      if (event === undefined) return 'an entry that was removed'
      return end === 'end' && hasEnd(event.body) ? `the end of ${event.name}` : event.name
    },
    origin: surgery === undefined || more.length > 0 ? null : { entry: surgery.id, end: 'start' },
  }
}
