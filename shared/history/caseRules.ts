import { assertNever } from '../assertNever.ts'
import type { Entry, EntryBody, EntryKind } from '../case/entry.ts'
import type { When } from '../dates/when.ts'
import type { EntryId } from '../ids.ts'
import { referencesOf } from './references.ts'

/** A rule of the case that an entry breaks: the place in its body, and the rule without any value. */
export type BrokenRule = Readonly<{ entry: EntryId; path: string; message: string }>

export const KIND_NAME = {
  site: ['site', 'sites'],
  specimen: ['specimen', 'specimens'],
  systemic: ['systemic treatment', 'systemic treatments'],
  local: ['local treatment', 'local treatments'],
  imaging: ['imaging study', 'imaging studies'],
  assessment: ['assessment', 'assessments'],
  document: ['source document', 'source documents'],
  context: ['patient context', 'patient contexts'],
  conflict: ['conflict', 'conflicts'],
  lesion: ['skin lesion', 'skin lesions'],
  skinNote: ['skin note', 'skin notes'],
  photograph: ['photograph', 'photographs'],
} as const satisfies Record<EntryKind, readonly [one: string, several: string]>

/** The rules that the touched entries would break, were these the entries of the case. */
export function brokenRules(
  entries: readonly Entry[],
  touched: ReadonlySet<EntryId>,
): BrokenRule[] {
  const byId = new Map(entries.map(entry => [entry.id, entry]))
  return entries
    .filter(entry => touched.has(entry.id))
    .flatMap(entry => [
      ...brokenReferences(entry, byId),
      ...takenNames(entry, entries),
      ...circularDates(entry, byId),
    ])
}

/** The entries that name one of these ids and are not themselves among them. */
export function referrersOf(entries: readonly Entry[], ids: ReadonlySet<EntryId>): Entry[] {
  return entries.filter(
    entry => !ids.has(entry.id) && referencesOf(entry.body).some(({ to }) => ids.has(to)),
  )
}

/** Entries counted by kind, without a word of theirs: "2 specimens and 1 conflict". */
export function countKinds(entries: readonly Entry[]): string {
  const counts = new Map<EntryKind, number>()
  for (const { body } of entries) counts.set(body.kind, (counts.get(body.kind) ?? 0) + 1)
  const parts = [...counts].map(([kind, n]) => `${n} ${KIND_NAME[kind][n === 1 ? 0 : 1]}`)
  const last = parts.pop() ?? 'nothing'
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`
}

function brokenReferences({ id, body }: Entry, byId: ReadonlyMap<EntryId, Entry>): BrokenRule[] {
  return referencesOf(body).flatMap(({ to, kind, path }) => {
    const target = byId.get(to)
    const fits = target !== undefined && (kind === null || target.body.kind === kind)
    const name = kind === null ? 'entry' : KIND_NAME[kind][0]
    return fits ? [] : [{ entry: id, path, message: `names no ${name} of this case` }]
  })
}

function takenNames(entry: Entry, entries: readonly Entry[]): BrokenRule[] {
  const { id, body } = entry
  const others = entries.filter(other => other.id !== id)
  if (body.kind === 'context')
    return others.some(other => other.body.kind === 'context')
      ? [{ entry: id, path: 'kind', message: 'a case has one patient context, and it is there' }]
      : []
  if (body.kind !== 'specimen' && body.kind !== 'conflict' && body.kind !== 'lesion') return []
  const label = foldLabel(body.label)
  const isTaken = others.some(
    other => other.body.kind === body.kind && foldLabel(other.body.label) === label,
  )
  const message = `another ${KIND_NAME[body.kind][0]} of this case has this label`
  return isTaken ? [{ entry: id, path: 'label', message }] : []
}

function foldLabel(label: string): string {
  return label.trim().normalize('NFC').toLowerCase()
}

/** The dates at which another date may be anchored, with the field that holds them. */
function anchorDates(body: EntryBody): Readonly<Record<'start' | 'end', readonly [string, When]>> {
  const single = (field: string, when: When) =>
    ({ start: [field, when], end: [field, when] }) as const
  switch (body.kind) {
    case 'site':
      return single('firstSeen', body.firstSeen)
    case 'specimen':
      return single('collected', body.collected)
    case 'systemic':
    case 'local':
      return { start: ['started', body.started], end: ['ended.when', body.ended.when] }
    case 'lesion':
      return single('firstSeen', body.firstSeen)
    case 'imaging':
    case 'assessment':
    case 'skinNote':
      return single('when', body.when)
    case 'document':
      return single('dated', body.dated)
    case 'photograph':
      return single('taken', body.taken)
    case 'context':
    case 'conflict':
      return single('when', [])
    default:
      return assertNever(body)
  }
}

/** A date that counts, through any number of others, from itself has no place in time. */
function circularDates({ id, body }: Entry, byId: ReadonlyMap<EntryId, Entry>): BrokenRule[] {
  const dates = anchorDates(body)
  const ends = dates.start[0] === dates.end[0] ? (['start'] as const) : (['start', 'end'] as const)
  return ends.flatMap(end =>
    countsFromItself(id, end, byId)
      ? [{ entry: id, path: dates[end][0], message: 'the date would count from itself' }]
      : [],
  )
}

function countsFromItself(
  id: EntryId,
  end: 'start' | 'end',
  byId: ReadonlyMap<EntryId, Entry>,
): boolean {
  const fieldOf = (of: EntryId, which: 'start' | 'end') => {
    const body = byId.get(of)?.body
    return body === undefined ? null : anchorDates(body)[which]
  }
  const target = `${id} ${fieldOf(id, end)?.[0]}`
  const seen = new Set<string>()
  const waiting: [EntryId, 'start' | 'end'][] = [[id, end]]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const statement of fieldOf(...next)?.[1] ?? []) {
      if (statement.kind !== 'relative') continue
      const { anchor } = statement
      const node = `${anchor.entry} ${fieldOf(anchor.entry, anchor.end)?.[0]}`
      if (node === target) return true
      if (!seen.has(node)) waiting.push([anchor.entry, anchor.end])
      seen.add(node)
    }
  }
  return false
}
