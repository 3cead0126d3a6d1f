import type { EntryBody, EntryKind } from '../case/entry.ts'
import type { EntryId } from '../ids.ts'

/** A place in an entry that names another one, and the kind that it must be; null takes any. */
export type Reference = Readonly<{ to: EntryId; kind: EntryKind | null; path: string }>

/** The fields that hold an entry's id, wherever in a body they stand. */
const FIELDS: ReadonlyMap<string, EntryKind | null> = new Map([
  ['site', 'site'],
  ['sites', 'site'],
  ['recurrenceOf', 'site'],
  ['lesion', 'lesion'],
  ['skinLesions', 'lesion'],
  ['document', 'document'],
  ['skinNote', 'skinNote'],
  // Of a date's anchor and of a conflict's subject.
  ['entry', null],
])

/** Every entry that a body names: its site, its sources, the events its dates count from, what a conflict is about. */
export function referencesOf(body: EntryBody): Reference[] {
  const found: Reference[] = []
  collect(body, '', found)
  return found
}

function collect(node: unknown, path: string, found: Reference[]): void {
  if (Array.isArray(node)) {
    node.forEach((item, at) => {
      collect(item, `${path}[${at}]`, found)
    })
    return
  }
  if (typeof node !== 'object' || node === null) return
  for (const [name, value] of Object.entries(node)) {
    const place = path === '' ? name : `${path}.${name}`
    const kind = FIELDS.get(name)
    if (kind === undefined) collect(value, place, found)
    else if (typeof value === 'string') found.push({ to: value as EntryId, kind, path: place })
    else if (Array.isArray(value))
      value.forEach((item: unknown, at) => {
        if (typeof item === 'string')
          found.push({ to: item as EntryId, kind, path: `${place}[${at}]` })
      })
  }
}
